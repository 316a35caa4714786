// Values in words, compared, and read back.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Value parsed(const std::string& text) {
  Value value;
  CAPTURE(text);
  REQUIRE(parse_value(text, value));
  return value;
}

TEST_CASE("a value is read from a matter file by its leading words") {
  CHECK(canonical(parsed("12 months")) == "P12M");
  CHECK(canonical(parsed("7 years after last delivery")) == "P7Y");
  CHECK(canonical(parsed("18 months from shipment")) == "P18M");
  CHECK(canonical(parsed("10 working days")) == "P10D");
  CHECK(parsed("10 working days").working);
  CHECK(canonical(parsed("within 4 hours")) == "PT4H");
  CHECK(canonical(parsed(" 24个月 ")) == "P24M");
  CHECK(canonical(parsed("5 %")) == "5%");
  CHECK(canonical(parsed("RMB 5,000")) == "CNY 5000");
  CHECK(canonical(parsed("3 repeats in 90 days")) == "3");
}

TEST_CASE("words are no value") {
  Value value;
  for (const char* const text :
       {"supplier", "", "customer after the first visit", "the supplier within 30 days", "4th floor"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_value(text, value));
  }
}

TEST_CASE("values are spelled as contracts of the language write them") {
  const auto both = [](const std::string& text) {
    const Value value = parsed(text);
    return spelled(value, Language::En) + " | " + spelled(value, Language::Zh);
  };
  CHECK(both("24个月") == "24 months | 24个月");
  CHECK(both("1 month") == "1 month | 1个月");
  CHECK(both("two years") == "2 years | 2年");
  CHECK(both("10个工作日") == "10 working days | 10个工作日");
  CHECK(both("4 hours") == "4 hours | 4小时");
  CHECK(both("30 days") == "30 days | 30日");
  CHECK(both("[●] months") == "[●] months | [●]个月");
  CHECK(both("5 percent") == "5% | 5%");
  CHECK(both("RMB 12500.5") == "RMB 12,500.50 | 人民币12,500.50元");
  CHECK(both("US$ 1 million") == "USD 1,000,000 | 1,000,000美元");
  CHECK(both("three times") == "3 times | 3次");
  CHECK(both("2024-12-31") == "31 December 2024 | 2024年12月31日");
}

TEST_CASE("what is spelled is read back as the same value") {
  for (const char* const text :
       {"24 months", "1 year", "10 working days", "4 hours", "30 minutes", "2 weeks", "RMB 5,000", "5%", "3 times"}) {
    for (const Language language : {Language::En, Language::Zh}) {
      const Value value = parsed(text);
      CHECK(same_value(parsed(spelled(value, language)), value));
    }
  }
}

TEST_CASE("the same time in other units is the same value") {
  CHECK(same_value(parsed("24 months"), parsed("2 years")));
  CHECK(same_value(parsed("48 hours"), parsed("2 days")));
  CHECK(same_value(parsed("二十四（24）个月"), parsed("two years")));
  CHECK_FALSE(same_value(parsed("12 months"), parsed("365 days")));
  CHECK_FALSE(same_value(parsed("5 working days"), parsed("5 days")));
  CHECK_FALSE(same_value(parsed("[●] months"), parsed("12 months")));
  CHECK_FALSE(same_value(parsed("RMB 5"), parsed("USD 5")));
  const auto text = [](const char* words) {
    Value value;
    value.kind = ValueKind::Text;
    value.detail = words;
    return value;
  };
  CHECK(same_value(text("the fees paid, 12 months, 50%"), text("50%, 过去12个月的服务费")));
  CHECK_FALSE(same_value(text("the fees paid, 12 months"), text("过去6个月的服务费")));
  CHECK_FALSE(same_value(text("the fees paid"), text("the contract price")));
}

TEST_CASE("durations are ordered by hours") {
  CHECK(in_hours(parsed("2 days")) == 48);
  CHECK(in_hours(parsed("1 month")) == 720);
  CHECK(in_hours(parsed("24 months")) == in_hours(parsed("2 years")));
  CHECK(in_hours(parsed("90 minutes")) == 1.5);
}

TEST_CASE("canonical keeps the unit of the text") {
  CHECK(canonical(parsed("one year")) == "P1Y");
  CHECK(canonical(parsed("2 weeks")) == "P2W");
  CHECK(canonical(parsed("人民币1,000万元")) == "CNY 10000000");
  CHECK(canonical(parsed("[***]")) == "BLANK");
}

}  // namespace
}  // namespace clauselint
