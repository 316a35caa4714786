// List numbers in Latin, Roman and Chinese writing; what a format cannot write falls back to digits, as in Word.
#include "ooxml/number_format.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

using Name = std::pair<std::string_view, NumberFormat>;

constexpr std::array<Name, 36> kNames{{
    {"decimal", NumberFormat::Decimal},
    {"decimalHalfWidth", NumberFormat::Decimal},
    {"decimalZero", NumberFormat::DecimalZero},
    {"decimalFullWidth", NumberFormat::DecimalFullWidth},
    {"decimalFullWidth2", NumberFormat::DecimalFullWidth},
    {"decimalEnclosedCircle", NumberFormat::DecimalEnclosedCircle},
    {"decimalEnclosedCircleChinese", NumberFormat::DecimalEnclosedCircle},
    {"decimalEnclosedFullstop", NumberFormat::DecimalEnclosedFullStop},
    {"decimalEnclosedParen", NumberFormat::DecimalEnclosedParentheses},
    {"numberInDash", NumberFormat::NumberInDash},
    {"upperRoman", NumberFormat::UpperRoman},
    {"lowerRoman", NumberFormat::LowerRoman},
    {"upperLetter", NumberFormat::UpperLetter},
    {"lowerLetter", NumberFormat::LowerLetter},
    {"ordinal", NumberFormat::Ordinal},
    {"cardinalText", NumberFormat::CardinalText},
    {"ordinalText", NumberFormat::OrdinalText},
    {"hex", NumberFormat::Hexadecimal},
    {"chicago", NumberFormat::Chicago},
    {"chineseCounting", NumberFormat::ChineseCounting},
    {"taiwaneseCounting", NumberFormat::ChineseCounting},
    {"chineseCountingThousand", NumberFormat::ChineseCountingThousand},
    {"taiwaneseCountingThousand", NumberFormat::ChineseCountingThousand},
    {"chineseLegalSimplified", NumberFormat::ChineseLegalSimplified},
    {"ideographLegalTraditional", NumberFormat::ChineseLegalTraditional},
    {"japaneseCounting", NumberFormat::JapaneseCounting},
    {"koreanCounting", NumberFormat::Decimal},
    {"japaneseDigitalTenThousand", NumberFormat::IdeographDigital},
    {"taiwaneseDigital", NumberFormat::IdeographDigital},
    {"ideographDigital", NumberFormat::IdeographDigital},
    {"ideographTraditional", NumberFormat::IdeographTraditional},
    {"ideographZodiac", NumberFormat::IdeographZodiac},
    {"ideographZodiacTraditional", NumberFormat::IdeographZodiacPair},
    {"ideographEnclosedCircle", NumberFormat::IdeographEnclosedCircle},
    {"bullet", NumberFormat::Bullet},
    {"none", NumberFormat::None},
}};

// The n-th code point (from 0) of a run of consecutive ones.
std::string nth(char32_t first, std::int32_t n) {
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(n));
  return text;
}

// The n-th character (from 0) of a text of three-byte characters.
std::string_view han(std::string_view characters, std::size_t n) { return characters.substr(n * 3, 3); }

