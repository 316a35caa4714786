#include "text/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

TEST_CASE("every code point survives writing and reading") {
  for (const char32_t c : {U'a', U'\u00e9', U'\u8d28', U'\U0001f600', char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, c);
    CHECK(decode_at(text, 0).value == c);
    CHECK(decode_before(text, text.size()).value == c);
    CHECK(find_invalid_utf8(text) == std::string::npos);
  }
}

TEST_CASE("overlong forms, surrogates and cut characters are not UTF-8") {
  CHECK(find_invalid_utf8("ok\xC0\x80") == 2);
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);
  CHECK(find_invalid_utf8("a\xE8\xB4") == 1);
  CHECK(find_invalid_utf8("\xF5\x80\x80\x80") == 0);
}

TEST_CASE("a beginning ends with a whole character") {
  CHECK(beginning_of("保修期", 9) == "保修期");
  CHECK(beginning_of("保修期", 8) == "保修");
  CHECK(beginning_of("保修期", 2).empty());
  CHECK(beginning_of("abc", 0).empty());
}

TEST_CASE("blanks of every width are trimmed") { CHECK(trimmed("　\t 质保 \u00A0\n") == "质保"); }

TEST_CASE("Han characters take two cells of a terminal, combining marks none") {
  CHECK(display_width("质保ab") == 6);
  CHECK(display_width("e\u0301") == 1);
}
