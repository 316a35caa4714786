// Remarks about packs that compile.
#include "clauselint/rule_check.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

using Lines = std::vector<std::string>;

Lines remarks(const std::string& sections, const std::string& as_of = {}) {
  const RuleSet rules = rules_from(sections);
  Lines lines;
  for (const Error& remark : check_rules(rules, {.as_of = as_of, .packs = {}})) lines.push_back(remark.message);
  return lines;
}

std::string topic(const std::string& mentions) {
  return "topics:\n  t: {title: {en: T, zh: 题}, mentions: {" + mentions + "}}\n";
}

}  // namespace

TEST_CASE("a pack without faults has no remarks") {
  CHECK(
      remarks(topic("en: [\"within <duration>\", \"at (our|their) cost\"], zh: [\"<duration>之?内\", 费用]")).empty());
}

TEST_CASE("a value that is written out never matches") {
  CHECK(remarks(topic("en: [within 30 days], zh: [尽快]")) ==
        Lines{"topic \"t\": \"within 30 days\" never matches \"within 30 days\": \"30 days\" is found as a value, "
              "write <duration>"});
  CHECK(
      remarks(topic("en: [soon], zh: [\"(尽快|30日内)\"]")) ==
      Lines{"topic \"t\": \"(尽快|30日内)\" never matches \"30日内\": \"30日\" is found as a value, write <duration>"});
}

TEST_CASE("Han characters among English patterns, and edges of words beside them, are remarked") {
  CHECK(remarks(topic("en: [质保], zh: [质保]")).front().find("put it under \"zh\"") != std::string::npos);
  CHECK(remarks(topic("en: [warranty], zh: [{regex: \"\\\\b质保期\"}]")) ==
        Lines{"topic \"t\": \\b beside a Han character is no edge: leave it out"});
  CHECK(remarks(topic("en: [{regex: \"\\\\bsoon\\\\b\"}], zh: [质保]")).empty());
}

TEST_CASE("a pattern that adds nothing is remarked once, in lists where any will do") {
  CHECK(remarks(topic("en: [\"repair*\", \"repair service\"], zh: [维修, 维修服务]")) ==
        Lines{"topic \"t\": \"repair service\" adds nothing: \"repair*\" matches all of it",
              "topic \"t\": \"维修服务\" adds nothing: \"维修\" matches all of it"});
  CHECK(remarks(topic("en: [soon, soon], zh: [尽快]")) ==
        Lines{"topic \"t\": \"soon\" adds nothing: \"soon\" matches all of it"});
}

TEST_CASE("one language only, unused terms, and rules without examples are remarked") {
  CHECK(remarks(topic("en: [soon]")) ==
        Lines{"topic \"t\" has phrases in English only: drafts in Chinese are not looked at"});
  CHECK(remarks("terms:\n  idle: {en: [soon], zh: [尽快]}\n") == Lines{"term \"idle\" is used nowhere"});
  CHECK(remarks("terms:\n  idle: {vague: true, en: [soon], zh: [尽快]}\n").empty());
  CHECK(remarks(rule_text("r", "    when: {mentions: {en: [alpha], zh: [甲]}}\n")) ==
        Lines{"rule \"r\" has no example that fires", "rule \"r\" has no example that passes"});
}

TEST_CASE("two rules that ask the same are remarked") {
  const std::string when =
      "    when: {mentions: {en: [alpha], zh: [甲]}}\n    examples:\n      - fires: {en: Alpha., zh: 甲。}\n      - "
      "passes: {en: Beta., zh: 乙。}\n";
  const std::string first = rule_text("first", when);
  const std::string second = rule_text("second", when);
  const std::string both = first + second.substr(second.find('\n') + 1);
  CHECK(remarks(both) == Lines{"rule \"second\" asks the same as rule \"first\""});
}
