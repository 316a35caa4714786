// Texts for a terminal in lines of a readable length, with a margin that holds their titles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clauselint {

/// Terminal cells of a line that people read in a terminal.
inline constexpr std::uint32_t kReadableCells = 100;

/// `text` in lines of at most kReadableCells cells, broken between words and between Han characters. The first begins with
/// `head`, all with blanks up to cell `margin`; a head that leaves no room stands on a line of its own. Line feeds of
/// the text begin new lines. No blanks at the end of lines; ends with a line feed.
std::string wrapped(std::string_view head, std::uint32_t margin, std::string_view text);

}  // namespace clauselint
