// The examples of rules: what they may say, and how they are told apart from what happens.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/rule_test.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

using Lines = std::vector<std::string>;

const std::string kWhen = "    when: {mentions: {en: [\"reply soon\"], zh: [尽快答复]}}\n";
const std::string kFix = "    fix: {replace: match, with: {en: \"reply in time\", zh: 按时答复}}\n";
const std::string kHolds =
    "      - fires: {en: We reply soon., zh: 我方尽快答复。}\n      - passes: {en: We reply., zh: 我方答复。}\n";

ExampleReport report(const std::string& keys) { return test_rules(rules_from(rule_text("slow", keys))); }

Lines failures(const std::string& keys) {
  Lines lines;
  for (const Error& failure : report(keys).failures) lines.push_back(failure.message);
  return lines;
}

std::string with(const std::string& example, const std::string& keys = kWhen) {
  return keys + "    examples:\n" + kHolds + example;
}

}  // namespace

TEST_CASE("examples that hold are counted by language") {
  const ExampleReport made = report(with(""));
  CHECK(made.failures.empty());
  CHECK(made.rules == 1);
  CHECK(made.examples == 4);
}

TEST_CASE("an example that does otherwise is told at its place") {
  const ExampleReport made = report(with("      - fires: {en: We reply.}\n"));
  REQUIRE(made.failures.size() == 1);
  CHECK(describe(made.failures.front()) ==
        "mini.yaml:12:9: slow does not fire, the draft says nothing that this rule asks about: We reply.");
  CHECK(failures(with("      - passes: {zh: 我方尽快答复。}\n")) == Lines{"slow fires but should pass: 尽快答复"});
}

TEST_CASE("the words of the finding are compared in each language given") {
  CHECK(failures(with("      - fires: {en: We reply soon., zh: 我方尽快答复。}\n        words: {en: reply soon, zh: "
                      "尽快答复}\n"))
            .empty());
  CHECK(failures(with("      - fires: {en: We reply soon., zh: 我方尽快答复。}\n        words: {zh: 答复}\n")) ==
        Lines{"slow: fires on “尽快答复”, not on “答复”"});
}

TEST_CASE("the value of the finding is compared as a value, whatever its words") {
  const std::string facts =
      "facts:\n  time: {title: {en: T, zh: 时}, value: duration, patterns: {en: [\"reply within <duration>\"], "
      "zh: [\"<duration>内答复\"]}}\n";
  const auto told = [&](const std::string& value) {
    const std::string keys =
        "    when: {fact: {name: time, exceeds: 10 days}}\n    examples:\n"
        "      - fires: {en: \"We reply within 2 weeks.\", zh: 我方两周内答复。}\n        value: " +
        value + "\n      - passes: {en: We reply within 2 days., zh: 我方2日内答复。}\n";
    Lines lines;
    for (const Error& failure : test_rules(rules_from(facts + rule_text("slow", keys))).failures)
      lines.push_back(failure.message);
    return lines;
  };
  CHECK(told("14 days").empty());
  CHECK(told("15 days") == Lines{"slow: the value is 2 weeks, not 15 days", "slow: the value is 2周, not 15日"});
  CHECK(failures(with("      - fires: {en: We reply soon.}\n        value: 2 days\n")) ==
        Lines{"slow: the finding has no value, so none can be 2 days"});
}

TEST_CASE("the fixed text is compared, and a rule without a fix has none") {
  const std::string example = "      - fires: {en: We reply soon.}\n        fixed: {en: We reply in time.}\n";
  CHECK(failures(with(example, kWhen + kFix)).empty());
  CHECK(failures(with("      - fires: {en: We reply soon.}\n        fixed: {en: We reply.}\n", kWhen + kFix)) ==
        Lines{"slow: the fix gives\n    We reply in time.\n  not\n    We reply."});
  CHECK(failures(with(example)) == Lines{"slow: has no fix, so nothing is \"fixed\""});
}

TEST_CASE("what is still to do is listed and fails nothing") {
  const ExampleReport made =
      report(with("      - fires: {en: We reply early., zh: 我方早日答复。}\n        todo: \"early\"\n"));
  CHECK(made.failures.empty());
  REQUIRE(made.todo.size() == 2);
  CHECK(describe(made.todo.front()) == "mini.yaml:12:9: slow (English): early");
  CHECK(describe(made.todo.back()) == "mini.yaml:12:9: slow (Chinese): early");
}

TEST_CASE("what was to do and holds now is a failure, language by language") {
  const std::string example = "      - fires: {en: We reply soon., zh: 我方早日答复。}\n";
  CHECK(failures(with(example + "        todo: early\n")) ==
        Lines{"slow: the example holds in English now, remove its \"todo\""});
  CHECK(failures(with(example + "        todo: {zh: early}\n")).empty());
}

TEST_CASE("a rule needs an example of each kind that holds in each of its languages") {
  CHECK(failures(kWhen) == Lines{"slow: no example that fires in English", "slow: no example that passes in English",
                                 "slow: no example that fires in Chinese", "slow: no example that passes in Chinese"});
  CHECK(failures(kWhen +
                 "    examples:\n      - fires: {en: We reply soon., zh: 我方早日答复。}\n        todo: {zh: early}\n"
                 "      - passes: {en: We reply., zh: 我方答复。}\n") ==
        Lines{"slow: no example that fires in Chinese"});
}
