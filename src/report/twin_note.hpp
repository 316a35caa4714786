// Which clauses of a bilingual draft could not be compared with their version in the other language.
#pragma once

#include <string>

#include "clauselint/lint.hpp"
#include "report/words.hpp"

namespace clauselint {

/// The clauses that stand in one language only, in one line; empty when all have a twin or the draft has one language.
std::string twin_note(const Review& review, const Words& words);

}  // namespace clauselint
