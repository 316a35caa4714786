// The numerals that labels are written with: 8, ８, 八, iv, IV, Four.
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint {

/// A numeral read at some place of a text, and the bytes it took; size 0 when there is none.
struct LabelNumeral {
  std::uint32_t value = 0;
  std::uint32_t size = 0;
  std::uint32_t digits = 0;  ///< figures or characters written, leading zeros counted
};

/// ASCII and full-width figures, at most six.
LabelNumeral read_digits(std::string_view text, std::size_t at);

/// 一 … 九十九, 一百零三, 二〇; also the bankers' forms 壹贰叁.
LabelNumeral read_han_numeral(std::string_view text, std::size_t at);

/// A well-formed Roman numeral of i, v, x and l (up to 89), all small or all capital.
LabelNumeral read_roman(std::string_view text, std::size_t at);

/// One … Twenty, FIRST … TENTH.
LabelNumeral read_number_word(std::string_view text, std::size_t at);

}  // namespace clauselint
