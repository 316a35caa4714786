// Texts for a terminal in lines of a readable length, with a margin that holds their titles.
#include "report/wrapped.hpp"

#include <algorithm>
#include <vector>

#include "report/excerpt.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kNarrowest = 20;  // cells of text in a line, whatever the margin

// Marks that a line does not begin with, and such as it does not end with.
bool closes(char32_t c) {
  return std::u32string_view(U"，。；：！？、）》」』”’…,.;:!?)]").find(c) != std::u32string_view::npos;
}
bool opens(char32_t c) { return std::u32string_view(U"（《「『“‘([").find(c) != std::u32string_view::npos; }

bool is_wide(char32_t c) { return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60); }

bool may_break(char32_t before, char32_t after) {
  if (before == U'|') return !is_blank(after);  // alternatives of a pattern
  if (closes(after) || opens(before)) return false;
  return is_wide(before) || is_wide(after);
}

// Pieces that stay together: words with the blanks behind them, single Han characters with their punctuation.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = decode_at(text, at);
    const CodePoint next = decode_at(text, at + here.size);
    at += here.size;
    const bool between_words = is_blank(here.value) && !is_blank(next.value);
    if (at < text.size() && !between_words && !may_break(here.value, next.value)) continue;
    pieces.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  return pieces;
}

void append_trimmed(std::string& out, std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  out.append(line).push_back('\n');
}

}  // namespace

std::string wrapped(std::string_view head, std::uint32_t margin, std::string_view text) {
  const std::string blanks(margin, ' ');
  const std::uint32_t room = std::max(kNarrowest, kReadableCells - std::min(margin, kReadableCells));
  std::string out;
  std::string line(head);
  const std::uint32_t taken = display_width(head);
  if (taken < margin) {
    line.append(margin - taken, ' ');
  } else if (taken > 0) {
    append_trimmed(out, line);
    line = blanks;
  }
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::uint32_t used = 0;
    const std::string shown = printable(text.substr(0, end));
    for (const std::string_view piece : pieces_of(shown)) {
      const std::uint32_t width = display_width(piece);
      const std::uint32_t needed = display_width(trimmed(piece));
      if (used > 0 && used + needed > room) {
        append_trimmed(out, line);
        line = blanks;
        used = 0;
      }
      line += piece;
      used += width;
    }
    append_trimmed(out, line);
    if (end == text.size()) return out;
    line = blanks;
    text.remove_prefix(end + 1);
  }
}

}  // namespace clauselint
