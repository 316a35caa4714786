// How list numbers are written.
#include "ooxml/number_format.hpp"

#include <catch2/catch.hpp>

using namespace clauselint;

namespace {

std::string written(std::string_view format, std::int32_t value) {
  return format_number(value, number_format_named(format));
}

}  // namespace

TEST_CASE("Latin and Roman numbers are written as Word does") {
  CHECK(written("decimal", 12) == "12");
  CHECK(written("decimalZero", 7) == "07");
  CHECK(written("decimalZero", 0) == "00");
  CHECK(written("lowerRoman", 1994) == "mcmxciv");
  CHECK(written("upperRoman", 14) == "XIV");
  CHECK(written("lowerLetter", 3) == "c");
  CHECK(written("ordinal", 112) == "112th");
  CHECK(written("ordinal", 23) == "23rd");
  CHECK(written("cardinalText", 121) == "One hundred twenty-one");
  CHECK(written("ordinalText", 30) == "Thirtieth");
  CHECK(written("numberInDash", 4) == "- 4 -");
}

TEST_CASE("letters go on by repeating: z, aa, bb") {
  CHECK(written("lowerLetter", 26) == "z");
  CHECK(written("lowerLetter", 27) == "aa");
  CHECK(written("upperLetter", 28) == "BB");
  CHECK(written("lowerLetter", 53) == "aaa");
}

TEST_CASE("Chinese numbers are written as Word does") {
  CHECK(written("chineseCounting", 10) == "十");
  CHECK(written("chineseCounting", 28) == "二十八");
  CHECK(written("chineseCounting", 105) == "一○五");
  CHECK(written("chineseCountingThousand", 101) == "一百零一");
  CHECK(written("chineseCountingThousand", 110) == "一百一十");
  CHECK(written("chineseCountingThousand", 1001) == "一千零一");
  CHECK(written("japaneseCounting", 21) == "二十一");
  CHECK(written("japaneseCounting", 111) == "百十一");
  CHECK(written("chineseLegalSimplified", 12) == "壹拾贰");
  CHECK(written("ideographDigital", 20) == "二〇");
  CHECK(written("ideographTraditional", 3) == "丙");
  CHECK(written("ideographZodiac", 12) == "亥");
  CHECK(written("ideographZodiacTraditional", 13) == "丙子");
  CHECK(written("ideographEnclosedCircle", 2) == "㊁");
}

TEST_CASE("enclosed and full-width digits are single characters while there are any") {
  CHECK(written("decimalEnclosedCircle", 1) == "①");
  CHECK(written("decimalEnclosedCircle", 21) == "㉑");
  CHECK(written("decimalEnclosedCircle", 51) == "51");
  CHECK(written("decimalEnclosedParen", 20) == "⒇");
  CHECK(written("decimalEnclosedFullstop", 3) == "⒊");
  CHECK(written("decimalFullWidth", 10) == "１０");
}

TEST_CASE("nothing is shown for bullets, for none and for a letter or Roman zero") {
  CHECK(written("bullet", 3).empty());
  CHECK(written("none", 3).empty());
  CHECK(written("lowerLetter", 0).empty());
  CHECK(written("upperRoman", 0).empty());
}

TEST_CASE("a custom pattern gives the number of digits") {
  CHECK(format_number(7, number_format_of_pattern("001, 002, 003, ...")) == "007");
}

TEST_CASE("formats without an entry fall back to digits") { CHECK(written("hebrew1", 5) == "5"); }
