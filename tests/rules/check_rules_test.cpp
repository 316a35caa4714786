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

TEST_CASE("a pattern that matches where nothing stands is remarked") {
  CHECK(remarks(topic("en: [\"(shall|will)?\"], zh: [尽快]")).front().find("matches where nothing stands") !=
        std::string::npos);
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

TEST_CASE("a pattern that takes what another does not is never said to add nothing") {
  CHECK(
      remarks(topic("en: [\"reply within <duration>\", \"reply ... within <duration>\"], zh: [尽快]")) ==
      Lines{
          "topic \"t\": \"reply within <duration>\" adds nothing: \"reply ... within <duration>\" matches all of it"});
  CHECK(remarks(topic("en: [\"reply .. soon\", \"reply ... soon at once\"], zh: [尽快]")).empty());
  CHECK(remarks(topic("en: [\"return* goods\", \"(return|returns) goods\"], zh: [尽快]")) ==
        Lines{"topic \"t\": \"(return|returns) goods\" adds nothing: \"return* goods\" matches all of it"});
  const std::string terms = "terms:\n  quick: {en: [soon, at once], zh: [尽快]}\n";
  CHECK(remarks(terms + topic("en: [\"reply <quick>\", \"reply soon\"], zh: [尽快]")) ==
        Lines{"topic \"t\": \"reply soon\" adds nothing: \"reply <quick>\" matches all of it"});
}

TEST_CASE("where the words that are found count, not only whether, no pattern is idle") {
  CHECK(
      remarks("subjects:\n  parts: {title: {en: P, zh: 件}, en: [parts, \"spare parts\"], zh: [件, 备件]}\n").empty());
  CHECK(remarks("facts:\n  f:\n    title: {en: F, zh: 实}\n    value: duration\n"
                "    patterns: {en: [\"reply ... <duration>\"], zh: [\"答复.. <duration>\"]}\n"
                "    headers: {en: [reply, \"first reply\"], zh: [答复]}\n"
                "    except: {en: [\"<duration> late\", \"<duration> .. late\"], zh: [\"迟.. <duration>\"]}\n")
            .empty());
}

TEST_CASE("a gap between a value and words that belong to it still matches") {
  CHECK(remarks(topic("en: [\"business day ... <hours>\"], zh: [尽快]")).empty());
}

TEST_CASE("a rule for one language is remarked unless it says so, or still looks at both") {
  const std::string examples =
      "    examples:\n      - fires: {en: Alpha., zh: 甲。}\n      - passes: {en: Beta., zh: 乙。}\n";
  const std::string when = "    when: {mentions: {en: [alpha]}}\n" + examples;
  CHECK(remarks(rule_text("r", when)) ==
        Lines{"rule \"r\" has phrases in English only: drafts in Chinese are not looked at; if that is meant, write "
              "applies: {language: [en]}"});
  CHECK(remarks(rule_text("r", when + "    applies: {language: [en]}\n")).empty());
  CHECK(remarks(rule_text("r", "    when: {all: [{placeholder: true}, {not: {mentions: {en: [alpha]}}}]}\n" + examples))
            .empty());
}

TEST_CASE("a term needs the languages of the patterns that use it") {
  const std::string term = "terms:\n  quick: {en: [soon]}\n";
  CHECK(remarks(term + topic("en: [\"reply <quick>\"], zh: [尽快]")).empty());
  CHECK(remarks(term + topic("en: [\"reply <quick>\"], zh: [\"<quick>答复\"]")).front() ==
        "term \"quick\" has phrases in English only: drafts in Chinese are not looked at");
}

TEST_CASE("an example that is still to do is none") {
  CHECK(remarks(rule_text("r",
                          "    when: {mentions: {en: [alpha], zh: [甲]}}\n    examples:\n"
                          "      - fires: {en: Gamma., zh: 丙。}\n        todo: another word\n"
                          "      - passes: {en: Beta., zh: 乙。}\n")) == Lines{"rule \"r\" has no example that fires"});
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
