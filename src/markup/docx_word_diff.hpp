// The smallest readable change: which words of a replaced stretch really differ.
#pragma once

#include <string_view>
#include <vector>

#include "clauselint/finding.hpp"

namespace clauselint {

/// Splits a text into what a reader sees as one: a word or number with its marks, one Han character, one blank run,
/// one punctuation mark. Spans tile the text.
std::vector<ByteSpan> word_tokens(std::string_view text);

/// The edit as changes of single words (single characters in Chinese), in order, apart from one another, with the
/// same result. A change is never cut inside a word or number, even where the edit was; changes with nothing but
/// blanks or punctuation between them are one. `paragraph` holds the span. Empty when the edit changes nothing.
std::vector<Edit> word_changes(std::string_view text, ByteSpan paragraph, const Edit& edit);

}  // namespace clauselint
