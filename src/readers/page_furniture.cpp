// What a page prints besides the contract's words: page numbers, running heads, tables of contents, ruled lines.
#include "readers/page_furniture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <unordered_map>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kPageGap = 3;      // blank lines that show the end of a page
constexpr std::size_t kLongestHead = 300;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The lines that are not blank, and where pages end among them. Indexes are into `lines`.
struct Page {
  std::string_view text;
  const std::vector<Line>& lines;
  std::vector<std::uint32_t> filled;
  std::vector<std::uint32_t> gap_before;  ///< blank lines before filled[i]; kPageGap at a form feed and at the start
  bool gaps_tell = true;                  ///< false when wide gaps are everywhere and say nothing

  std::string_view words(std::size_t i) const { return slice(text, lines[filled[i]].words); }
  bool break_before(std::size_t i) const {
    return gap_before[i] >= kPageGap && (gaps_tell || lines[filled[i]].new_page);
  }
  bool break_after(std::size_t i) const { return i + 1 == filled.size() || break_before(i + 1); }
  bool stands_alone(std::size_t i) const {
    return gap_before[i] > 0 && (i + 1 == filled.size() || gap_before[i + 1] > 0);
  }
};

Page lay_out(std::string_view text, const std::vector<Line>& lines) {
  Page page{.text = text, .lines = lines, .filled = {}, .gap_before = {}};
  std::uint32_t gap = kPageGap;
  std::size_t wide = 0;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].new_page) gap = kPageGap;
    if (lines[i].blank()) {
      ++gap;
      continue;
    }
    page.filled.push_back(i);
    page.gap_before.push_back(gap);
    if (gap >= kPageGap) ++wide;
    gap = 0;
  }
  page.gaps_tell = wide * 3 <= page.filled.size() || page.filled.size() < 6;
  return page;
}

std::optional<std::uint32_t> number_of(std::string_view word) {
  if (word.empty() || word.size() > 4 || !std::ranges::all_of(word, is_digit)) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : word) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

bool take_prefix(std::string_view& words, std::string_view prefix) {
  if (!words.starts_with(prefix)) return false;
  words = trimmed(words.substr(prefix.size()));
  return true;
}

bool take_number(std::string_view& words) {
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  if (digits == 0 || digits > 4) return false;
  words = trimmed(words.substr(digits));
  return true;
}

// `Page 3`, `Page 3 of 9`, `第 3 页 共 9 页`, `- 3 -`: numbers that say that they count pages.
bool is_plain_page_number(std::string_view words) {
  if (words.size() > 40) return false;
  if (take_prefix(words, "第")) {
    if (!take_number(words) || !take_prefix(words, "页")) return false;
    take_prefix(words, "/") || take_prefix(words, "，");
    return words.empty() || (take_prefix(words, "共") && take_number(words) && words == "页");
  }
  if (take_prefix(words, "Page") || take_prefix(words, "PAGE")) {
    if (!take_number(words)) return false;
    return words.empty() ||
           ((take_prefix(words, "of") || take_prefix(words, "OF")) && take_number(words) && words.empty());
  }
  for (const std::string_view dash : {"-", "–", "—"}) {
    const bool framed = words.size() > 2 * dash.size() && words.starts_with(dash) && words.ends_with(dash);
    if (!framed) continue;
    const std::string_view inside = trimmed(words.substr(dash.size(), words.size() - 2 * dash.size()));
    return number_of(inside).has_value() || roman_value(inside) > 0;
  }
  return false;
}

/// A line of nothing but a number, which may count pages or be anything else.
struct BareNumber {
  std::size_t at = 0;  ///< index into Page::filled
  std::uint32_t value = 0;
  bool roman = false;
};

std::optional<BareNumber> bare_number(std::string_view words, std::size_t at) {
  if (words.size() > 24) return std::nullopt;
  if (const auto value = number_of(words)) return BareNumber{.at = at, .value = *value, .roman = false};
  if (const std::uint32_t value = roman_value(words)) return BareNumber{.at = at, .value = value, .roman = true};
  const std::size_t blank = words.find(' ');  // `4    5`: the foot of one page and the head of the next
  if (blank == std::string_view::npos) return std::nullopt;
  const auto foot = number_of(words.substr(0, blank));
  const auto head = number_of(trimmed(words.substr(blank)));
  if (!foot || !head || *head != *foot + 1) return std::nullopt;
  return BareNumber{.at = at, .value = *foot, .roman = false};
}

