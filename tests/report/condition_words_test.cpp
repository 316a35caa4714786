#include "report/condition_words.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

std::string told(const std::string& condition, Language language = Language::En) {
  const RuleSet rules = rules_from(R"(
facts:
  period: {title: {en: Period, zh: 期限}, value: duration, patterns: {en: ["period <duration>"], zh: ["期<duration>"]}}
topics:
  service: {title: {en: service, zh: 服务}, mentions: {en: [service], zh: [服务]}}
)" + rule_text("rule", "    when: {any: [{mentions: {en: [x1], zh: [响应]}}, " + condition + "]}\n"));
  return condition_words(rules.find_rule("rule")->when.parts.back(), &rules, language);
}

// What cannot drive a rule stands beside something that does.
std::string told_beside(const std::string& condition, Language language = Language::En) {
  const RuleSet rules = rules_from(R"(
facts:
  period: {title: {en: Period, zh: 期限}, value: duration, patterns: {en: ["period <duration>"], zh: ["期<duration>"]}}
)" + rule_text("rule", "    when: {all: [{mentions: {en: [x1], zh: [响应]}}, " + condition + "]}\n"));
  return condition_words(rules.find_rule("rule")->when.parts.back(), &rules, language);
}

}  // namespace

TEST_CASE("a condition is told in plain words") {
  CHECK(told("{mentions: {en: [y1], polarity: any}}") == "mentions a phrase, negated or not");
  CHECK(told("{fact: {name: period, exceeds: 12 months}}") == "Period (period) exceeds 12 months");
  CHECK(told("{conflict: {fact: period}}") == "two values of one fact: Period (period)");
  CHECK(told("{unresolved: true}") == "a reference leads nowhere");
  CHECK(told("{words-differ: {value: duration}}") == "words and figures of a duration differ");
  CHECK(told("{term: redefined}") == "a term is defined a second time");
  CHECK(told_beside("{without: {value: duration, in: clause}}") == "without a duration in the clause");
  CHECK(told_beside("{without: {fact: period, in: document}}") == "without Period (period) in the document");
  CHECK(told_beside("{missing: {fact: period}}") == "missing in the document: Period (period)");
  CHECK(told_beside("{not: {mentions: {en: [y1]}}}") == "not");
}

TEST_CASE("a condition is told in Chinese") {
  CHECK(told("{fact: {name: period, below: 12 months}}", Language::Zh) == "期限（period）低于12 months");
  CHECK(told_beside("{without: {value: duration}}", Language::Zh) == "本句中没有期限");
}

TEST_CASE("a name that no pack knows stands as it is") {
  CHECK(fact_words("other", nullptr, Language::En) == "other");
  CHECK(topic_words("other", nullptr, Language::Zh) == "other");
}
