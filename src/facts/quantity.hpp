// The number at the head of a value: digits, words, both (`thirty (30)`), a range, or a blank in its place.
#pragma once

#include <cstddef>
#include <string_view>

namespace clauselint::facts {

/// What stands where a number stands: bytes [begin, end); `end` 0 when nothing does.
struct Quantity {
  std::size_t begin = 0;
  std::size_t end = 0;
  double amount = 0;
  bool blank = false;
  bool alone = false;  ///< a blank that needs no unit to be one
  bool words_differ = false;
  bool in_words = false;        ///< no digits anywhere
  bool han = false;             ///< begins with a Chinese numeral
  bool percent_inside = false;  ///< `five (5%)`
  bool clock = false;           ///< `07.30`, `1800`: may be a time of the day
  bool year_like = false;       ///< four digits, 1900 to 2100
  bool bracketed = false;       ///< `[24]`, `(24)`, nothing before the bracket
};

/// One number or blank at `at`, with what repeats it in brackets.
Quantity read_quantity(std::string_view text, std::size_t at);

/// `5-10`, `3至5`, `twelve (12) to eighteen (18)`: the second number counts; `end` 0 when it is no range.
Quantity read_range(std::string_view text, const Quantity& first);

/// Behind the blanks and the closing bracket at `at`; 0 when there is none.
std::size_t over_closing(std::string_view text, std::size_t at);

}  // namespace clauselint::facts
