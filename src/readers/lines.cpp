// The lines of a text file, measured: what the plain text and Markdown readers make paragraphs of.
#include "readers/lines.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kTab = 8;
constexpr std::uint32_t kLongestMeasured = 1000;  // bytes; what is longer was not wrapped by hand

bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }

// The line at [begin, end) without its indentation and trailing blanks.
Line measure(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Line line;
  while (begin < end) {
    const CodePoint c = is_blank_byte(text[begin]) ? CodePoint{.value = U' ', .size = 1} : decode_at(text, begin);
    if (!is_blank(c.value)) break;
    if (text[begin] == '\t') {
      line.indent += kTab - line.indent % kTab;
    } else {
      line.indent += c.value == 0x3000 ? 2 : 1;
    }
    begin += c.size;
  }
  while (end > begin) {
    const CodePoint c = decode_before(text, end);
    if (!is_blank(c.value)) break;
    end -= c.size;
  }
  line.words = {.begin = begin, .end = end};
  const bool very_wide = line.words.size() > kLongestMeasured;
  line.width = very_wide ? kVeryWide : line.indent + display_width(slice(text, line.words));
  return line;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  const bool old_mac = text.find('\n') == std::string_view::npos;
  const std::string_view ends = old_mac ? "\r\f" : "\n\f";
  std::vector<Line> lines;
  bool new_page = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(ends, begin), text.size());
    Line line = measure(text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    line.new_page = new_page;
    new_page = end < text.size() && text[end] == '\f';
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

}  // namespace clauselint
