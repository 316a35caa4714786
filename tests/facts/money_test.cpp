// Amounts of money.
#include <catch2/catch.hpp>

#include "facts/values_in.hpp"

namespace clauselint {
namespace {

Lines money(std::string_view text) { return values_in(text, ValueKind::Money); }

TEST_CASE("a currency before the number makes money") {
  CHECK(money("RMB 5,000") == Lines{"RMB 5,000 = CNY 5000"});
  CHECK(money("US$ 1.5 million") == Lines{"US$ 1.5 million = USD 1500000"});
  CHECK(money("$500 and €10 and £7") == Lines{"$500 = USD 500", "€10 = EUR 10", "£7 = GBP 7"});
  CHECK(money("￥1,000,000") == Lines{"￥1,000,000 = CNY 1000000"});
  CHECK(money("人民币100元") == Lines{"人民币100元 = CNY 100"});
  CHECK(money("HK$500") == Lines{"HK$500 = HKD 500"});
}

TEST_CASE("a currency behind the number makes money") {
  CHECK(money("1,000万元") == Lines{"1,000万元 = CNY 10000000"});
  CHECK(money("壹佰万元整") == Lines{"壹佰万元整 = CNY 1000000"});
  CHECK(money("500美元") == Lines{"500美元 = USD 500"});
  CHECK(money("five million dollars") == Lines{"five million dollars = USD 5000000"});
}

TEST_CASE("an amount repeated in brackets is one amount") {
  CHECK(money("FIVE HUNDRED THOUSAND DOLLARS ($500,000)") ==
        Lines{"FIVE HUNDRED THOUSAND DOLLARS ($500,000) = USD 500000"});
  CHECK(money("人民币（大写）：壹佰万元整（￥1,000,000）") ==
        Lines{"人民币（大写）：壹佰万元整（￥1,000,000） = CNY 1000000"});
}

TEST_CASE("an amount whose words and digits disagree is told") {
  CHECK(money("人民币1,000万元（大写：壹佰万元整）") ==
        Lines{"人民币1,000万元（大写：壹佰万元整） = CNY 10000000 differ"});
}

TEST_CASE("another currency in brackets is an amount of its own") {
  CHECK(money("US$100 (RMB 700)") == Lines{"US$100 = USD 100", "RMB 700 = CNY 700"});
}

TEST_CASE("a blank with a currency is a blank amount") {
  CHECK(money("$[***]") == Lines{"$[***] = BLANK"});
  CHECK(money("人民币____元") == Lines{"人民币____元 = BLANK"});
  CHECK(money("＿＿万元") == Lines{"＿＿万元 = BLANK"});
}

TEST_CASE("words that begin like money are none") {
  for (const char* const text : {"元旦", "三元件", "万 仟 佰 拾 元", "Fifty and No/100 Dollars"}) {
    CAPTURE(text);
    CHECK(money(text).empty());
  }
}

}  // namespace
}  // namespace clauselint
