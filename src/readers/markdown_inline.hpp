// The marks inside a Markdown paragraph: emphasis, code, links, escapes, entities and tags.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"
#include "readers/markdown_asides.hpp"

namespace clauselint {

/// Bytes of the source that are text, or that stand for `shown`. What is in no piece is a mark.
struct InlinePiece {
  ByteSpan source;
  std::string shown;  ///< empty: the bytes themselves
  bool bold = false;
};

/// The pieces of each line of a paragraph, and how many addresses of links are in none.
struct InlineLines {
  std::vector<std::vector<InlinePiece>> pieces;
  std::uint32_t addresses = 0;
};

/// A file as `blank_asides` left it beside what it was, and the names that it defines for links and footnotes.
struct InlineSource {
  std::string_view text;
  std::string_view blanked;
  const LinkNames& names;
};

/// Reads one paragraph. Blanks to fill (`[●]`, `[___]`, `____`, `{{name}}`) stay as they are.
InlineLines read_inline(const InlineSource& source, std::span<const ByteSpan> lines);

}  // namespace clauselint
