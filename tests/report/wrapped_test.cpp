#include "report/wrapped.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "text/utf8.hpp"

using namespace clauselint;

TEST_CASE("a long text goes on under its first word, and no line is too wide") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "words ";
  const std::string lines = wrapped("  why", 10, text);
  CHECK(lines.starts_with("  why     words words"));
  CHECK(lines.find("\n          words") != std::string::npos);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    CHECK(display_width(lines.substr(at, end - at)) <= kReadableCells);
    CHECK(lines[end - 1] != ' ');
    at = end + 1;
  }
}

TEST_CASE("Chinese is broken between characters, and no line begins with a stop") {
  std::string text;
  for (int i = 0; i < 24; ++i) text += "质保期，";
  const std::string lines = wrapped({}, 2, text + "。");
  CHECK(lines.find('\n') < lines.size() - 1);
  CHECK(lines.find("\n  ，") == std::string::npos);
  CHECK(lines.find("\n  。") == std::string::npos);
}

TEST_CASE("a head without room stands alone, and a line feed begins a line") {
  CHECK(wrapped("a long head", 4, "one\ntwo") == "a long head\n    one\n    two\n");
  CHECK(wrapped({}, 2, "") == "\n");
}

TEST_CASE("a word wider than a line is not cut") {
  const std::string word(150, 'x');
  CHECK(wrapped({}, 2, word + " y") == "  " + word + "\n  y\n");
}
