// Raw expressions that are refused, and those that are not.
#include "text/regex_danger.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

namespace {

std::string danger(std::string_view regex) {
  const auto found = find_danger(regex);
  return found ? std::to_string(found->offset) + ": " + found->what.substr(0, found->what.find(':')) : std::string();
}

}  // namespace

TEST_CASE("backreferences, calls and back doors are refused where they stand") {
  CHECK(danger("(a)b\\1") == "4: a backreference or call");
  CHECK(danger("(?<x>a)\\k<x>") == "7: a backreference or call");
  CHECK(danger("(?R)") == "0: recursion or a call of another group");
  CHECK(danger("a(?1)") == "1: recursion or a call of another group");
  CHECK(danger("a(?-1)") == "1: recursion or a call of another group");
  CHECK(danger("(?P>x)") == "0: recursion or a call of another group");
  CHECK(danger("(*LIMIT_MATCH=1)a") == "0: a verb or callout of the engine");
  CHECK(danger("a(?C1)") == "1: a verb or callout of the engine");
  CHECK(danger("(?(1)a|b)") == "0: a condition within the expression");
  CHECK(danger(std::string(2001, 'a')) == "0: an expression of more than 2000 bytes");
}

TEST_CASE("an unbounded repetition inside another is refused, however it is written") {
  for (const char* regex :
       {"(a+)+", "(a*)*b", "((a|b+)c)*", "(?:a{2,})*", "(a+){1,}", "([^,]*,)+", "(\\w+\\s?)*", "(?i:a+)*?"}) {
    CAPTURE(regex);
    CHECK(danger(regex).find("a repetition without a bound inside another") != std::string::npos);
  }
}

TEST_CASE("what is bounded, possessive or only looks like a repetition is not") {
  for (const char* regex :
       {"a+b*c?", "(a+){0,3}", "(a{1,5})*", "(a+)?", "(a+)++b", "[+*]+", "\\++", "(?:a|b)*", "(?<=a)b+", "(?<n>a)+",
        "(?i)a+", "\\Q(a+)+\\E", "a{,3}", "{a}", "质保(期|金)+", "\\p{Han}+", "(?#(a+)+)x", "[[:alpha:]]+", "[]a+]*"}) {
    CAPTURE(regex);
    CHECK(danger(regex).empty());
  }
}