// Bare numbers count pages when a neighbour some lines off goes on with the count, or when a page ends there.
void mark_page_numbers(const Page& page, std::vector<LineRole>& roles) {
  constexpr std::size_t kLinesApart = 4;
  constexpr std::size_t kNeighbours = 4;
  std::vector<BareNumber> bare;
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    if (is_plain_page_number(page.words(i))) roles[page.filled[i]] = LineRole::PageNumber;
    if (!page.stands_alone(i)) continue;
    if (const auto number = bare_number(page.words(i), i)) bare.push_back(*number);
  }
  for (std::size_t n = 0; n < bare.size(); ++n) {
    const BareNumber& here = bare[n];
    const bool inside = here.at > 0 && here.at + 1 < page.filled.size();
    bool counts = inside && (page.break_before(here.at) || page.break_after(here.at));
    for (std::size_t m = n - std::min(n, kNeighbours); m < std::min(bare.size(), n + kNeighbours + 1); ++m) {
      const BareNumber& low = m < n ? bare[m] : here;
      const BareNumber& high = m < n ? here : bare[m];
      const bool apart = high.at - low.at >= kLinesApart;
      const bool goes_on = high.value >= low.value && high.value - low.value <= 2;
      if (m != n && apart && goes_on && low.roman == high.roman) counts = true;
    }
    if (counts) roles[page.filled[here.at]] = LineRole::PageNumber;
  }
}

// A running head without the page number at its end or beginning.
std::string_view without_page_number(std::string_view words) {
  const std::size_t last = words.rfind("   ");
  if (last != std::string_view::npos) {
    const std::string_view tail = trimmed(words.substr(last));
    if (number_of(tail) || is_plain_page_number(tail)) return trimmed(words.substr(0, last));
  }
  const std::size_t first = words.find("   ");
  if (first != std::string_view::npos && number_of(words.substr(0, first))) return trimmed(words.substr(first));
  return words;
}

bool has_enough_letters(std::string_view words) {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < words.size() && letters < 4;) {
    const CodePoint c = decode_at(words, at);
    letters += is_ascii_letter(c.value) ? 1 : is_han(c.value) ? 2 : 0;
    at += c.size;
  }
  return letters >= 4;
}

// Words that every form in a set repeats: a signature block is no running head.
bool is_form_line(std::string_view words) {
  return words.ends_with(':') || words.ends_with("：") || words.ends_with(',') || words.find("___") != words.npos ||
         words.find("/s/") != words.npos || words.find("盖章") != words.npos || words.find("签字") != words.npos;
}

std::size_t count_page_ends(const Page& page, const std::vector<LineRole>& roles) {
  std::size_t ends = 0;
  for (std::size_t i = 1; i < page.filled.size(); ++i) ends += page.break_before(i) ? 1 : 0;
  return std::max(ends, static_cast<std::size_t>(std::ranges::count(roles, LineRole::PageNumber)));
}

// The same words three times or more, on a third of the pages at least and mostly where pages end, are a running head;
// a title among the first lines stays.
void mark_running_heads(const Page& page, std::vector<LineRole>& roles) {
  constexpr std::size_t kTitleLines = 5;
  const auto is_number = [&](std::size_t i) { return roles[page.filled[i]] == LineRole::PageNumber; };
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    const std::string_view words = page.words(i);
    const bool candidate = words.size() <= kLongestHead && !is_number(i) && has_enough_letters(words);
    if (!candidate || is_form_line(words)) continue;
    places[without_page_number(words)].push_back(i);
  }
  const std::size_t enough = std::max<std::size_t>(3, (count_page_ends(page, roles) + 2) / 3);
  std::vector<bool> repeated(page.filled.size());
  for (const auto& [words, at] : places) {
    if (at.size() < enough) continue;
    for (const std::size_t i : at) repeated[i] = true;
  }
  // At the end of a page, with other furniture allowed in between.
  const auto at_page_end = [&](std::size_t i) {
    for (std::size_t j = i, steps = 0; steps < 4; ++j, ++steps) {
      if (page.break_after(j) || is_number(j + 1)) return true;
      if (!repeated[j + 1]) break;
    }
    for (std::size_t j = i, steps = 0; steps < 4; --j, ++steps) {
      if (page.break_before(j) || j == 0 || is_number(j - 1)) return true;
      if (!repeated[j - 1]) break;
    }
    return false;
  };
  for (const auto& [words, at] : places) {
    if (at.size() < enough) continue;
    const auto at_ends = static_cast<std::size_t>(std::ranges::count_if(at, at_page_end));
    if (at_ends < enough || at_ends * 3 < at.size() * 2) continue;
    for (const std::size_t i : at) {
      const bool title = i == at.front() && i < kTitleLines;
      if (!title && at_page_end(i)) roles[page.filled[i]] = LineRole::RunningHead;
    }
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

void mark_contents(const Page& page, std::vector<LineRole>& roles) {
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
  const Page page = lay_out(text, lines);
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    if (is_rule(page.words(i))) roles[page.filled[i]] = LineRole::Rule;
  }
  mark_contents(page, roles);
  mark_page_numbers(page, roles);
  mark_running_heads(page, roles);
  return roles;
}

std::vector<Note> note_furniture(const std::vector<LineRole>& roles) {
  struct Kind {
    LineRole role;
    std::string_view what;
  };
  constexpr std::array<Kind, 3> kKinds = {{{LineRole::PageNumber, "page numbers"},
                                           {LineRole::RunningHead, "running heads and footers"},
                                           {LineRole::Contents, "lines of a table of contents"}}};
  std::vector<Note> notes;
  for (const Kind& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(std::ranges::count(roles, kind.role));
    if (count > 0) notes.push_back({.what = std::string(kind.what), .where = {}, .count = count});
  }
  return notes;
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

}  // namespace clauselint
