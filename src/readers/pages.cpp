// The filled lines of a text file, where pages end among them, and the numbers that count pages.
#include "readers/pages.hpp"

#include <algorithm>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

}  // namespace

PageLayout lay_out_pages(std::string_view text, const std::vector<Line>& lines) {
  PageLayout page{.text = text, .lines = lines, .filled = {}, .gap_before = {}};
  constexpr std::size_t kShortestPage = 500;  // bytes
  std::uint32_t gap = kPageGap;
  std::size_t wide = 0;
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].new_page) gap = kPageGap;
    if (lines[i].blank()) {
      ++gap;
      continue;
    }
    page.filled.push_back(i);
    page.gap_before.push_back(gap);
    if (gap >= kPageGap) ++wide;
    bytes += lines[i].words.size();
    gap = 0;
  }
  // In a file of one line a page the gaps are everywhere, and still each ends a page.
  page.gaps_tell = wide * 3 <= page.filled.size() || page.filled.size() < 6 || wide * kShortestPage <= bytes;
  return page;
}

std::optional<std::uint32_t> number_of(std::string_view word) {
  if (word.empty() || word.size() > 4 || !std::ranges::all_of(word, is_digit)) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : word) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

std::size_t page_mark_size(std::string_view words) {
  std::string_view rest = words;
  const auto taken = [&] { return static_cast<std::size_t>(rest.data() - words.data()); };
  if (take_prefix(rest, "第")) {
    if (!take_number(rest) || !take_prefix(rest, "页")) return 0;
    const std::size_t size = taken();
    take_prefix(rest, "/") || take_prefix(rest, "，");
    return take_prefix(rest, "共") && take_number(rest) && take_prefix(rest, "页") ? taken() : size;
  }
  const bool page = take_prefix(rest, "Page") || take_prefix(rest, "PAGE") || take_prefix(rest, "page");
  if (!page) return 0;
  const bool framed = take_prefix(rest, "-");  // `Page -2-`
  if (!take_number(rest) || (framed && !take_prefix(rest, "-"))) return 0;
  const std::size_t size = taken();
  const bool all = take_prefix(rest, "of") || take_prefix(rest, "OF") || take_prefix(rest, "/");
  return all && take_number(rest) ? taken() : size;
}

bool is_plain_page_number(std::string_view words) {
  if (words.size() > 40) return false;
  if (const std::size_t mark = page_mark_size(words)) return mark == words.size();
  for (const std::string_view dash : {"-", "–", "—"}) {
    const bool framed = words.size() > 2 * dash.size() && words.starts_with(dash) && words.ends_with(dash);
    if (!framed) continue;
    const std::string_view inside = trimmed(words.substr(dash.size(), words.size() - 2 * dash.size()));
    return number_of(inside).has_value() || roman_value(inside) > 0;
  }
  return false;
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

bool is_form_line(std::string_view words) {
  return words.ends_with(':') || words.ends_with("：") || words.ends_with(',') || words.find("___") != words.npos ||
         words.find("/s/") != words.npos || words.find("盖章") != words.npos || words.find("签字") != words.npos;
}

}  // namespace clauselint
