// Texts made of a phrase pattern that it should match: one for each of its alternatives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "text/phrase.hpp"

namespace clauselint {

/// The words of a value, by its letter (`d`: `30 days`).
using ValueWords = std::function<std::string(char letter)>;

/// The first text takes the first alternative of every choice and leaves options out; then each further alternative and each
/// option comes once, with all else as in the first. At most `most` texts; none for a pattern that is malformed or names an
/// unknown term.
std::vector<std::string> samples_of_phrase(std::string_view pattern, bool spaced, const TermLookup& terms,
                                           const ValueWords& values, std::size_t most = 200);

}  // namespace clauselint
