// Texts made of a phrase pattern that it should match: one for each of its alternatives.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "text/phrase.hpp"

namespace clauselint {

/// The words of a value, by its letter (`d`: `30 days`).
using ValueWords = std::function<std::string(char letter)>;

struct SampleOptions {
  bool spaced = true;        ///< English, not Chinese
  bool gaps_filled = false;  ///< with as many foreign words as a gap takes; else with a blank, in Chinese with 的
  bool all_phrases = false;  ///< of a term; else the first one stands for it
  std::size_t most = 200;    ///< texts
};

/// The first text takes the first alternative of every choice, leaves options out and ends words where the pattern does; then
/// each further alternative, each option and each longer word comes once, with all else as in the first. None for a
/// pattern that is malformed or names an unknown term.
std::vector<std::string> samples_of_phrase(std::string_view pattern, const TermLookup& terms, const ValueWords& values,
                                           const SampleOptions& options = {});

}  // namespace clauselint
