// Which rules are asked.
#include "clauselint/rule_choice.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kTopic = "topics:\n  time: {title: {en: T, zh: 时}, mentions: {en: [alpha], zh: [甲]}}\n";
const std::string kWhen = "    when: {mentions: {en: [alpha], zh: [甲]}}\n    where: {topic: time}\n";

Rule rule_with(const std::string& keys) {
  return rules_from(kTopic + rule_text("late-answer", kWhen + keys)).packs().front().rules.front();
}

// How grave each finding in a draft is.
std::string severities(const RuleChoice& choice, const std::string& keys = {}, const std::string& text = "Alpha.\n",
                       const Matter& matter = {}) {
  const RuleSet rules = rules_from(kTopic + rule_text("late-answer", kWhen + keys));
  const Result<Document> document = read_document("draft.md", text);
  REQUIRE(document);
  std::string found;
  for (const Finding& finding : evaluate(*document, segment(*document), rules, matter, choice).findings)
    found += std::string(name_of(finding.severity)) + " ";
  return found;
}

}  // namespace

TEST_CASE("a selector names rules by id, beginning, pack, topic or dimension") {
  const Rule rule = rule_with("");
  for (const char* selector : {"all", "late-answer", "late-*", "pack:mini", "topic:time", "dimension:warranty-cost"}) {
    CAPTURE(selector);
    CHECK(selects(selector, rule));
  }
  for (const char* selector :
       {"late", "late-answers", "latest-*", "pack:min", "topic:tim", "dimension:partner-leverage", ""}) {
    CAPTURE(selector);
    CHECK_FALSE(selects(selector, rule));
  }
}

TEST_CASE("what is ignored, not selected, not recommended or out of its dates is left out, with the reason") {
  const Rule rule = rule_with("    since: 2026-01-01\n    until: 2027-01-01\n");
  CHECK(left_out({}, rule).empty());
  CHECK(left_out({.select = {"all"}, .ignore = {"late-*"}, .severity = {}, .as_of = {}}, rule).en ==
        "switched off by the configuration");
  CHECK(left_out({.select = {"other"}, .ignore = {}, .severity = {}, .as_of = {}}, rule).en ==
        "not selected by the configuration");
  const auto on = [&](const char* date) {
    return left_out({.select = {}, .ignore = {}, .severity = {}, .as_of = date}, rule).en;
  };
  CHECK(on("2025-12-31") == "applies from 2026-01-01 only");
  CHECK(on("2026-01-01").empty());
  CHECK(on("2027-01-01") == "applied until 2027-01-01 only");
  const Rule fresh = rule_with("    recommended: false\n");
  CHECK(left_out({}, fresh).en == "asked only when the configuration selects it");
  CHECK(left_out({.select = {"late-answer"}, .ignore = {}, .severity = {}, .as_of = {}}, fresh).empty());
}

TEST_CASE("findings have the severity of the last selector that fits") {
  CHECK(severities({}) == "high ");
  CHECK(severities({.select = {},
                    .ignore = {},
                    .severity = {{"all", Severity::Low}, {"late-*", Severity::Medium}},
                    .as_of = {}}) == "medium ");
  CHECK(severities({.select = {}, .ignore = {"all"}, .severity = {}, .as_of = {}}).empty());
}

TEST_CASE("a rule may be for one language or one kind of document") {
  CHECK(severities({}, "    applies: {language: [zh]}\n").empty());
  CHECK(severities({}, "    applies: {language: [zh]}\n", "甲。\n") == "high ");
  const std::string promise = "    applies: {role: [promise]}\n";
  CHECK(severities({}, promise).empty());
  Matter matter;
  matter.documents = {{.file = "set/draft.md", .role = "promise"}};
  CHECK(severities({}, promise, "Alpha.\n", matter) == "high ");
}

TEST_CASE("a selector that names nothing is told with what was meant") {
  const RuleSet rules = rules_from(kTopic + rule_text("late-answer", kWhen));
  CHECK(fault_of_selector("late-*", rules).empty());
  CHECK(fault_of_selector("late-answr", rules) == "unknown rule \"late-answr\", did you mean \"late-answer\"?");
  CHECK(fault_of_selector("topic:tme", rules) == "unknown topic \"tme\", did you mean \"time\"?");
  CHECK(fault_of_selector("colour:red", rules).find("is no selector") != std::string::npos);
}

TEST_CASE("dates, languages and roles of rules are checked when a pack is loaded") {
  const auto errors = [](const std::string& keys) {
    return errors_of_pack(rule_text("r", "    when: {mentions: {en: [a], zh: [甲]}}\n" + keys));
  };
  CHECK(errors("    since: soon\n") == std::vector<std::string>{"9:12: \"since\" must be a date such as 2027-01-01"});
  CHECK(errors("    applies: {language: [fr]}\n").front() == "9:25: \"fr\" is no language: en or zh");
  CHECK(errors("    applies: {role: [draf]}\n").front() == "9:21: unknown role \"draf\", did you mean \"draft\"?");
  CHECK(errors("    recommended: maybe\n").size() == 1);
}
