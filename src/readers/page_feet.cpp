// Page numbers and running feet that a converter left at the end of the last line of a page.
#include "readers/page_feet.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "readers/line_shape.hpp"
#include "readers/pages.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestFoot = 200;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number at the end of a page: glued to its last line or on a line of its own.
struct EndNumber {
  std::uint32_t value = 0;
  bool roman = false;
  bool set_off = false;   ///< by three blanks or by dashes
  std::size_t begin = 0;  ///< of the number and what frames it, in the words of the line; nothing before the blanks
};

/// The end of a page: its last line of text, and its number if there is one.
struct PageEnd {
  std::uint32_t line = 0;
  bool numbered = false;  ///< on a line of its own
  std::optional<EndNumber> number;
};

// `12`, `- 12 -`, `-12-`, `xii` as the last word of a line that has other words before it.
std::optional<EndNumber> number_at_end(std::string_view words) {
  std::size_t end = words.size();
  const bool framed = end > 2 && words[end - 1] == '-' &&
                      (words[end - 2] == ' ' || std::isalnum(static_cast<unsigned char>(words[end - 2])) != 0);
  if (framed) {
    --end;
    while (end > 0 && words[end - 1] == ' ') --end;
  }
  std::size_t begin = end;
  while (begin > 0 && end - begin <= 6 && std::isalnum(static_cast<unsigned char>(words[begin - 1])) != 0) --begin;
  const std::string_view shown = words.substr(begin, end - begin);
  EndNumber number{.value = number_of(shown).value_or(0), .roman = false, .set_off = framed, .begin = begin};
  if (number.value == 0) {
    number.value = roman_value(shown);
    number.roman = true;
  }
  if (number.value == 0) return std::nullopt;
  if (framed) {
    while (begin > 0 && words[begin - 1] == ' ') --begin;
    if (begin == 0 || words[begin - 1] != '-') return std::nullopt;
    number.begin = --begin;
  }
  const std::string_view before = words.substr(0, begin);
  number.set_off = number.set_off || before.ends_with("   ");
  const bool after_blank = before.ends_with(' ') && !trimmed(before).empty();
  if (!after_blank || (!number.set_off && ends_before_reference(trimmed(before)))) return std::nullopt;
  return number;
}

std::vector<PageEnd> find_page_ends(const PageLayout& page, const std::vector<LineRole>& roles) {
  std::vector<PageEnd> ends;
  std::optional<PageEnd> last;
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    const std::uint32_t line = page.filled[i];
    if (roles[line] == LineRole::PageNumber && last) {
      last->numbered = true;
      last->number = number_at_end("page " + std::string(page.words(i)));
    }
    if (roles[line] == LineRole::Text) last = PageEnd{.line = line, .numbered = false, .number = std::nullopt};
    if (last && (page.break_after(i))) {
      ends.push_back(*last);
      last.reset();
    }
  }
  return ends;
}

// Digits as `#`: what is the same on each page but for its number.
std::string without_digits(std::string_view words) {
  std::string shown;
  for (const char c : words) {
    if (!is_digit(c)) {
      shown.push_back(c);
    } else if (!shown.ends_with('#')) {
      shown.push_back('#');
    }
  }
  return shown;
}

// Where in a line a running foot may begin: behind three blanks, or at `Page 3`.
std::vector<std::size_t> find_foot_begins(std::string_view words) {
  std::vector<std::size_t> begins;
  const std::size_t from = words.size() - std::min(words.size(), kLongestFoot);
  for (std::size_t at = std::max<std::size_t>(from, 1); at < words.size(); ++at) {
    if (words[at - 1] != ' ' || words[at] == ' ') continue;
    const bool set_off = at >= 3 && words.substr(at - 3, 3) == "   ";
    if (set_off || page_mark_size(words.substr(at)) > 0) begins.push_back(at);
  }
  return begins;
}

void shorten(std::string_view text, Line& line, std::size_t size) {
  const std::string_view kept = trimmed(slice(text, line.words).substr(0, size));
  line.words.end = line.words.begin + static_cast<std::uint32_t>(kept.size());
}

// The same words at the end of the last lines of a third of the pages.
std::uint32_t cut_running_feet(std::string_view text, std::vector<Line>& lines, const std::vector<PageEnd>& ends) {
  std::unordered_map<std::string, std::size_t> counts;
  const auto key_at = [&](const PageEnd& end, std::size_t begin) {
    return without_digits(slice(text, lines[end.line].words).substr(begin));
  };
  const auto may_be = [&](const PageEnd& end, std::size_t begin) {
    const std::string_view foot = slice(text, lines[end.line].words).substr(begin);
    return page_mark_size(foot) > 0 || (has_enough_letters(foot) && !is_form_line(foot));
  };
  for (const PageEnd& end : ends) {
    for (const std::size_t begin : find_foot_begins(slice(text, lines[end.line].words))) {
      if (may_be(end, begin)) ++counts[key_at(end, begin)];
    }
  }
  const std::size_t enough = std::max<std::size_t>(3, (ends.size() + 2) / 3);
  std::uint32_t cut = 0;
  for (const PageEnd& end : ends) {
    const auto begins = find_foot_begins(slice(text, lines[end.line].words));
    const auto begin = std::ranges::find_if(begins, [&](std::size_t at) {
      const auto found = counts.find(key_at(end, at));
      return found != counts.end() && found->second >= enough;
    });
    if (begin == begins.end()) continue;
    shorten(text, lines[end.line], *begin);
    ++cut;
  }
  return cut;
}

// Whether the pages around `at` count on with its number.
bool is_counted_on(const std::vector<PageEnd>& ends, std::size_t at) {
  constexpr std::size_t kNeighbours = 4;
  const EndNumber& here = *ends[at].number;
  std::size_t agreeing = 0;
  for (std::size_t i = at - std::min(at, kNeighbours); i < std::min(ends.size(), at + kNeighbours + 1); ++i) {
    if (i == at || !ends[i].number || ends[i].number->roman != here.roman) continue;
    // here.value - number == at - i, without signs
    if (here.value + i == ends[i].number->value + at) ++agreeing;
  }
  return agreeing >= (here.set_off ? 1u : 2u);
}

}  // namespace

PageFeet cut_page_feet(std::string_view text, std::vector<Line>& lines, const std::vector<LineRole>& roles) {
  std::vector<PageEnd> ends = find_page_ends(lay_out_pages(text, lines), roles);
  PageFeet feet;
  feet.heads = cut_running_feet(text, lines, ends);
  for (PageEnd& end : ends) {
    if (!end.numbered) end.number = number_at_end(slice(text, lines[end.line].words));
  }
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i].numbered || !ends[i].number || !is_counted_on(ends, i)) continue;
    shorten(text, lines[ends[i].line], ends[i].number->begin);
    ++feet.numbers;
  }
  return feet;
}

}  // namespace clauselint
