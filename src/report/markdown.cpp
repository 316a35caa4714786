// Words of a draft inside Markdown: nothing of theirs is taken for a mark.
#include "report/markdown.hpp"

#include <algorithm>
#include <cctype>

#include "report/excerpt.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_word(std::string_view text, std::size_t at) {
  return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
}

// Underscores inside a word (`file_name`) mark nothing, and `&` only begins an entity before a letter or `#`.
bool is_mark(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
    case '$': return true;
    case '_': return at == 0 || !is_word(text, at - 1) || !is_word(text, at + 1);
    case '&': return is_word(text, at + 1) || (at + 1 < text.size() && text[at + 1] == '#');
    default: return false;
  }
}

// Where a mark that counts only at the start of a line stands (`- `, `# `, `> `, `8. `, `---`); npos when there is none.
std::size_t leading_mark(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (std::string_view("-+=#>:").find(line[0]) != std::string_view::npos) return 0;
  std::size_t digits = 0;
  while (digits < line.size() && is_ascii_digit(static_cast<unsigned char>(line[digits]))) ++digits;
  const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  if (!numbered) return std::string_view::npos;
  return digits + 1 == line.size() || line[digits + 1] == ' ' ? digits : std::string_view::npos;
}

// `opens`: the piece begins the line.
std::string escaped(std::string_view line, bool opens = true) {
  const std::size_t leading = opens ? leading_mark(line) : std::string_view::npos;
  std::string made;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at == leading || is_mark(line, at)) made += '\\';
    made += line[at];
  }
  return made;
}

}  // namespace

std::string markdown(std::string_view text) { return escaped(printable(trimmed(text))); }

std::string markdown_with_code(std::string_view text) {
  const std::string line = printable(trimmed(text));
  if (std::ranges::count(line, '`') % 2 != 0) return escaped(line);
  std::string made;
  bool code = false;
  for (std::string_view rest = line;; code = !code) {
    const std::size_t tick = rest.find('`');
    const std::string_view piece = rest.substr(0, tick);
    made += code ? std::string(piece) : escaped(piece, made.empty());
    if (tick == std::string_view::npos) return made;
    made += '`';
    rest.remove_prefix(tick + 1);
  }
}

std::string table_row(std::initializer_list<std::string_view> cells) {
  std::string row = "|";
  for (const std::string_view cell : cells) {
    row += ' ';
    row += cell;
    row += " |";
  }
  return row + "\n";
}

std::string table_head(std::initializer_list<std::string_view> cells) {
  std::string rule = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) rule += "---|";
  return table_row(cells) + rule + "\n";
}

}  // namespace clauselint
