// The marks inside a Markdown paragraph: emphasis, code, links, escapes, entities and tags.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

/// Bytes of the source that are text, or that stand for `shown`. What is in no piece is a mark.
struct InlinePiece {
  ByteSpan source;
  std::string shown;  ///< empty: the bytes themselves
  bool bold = false;
};

/// The pieces of each line of one paragraph. Blanks to fill (`[●]`, `[___]`, `____`, `{{name}}`) stay as they are.
std::vector<std::vector<InlinePiece>> read_inline(std::string_view text, std::span<const ByteSpan> lines);

}  // namespace clauselint
