// What a fact is about, on what it depends, and what its twin says.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kPack = R"(
topics:
  service: {title: {en: service, zh: 服务}, mentions: {en: ["respon*", warranty], zh: [响应, 质保]}}
subjects:
  spares: {title: {en: spare parts, zh: 备件}, en: ["spare part*"], zh: [备件]}
  programs: {title: {en: software, zh: 软件}, en: [software], zh: [软件]}
facts:
  period:
    title: {en: Period, zh: 期限}
    value: duration
    patterns: {en: ["warranty ... <duration>"], zh: ["质保期.. <duration>"]}
)";

struct Read {
  Document document;
  Evaluation evaluation;

  const Fact& fact(std::size_t index) const { return evaluation.facts.at(index); }
  std::string condition(std::size_t index) const { return std::string(document.words(fact(0).conditions.at(index))); }
};

Read read(const std::string& text) {
  const RuleSet rules = rules_from(kPack);
  Result<Document> document = read_document("draft.md", text);
  REQUIRE(document);
  Evaluation evaluation = evaluate(*document, segment(*document), rules, {});
  return {.document = std::move(*document), .evaluation = std::move(evaluation)};
}

}  // namespace

TEST_CASE("a fact is about the subject nearest to it, else about that of its heading") {
  CHECK(read("The warranty of the software is 12 months.\n").fact(0).subject == "programs");
  CHECK(read("Spare parts are sold apart; the warranty for software is 12 months.\n").fact(0).subject == "programs");
  CHECK(read("1. Spare parts\n\nThe warranty is 12 months.\n").fact(0).subject == "spares");
  CHECK(read("The warranty is 12 months.\n").fact(0).subject.empty());
  CHECK(read("备件质保期为12个月。\n").fact(0).subject == "spares");
  const Read two = read("备件的质保期为十二个月，软件的质保期为三年。\n");
  CHECK(two.fact(0).subject == "spares");  // though the next word is nearer
  CHECK(two.fact(1).subject == "programs");
}

TEST_CASE("a fact knows which of several limits counts") {
  CHECK(read("The warranty is 12 months from delivery or 18 months from shipment, whichever expires first.\n")
            .fact(0)
            .choice == FactChoice::Earlier);
  CHECK(read("The warranty is the longer of 12 months and one season.\n").fact(0).choice == FactChoice::Later);
  CHECK(read("The warranty is 12 months, and first of all it is free of charge.\n").fact(0).choice == FactChoice::None);
  CHECK(read("质保期为货到18个月或者验收后12个月，以先到者为准。\n").fact(0).choice == FactChoice::Earlier);
  CHECK(read("质保期为12个月或者18个月，以较晚者为准。\n").fact(0).choice == FactChoice::Later);
  CHECK(read("质保期12个月，通知后到达现场。\n").fact(0).choice == FactChoice::None);
}

TEST_CASE("conditions are told in their words, and restricting ones make a fact conditional") {
  const Read plain = read("If a Product fails, the warranty is 12 months.\n");
  CHECK(plain.fact(0).polarity == FactPolarity::Granted);
  CHECK(plain.condition(0) == "If a Product fails");
  const Read limited = read("The warranty is 12 months, provided that Customer keeps records.\n");
  CHECK(limited.fact(0).polarity == FactPolarity::Conditional);
  CHECK(limited.condition(0) == "provided that Customer keeps records.");
  CHECK(read("质保期为12个月，但易损件除外。\n").fact(0).polarity == FactPolarity::Conditional);
}

TEST_CASE("a proviso that holds the value, or a circumstance of another part, is no condition") {
  CHECK(read("If warranty of 12 months is agreed, write it down.\n").fact(0).conditions.empty());
  CHECK(read("The warranty is 12 months; if it rains, stay inside.\n").fact(0).conditions.empty());
}

TEST_CASE("facts of twin clauses know each other") {
  const Read both = read("1. 质保期为24个月。\n\n1. The warranty is 12 months.\n\n2. 质保期为6个月。\n\n2. Nothing.\n");
  REQUIRE(both.evaluation.facts.size() == 3);
  CHECK(both.fact(0).twin == 1);
  CHECK(both.fact(1).twin == 0);
  CHECK(both.fact(2).twin == kNoFact);
}
