// The numbers that law firms print at the left of each line.
#include "readers/line_numbers.hpp"

#include <algorithm>
#include <cstddef>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kShortestPage = 20;  // lines
constexpr std::uint32_t kLongestPage = 60;

/// A line that begins with a number and a blank, or is nothing but the number.
struct NumberedLine {
  std::size_t at = 0;  ///< index into the lines
  std::uint32_t value = 0;
  std::uint32_t digits = 0;
};

std::vector<NumberedLine> find_numbered(std::string_view text, const std::vector<Line>& lines) {
  std::vector<NumberedLine> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view words = slice(text, lines[i].words);
    NumberedLine line{.at = i};
    while (line.digits < std::min<std::size_t>(words.size(), 2) &&
           is_ascii_digit(static_cast<unsigned char>(words[line.digits]))) {
      line.value = line.value * 10 + static_cast<std::uint32_t>(words[line.digits] - '0');
      ++line.digits;
    }
    const bool closed =
        line.digits > 0 && (line.digits == words.size() || is_blank(decode_at(words, line.digits).value));
    const bool counts = line.value == 1 || (!found.empty() && line.value == found.back().value + 1);
    if (closed && counts) found.push_back(line);
  }
  return found;
}

std::string_view words_behind(std::string_view text, const Line& line, const NumberedLine& number) {
  return trimmed(slice(text, line.words).substr(number.digits));
}

// Whether the numbers count lines: pages are as long as pages are, and sentences go on from line to line.
bool counts_lines(std::string_view text, const std::vector<Line>& lines, const std::vector<NumberedLine>& numbered) {
  std::size_t open = 0;
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    longest = std::max(longest, numbered[i].value);
    if (i == 0) continue;
    const std::string_view before = words_behind(text, lines[numbered[i - 1].at], numbered[i - 1]);
    const std::string_view after = words_behind(text, lines[numbered[i].at], numbered[i]);
    if (!before.empty() && !ends_sentence(before) && begins_lowercase(after)) ++open;
  }
  return longest >= kShortestPage && longest <= kLongestPage && open * 4 >= numbered.size();
}

}  // namespace

std::uint32_t cut_line_numbers(std::string_view text, std::vector<Line>& lines) {
  const std::vector<NumberedLine> numbered = find_numbered(text, lines);
  const auto filled = std::ranges::count_if(lines, [](const Line& line) { return !line.blank(); });
  const bool nearly_all = numbered.size() * 5 >= static_cast<std::size_t>(filled) * 4;
  if (numbered.size() < kShortestPage || !nearly_all || !counts_lines(text, lines, numbered)) return 0;
  for (const NumberedLine& number : numbered) {
    Line& line = lines[number.at];
    const std::string_view kept = words_behind(text, line, number);
    line.indent = line.words.size() - number.digits - static_cast<std::uint32_t>(kept.size());
    line.words.begin = line.words.end - static_cast<std::uint32_t>(kept.size());
    if (line.width != kVeryWide) line.width = line.indent + display_width(kept);
  }
  return static_cast<std::uint32_t>(numbered.size());
}

}  // namespace clauselint
