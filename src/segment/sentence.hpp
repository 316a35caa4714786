// Where sentences end, in English, in Chinese, and in paragraphs that mix both.
#pragma once

#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

/// The sentences of `range`, a piece of one paragraph of `text`: without blanks at either end (but a stop that ends
/// nothing keeps those before it, in a form to fill in), never empty, closing quotes and brackets kept with the sentence
/// they close. A semicolon ends no sentence.
std::vector<ByteSpan> split_sentences(std::string_view text, ByteSpan range);

}  // namespace clauselint
