// The sheet of key terms.
#include <catch2/catch.hpp>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "report/review_maker.hpp"

namespace clauselint {
namespace {

RuleSet rules_with_facts() {
  std::vector<Error> errors;
  Pack pack = parse_pack("sample.yaml", R"(pack: sample
version: 0.1.0
title: {en: Sample, zh: 示例}
facts:
  sample.period:
    title: {en: Sample period, zh: 示例期限}
    value: duration
    patterns: {en: ["warranty period ... <duration>"], zh: ["质保期.. <duration>"]}
    starts:
      delivery: {title: {en: delivery, zh: 交货}, en: [delivery], zh: [交货]}
      acceptance: {title: {en: acceptance, zh: 验收}, en: [acceptance], zh: [验收]}
)",
                         errors);
  for (const Error& error : errors) WARN(describe(error));
  std::vector<Pack> packs;
  packs.push_back(std::move(pack));
  std::optional<RuleSet> rules = RuleSet::compile(std::move(packs), {}, errors);
  REQUIRE(rules.has_value());
  return *rules;
}

}  // namespace

TEST_CASE("key terms stand by fact in columns, with value, start, clause and quote") {
  const RuleSet rules = rules_with_facts();
  const ReviewMaker maker = english_review();
  CHECK(golden_difference("facts_en.txt", facts_text(maker.review, {.rules = &rules})) == "");
}

TEST_CASE("columns of Chinese key terms align by the cells they take") {
  const RuleSet rules = rules_with_facts();
  ReviewMaker maker = chinese_review();
  maker.fact("sample.period", "24个月", "24个月");
  CHECK(golden_difference("facts_zh.txt", facts_text(maker.review, {.language = Language::Zh, .rules = &rules})) == "");
}

TEST_CASE("what a reader must know before relying on a value stands below it") {
  const RuleSet rules = rules_with_facts();
  ReviewMaker maker = english_review();
  std::vector<Fact>& facts = maker.review.evaluation.facts;
  facts[0].polarity = FactPolarity::Excluded;
  facts[0].subject = "unknown-subject";
  facts[0].conditions = {maker.span_of("24 months"), maker.span_of("within 4 hours")};
  const std::string sheet = facts_text(maker.review, {.rules = &rules});
  CHECK(sheet.find("\n      not promised; for unknown-subject; depends on: “24 months”, “within 4 hours”\n") !=
        std::string::npos);
}

TEST_CASE("twins that say the same are told once, twins that differ tell each other") {
  const RuleSet rules = rules_with_facts();
  ReviewMaker maker = english_review();
  std::vector<Fact>& facts = maker.review.evaluation.facts;
  facts[1].name = facts[0].name;
  facts[1].start = facts[0].start;
  facts[0].twin = 1;
  facts[1].twin = 0;
  maker.review.tree.clauses[facts[1].clause].language = Language::Zh;
  const std::string differing = facts_text(maker.review, {.rules = &rules});
  CHECK(differing.find("but the Chinese text (9.1) says 4 hours") != std::string::npos);
  CHECK(differing.find("but the English text (8.2(a)) says 24 months") != std::string::npos);
  facts[1].value = facts[0].value;
  const std::string alike = facts_text(maker.review, {.rules = &rules});
  CHECK(alike.find("text (") == std::string::npos);
  CHECK(alike.find("9.1") == std::string::npos);
}

TEST_CASE("a draft without key terms says so") {
  const ReviewMaker maker("a.txt", Language::En, {{"1", "", "Nothing."}});
  CHECK(facts_text(maker.review, {}) == "a.txt\n  no key terms found\n");
}

}  // namespace clauselint
