// List numbers as Word writes them, measured by others on what Word saves; what a format cannot write is in digits.
#include "ooxml/number_format.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "ooxml/number_letters.hpp"
#include "ooxml/number_words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

using Name = std::pair<std::string_view, NumberFormat>;

constexpr std::int32_t kLargest = 32'767;

constexpr std::array<Name, 62> kNames{{
    {"decimal", NumberFormat::Decimal},
    {"decimalHalfWidth", NumberFormat::Decimal},
    {"bahtText", NumberFormat::Decimal},
    {"dollarText", NumberFormat::Decimal},
    {"hindiCounting", NumberFormat::Decimal},
    {"thaiCounting", NumberFormat::Decimal},
    {"decimalZero", NumberFormat::DecimalZero},
    {"decimalFullWidth", NumberFormat::DecimalFullWidth},
    {"decimalFullWidth2", NumberFormat::DecimalFullWidth},
    {"decimalEnclosedCircle", NumberFormat::DecimalEnclosedCircle},
    {"decimalEnclosedCircleChinese", NumberFormat::DecimalEnclosedCircleChinese},
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
    {"taiwaneseCountingThousand", NumberFormat::TaiwaneseCountingThousand},
    {"chineseLegalSimplified", NumberFormat::ChineseLegalSimplified},
    {"ideographLegalTraditional", NumberFormat::ChineseLegalTraditional},
    {"japaneseCounting", NumberFormat::JapaneseCounting},
    {"japaneseLegal", NumberFormat::JapaneseLegal},
    {"japaneseDigitalTenThousand", NumberFormat::IdeographDigital},
    {"ideographDigital", NumberFormat::IdeographDigital},
    {"taiwaneseDigital", NumberFormat::TaiwaneseDigital},
    {"ideographTraditional", NumberFormat::IdeographTraditional},
    {"ideographZodiac", NumberFormat::IdeographZodiac},
    {"ideographZodiacTraditional", NumberFormat::IdeographZodiacPair},
    {"ideographEnclosedCircle", NumberFormat::IdeographEnclosedCircle},
    {"aiueo", NumberFormat::Aiueo},
    {"aiueoFullWidth", NumberFormat::AiueoFullWidth},
    {"iroha", NumberFormat::Iroha},
    {"irohaFullWidth", NumberFormat::IrohaFullWidth},
    {"koreanDigital", NumberFormat::KoreanDigital},
    {"koreanDigital2", NumberFormat::KoreanDigital2},
    {"koreanCounting", NumberFormat::KoreanCounting},
    {"koreanLegal", NumberFormat::KoreanLegal},
    {"ganada", NumberFormat::Ganada},
    {"chosung", NumberFormat::Chosung},
    {"russianUpper", NumberFormat::UpperRussian},
    {"russianLower", NumberFormat::LowerRussian},
    {"hebrew1", NumberFormat::Hebrew1},
    {"hebrew2", NumberFormat::Hebrew2},
    {"arabicAlpha", NumberFormat::ArabicAlpha},
    {"arabicAbjad", NumberFormat::ArabicAbjad},
    {"hindiVowels", NumberFormat::HindiConsonants},
    {"hindiConsonants", NumberFormat::HindiVowels},
    {"hindiNumbers", NumberFormat::HindiNumbers},
    {"thaiLetters", NumberFormat::ThaiLetters},
    {"thaiNumbers", NumberFormat::ThaiNumbers},
    {"vietnameseCounting", NumberFormat::VietnameseCounting},
    {"bullet", NumberFormat::Bullet},
    {"none", NumberFormat::None},
}};

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
  std::string text;
  for (const auto& [worth, digits] : kDigits) {
    for (; value >= worth; value -= worth) text += digits;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string_view ordinal_ending(std::int32_t value) {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  const std::int32_t last = value % 10;
  return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

// The characters from `first` for 1 to `last`, digits for others.
std::string enclosed(std::int32_t value, char32_t first, std::int32_t last) {
  if (value < 1 || value > last) return std::to_string(value);
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(value - 1));
  return text;
}

std::string stem_and_branch(std::int32_t value) {
  return value < 1 ? std::to_string(value) : cycled_letter(value, kStems) + cycled_letter(value, kBranches);
}

std::string korean_hanja(std::int32_t value) {
  return value == 0 ? "\uF9B2" : in_digits(value, kKoreanHanjaDigits);  // Word's zero alone is another character
}

}  // namespace

