// The lines of a text file, measured: what the plain text and Markdown readers make paragraphs of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

/// A line without its end, its indentation and its trailing blanks. A form feed ends a line and begins a page.
struct Line {
  ByteSpan words;            ///< empty for a blank line
  std::uint32_t indent = 0;  ///< columns before the words; a tab goes to the next multiple of 8
  std::uint32_t width = 0;   ///< columns of indent and words; kVeryWide for a line nobody wrapped
  bool new_page = false;     ///< a form feed stands before it

  bool blank() const { return words.empty(); }
};

inline constexpr std::uint32_t kVeryWide = 10'000;

/// Lines end with LF, CR LF or a form feed; in a file without any LF, with CR.
std::vector<Line> split_lines(std::string_view text);

}  // namespace clauselint
