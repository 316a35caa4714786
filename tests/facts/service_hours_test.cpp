#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

using namespace clauselint;

namespace {

Lines hours(std::string_view text) { return values_in(text, ValueKind::Hours); }
Lines durations(std::string_view text) { return values_in(text, ValueKind::Duration); }

}  // namespace

TEST_CASE("the clock and the days of the week are service hours") {
  CHECK(hours("Support is given 8:30-17:30.") == Lines{"8:30-17:30 = 8:30-17:30"});
  CHECK(hours("the hours between 8:00 a.m., Eastern Time, and 5:00 p.m., Eastern Time") ==
        Lines{"8:00 a.m., Eastern Time, and 5:00 p.m. = 8:00-17:00"});
  CHECK(hours("open 9:00 a.m. to 5:00 p.m. Beijing time, Monday to Friday, by telephone") ==
        Lines{"9:00 a.m. to 5:00 p.m. Beijing time, Monday to Friday = 9:00-17:00 Mon-Fri"});
  CHECK(hours("Monday through Saturday from 8am until 6 pm") ==
        Lines{"Monday through Saturday from 8am until 6 pm = 8:00-18:00 Mon-Sat"});
  CHECK(hours("weekdays (7.30 to 16.00)") == Lines{"weekdays (7.30 to 16.00 = 07:30-16:00 Mon-Fri"});
  CHECK(hours("from 0800 hours to 1730 hours on business days") ==
        Lines{"0800 hours to 1730 hours on business days = 08:00-17:30 working days"});
  CHECK(hours("9:00-5:00 PST, 07:30 to 16:00") == Lines{"9:00-5:00 PST, 07:30 to 16:00 = 9:00-17:00 07:30-16:00"});
  CHECK(hours("1-5 pm and 9-5 pm") == Lines{"1-5 pm and 9-5 pm = 13:00-17:00 9:00-17:00"});
}

TEST_CASE("Chinese service hours") {
  CHECK(hours("服务时间为每周一至周五 9:00至18:00，法定节假日除外。") ==
        Lines{"每周一至周五 9:00至18:00，法定节假日除外 = 9:00-18:00 Mon-Fri except holidays"});
  CHECK(hours("工作日8：30－12：00，13：30－17：30提供支持") ==
        Lines{"工作日8：30－12：00，13：30－17：30 = 8:30-12:00 13:30-17:30 working days"});
  CHECK(hours("上午9点至下午5点半接听") == Lines{"上午9点至下午5点半 = 9:00-17:30"});
  CHECK(hours("星期一到星期日8:00-20:00") == Lines{"星期一到星期日8:00-20:00 = 8:00-20:00 Mon-Sun"});
}

TEST_CASE("round the clock, however it is written") {
  CHECK(hours("24x7 support") == Lines{"24x7 = 24x7"});
  CHECK(hours("a 24/7 hotline") == Lines{"24/7 = 24x7"});
  CHECK(hours("7×24小时热线，7天24小时服务") == Lines{"7×24小时 = 24x7", "7天24小时 = 24x7"});
  CHECK(hours("24 hours a day, seven (7) days a week, by mail") ==
        Lines{"24 hours a day, seven (7) days a week = 24x7"});
  CHECK(hours("24 hours, 7 days a week") == Lines{"24 hours, 7 days a week = 24x7"});
  CHECK(hours("7 days a week, 24 hours a day") == Lines{"24 hours a day = 24x7"});
  CHECK(hours("提供24小时热线，全天24小时值守") == Lines{"24小时 = 24h", "24小时 = 24h"});
  CHECK(hours("around the clock") == Lines{"around the clock = 24h"});
  CHECK(hours("8 hours a day, 5 days a week") == Lines{"8 hours a day, 5 days a week = 8x5"});
  CHECK(hours("a 24-hour help desk from Monday to Friday") ==
        Lines{"24-hour help desk from Monday to Friday = 24h Mon-Fri"});
}

TEST_CASE("durations, dates, ratios and references are no service hours") {
  CHECK(hours("within 24 hours on working days").empty());
  CHECK(durations("within 24 hours on working days") == Lines{"24 hours = PT24H"});
  CHECK(hours("from 2019 to 2020, on 24/7/2021, Section 8.30 to 9.15, a ratio of 3:1 to 4:1, 5-10 days").empty());
  CHECK(hours("接到报修后24小时内响应，2小时内到场").empty());
  CHECK(durations("接到报修后24小时内响应，2小时内到场") == Lines{"24小时 = PT24H", "2小时 = PT2H"});
  CHECK(hours("a specialist at 8 hours a day").empty());
}

TEST_CASE("service hours read well in both languages") {
  const std::vector<Value> values = values_of("Monday to Friday 9:00-17:00");
  REQUIRE(values.size() == 1);
  CHECK(spelled(values[0], Language::En) == "9:00-17:00 Mon-Fri");
  CHECK(spelled(values[0], Language::Zh) == "9:00-17:00 周一至周五");
}

TEST_CASE("all of the hours and all of the days") {
  for (const char* const text : {"7d/7d 24h/24h", "24/24, 7/7", "24h/24 and 7d/7", "7j/7, 24h/24"}) {
    CAPTURE(text);
    CHECK(values_in("open " + std::string(text) + " for calls", ValueKind::Hours) ==
          Lines{std::string(text) + " = 24x7"});
  }
  CHECK(values_in("open 24h/24", ValueKind::Hours) == Lines{"24h/24 = 24h"});
  CHECK(values_in("a 24-hour customer service", ValueKind::Hours) == Lines{"24-hour = 24h"});
  CHECK(values_in("24 hour non-interrupted maintenance", ValueKind::Hours) == Lines{"24 hour = 24h"});
  for (const char* const text :
       {"24/24/2024", "item 7/7 of 24", "a 24-hour response", "within 24 hours on request",
        "a 24-hour on-site response", "24 hour emergency response", "24-hour support response time"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Hours).empty());
  }
}

TEST_CASE("hours of the day without minutes") {
  CHECK(values_in("workdays 8H-20H", ValueKind::Hours) == Lines{"8H-20H = 8:00-20:00"});
  CHECK(values_in("within 2h-4h", ValueKind::Hours).empty());
}
