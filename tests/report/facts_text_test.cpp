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

TEST_CASE("a draft without key terms says so") {
  const ReviewMaker maker("a.txt", Language::En, {{"1", "", "Nothing."}});
  CHECK(facts_text(maker.review, {}) == "a.txt\n  no key terms found\n");
}

}  // namespace clauselint
