// How Word writes a list number: 8, viii, 八, ⑧, 辛 ...
#pragma once

#include <cstdint>
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
  DecimalEnclosedCircle,
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
  Chicago,                  ///< * † ‡ §
  ChineseCounting,          ///< 十二; from 100 on digit by digit
  ChineseCountingThousand,  ///< 一百零一
  ChineseLegalSimplified,   ///< 壹拾贰
  ChineseLegalTraditional,  ///< 壹拾貳
  JapaneseCounting,         ///< 百一
  IdeographDigital,         ///< 一〇一
  IdeographTraditional,     ///< 甲乙丙
  IdeographZodiac,          ///< 子丑寅
  IdeographZodiacPair,      ///< 甲子
  IdeographEnclosedCircle,  ///< ㊀
  Bullet,
  None,
};

/// The format that `w:numFmt` names; Decimal for names without an entry, as other readers do.
NumberFormat number_format_named(std::string_view name);

/// The format that a custom pattern means (`001, 002, 003, ...`).
NumberFormat number_format_of_pattern(std::string_view pattern);

/// The number as Word writes it; empty for bullets, for None, and for 0 in letters and Roman numerals.
std::string format_number(std::int32_t value, NumberFormat format);

}  // namespace clauselint
