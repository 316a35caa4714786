#include <catch2/catch.hpp>

#include <string>

#include "clauselint/read.hpp"
#include "clauselint/summary.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kRules = R"(
rules:
  - {id: grave, title: {en: G, zh: 重}, dimension: warranty-cost, severity: high, message: {en: m, zh: 言}, why: {en: w, zh: 因},
     caution: {en: Do not promise, zh: 勿承诺}, when: {mentions: {en: [alpha], zh: [甲]}}}
  - {id: light, title: {en: L, zh: 轻}, dimension: escalation-timing, severity: low, message: {en: m, zh: 言}, why: {en: w, zh: 因},
     when: {mentions: {en: [beta], zh: [乙]}}}
  - id: tidy
    title: {en: T, zh: 齐}
    dimension: partner-leverage
    severity: high
    message: {en: m, zh: 言}
    why: {en: w, zh: 因}
    when: {all: [{mentions: {en: [gamma], zh: [丙]}}, {without: {en: [delta], zh: [丁]}}]}
)";

Summary summary_of(const std::string& text, const std::string& matter_yaml = "") {
  static const RuleSet rules = rules_from(kRules);  // outcomes point to its rules
  const Result<Document> document = read_document("draft.txt", text);
  REQUIRE(document);
  Matter matter;
  if (!matter_yaml.empty()) matter = *parse_matter("m.yaml", matter_yaml);
  const ClauseTree tree = segment(*document);
  return summarise(tree, evaluate(*document, tree, rules, matter), matter);
}

Light light(const Summary& summary, Dimension dimension) {
  return summary.dimensions[static_cast<std::size_t>(dimension)].light;
}

}  // namespace

TEST_CASE("a dimension is red with a grave finding, green when a check was in order, unlit when nothing was asked") {
  const Summary summary = summary_of("We say alpha here.\nWe say gamma and delta here.\n");
  CHECK(light(summary, Dimension::WarrantyCost) == Light::Red);
  CHECK(light(summary, Dimension::PartnerLeverage) == Light::Green);
  CHECK(light(summary, Dimension::CustomerExpectations) == Light::Unlit);
  REQUIRE(summary.in_order.size() == 1);
  CHECK(summary.in_order.front().rule->id == "tidy");
}

TEST_CASE("the worst come first, and a caution is told once") {
  const Summary summary = summary_of("We say beta here.\nWe say alpha here.\nWe say alpha again.\n");
  REQUIRE(summary.ranked.size() == 3);
  CHECK(summary.worst.size() == 1);  // the same rule in the same clause is one point
  CHECK(summary.cautions.size() == 1);
}

TEST_CASE("what was assumed is asked") {
  CHECK(summary_of("We say beta here.\n").questions.size() == 2);
  CHECK(summary_of("We say beta here.\n", "{side: customer, market: industrial}").questions.empty());
  CHECK(summary_of("We say beta for [●] months.\n", "{side: customer, market: industrial}").questions.front().text.en ==
        "1 blank in the draft still to be filled.");
}