std::string roman(std::int32_t value, bool upper) {
  constexpr std::array<std::pair<std::int32_t, std::string_view>, 13> kDigits{{{1000, "m"},
                                                                               {900, "cm"},
                                                                               {500, "d"},
                                                                               {400, "cd"},
                                                                               {100, "c"},
                                                                               {90, "xc"},
                                                                               {50, "l"},
                                                                               {40, "xl"},
                                                                               {10, "x"},
                                                                               {9, "ix"},
                                                                               {5, "v"},
                                                                               {4, "iv"},
                                                                               {1, "i"}}};
  if (value > 32767) return std::to_string(value);
  std::string text;
  for (const auto& [worth, digits] : kDigits) {
    for (; value >= worth; value -= worth) text += digits;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// a ... z, aa, bb ... zz, aaa: Word repeats the letter.
std::string letters(std::int32_t value, char first) {
  if (value < 1) return {};
  const std::int32_t times = (value - 1) / 26 + 1;
  if (times > 100) return std::to_string(value);
  return std::string(static_cast<std::size_t>(times), static_cast<char>(first + (value - 1) % 26));
}

std::string_view ordinal_ending(std::int32_t value) {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  const std::int32_t last = value % 10;
  return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

constexpr std::array<std::string_view, 20> kCardinals{
    "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 20> kOrdinals{
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> kTens{"",      "",      "twenty",  "thirty", "forty",
                                                 "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string in_words(std::int32_t value, bool ordinal) {
  if (value < 1 || value > 999) return std::to_string(value);
  std::string text;
  const std::int32_t hundreds = value / 100;
  const std::int32_t rest = value % 100;
  const auto unit = [&](std::int32_t n) {
    return ordinal ? kOrdinals[static_cast<std::size_t>(n)] : kCardinals[static_cast<std::size_t>(n)];
  };
  if (hundreds > 0) {
    text += kCardinals[static_cast<std::size_t>(hundreds)];
    text += ordinal && rest == 0 ? " hundredth" : rest == 0 ? " hundred" : " hundred ";
  }
  if (rest >= 20) {
    std::string tens(kTens[static_cast<std::size_t>(rest / 10)]);
    if (ordinal && rest % 10 == 0) tens.replace(tens.size() - 1, 1, "ieth");
    text += tens;
    if (rest % 10 != 0) text += fmt::format("-{}", unit(rest % 10));
  } else {
    text += unit(rest);
  }
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string han_digits(std::int32_t value, std::string_view zero) {
  std::string text;
  for (const char c : std::to_string(value)) {
    text += c == '0' ? zero : han("一二三四五六七八九", static_cast<std::size_t>(c - '1'));
  }
  return text;
}

struct HanNumerals {
  std::string_view digits;
  std::string_view units;       ///< ten, hundred, thousand
  std::string_view zero;        ///< between non-adjacent digits
  bool one_before_ten = false;  ///< 一十二 rather than 十二 at the start
  bool one_before_any = true;   ///< 一百 rather than 百
};

constexpr HanNumerals kCommon{.digits = "一二三四五六七八九", .units = "十百千", .zero = "零"};
constexpr HanNumerals kJapanese{.digits = "一二三四五六七八九", .units = "十百千", .zero = "", .one_before_any = false};
constexpr HanNumerals kSimplifiedLegal{
    .digits = "壹贰叁肆伍陆柒捌玖", .units = "拾佰仟", .zero = "零", .one_before_ten = true};
constexpr HanNumerals kTraditionalLegal{
    .digits = "壹貳參肆伍陸柒捌玖", .units = "拾佰仟", .zero = "零", .one_before_ten = true};

std::string han_counting(std::int32_t value, const HanNumerals& numerals) {
  if (value < 1 || value > 9999) return std::to_string(value);
  std::string text;
  bool gap = false;
  std::int32_t worth = 1000;
  for (int place = 3; place >= 0; --place, worth /= 10) {
    const std::int32_t digit = value / worth % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += numerals.zero;
    gap = false;
    const bool leading_ten = place == 1 && text.empty() && !numerals.one_before_ten;
    const bool silent_one = digit == 1 && place > 0 && (leading_ten || !numerals.one_before_any);
    if (!silent_one) text += han(numerals.digits, static_cast<std::size_t>(digit - 1));
    if (place > 0) text += han(numerals.units, static_cast<std::size_t>(place - 1));
  }
  return text;
}

// ① ... ⑳, ㉑ ... ㉟, ㊱ ... ㊿.
std::string circled(std::int32_t value) {
  if (value == 0) return "⓪";
  if (value <= 20) return nth(U'①', value - 1);
  if (value <= 35) return nth(U'㉑', value - 21);
  return value <= 50 ? nth(U'㊱', value - 36) : std::to_string(value);
}

std::string full_width(std::int32_t value) {
  std::string text;
  for (const char c : std::to_string(value)) append_utf8(text, U'０' + static_cast<char32_t>(c - '0'));
  return text;
}

std::string from_cycle(std::int32_t value, std::string_view characters, std::int32_t count) {
  if (value < 1 || value > count) return std::to_string(value);
  return std::string(han(characters, static_cast<std::size_t>(value - 1)));
}

constexpr std::string_view kStems = "甲乙丙丁戊己庚辛壬癸";
constexpr std::string_view kBranches = "子丑寅卯辰巳午未申酉戌亥";

std::string stem_and_branch(std::int32_t value) {
  if (value < 1 || value > 60) return std::to_string(value);
  return std::string(han(kStems, static_cast<std::size_t>((value - 1) % 10))) +
         std::string(han(kBranches, static_cast<std::size_t>((value - 1) % 12)));
}

std::string chicago(std::int32_t value) {
  constexpr std::array<std::string_view, 4> kMarks{"*", "†", "‡", "§"};
  if (value < 1 || value > 400) return std::to_string(value);
  std::string text;
  for (std::int32_t i = 0; i <= (value - 1) / 4; ++i) text += kMarks[static_cast<std::size_t>((value - 1) % 4)];
  return text;
}

}  // namespace

NumberFormat number_format_named(std::string_view name) {
  for (const auto& [known, format] : kNames) {
    if (known == name) return format;
  }
  return NumberFormat::Decimal;
}

NumberFormat number_format_of_pattern(std::string_view pattern) {
  const std::string_view first = pattern.substr(0, pattern.find(','));
  if (first == "01") return NumberFormat::DecimalZero;
  if (first == "001") return NumberFormat::DecimalZero3;
  if (first == "0001") return NumberFormat::DecimalZero4;
  if (first == "00001") return NumberFormat::DecimalZero5;
  return NumberFormat::Decimal;
}

std::string format_number(std::int32_t value, NumberFormat format) {
  switch (format) {
    case NumberFormat::Decimal: return std::to_string(value);
    case NumberFormat::DecimalZero: return fmt::format("{:02}", value);
    case NumberFormat::DecimalZero3: return fmt::format("{:03}", value);
    case NumberFormat::DecimalZero4: return fmt::format("{:04}", value);
    case NumberFormat::DecimalZero5: return fmt::format("{:05}", value);
    case NumberFormat::DecimalFullWidth: return value < 0 ? std::to_string(value) : full_width(value);
    case NumberFormat::DecimalEnclosedCircle: return value < 0 ? std::to_string(value) : circled(value);
    case NumberFormat::DecimalEnclosedFullStop:
      return value < 1 || value > 20 ? std::to_string(value) : nth(U'⒈', value - 1);
    case NumberFormat::DecimalEnclosedParentheses:
      return value < 1 || value > 20 ? std::to_string(value) : nth(U'⑴', value - 1);
    case NumberFormat::NumberInDash: return fmt::format("- {} -", value);
    case NumberFormat::UpperRoman: return roman(value, true);
    case NumberFormat::LowerRoman: return roman(value, false);
    case NumberFormat::UpperLetter: return letters(value, 'A');
    case NumberFormat::LowerLetter: return letters(value, 'a');
    case NumberFormat::Ordinal: return fmt::format("{}{}", value, ordinal_ending(value));
    case NumberFormat::CardinalText: return in_words(value, false);
    case NumberFormat::OrdinalText: return in_words(value, true);
    case NumberFormat::Hexadecimal: return fmt::format("{:X}", value);
    case NumberFormat::Chicago: return chicago(value);
    case NumberFormat::ChineseCounting:
      return value < 1 || value > 99 ? han_digits(value < 0 ? 0 : value, "○") : han_counting(value, kCommon);
    case NumberFormat::ChineseCountingThousand: return han_counting(value, kCommon);
    case NumberFormat::ChineseLegalSimplified: return han_counting(value, kSimplifiedLegal);
    case NumberFormat::ChineseLegalTraditional: return han_counting(value, kTraditionalLegal);
    case NumberFormat::JapaneseCounting: return han_counting(value, kJapanese);
    case NumberFormat::IdeographDigital: return han_digits(value < 0 ? 0 : value, "〇");
    case NumberFormat::IdeographTraditional: return from_cycle(value, kStems, 10);
    case NumberFormat::IdeographZodiac: return from_cycle(value, kBranches, 12);
    case NumberFormat::IdeographZodiacPair: return stem_and_branch(value);
    case NumberFormat::IdeographEnclosedCircle:
      return value < 1 || value > 10 ? std::to_string(value) : nth(U'㊀', value - 1);
    case NumberFormat::Bullet:
    case NumberFormat::None: return {};
  }
  return {};
}

}  // namespace clauselint
