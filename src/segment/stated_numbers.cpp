// The numbers that a piece of text states, in figures or words of either language: what two versions have in common.
#include "segment/stated_numbers.hpp"

#include <algorithm>

#include "segment/scan.hpp"
#include "text/numerals.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kMost = 64;
constexpr double kLargest = 4e9;

// Whether the Han numeral counts something: 一方 and 统一 are words, 三十日 and 百分之五 are numbers.
bool counts(std::string_view text, std::size_t begin, std::size_t end) {
  const Numeral numeral = read_chinese_number(text.substr(begin, end - begin));
  if (numeral.amount >= 10) return true;
  return continues_with_any(
             text, end, {"日", "天", "年", "个", "月", "小时", "周", "次", "份", "名", "台", "套", "倍", "级", "条"}) &&
         numeral.amount > 1;
}

Numeral number_at(std::string_view text, std::size_t at) {
  const char32_t c = char_at(text, at);
  const std::string_view rest = text.substr(at, 80);
  if (is_digit(c)) return read_digits(rest);
  if (is_ascii_letter(c)) {
    const Numeral numeral = read_english_number(rest);
    return numeral.amount > 1 ? numeral : Numeral{};
  }
  if (!is_chinese_digit(c)) return {};
  const Numeral numeral = read_chinese_number(beginning_of(text.substr(at), 40));
  return numeral.size != 0 && counts(text, at, at + numeral.size) ? numeral : Numeral{};
}

}  // namespace

std::vector<std::uint32_t> stated_numbers(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t at = 0; at < text.size() && numbers.size() < kMost;) {
    const CodePoint c = decode_at(text, at);
    const Numeral numeral = number_at(text, at);
    if (numeral.size != 0 && numeral.amount < kLargest) numbers.push_back(static_cast<std::uint32_t>(numeral.amount));
    const bool word = is_ascii_letter(c.value);
    at += std::max({numeral.size, word ? latin_word_at(text, at).size() : 0, std::size_t{c.size}});
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() && b.empty()) return -1;
  std::size_t both = 0;
  for (std::size_t l = 0, r = 0; l < a.size() && r < b.size();) {
    both += a[l] == b[r] ? 1 : 0;
    const bool left_first = a[l] <= b[r];
    const bool right_first = b[r] <= a[l];
    l += left_first ? 1 : 0;
    r += right_first ? 1 : 0;
  }
  return static_cast<double>(both) / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace clauselint
