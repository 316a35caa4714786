// Blanks still to be filled: `[●]`, `____`, `【 】`, `{{name}}`, `[***]`, `[insert ...]`, 期限：     。
#pragma once

#include <cstddef>
#include <string_view>

namespace clauselint::facts {

/// A blank that begins at a byte; `end` 0 when there is none.
struct Blank {
  std::size_t end = 0;
  std::string_view asks = {};  ///< `duration`, `percent`, `money`, or the words inside that ask for no quantity
  bool redacted = false;       ///< was written, and taken out
  bool alone = false;          ///< clearly a blank by itself; the others (`X`, `[x]`, `( )`) are one only before a unit
};

Blank read_blank(std::string_view text, std::size_t at);

/// Whether the text tells what a redaction mark means instead of using it.
bool is_explained(std::string_view text, std::size_t begin, std::size_t end);

/// Whether the blank [begin, end) belongs to a signature block (`By: ____`, `____（盖章）`) or is a mere rule.
bool is_signature_line(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace clauselint::facts
