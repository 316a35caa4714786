// What a page prints besides the contract's words: page numbers, running heads, tables of contents, ruled lines.
#include "readers/page_furniture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "readers/line_shape.hpp"
#include "readers/pages.hpp"
#include "readers/running_heads.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

/// A line of nothing but a number, which may count pages or be anything else.
struct BareNumber {
  std::size_t at = 0;  ///< index into PageLayout::filled
  std::uint32_t value = 0;
  bool roman = false;
  std::uint32_t page_ends = 0;  ///< before it
};

std::optional<BareNumber> bare_number(std::string_view words, std::size_t at) {
  if (words.size() > 24) return std::nullopt;
  if (const auto value = number_of(words)) return BareNumber{.at = at, .value = *value, .roman = false, .page_ends = 0};
  if (const std::uint32_t value = roman_value(words))
    return BareNumber{.at = at, .value = value, .roman = true, .page_ends = 0};
  const std::size_t blank = words.find(' ');  // `4    5`: the foot of one page and the head of the next
  if (blank == std::string_view::npos) return std::nullopt;
  const auto foot = number_of(words.substr(0, blank));
  const auto head = number_of(trimmed(words.substr(blank)));
  if (!foot || !head || *head != *foot + 1) return std::nullopt;
  return BareNumber{.at = at, .value = *foot, .roman = false, .page_ends = 0};
}

// Whether prose stands between two lines; in a table with one cell a line there is none.
bool has_prose_between(const PageLayout& page, std::size_t low, std::size_t high) {
  constexpr std::uint32_t kProse = 45;  // columns
  constexpr std::size_t kFarthest = 400;
  for (std::size_t i = low + 1; i < std::min(high, low + kFarthest); ++i) {
    if (page.lines[page.filled[i]].width >= kProse) return true;
  }
  return false;
}

// Whether `high` goes on with the count of `low`, which stands before it.
bool goes_on_counting(const PageLayout& page, const BareNumber& low, const BareNumber& high) {
  constexpr std::size_t kLinesApart = 4;
  const bool apart = high.at - low.at >= kLinesApart;
  const bool next = high.value > low.value && high.value - low.value <= 2;
  return apart && next && low.roman == high.roman && has_prose_between(page, low.at, high.at);
}

// A number where a page ends is the number of that page when it is about as large as the pages before it are many.
bool counts_pages_so_far(const PageLayout& page, const BareNumber& number) {
  constexpr std::uint32_t kFrontPages = 4;
  const bool inside = number.at > 0 && number.at + 1 < page.filled.size();
  const bool at_end = page.break_before(number.at) || page.break_after(number.at);
  return inside && at_end && number.value <= number.page_ends + kFrontPages;
}

// Bare numbers count pages when a neighbour some lines off goes on with the count, or when a page ends there.
void mark_page_numbers(const PageLayout& page, std::vector<LineRole>& roles) {
  constexpr std::size_t kNeighbours = 4;
  std::vector<BareNumber> bare;
  std::uint32_t page_ends = 0;
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    if (i > 0 && page.break_before(i)) ++page_ends;
    if (is_plain_page_number(page.words(i))) roles[page.filled[i]] = LineRole::PageNumber;
    if (!page.stands_alone(i)) continue;
    if (auto number = bare_number(page.words(i), i)) {
      number->page_ends = page_ends;
      bare.push_back(*number);
    }
  }
  for (std::size_t n = 0; n < bare.size(); ++n) {
    bool counts = counts_pages_so_far(page, bare[n]);
    for (std::size_t m = n - std::min(n, kNeighbours); m < std::min(bare.size(), n + kNeighbours + 1); ++m) {
      if (m < n) counts = counts || goes_on_counting(page, bare[m], bare[n]);
      if (m > n) counts = counts || goes_on_counting(page, bare[n], bare[m]);
    }
    if (counts) roles[page.filled[bare[n].at]] = LineRole::PageNumber;
  }
}

