#include "text/pattern.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

TEST_CASE("a match stays within its stretch, and sees nothing outside it") {
  const std::string text = "repair and repair";
  const Pattern pattern("(?<![a-z])repair");
  MatchScratch scratch;
  CHECK(pattern.find(text, {.begin = 2, .end = 17}, 2, scratch) == MatchStatus::Found);
  CHECK(scratch.groups().front() == ByteSpan{.begin = 11, .end = 17});
  CHECK(pattern.find(text, {.begin = 11, .end = 16}, 11, scratch) == MatchStatus::NotFound);
}

TEST_CASE("a group that took no part is told apart from an empty one") {
  const Pattern pattern("a(b)?(c?)");
  MatchScratch scratch;
  REQUIRE(pattern.find("a", {.begin = 0, .end = 1}, 0, scratch) == MatchStatus::Found);
  REQUIRE(scratch.groups().size() == 3);
  CHECK_FALSE(took_part(scratch.groups()[1]));
  CHECK(took_part(scratch.groups()[2]));
}

TEST_CASE("an expression that would run for ever stops and says so") {
  const Pattern pattern("(a+)+c");
  MatchScratch scratch;
  const std::string text = std::string(5000, 'a') + "bc";
  CHECK(pattern.find(text, {.begin = 0, .end = 5002}, 0, scratch) == MatchStatus::LimitReached);
}

TEST_CASE("the shortest match is known before one is looked for") {
  CHECK(Pattern("within (a|the) year").min_length() == 13);
  CHECK(Pattern("[0-9]*").min_length() == 0);
  CHECK(Pattern("[一二]年").min_length() <= 6);
  CHECK(Pattern("(").min_length() == 0);
}

TEST_CASE("an expression that does not compile says where") {
  CHECK(Pattern("(").error().find("at byte") != std::string::npos);
  CHECK(Pattern("a").error().empty());
}