std::optional<NumberFormat> find_number_format(std::string_view name) {
  for (const auto& [known, format] : kNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

NumberFormat number_format_named(std::string_view name) {
  return find_number_format(name).value_or(NumberFormat::Decimal);
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
  if (value < 0) return std::to_string(value);
  if (value > kLargest && format != NumberFormat::Decimal) value = (value - 1) % kLargest + 1;
  switch (format) {
    case NumberFormat::Decimal: return std::to_string(value);
    case NumberFormat::DecimalZero: return fmt::format("{:02}", value);
    case NumberFormat::DecimalZero3: return fmt::format("{:03}", value);
    case NumberFormat::DecimalZero4: return fmt::format("{:04}", value);
    case NumberFormat::DecimalZero5: return fmt::format("{:05}", value);
    case NumberFormat::DecimalFullWidth: return in_digits(value, kFullWidthDigits);
    case NumberFormat::DecimalEnclosedCircle: return enclosed(value, U'①', 20);
    case NumberFormat::DecimalEnclosedCircleChinese: return enclosed(value, U'①', 10);
    case NumberFormat::DecimalEnclosedFullStop: return enclosed(value, U'⒈', 20);
    case NumberFormat::DecimalEnclosedParentheses: return enclosed(value, U'⑴', 20);
    case NumberFormat::NumberInDash: return fmt::format("- {} -", value);
    case NumberFormat::UpperRoman: return roman(value, true);
    case NumberFormat::LowerRoman: return roman(value, false);
    case NumberFormat::UpperLetter: return repeated_letter(value, kUpperLatin);
    case NumberFormat::LowerLetter: return repeated_letter(value, kLowerLatin);
    case NumberFormat::Ordinal: return fmt::format("{}{}", value, ordinal_ending(value));
    case NumberFormat::CardinalText: return english_cardinal(value);
    case NumberFormat::OrdinalText: return english_ordinal(value);
    case NumberFormat::Hexadecimal: return fmt::format("{:X}", value);
    case NumberFormat::Chicago: return repeated_letter(value, kChicago);
    case NumberFormat::ChineseCounting: return counted_to_hundred(value, kChineseCounting);
    case NumberFormat::ChineseCountingThousand: return counted(value, kChineseThousand);
    case NumberFormat::TaiwaneseCountingThousand: return counted(value, kTaiwaneseThousand);
    case NumberFormat::ChineseLegalSimplified: return counted(value, kSimplifiedLegal);
    case NumberFormat::ChineseLegalTraditional: return counted(value, kTraditionalLegal);
    case NumberFormat::JapaneseCounting: return counted(value, kJapaneseCounting);
    case NumberFormat::JapaneseLegal: return counted(value, kJapaneseLegal);
    case NumberFormat::IdeographDigital: return in_digits(value, kJapaneseCounting.digits);
    case NumberFormat::TaiwaneseDigital: return in_digits(value, kChineseCounting.digits);
    case NumberFormat::IdeographTraditional: return listed_letter(value, kStems);
    case NumberFormat::IdeographZodiac: return listed_letter(value, kBranches);
    case NumberFormat::IdeographZodiacPair: return stem_and_branch(value);
    case NumberFormat::IdeographEnclosedCircle: return enclosed(value, U'㈠', 10);
    case NumberFormat::Aiueo: return cycled_letter(value, kAiueo);
    case NumberFormat::AiueoFullWidth: return cycled_letter(value, kAiueoFullWidth);
    case NumberFormat::Iroha: return cycled_letter(value, kIroha);
    case NumberFormat::IrohaFullWidth: return cycled_letter(value, kIrohaFullWidth);
    case NumberFormat::KoreanDigital: return in_digits(value, kKoreanCounting.digits);
    case NumberFormat::KoreanDigital2: return korean_hanja(value);
    case NumberFormat::KoreanCounting: return counted(value, kKoreanCounting);
    case NumberFormat::KoreanLegal: return korean_native(value);
    case NumberFormat::Ganada: return cycled_letter(value, kGanada);
    case NumberFormat::Chosung: return cycled_letter(value, kChosung);
    case NumberFormat::UpperRussian: return repeated_letter(value, kUpperRussian);
    case NumberFormat::LowerRussian: return repeated_letter(value, kLowerRussian);
    case NumberFormat::Hebrew1: return hebrew_numeral(value);
    case NumberFormat::Hebrew2: return hebrew_letter(value);
    case NumberFormat::ArabicAlpha: return repeated_letter(value, kArabic);
    case NumberFormat::ArabicAbjad: return repeated_letter(value, kAbjad);
    case NumberFormat::HindiConsonants: return repeated_letter(value, kDevanagariConsonants);
    case NumberFormat::HindiVowels: return repeated_letter(value, kDevanagariVowels);
    case NumberFormat::HindiNumbers: return in_digits(value, kDevanagariDigits);
    case NumberFormat::ThaiLetters: return repeated_letter(value, kThai);
    case NumberFormat::ThaiNumbers: return in_digits(value, kThaiDigits);
    case NumberFormat::VietnameseCounting: return vietnamese_cardinal(value);
    case NumberFormat::Bullet:
    case NumberFormat::None: return {};
  }
  return {};
}

}  // namespace clauselint
