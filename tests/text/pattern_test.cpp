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

TEST_CASE("steps are counted over all calls, and a pattern that wants more of them stops") {
  const std::string text = std::string(300, 'b') + "c zzzzzzzzz y";
  const ByteSpan all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
  MatchScratch scratch;
  scratch.allow(50);
  const Pattern watched("b.{0,9}?(?C)[xw]y");
  CHECK(watched.find(text, all, 0, scratch) == MatchStatus::LimitReached);
  CHECK(scratch.steps_left() == 0);
  scratch.allow(10'000);
  CHECK(watched.find(text, all, 0, scratch) == MatchStatus::NotFound);
  const std::uint64_t left = scratch.steps_left();
  CHECK(left < 10'000 - 300);
  CHECK(Pattern("b{1,5}c", true).find(text, all, 0, scratch) == MatchStatus::Found);  // raw: watched at each part
  CHECK(scratch.steps_left() < left);
}

TEST_CASE("an expression that does not compile says where") {
  CHECK(Pattern("(").error().find("at byte") != std::string::npos);
  CHECK(Pattern("a").error().empty());
}
