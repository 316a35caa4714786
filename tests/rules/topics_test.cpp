// Which sentences have which topic: what they state, their context, and what they go on with.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kTopics = R"yaml(
topics:
  repair:
    title: {en: repair, zh: 维修}
    headings: {en: [repairs], zh: [维修]}
    mentions: {en: ["repair the (goods|pump)"], zh: [维修货物]}
    supports: {en: ["(fix*|technician*|parts)"], zh: [技师]}
    unless: {en: [tooling], zh: [模具]}
  cost:
    title: {en: cost, zh: 费用}
    mentions: {en: ["repair fee"], zh: [维修费]}
    within: [repair]
    supports: {en: ["(cost|charge)"], zh: [费用]}
)yaml";

using Words = std::vector<std::string>;

// The sentences, headings left out, that have the topic.
Words on(const std::string& topic, const std::string& text, const std::string& path = "draft.txt") {
  const RuleSet rules = rules_from(kTopics + rule_text("r", "    when: {mentions: {en: [nothing], zh: [无]}}\n"));
  const Result<Document> document = read_document(path, text);
  REQUIRE(document);
  const ClauseTree tree = segment(*document);
  const Evaluation evaluation = evaluate(*document, tree, rules, {});
  Words found;
  for (std::size_t i = 0; i < tree.sentences.size(); ++i) {
    if (tree.sentences[i].heading) continue;
    const bool has =
        std::ranges::any_of(evaluation.topics[i], [&](std::uint16_t t) { return evaluation.topic_names[t] == topic; });
    if (has) found.emplace_back(document->words(tree.sentences[i].span));
  }
  return found;
}

}  // namespace

TEST_CASE("a heading is context: under it a sentence counts when a word supports it") {
  const std::string body = "A technician visits the site.\n\nThis Agreement is governed by the laws of China.\n";
  CHECK(on("repair", "5. Repairs\n\n" + body) == Words{"A technician visits the site."});
  CHECK(on("repair", "5. Notices\n\n" + body).empty());
  CHECK(on("repair", "第五条 维修\n技师应当到现场。\n本合同适用中国法律。\n") == Words{"技师应当到现场。"});
}

TEST_CASE("a section of which a third states the topic is context too, whatever its heading") {
  const std::string section =
      "5. Duties\n\nSupplier shall repair the pump. Supplier shall repair the goods. A technician comes along.\n\n";
  CHECK(on("repair", section + "5.1 Sums are in euro. Notices are in English. A technician is sent.\n") ==
        Words{"Supplier shall repair the pump.", "Supplier shall repair the goods.", "A technician comes along.",
              "A technician is sent."});
  CHECK(on("repair", "5. Duties\n\nSupplier shall repair the pump.\n\n5.1 Sums are in euro. A technician is sent.\n") ==
        Words{"Supplier shall repair the pump."});
}

TEST_CASE("a sentence that matches unless never has the topic") {
  CHECK(on("repair",
           "5. Repairs\n\nSupplier shall repair the pump. Supplier shall repair the pump of the tooling. "
           "Technicians fix the tooling.\n") == Words{"Supplier shall repair the pump."});
}

TEST_CASE("within makes a sentence of another topic context, and only such a sentence") {
  CHECK(on("cost",
           "5. Duties\n\nSupplier shall repair the pump at its own cost.\n\n6. Freight\n\nBuyer bears the cost of "
           "freight.\n") == Words{"Supplier shall repair the pump at its own cost."});
  CHECK(on("cost", "6. Fees\n\nThe repair fee is 100 euro.\n") == Words{"The repair fee is 100 euro."});
}

TEST_CASE("the sentence that opens a list is context for its items") {
  CHECK(on("repair",
           "5. Duties\n\nSupplier shall repair the goods as follows:\n\n(a) parts within one day;\n\n(b) letters "
           "on Sundays.\n\n6. Notices\n\nParts are small.\n") ==
        Words{"Supplier shall repair the goods as follows:", "parts within one day;"});
  CHECK(on("repair", "5. Duties\n\nSupplier shall:\n\n(a) send parts;\n\n(b) pay taxes.\n").empty());
}

TEST_CASE("a sentence that begins by pointing back goes on with the topic of the one before") {
  CHECK(on("repair", "5. Duties\n\nSupplier shall repair the pump. Such duty ends in May.\n") ==
        Words{"Supplier shall repair the pump.", "Such duty ends in May."});
  CHECK(on("repair", "第五条 义务\n供方应维修货物，费用另计，时间另行通知，双方另有约定的除外。该义务于五月终止。\n")
            .size() == 2);
  const Words paper = on("repair",
                         "5. Duties\n\nSupplier shall repair the pump. This Agreement is made in two copies, each "
                         "of which has the same force as the other.\n");
  CHECK(paper == Words{"Supplier shall repair the pump."});
}

TEST_CASE("a clause most of whose words are about a topic is about it as a whole") {
  CHECK(on("repair",
           "5. Duties\n\nSupplier shall without charge to Buyer repair the pump on every day of the year. It may "
           "rest on Sundays.\n")
            .size() == 2);
}

TEST_CASE("a table's cells have the topics of their column's and their row's header") {
  const std::string table =
      "| Item | Repair the pump | Other |\n|---|---|---|\n| North | monthly visit | yearly letter |\n";
  CHECK(on("repair", table, "draft.md") == Words{"Repair the pump", "monthly visit"});
  const std::string rows =
      "| Item | Text |\n|---|---|\n| Repair the pump | monthly visit |\n| Letters | yearly letter |\n";
  CHECK(on("repair", rows, "draft.md") == Words{"Repair the pump", "monthly visit"});
}

TEST_CASE("a page number under a heading is about nothing") {
  CHECK(on("repair", "5. Repairs\n\nTechnicians fix the following:\n\n- 12 -\n").size() == 1);
}

TEST_CASE("a topic without supports takes every sentence under its heading") {
  const RuleSet rules = rules_from("topics:\n  t: {title: {en: t, zh: 题}, headings: {en: [repairs], zh: [维修]}}\n" +
                                   rule_text("r", "    when: {mentions: {en: [nothing], zh: [无]}}\n"));
  const Result<Document> document = read_document("draft.txt", "5. Repairs\n\nThe sky is blue.\n");
  REQUIRE(document);
  const ClauseTree tree = segment(*document);
  const Evaluation evaluation = evaluate(*document, tree, rules, {});
  REQUIRE(tree.sentences.size() == 2);
  CHECK(evaluation.topics[1].size() == 1);
}
