// How Word writes a list number: 8, viii, 八, ⑧, 辛 ...
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clauselint {

enum class NumberFormat : std::uint8_t {
  Decimal,
  DecimalZero,   ///< at least two digits
  DecimalZero3,  ///< at least three, four, five digits
  DecimalZero4,
  DecimalZero5,
  DecimalFullWidth,
  DecimalEnclosedCircle,         ///< ① to ⑳, then digits
  DecimalEnclosedCircleChinese,  ///< ① to ⑩, then digits
  DecimalEnclosedFullStop,
  DecimalEnclosedParentheses,
  NumberInDash,
  UpperRoman,
  LowerRoman,
  UpperLetter,
  LowerLetter,
  Ordinal,       ///< 1st
  CardinalText,  ///< One
  OrdinalText,   ///< First
  Hexadecimal,
  Chicago,                    ///< * † ‡ §
  ChineseCounting,            ///< 十二; from 100 on digit by digit
  ChineseCountingThousand,    ///< 一百〇一
  TaiwaneseCountingThousand,  ///< 一百零一
  ChineseLegalSimplified,     ///< 壹拾贰
  ChineseLegalTraditional,    ///< 壹拾貳
  JapaneseCounting,           ///< 百一
  JapaneseLegal,              ///< 壱百壱
  IdeographDigital,           ///< 一〇一
  TaiwaneseDigital,           ///< 一○一
  IdeographTraditional,       ///< 甲乙丙
  IdeographZodiac,            ///< 子丑寅
  IdeographZodiacPair,        ///< 甲子
  IdeographEnclosedCircle,    ///< ㈠
  Aiueo,
  AiueoFullWidth,
  Iroha,
  IrohaFullWidth,
  KoreanDigital,   ///< 일영일
  KoreanDigital2,  ///< 一零一
  KoreanCounting,  ///< 백일
  KoreanLegal,     ///< 하나
  Ganada,
  Chosung,
  UpperRussian,
  LowerRussian,
  Hebrew1,  ///< numerals
  Hebrew2,  ///< the alphabet
  ArabicAlpha,
  ArabicAbjad,
  HindiConsonants,  ///< what Word writes for hindiVowels
  HindiVowels,      ///< what Word writes for hindiConsonants
  HindiNumbers,
  ThaiLetters,
  ThaiNumbers,
  VietnameseCounting,
  Bullet,
  None,
};

/// The format that `w:numFmt` names; nullopt for what Word does not know either. Thai and Hindi words, baht and dollars
/// are known, but written in digits.
std::optional<NumberFormat> find_number_format(std::string_view name);

/// The same; Decimal for names that are not known, as Word does.
NumberFormat number_format_named(std::string_view name);

/// The format that a custom pattern means (`001, 002, 003, ...`).
NumberFormat number_format_of_pattern(std::string_view pattern);

/// The number as Word writes it; empty for bullets, for None, and for 0 in letters and Roman numerals. At most 400 bytes.
/// Above 32767 every format but Decimal starts over from 1.
std::string format_number(std::int32_t value, NumberFormat format);

}  // namespace clauselint
