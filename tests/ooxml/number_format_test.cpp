// How list numbers are written.
#include "ooxml/number_format.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>

#include "text/utf8.hpp"

using namespace clauselint;

namespace {

std::string written(std::string_view format, std::int32_t value) {
  return format_number(value, number_format_named(format));
}

}  // namespace

TEST_CASE("Latin and Roman numbers are written as Word does") {
  CHECK(written("decimal", 12) == "12");
  CHECK(written("decimalHalfWidth", 12) == "12");
  CHECK(written("decimalZero", 7) == "07");
  CHECK(written("decimalZero", 0) == "00");
  CHECK(written("decimalZero", 100) == "100");
  CHECK(written("lowerRoman", 1994) == "mcmxciv");
  CHECK(written("upperRoman", 14) == "XIV");
  CHECK(written("upperRoman", 4001) == "MMMMI");
  CHECK(written("lowerLetter", 3) == "c");
  CHECK(written("ordinal", 112) == "112th");
  CHECK(written("ordinal", 23) == "23rd");
  CHECK(written("numberInDash", 4) == "- 4 -");
  CHECK(written("hex", 31) == "1F");
  CHECK(written("chicago", 2) == "†");
  CHECK(written("chicago", 5) == "**");
}

TEST_CASE("English words have a capital and no and") {
  CHECK(written("cardinalText", 0) == "Zero");
  CHECK(written("cardinalText", 121) == "One hundred twenty-one");
  CHECK(written("cardinalText", 1012) == "One thousand twelve");
  CHECK(written("ordinalText", 1) == "First");
  CHECK(written("ordinalText", 12) == "Twelfth");
  CHECK(written("ordinalText", 30) == "Thirtieth");
  CHECK(written("ordinalText", 45) == "Forty-fifth");
  CHECK(written("ordinalText", 100) == "One hundredth");
  CHECK(written("ordinalText", 1000) == "One thousandth");
}

TEST_CASE("letters go on by repeating, and start over after thirty times") {
  CHECK(written("lowerLetter", 26) == "z");
  CHECK(written("lowerLetter", 27) == "aa");
  CHECK(written("upperLetter", 28) == "BB");
  CHECK(written("lowerLetter", 53) == "aaa");
  CHECK(written("lowerLetter", 780) == std::string(30, 'z'));
  CHECK(written("lowerLetter", 781) == "a");
  CHECK(written("lowerLetter", 1234) == std::string(18, 'l'));
}

TEST_CASE("Chinese numbers are written as Word does") {
  CHECK(written("chineseCounting", 0) == "○");
  CHECK(written("chineseCounting", 10) == "十");
  CHECK(written("chineseCounting", 11) == "十一");
  CHECK(written("chineseCounting", 20) == "二十");
  CHECK(written("chineseCounting", 28) == "二十八");
  CHECK(written("chineseCounting", 100) == "一○○");
  CHECK(written("chineseCounting", 105) == "一○五");
  CHECK(written("taiwaneseCounting", 105) == "一○五");
  CHECK(written("chineseCountingThousand", 10) == "十");
  CHECK(written("chineseCountingThousand", 100) == "一百");
  CHECK(written("chineseCountingThousand", 101) == "一百〇一");
  CHECK(written("chineseCountingThousand", 110) == "一百一十");
  CHECK(written("chineseCountingThousand", 1000) == "一千");
  CHECK(written("chineseCountingThousand", 1001) == "一千〇一");
  CHECK(written("chineseCountingThousand", 1010) == "一千〇一十");
  CHECK(written("chineseCountingThousand", 10000) == "一万");
  CHECK(written("chineseCountingThousand", 10001) == "一万〇一");
  CHECK(written("chineseCountingThousand", 12345) == "一万二千三百四十五");
  CHECK(written("taiwaneseCountingThousand", 101) == "一百零一");
  CHECK(written("taiwaneseCountingThousand", 20000) == "二萬");
  CHECK(written("chineseLegalSimplified", 12) == "壹拾贰");
  CHECK(written("chineseLegalSimplified", 101) == "壹佰零壹");
  CHECK(written("ideographLegalTraditional", 12) == "壹拾貳");
  CHECK(written("ideographDigital", 20) == "二〇");
  CHECK(written("taiwaneseDigital", 20) == "二○");
  CHECK(written("ideographTraditional", 3) == "丙");
  CHECK(written("ideographTraditional", 11) == "11");
  CHECK(written("ideographZodiac", 12) == "亥");
  CHECK(written("ideographZodiac", 13) == "13");
  CHECK(written("ideographZodiacTraditional", 13) == "丙子");
  CHECK(written("ideographZodiacTraditional", 61) == "甲子");
  CHECK(written("ideographEnclosedCircle", 2) == "㈡");
}

