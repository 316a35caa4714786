// List numbers in words: English, Vietnamese, and the counting of China, Japan and Korea.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ooxml/number_letters.hpp"

namespace clauselint {

/// `Twenty-one`, or `Twenty-first`.
std::string english_cardinal(std::int32_t value);
std::string english_ordinal(std::int32_t value);

/// `hai mươi mốt`; digits above 1000.
std::string vietnamese_cardinal(std::int32_t value);

/// When the one before ten, hundred and thousand is silent.
enum class SilentOne : std::uint8_t { Always, InTeens, Never };

/// How a counting system of East Asia writes a number; letters with a blank between them.
struct Counting {
  Alphabet digits;  ///< from 0 on
  Alphabet units;   ///< ten, hundred, thousand
  std::string_view myriad;
  SilentOne silent_one = SilentOne::InTeens;
  bool silent_one_myriad = false;
  bool zero_in_gaps = false;  ///< once, where digits are left out between others
};

/// 0 ... 32767 as Word writes it.
std::string counted(std::int32_t value, const Counting& counting);

/// Counted below 100, then digit by digit.
std::string counted_to_hundred(std::int32_t value, const Counting& counting);

/// The native Korean words below 100.
std::string korean_native(std::int32_t value);

extern const Counting kChineseCounting;    ///< 十二, 一○一
extern const Counting kChineseThousand;    ///< 一百〇一
extern const Counting kTaiwaneseThousand;  ///< 一百零一
extern const Counting kSimplifiedLegal;    ///< 壹佰零壹
extern const Counting kTraditionalLegal;
extern const Counting kJapaneseCounting;  ///< 百一
extern const Counting kJapaneseLegal;     ///< 壱百壱
extern const Counting kKoreanCounting;    ///< 백일
extern const Alphabet kKoreanHanjaDigits;

}  // namespace clauselint
