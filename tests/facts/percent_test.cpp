// Percentages and counts.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

TEST_CASE("percentages are read in every way of writing") {
  const auto percents = [](std::string_view text) { return values_in(text, ValueKind::Percent); };
  CHECK(percents("5% and 5 % and 0.05%") == Lines{"5% = 5%", "5 % = 5%", "0.05% = 0.05%"});
  CHECK(percents("five percent (5%)") == Lines{"five percent (5%) = 5%"});
  CHECK(percents("five (5%) percent") == Lines{"five (5%) percent = 5%"});
  CHECK(percents("five per cent") == Lines{"five per cent = 5%"});
  CHECK(percents("百分之五，千分之三，万分之五") == Lines{"百分之五 = 5%", "千分之三 = 0.3%", "万分之五 = 0.05%"});
  CHECK(percents("3‰") == Lines{"3‰ = 0.3%"});
  CHECK(percents("[***] percent ([***]%)") == Lines{"[***] percent ([***]%) = BLANK"});
}

TEST_CASE("a percentage whose words and digits disagree is told") {
  CHECK(values_in("five percent (6%)", ValueKind::Percent) == Lines{"five percent (6%) = 6% differ"});
}

TEST_CASE("a fraction of one percent does not disagree with its digits") {
  CHECK(values_in("one half of one percent (0.5%)", ValueKind::Percent) == Lines{"one percent (0.5%) = 0.5%"});
}

TEST_CASE("times and pieces are counts") {
  const auto counts = [](std::string_view text) { return values_in(text, ValueKind::Count); };
  CHECK(counts("three (3) times") == Lines{"three (3) times = 3 times"});
  CHECK(counts("on two or more separate occasions") == Lines{"two or more separate occasions = 2 times"});
  CHECK(counts("维修两次，更换5台") == Lines{"两次 = 2 times", "5台 = 5 units"});
}

TEST_CASE("idioms are no counts") {
  for (const char* const text : {"第一次", "一次性付清", "最后一次付款", "二次回路", "零件", "附件", "at one time",
                                 "in any one or more instances", "4 Times Square"}) {
    CAPTURE(text);
    CHECK(values_in(text, ValueKind::Count).empty());
  }
}

}  // namespace
}  // namespace clauselint