TEST_CASE("Japanese and Korean numbers are written as Word does") {
  CHECK(written("japaneseCounting", 21) == "二十一");
  CHECK(written("japaneseCounting", 111) == "百十一");
  CHECK(written("japaneseCounting", 1000) == "千");
  CHECK(written("japaneseCounting", 10000) == "一万");
  CHECK(written("japaneseLegal", 111) == "壱百壱拾壱");
  CHECK(written("japaneseDigitalTenThousand", 105) == "一〇五");
  CHECK(written("aiueo", 1) == "ｱ");
  CHECK(written("aiueoFullWidth", 47) == "ア");
  CHECK(written("irohaFullWidth", 2) == "ロ");
  CHECK(written("iroha", 25) == "ヰ");
  CHECK(written("koreanDigital", 10) == "일영");
  CHECK(written("koreanDigital2", 10) == "一零");
  CHECK(written("koreanCounting", 111) == "백십일");
  CHECK(written("koreanCounting", 10000) == "만");
  CHECK(written("koreanLegal", 21) == "스물하나");
  CHECK(written("koreanLegal", 100) == "백");
  CHECK(written("ganada", 15) == "가");
  CHECK(written("chosung", 2) == "ㄴ");
}

TEST_CASE("other alphabets and words are written as Word does") {
  CHECK(written("russianUpper", 10) == "К");
  CHECK(written("russianLower", 30) == "аа");
  CHECK(written("hebrew1", 15) == "טו");
  CHECK(written("hebrew1", 116) == "קטז");
  CHECK(written("hebrew1", 11) == "יא");
  CHECK(written("hebrew2", 23) == "תא");
  CHECK(written("arabicAlpha", 2) == "ب");
  CHECK(written("arabicAbjad", 3) == "ج");
  CHECK(written("hindiVowels", 1) == "क");
  CHECK(written("hindiConsonants", 17) == "अं");
  CHECK(written("hindiNumbers", 10) == "१०");
  CHECK(written("thaiLetters", 42) == "กก");
  CHECK(written("thaiNumbers", 10) == "๑๐");
  CHECK(written("vietnameseCounting", 21) == "hai mươi mốt");
  CHECK(written("vietnameseCounting", 105) == "một trăm lẻ năm");
  CHECK(written("vietnameseCounting", 115) == "một trăm mười lăm");
}

TEST_CASE("enclosed and full-width digits are single characters while Word has any") {
  CHECK(written("decimalEnclosedCircle", 1) == "①");
  CHECK(written("decimalEnclosedCircle", 20) == "⑳");
  CHECK(written("decimalEnclosedCircle", 21) == "21");
  CHECK(written("decimalEnclosedCircle", 0) == "0");
  CHECK(written("decimalEnclosedCircleChinese", 10) == "⑩");
  CHECK(written("decimalEnclosedCircleChinese", 11) == "11");
  CHECK(written("decimalEnclosedParen", 20) == "⒇");
  CHECK(written("decimalEnclosedFullstop", 3) == "⒊");
  CHECK(written("decimalFullWidth", 10) == "１０");
}

TEST_CASE("nothing is shown for bullets, for none and for a letter or Roman zero") {
  CHECK(written("bullet", 3).empty());
  CHECK(written("none", 3).empty());
  CHECK(written("lowerLetter", 0).empty());
  CHECK(written("upperRoman", 0).empty());
  CHECK(written("hebrew1", 0).empty());
  CHECK(written("chicago", 0).empty());
}

TEST_CASE("a custom pattern gives the number of digits") {
  CHECK(format_number(7, number_format_of_pattern("001, 002, 003, ...")) == "007");
}

TEST_CASE("every format of the standard is known, others are not and give digits") {
  for (const char* name : {"thaiCounting", "hindiCounting", "bahtText", "dollarText"}) {
    CHECK(find_number_format(name));
    CHECK(written(name, 5) == "5");
  }
  CHECK_FALSE(find_number_format("klingon"));
  CHECK(written("klingon", 5) == "5");
}

TEST_CASE("whatever the number, its text is short and valid") {
  for (std::uint8_t format = 0; format <= static_cast<std::uint8_t>(NumberFormat::None); ++format) {
    for (const std::int32_t value :
         {INT32_MIN, -1, 0, 1, 9, 99, 100, 780, 781, 911, 9999, 10'000, 32'767, 32'768, INT32_MAX}) {
      const std::string text = format_number(value, static_cast<NumberFormat>(format));
      CHECK(text.size() <= 400);
      CHECK(find_invalid_utf8(text) == std::string::npos);
    }
  }
  CHECK(written("upperRoman", 32'768) == "I");
  CHECK(written("decimal", 32'768) == "32768");
}
