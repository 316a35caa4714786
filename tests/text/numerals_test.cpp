// Numbers in words and digits.
#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <string>

#include "text/numerals.hpp"

namespace clauselint {
namespace {

// The amount and the words it was read from: `24 of "twenty-four"`.
std::string read_with(Numeral (*reader)(std::string_view), std::string_view text) {
  const Numeral number = reader(text);
  std::string amount = std::to_string(number.amount);
  amount.erase(amount.find_last_not_of('0') + 1);
  if (amount.back() == '.') amount.pop_back();
  return amount + " of " + std::string(text.substr(0, number.size));
}

std::string english(std::string_view text) { return read_with(read_english_number, text); }
std::string chinese(std::string_view text) { return read_with(read_chinese_number, text); }
std::string digits(std::string_view text) { return read_with(read_digits, text); }

TEST_CASE("English number words add up") {
  CHECK(english("one") == "1 of one");
  CHECK(english("twenty-four (24)") == "24 of twenty-four");
  CHECK(english("Ninety five days") == "95 of Ninety five");
  CHECK(english("one hundred and eighty days") == "180 of one hundred and eighty");
  CHECK(english("FIVE HUNDRED THOUSAND") == "500000 of FIVE HUNDRED THOUSAND");
  CHECK(english("two million three hundred thousand and one") ==
        "2300001 of two million three hundred thousand and one");
}

TEST_CASE("halves belong to the number") {
  CHECK(english("one and a half years") == "1.5 of one and a half");
  CHECK(english("four and one-half percent") == "4.5 of four and one-half");
  CHECK(english("one-half year") == "0.5 of one-half");
}

TEST_CASE("words that do not add up end the number") {
  CHECK(english("two and three years") == "2 of two");
  CHECK(english("twenty thirty") == "20 of twenty");
  CHECK(english("nineteen ninety") == "19 of nineteen");
  CHECK(english("hundred").starts_with("0 of"));
  CHECK(english("someone").starts_with("0 of"));
}

TEST_CASE("Chinese numerals of both scripts are read") {
  CHECK(chinese("十五日") == "15 of 十五");
  CHECK(chinese("二十四个月") == "24 of 二十四");
  CHECK(chinese("贰拾肆个月") == "24 of 贰拾肆");
  CHECK(chinese("一百二十天") == "120 of 一百二十");
  CHECK(chinese("一千零五十元") == "1050 of 一千零五十");
  CHECK(chinese("两万三千") == "23000 of 两万三千");
  CHECK(chinese("壹亿贰仟万元") == "120000000 of 壹亿贰仟万");
  CHECK(chinese("二〇二四年") == "2024 of 二〇二四");
  CHECK(chinese("三点五个") == "3.5 of 三点五");
}

TEST_CASE("Chinese characters that make no number are none") {
  for (const char* const text : {"万一", "百分之五", "二三十天", "个月"}) {
    CAPTURE(text);
    CHECK(read_chinese_number(text).size == 0);
  }
}

TEST_CASE("digits of either width are read with their separators") {
  CHECK(digits("1,000.50 per") == "1000.5 of 1,000.50");
  CHECK(digits("３６个月") == "36 of ３６");
  CHECK(digits("１，０００元") == "1000 of １，０００");
  CHECK(digits("1,2 and") == "1 of 1");
  CHECK(digits("24. Next") == "24 of 24");
}

TEST_CASE("a label with two points is no number") { CHECK(read_digits("7.3.1 Goods").size == 0); }

TEST_CASE("the table of number words is in alphabetical order") {
  CHECK(std::is_sorted(std::begin(kNumberWords), std::end(kNumberWords),
                       [](const NumberWord& a, const NumberWord& b) { return a.word < b.word; }));
}

}  // namespace
}  // namespace clauselint
