// The words around a value that make it a limit.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Bound bound_in(std::string_view text) {
  const std::vector<Value> values = values_of(text);
  REQUIRE(values.size() == 1);
  return values[0].bound;
}

TEST_CASE("words that cap a value make it at most") {
  for (const char* const text : {"within thirty (30) days", "within a period of 30 days", "not later than 5 days",
                                 "no more than 2 days", "in no event more than 90 days", "shall not exceed 5%",
                                 "up to 6 months", "不超过3年", "3日内", "3日以内", "最迟5天"}) {
    CAPTURE(text);
    CHECK(bound_in(text) == Bound::AtMost);
  }
}

TEST_CASE("words that floor a value make it at least") {
  for (const char* const text : {"at least 12 months", "not less than 3 years", "in no event be less than 5 days",
                                 "a minimum of five years", "more than 3 days", "不少于5年", "不低于2年", "2次以上"}) {
    CAPTURE(text);
    CHECK(bound_in(text) == Bound::AtLeast);
  }
}

TEST_CASE("a bare value is exact") {
  CHECK(bound_in("is 12 months from delivery") == Bound::Exact);
  CHECK(bound_in("质保期为12个月") == Bound::Exact);
}

}  // namespace
}  // namespace clauselint
