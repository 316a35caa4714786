// Numbers as contracts write them: digits of any width, English number words, Chinese numerals of both scripts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clauselint {

/// A number read from the start of a text and the bytes it took; size 0 when the text does not start with one.
struct Numeral {
  double amount = 0;
  std::size_t size = 0;
  bool grouped = false;       ///< `1,000`: thousands were set apart, so it is no year and no clock time
  std::uint8_t decimals = 0;  ///< digits after the point, at most 9
  bool leading_zero = false;  ///< `07`, `08.30`
};

/// `24`, `1,000.50`, `３６`. Labels with two points (`7.3.1`) are no numbers.
Numeral read_digits(std::string_view text);

/// `twenty-four`, `one hundred and eighty`, `one and a half`, in any case.
Numeral read_english_number(std::string_view text);

/// `二十四`, `贰拾肆`, `一百二十`, `二〇二四`, `三点五`, `两`. A multiplier alone (`万`, `百`) is no number, `十` is.
Numeral read_chinese_number(std::string_view text);

/// Whether a character can stand in a Chinese numeral.
bool is_chinese_digit(char32_t c);

/// How an English number word joins its neighbours.
enum class NumberWordKind : std::uint8_t { Zero, Unit, Teen, Tens, Hundred, Scale };

struct NumberWord {
  std::string_view word;
  double amount;
  NumberWordKind kind;
};

/// All English number words, in alphabetical order.
inline constexpr NumberWord kNumberWords[] = {
    {"billion", 1e9, NumberWordKind::Scale},   {"eight", 8, NumberWordKind::Unit},
    {"eighteen", 18, NumberWordKind::Teen},    {"eighty", 80, NumberWordKind::Tens},
    {"eleven", 11, NumberWordKind::Teen},      {"fifteen", 15, NumberWordKind::Teen},
    {"fifty", 50, NumberWordKind::Tens},       {"five", 5, NumberWordKind::Unit},
    {"forty", 40, NumberWordKind::Tens},       {"four", 4, NumberWordKind::Unit},
    {"fourteen", 14, NumberWordKind::Teen},    {"fourty", 40, NumberWordKind::Tens},
    {"hundred", 100, NumberWordKind::Hundred}, {"million", 1e6, NumberWordKind::Scale},
    {"nine", 9, NumberWordKind::Unit},         {"nineteen", 19, NumberWordKind::Teen},
    {"ninety", 90, NumberWordKind::Tens},      {"one", 1, NumberWordKind::Unit},
    {"seven", 7, NumberWordKind::Unit},        {"seventeen", 17, NumberWordKind::Teen},
    {"seventy", 70, NumberWordKind::Tens},     {"six", 6, NumberWordKind::Unit},
    {"sixteen", 16, NumberWordKind::Teen},     {"sixty", 60, NumberWordKind::Tens},
    {"ten", 10, NumberWordKind::Teen},         {"thirteen", 13, NumberWordKind::Teen},
    {"thirty", 30, NumberWordKind::Tens},      {"thousand", 1e3, NumberWordKind::Scale},
    {"three", 3, NumberWordKind::Unit},        {"twelve", 12, NumberWordKind::Teen},
    {"twenty", 20, NumberWordKind::Tens},      {"two", 2, NumberWordKind::Unit},
    {"zero", 0, NumberWordKind::Zero},
};

}  // namespace clauselint
