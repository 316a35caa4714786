// Quotes that fit a line, and the caret below them.
#include <catch2/catch.hpp>

#include "report/excerpt.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

ByteSpan span_of(std::string_view text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {.begin = at, .end = at + static_cast<std::uint32_t>(words.size())};
}

std::string drawn(std::string_view text, std::string_view words, std::uint32_t cells) {
  const Excerpt made = excerpt(text, span_of(text, words), cells);
  return made.text + "\n" + made.caret;
}

std::string repeated(std::string_view text, int times) {
  std::string made;
  for (int i = 0; i < times; ++i) made += text;
  return made;
}

}  // namespace

TEST_CASE("a short paragraph is quoted whole, with a caret under the words") {
  CHECK(drawn("We respond promptly.", "promptly", 100) ==
        "We respond promptly.\n"
        "           ^~~~~~~~");
}

TEST_CASE("a caret counts Han as two cells") {
  CHECK(drawn("乙方应尽快响应。", "尽快", 100) ==
        "乙方应尽快响应。\n"
        "      ^~~~");
}

TEST_CASE("a long paragraph is cut on both sides between words") {
  const std::string text = repeated("before ", 40) + "promptly " + repeated("after ", 40);
  CHECK(drawn(text, "promptly", 40) ==
        "…before before promptly after after…\n"
        "               ^~~~~~~~");
}

TEST_CASE("a cut never goes through a character") {
  const std::string text = repeated("质保期内", 60) + "尽快" + repeated("响应", 60);
  for (std::uint32_t cells = 20; cells < 60; ++cells) {
    const Excerpt made = excerpt(text, span_of(text, "尽快"), cells);
    INFO(made.text);
    CHECK(find_invalid_utf8(made.text) == std::string::npos);
    CHECK(display_width(made.text) <= cells);
    CHECK(made.text.find("尽快") != std::string::npos);
  }
}

TEST_CASE("words longer than the line are shown from their beginning") {
  const std::string text = "x " + repeated("warranty ", 40) + "y";
  const Excerpt made = excerpt(text, {.begin = 2, .end = 2 + 9 * 40}, 30);
  CHECK(made.text == "…warranty warranty warranty w…");
  CHECK(made.caret == " ^" + std::string(27, '~'));
}

TEST_CASE("a combining mark stays with its letter at a cut") {
  const std::string text = repeated("e\xCC\x81", 100);
  const Excerpt made = excerpt(text, {.begin = 60, .end = 63}, 20);
  CHECK(made.text == "…" + repeated("e\xCC\x81", 18) + "…");
}

TEST_CASE("a tab in a quote is one blank, so that the caret stands right") {
  CHECK(drawn("a\tb promptly", "promptly", 100) == "a b promptly\n    ^~~~~~~~");
}

TEST_CASE("what could command a terminal or turn the line round is not printed") {
  CHECK(printable("a\x1b[31mb\nc") == "a\xEF\xBF\xBD[31mb c");
  CHECK(printable("x\xE2\x80\xAEy") == "x\xEF\xBF\xBDy");
}

TEST_CASE("a text that fits is not cut, and one that does not ends with an ellipsis between words") {
  CHECK(fitted("  within 4 hours ", 40) == "within 4 hours");
  CHECK(fitted("within four hours of the request", 20) == "within four hours…");
  CHECK(fitted("接到报修后四小时内响应", 11) == "接到报修后…");
}

TEST_CASE("a number is not cut within its digits") {
  CHECK(fitted("limited to EUR 250,000 a year", 20) == "limited to EUR…");
}

TEST_CASE("one word longer than the line is cut all the same") {
  CHECK(fitted(std::string(50, 'x'), 10) == "xxxxxxxxx…");
}

}  // namespace clauselint
