// Durations: what is one, and what only looks like one.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Lines durations(std::string_view text) { return values_in(text, ValueKind::Duration); }

TEST_CASE("a number and a unit in English are a duration") {
  CHECK(durations("for 24 months") == Lines{"24 months = P24M"});
  CHECK(durations("a 24-month term") == Lines{"24-month = P24M"});
  CHECK(durations("eighteen months") == Lines{"eighteen months = P18M"});
  CHECK(durations("a period of one year") == Lines{"one year = P1Y"});
  CHECK(durations("4 hrs or 30 minutes") == Lines{"4 hrs = PT4H", "30 minutes = PT30M"});
  CHECK(durations("3 month(s)") == Lines{"3 month(s) = P3M"});
}

TEST_CASE("words and digits that repeat each other are one duration") {
  CHECK(durations("twenty-four (24) months") == Lines{"twenty-four (24) months = P24M"});
  CHECK(durations("24 (twenty-four) months") == Lines{"24 (twenty-four) months = P24M"});
  CHECK(durations("ninety-(90) day period") == Lines{"ninety-(90) day = P90D"});
  CHECK(durations("one year (12 months)") == Lines{"one year (12 months) = P1Y"});
  CHECK(durations("thirty days (30)") == Lines{"thirty days (30) = P30D"});
  CHECK(durations("二十四（24）个月") == Lines{"二十四（24）个月 = P24M"});
  CHECK(durations("12个月（十二个月）") == Lines{"12个月（十二个月） = P12M"});
}

TEST_CASE("words and digits that disagree are told, and the digits count") {
  CHECK(durations("twelve (18) months") == Lines{"twelve (18) months = P18M differ"});
  CHECK(durations("十二（18）个月") == Lines{"十二（18）个月 = P18M differ"});
}

TEST_CASE("Chinese durations are read in every script and width") {
  CHECK(durations("质保期24个月") == Lines{"24个月 = P24M"});
  CHECK(durations("贰拾肆个月") == Lines{"贰拾肆个月 = P24M"});
  CHECK(durations("３６个月") == Lines{"３６个月 = P36M"});
  CHECK(durations("两年") == Lines{"两年 = P2Y"});
  CHECK(durations("半年、一年半、一个半月") == Lines{"半年 = P6M", "一年半 = P18M", "一个半月 = P1.5M"});
  CHECK(durations("十五日，15天") == Lines{"十五日 = P15D", "15天 = P15D"});
  CHECK(durations("24小时，30分钟，2周") == Lines{"24小时 = PT24H", "30分钟 = PT30M", "2周 = P2W"});
  CHECK(durations("12 個 月") == Lines{"12 個 月 = P12M"});
}

TEST_CASE("half units become whole ones") {
  CHECK(durations("one and a half years") == Lines{"one and a half years = P18M"});
  CHECK(durations("half a year") == Lines{"half a year = P6M"});
  CHECK(durations("半个月") == Lines{"半个月 = P15D"});
}

TEST_CASE("years and months together are months") {
  CHECK(durations("two years and six months") == Lines{"two years and six months = P30M"});
  CHECK(durations("一年零六个月") == Lines{"一年零六个月 = P18M"});
  CHECK(durations("质保期为1年零6个月") == Lines{"1年零6个月 = P18M"});
}

TEST_CASE("working days are marked") {
  CHECK(durations("5 working days") == Lines{"5 working days = P5D working"});
  CHECK(durations("ten (10) Business Days") == Lines{"ten (10) Business Days = P10D working"});
  CHECK(durations("thirty (30) calendar days") == Lines{"thirty (30) calendar days = P30D"});
  CHECK(durations("五个工作日内") == Lines{"五个工作日 = P5D working"});
  CHECK(durations("7个自然日") == Lines{"7个自然日 = P7D"});
  CHECK(durations("the next business day") == Lines{"next business day = P1D working"});
  CHECK(durations("by the end of the same working day") == Lines{"same working day = P1D working"});
  CHECK(durations("on the following Business Day") == Lines{"following Business Day = P1D working"});
  CHECK(durations("乙方应在报修当日内响应。") == Lines{"当日 = P1D"});
  CHECK(durations("当日气温较低。").empty());
  CHECK(durations("下一个工作日") == Lines{"下一个工作日 = P1D working"});
}

TEST_CASE("the running hours of a machine are no time") {
  CHECK(durations("24 months or 4,000 running hours") == Lines{"24 months = P24M"});
  CHECK(durations("10 running days") == Lines{"10 running days = P10D"});
}

TEST_CASE("a possessive belongs to the unit") {
  CHECK(durations("ninety days' notice") == Lines{"ninety days' = P90D"});
  CHECK(durations("one month's notice") == Lines{"one month's = P1M"});
  CHECK(durations("the '30 days' of Clause 5") == Lines{"30 days' = P30D"});
}

TEST_CASE("a range counts with its longer end") {
  CHECK(durations("3 to 5 business days") == Lines{"3 to 5 business days = P5D working"});
  CHECK(durations("3-5个工作日") == Lines{"3-5个工作日 = P5D working"});
}

TEST_CASE("a blank before a unit is a blank duration") {
  for (const char* const text : {"[●] months", "[___] days", "____ months", "[***] months", "[number] days",
                                 "【 】个月", "___年", "{{x}} 年", "XX个月", "×个月"}) {
    CAPTURE(text);
    CHECK(durations(text) == Lines{std::string(text) + " = BLANK"});
  }
}

TEST_CASE("a gap where the number should be is a blank duration") {
  CHECK(durations("货物到达目的港后 日内") == Lines{" 日 = BLANK"});
  CHECK(durations("保修期为 个月") == Lines{" 个月 = BLANK"});
}

TEST_CASE("brackets around a number are no blank") {
  CHECK(durations("[24] months") == Lines{"[24] months = P24M"});
  CHECK(durations("移交后（１２）个月内") == Lines{"（１２）个月 = P12M"});
}

TEST_CASE("dates and ordinals are no durations") {
  for (const char* const text : {"2024年", "5月1日", "2023年12月31日", "May 24", "year 2024", "第2年", "一年级",
                                 "Day 1", "first month", "某一日", "自收到之日起", "每月15日", "Year 1 Year 2",
                                 "[***] Year 13", "一九九八年", "19__年", "the eleventh (11) Business Day"}) {
    CAPTURE(text);
    CHECK(durations(text).empty());
  }
}

TEST_CASE("ages, rates, service windows and clock times are no durations") {
  for (const char* const text :
       {"18 years of age", "24/7", "7×24小时", "24 hours a day, 7 days a week", "每天24小时", "24小时热线",
        "24-hour hotline", "7 x 24h support", "07.30 hours", "1800 hours", "60周岁", "any one (1) year"}) {
    CAPTURE(text);
    CHECK(durations(text).empty());
  }
}

TEST_CASE("Chinese words that begin like a unit are no durations") {
  for (const char* const text : {"500日元", "三天然气", "一个", "一切", "（四十七）周假"}) {
    CAPTURE(text);
    CHECK(durations(text).empty());
  }
}

TEST_CASE("a row of a table gives each of its durations") {
  CHECK(durations("1 2 hours 4 hours 8 hours") == Lines{"2 hours = PT2H", "4 hours = PT4H", "8 hours = PT8H"});
}

}  // namespace
}  // namespace clauselint