// How many leaders (`......... 12`) a line has that end in a page number, the last at its end; 0 if the last is not.
std::uint32_t count_leaders(std::string_view words) {
  constexpr std::array<std::string_view, 4> kSigns = {"...", ". .", "…", "···"};
  const auto has = [&](std::string_view sign) { return words.find(sign) != std::string_view::npos; };
  if (std::ranges::none_of(kSigns, has)) return 0;
  std::uint32_t found = 0;
  bool at_end = false;
  for (std::size_t at = 0; at < words.size();) {
    std::uint32_t dots = 0;
    std::size_t end = at;
    while (end < words.size()) {
      const CodePoint c = decode_at(words, end);
      if (c.value == U'.' || c.value == U'·') ++dots;
      if (c.value == U'…') dots += 3;
      const bool leader = c.value == U'.' || c.value == U'…' || c.value == U'·' || (dots > 0 && is_blank(c.value));
      if (!leader) break;
      end += c.size;
    }
    if (dots >= 4) {
      const std::size_t number_end = std::min(words.find_first_not_of("0123456789ivxlcIVXLC-", end), words.size());
      const bool numbered = number_end > end && number_end - end <= 6;
      const bool closed = number_end == words.size() || words[number_end] == ' ';
      at_end = numbered && number_end == words.size();
      if (numbered && closed) ++found;
    }
    at = std::max(end, at + 1);
  }
  return at_end ? found : 0;
}

void mark_contents(const PageLayout& page, std::vector<LineRole>& roles) {
  std::size_t previous = 0;
  bool any = false;
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    const std::uint32_t leaders = count_leaders(page.words(i));
    if (leaders == 0) continue;
    if (leaders > 1) roles[page.filled[i]] = LineRole::Contents;
    if (any && i - previous <= 3) {
      roles[page.filled[i]] = LineRole::Contents;
      roles[page.filled[previous]] = LineRole::Contents;
    }
    previous = i;
    any = true;
  }
}

bool is_rule_byte(char c) { return c == '-' || c == '=' || c == '*' || c == '~'; }

bool is_rule(std::string_view words) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    const bool frame = c.value >= 0x2500 && c.value <= 0x257F;
    const bool mark = c.size == 1 && is_rule_byte(words[at]);
    if (!frame && !mark && !is_blank(c.value)) return false;
    if (frame || mark) ++marks;
    at += c.size;
  }
  return marks >= 3;
}

}  // namespace

std::vector<LineRole> find_furniture(std::string_view text, const std::vector<Line>& lines) {
  std::vector<LineRole> roles(lines.size(), LineRole::Text);
  const PageLayout page = lay_out_pages(text, lines);
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    if (is_rule(page.words(i))) roles[page.filled[i]] = LineRole::Rule;
  }
  mark_contents(page, roles);
  mark_page_numbers(page, roles);
  mark_running_heads(page, roles);
  return roles;
}

std::uint32_t count_role(const std::vector<LineRole>& roles, LineRole role) {
  return static_cast<std::uint32_t>(std::ranges::count(roles, role));
}

std::vector<ByteSpan> without_rules(std::string_view text, ByteSpan words) {
  constexpr std::uint32_t kShortestRule = 4;
  std::vector<ByteSpan> pieces;
  std::uint32_t begin = words.begin;
  for (std::uint32_t at = words.begin; at < words.end;) {
    if (!is_rule_byte(text[at])) {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < words.end && text[end] == text[at]) ++end;
    const bool set_off = at == words.begin || (at >= words.begin + 2 && text[at - 1] == ' ' && text[at - 2] == ' ');
    const bool closed = end == words.end || text[end] == ' ';
    if (end - at < kShortestRule || !set_off || !closed) {
      at = end;
      continue;
    }
    if (begin < at) pieces.push_back({.begin = begin, .end = at});
    while (end < words.end && text[end] == ' ') ++end;
    begin = at = end;
  }
  if (begin < words.end) pieces.push_back({.begin = begin, .end = words.end});
  if (!pieces.empty()) {  // blanks before a rule at the end
    while (pieces.back().end > pieces.back().begin && text[pieces.back().end - 1] == ' ') --pieces.back().end;
  }
  return pieces;
}

std::vector<Note> note_furniture(const std::vector<LineRole>& roles, std::uint32_t cut_numbers,
                                 std::uint32_t cut_heads) {
  std::vector<Note> notes;
  const auto note = [&](std::string_view what, std::uint32_t count) {
    if (count > 0) notes.push_back({.what = std::string(what), .where = {}, .count = count});
  };
  note("page numbers", count_role(roles, LineRole::PageNumber) + cut_numbers);
  note("running heads and footers", count_role(roles, LineRole::RunningHead) + cut_heads);
  note("lines of a table of contents", count_role(roles, LineRole::Contents));
  return notes;
}

}  // namespace clauselint
