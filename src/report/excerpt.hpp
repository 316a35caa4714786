// Quotes that fit: a window of the text around a span, never cutting a character, and a caret line below it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "clauselint/span.hpp"

namespace clauselint {

/// A line of text and the line that points at the words meant.
struct Excerpt {
  std::string text;   ///< with `…` where it was cut
  std::string caret;  ///< blanks, then `^~~~`; no blanks behind
};

/// At most `cells` terminal cells of `text` around `span`; the whole text where it fits. `cells` at least 20.
Excerpt excerpt(std::string_view text, ByteSpan span, std::uint32_t cells);

/// The text, or as much of its beginning as fits into `cells` with `…`, cut between words where there are any.
std::string fitted(std::string_view text, std::uint32_t cells);

/// One line without anything a terminal or a reader's eye could be misled by: control and bidirectional-override
/// characters become a blank or U+FFFD, one for one in characters. Bytes that are not UTF-8 stay.
std::string printable(std::string_view text);

}  // namespace clauselint
