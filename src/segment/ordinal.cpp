// The numerals that labels are written with: 8, ８, 八, iv, IV, Four.
#include "segment/ordinal.hpp"

#include <array>
#include <string>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kLongest = 6;

int figure(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  return -1;
}

int han_figure(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○': return 0;
    case U'一':
    case U'壹': return 1;
    case U'二':
    case U'贰':
    case U'两': return 2;
    case U'三':
    case U'叁': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
  }
}

std::uint32_t han_power(char32_t c) {
  if (c == U'十' || c == U'拾') return 10;
  if (c == U'百' || c == U'佰') return 100;
  return 0;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string roman(std::uint32_t value) {
  constexpr std::array<std::string_view, 9> kTens{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"};
  constexpr std::array<std::string_view, 10> kOnes{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  return std::string(kTens[value / 10]) + std::string(kOnes[value % 10]);
}

std::uint32_t roman_figure(char c) {
  switch (c) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    case 'l': return 50;
    default: return 0;
  }
}

}  // namespace

LabelNumeral read_digits(std::string_view text, std::size_t at) {
  LabelNumeral found;
  while (found.digits < kLongest) {
    const CodePoint c = decode_at(text, at + found.size);
    const int digit = figure(c.value);
    if (c.size == 0 || digit < 0) break;
    found.value = found.value * 10 + static_cast<std::uint32_t>(digit);
    found.size += c.size;
    ++found.digits;
  }
  return found;
}

LabelNumeral read_han_numeral(std::string_view text, std::size_t at) {
  LabelNumeral found;
  std::uint32_t pending = 0;  // the figure that waits for its power
  bool positional = false;    // 二〇: figures without powers
  bool has_pending = false;
  while (found.digits < kLongest) {
    const CodePoint c = decode_at(text, at + found.size);
    if (c.size == 0) break;
    if (const std::uint32_t power = han_power(c.value); power != 0) {
      found.value += (has_pending && pending != 0 ? pending : 1) * power;
      pending = 0;
      has_pending = false;
    } else if (const int digit = han_figure(c.value); digit >= 0) {
      positional = positional || (has_pending && found.value == 0);
      pending = (has_pending ? pending * 10 : 0) + static_cast<std::uint32_t>(digit);
      has_pending = true;
    } else {
      break;
    }
    found.size += c.size;
    ++found.digits;
  }
  found.value = positional ? pending : found.value + pending;
  return found;
}

LabelNumeral read_roman(std::string_view text, std::size_t at) {
  LabelNumeral found;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::string letters;
  while (at + letters.size() < text.size() && letters.size() < 8) {
    const char c = text[at + letters.size()];
    if (roman_figure(lower(c)) == 0 || is_capital(c) != is_capital(text[at])) break;
    letters.push_back(lower(c));
  }
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::uint32_t figure_here = roman_figure(letters[i]);
    const bool subtracts = i + 1 < letters.size() && roman_figure(letters[i + 1]) > figure_here;
    value = subtracts ? value - figure_here : value + figure_here;
  }
  const bool well_formed = value > 0 && value < 90 && roman(value) == letters;
  if (!well_formed) return found;
  const auto size = static_cast<std::uint32_t>(letters.size());
  return {.value = value, .size = size, .digits = size};
}

LabelNumeral read_number_word(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 20> kCardinals{
      "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",     "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  constexpr std::array<std::string_view, 10> kOrdinals{"first", "second",  "third",  "fourth", "fifth",
                                                       "sixth", "seventh", "eighth", "ninth",  "tenth"};
  std::string word;
  while (at + word.size() < text.size() && word.size() < 12 &&
         is_ascii_letter(static_cast<unsigned char>(text[at + word.size()]))) {
    word.push_back(lower(text[at + word.size()]));
  }
  const auto size = static_cast<std::uint32_t>(word.size());
  for (std::uint32_t i = 0; i < kCardinals.size(); ++i) {
    if (kCardinals[i] == word) return {.value = i + 1, .size = size, .digits = size};
  }
  for (std::uint32_t i = 0; i < kOrdinals.size(); ++i) {
    if (kOrdinals[i] == word) return {.value = i + 1, .size = size, .digits = size};
  }
  return {};
}

}  // namespace clauselint
