// Times of the day and the days of the week, as service hours are told: `9:00 a.m. to 5:00 p.m.`, 周一至周五.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clauselint::facts {

/// Words that were read: up to byte `end`, 0 when there were none; `canonical` as in `09:00-17:00` or `Mon-Fri`.
struct Reading {
  std::size_t end = 0;
  std::string canonical;
  bool sure = true;  ///< false for `7.30 to 18.00`, which only a day or `hours` beside it makes a time
};

/// `8:30-17:30`, `9 a.m. (EST) until 5 p.m.`, `07.30 hours to 1800 hours`, 上午9:00至下午6:00, 8点半到17点.
Reading read_clock_range(std::string_view text, std::size_t at);

/// `Monday to Friday`, `Mon-Sat`, `weekdays`, `7 days a week`, 每周一至周五, 工作日, 每天.
Reading read_days(std::string_view text, std::size_t at);

/// Behind a time zone (`EST`, `Beijing time`, `(GMT+8)`) and the blanks before it, or `at`.
std::size_t over_zone(std::string_view text, std::size_t at);

}  // namespace clauselint::facts
