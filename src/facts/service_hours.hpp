// Service hours: when somebody answers, by the clock and the days of the week.
#pragma once

#include <cstddef>
#include <string_view>

#include "facts/found.hpp"

namespace clauselint::facts {

/// `24x7`, 7×24小时, `8:30-17:30`, `Monday to Friday 9:00 to 17:00`, 每周一至周五9:00至18:00, `24 hours, 7 days a week`, at
/// a digit, a letter or a Han character. `detail` is `24x7`, `09:00-17:00 Mon-Fri`, `24h`.
MaybeFound read_service_hours(std::string_view text, std::size_t at);

/// `twenty-four (24) hours a day`, `8 hours a day, 5 days a week`: the hours that `quantity` counts.
MaybeFound read_hours_a_day(std::string_view text, const Quantity& quantity);

/// The words [begin, end) say `24-hour` or 全天24小时; the days may stand beside them.
Found whole_day_hours(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace clauselint::facts
