#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kFacts = R"(
terms:
  sum: {en: ["(the )?(total )?fees paid"], zh: [合同总价]}
facts:
  answer:
    title: {en: Answer, zh: 响应}
    value: duration
    patterns: {en: ["answer .. within <duration>"], zh: ["<duration>内响应"]}
    under:
      leads: {en: ["response time*"], zh: [响应时间]}
      patterns: {en: ["severity (1|2|3) .. <duration>"], zh: ["(一级|二级)故障.. <duration>"]}
  repair:
    title: {en: Repair, zh: 修复}
    value: duration
    patterns: {en: ["repair .. within <duration>", "agree .... repair within <duration>"], zh: ["<duration>内修复"]}
    except: {en: ["trial .. within <duration>"]}
    under:
      leads: {en: ["repair time*"], zh: [修复时间]}
      patterns: {en: ["severity (1|2|3) .. <duration>"], zh: ["(一级|二级)故障.. <duration>"]}
  cap:
    title: {en: Cap, zh: 上限}
    value: text
    polarity: any
    patterns:
      en: ["liability .. exceed .. <count> .. <sum>", "liability .. exceed .. <sum> .. in <duration>", "liability .. exceed .. <money>", "liability .. exceed .. <sum>"]
      zh: ["责任.. 不超过<sum>的?<percent>"]
)";

std::vector<std::string> facts(const std::string& text, const std::string& name = "draft.txt") {
  const RuleSet rules = rules_from(kFacts);
  const Result<Document> document = read_document(name, text);
  REQUIRE(document);
  std::vector<std::string> found;
  for (const Fact& fact : evaluate(*document, segment(*document), rules, {}).facts) {
    found.push_back(fact.name + " " + canonical(fact.value));
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a numbered entry says its label and its value in one breath") {
  CHECK(facts("一、产品：水泵一台。\n二、响应时间：4小时。\n三、修复时间：接到通知后2日。\n四、修复时间：3日。") ==
        std::vector<std::string>{"answer PT4H", "repair P3D"});
  CHECK(facts("1. Product: one pump.\n2. Response Time: 4 hours.\n3. Repair Time: we try, and mostly in 3 days.") ==
        std::vector<std::string>{"answer PT4H"});
}

TEST_CASE("entries of a list are what the words before it say") {
  CHECK(facts("1. The response times are as follows:\n(a) Severity 1: 1 hour;\n(b) Severity 2: 4 hours.\n2. "
              "Fees\nSeverity 1 is invoiced in 30 days.\n") == Found{"answer PT1H", "answer PT4H"});
  CHECK(facts("8. Response times\nSeverity 1: 2 hours.\nSeverity 2: next business day.\n") ==
        Found{"answer PT2H", "answer P1D"});
  CHECK(facts("一、响应时间\n一级故障：1小时；\n二级故障：4小时。\n") == Found{"answer PT1H", "answer PT4H"});
}

TEST_CASE("of two words before an entry the nearer ones count") {
  CHECK(facts("Response times: Severity 1: 1 hour, Severity 2: 2 hours. Repair times: Severity 1: 8 hours, Severity 2: "
              "9 hours.\n") == Found{"answer PT1H", "answer PT2H", "repair PT8H", "repair PT9H"});
}

TEST_CASE("an entry whose own words tell what it is keeps that meaning") {
  CHECK(facts("8. Response times\nSeverity 1: repair of machines within 8 hours.\n") == Found{"repair PT8H"});
}

TEST_CASE("an excepted value is not the fact") {
  CHECK(facts("We repair machines within 8 hours and in a trial within 9 hours.\n") == Found{"repair PT8H"});
  CHECK(facts("We repair in the trial within 9 hours.\n").empty());
}

TEST_CASE("a wide gap reaches over the clauses of a long sentence") {
  CHECK(facts("The parties agree that, whatever the cause of the failure, whoever reports it, at whatever time of the "
              "day and however the "
              "machine was used before that, they will repair within 9 hours.\n") == Found{"repair PT9H"});
}

TEST_CASE("a blank without a unit is a value where the pattern asks for one, a blank for a name is not") {
  CHECK(facts("We answer calls within [***] of receipt.\n") == Found{"answer BLANK"});
  CHECK(facts("We answer calls within [insert period].\n") == Found{"answer BLANK"});
  CHECK(facts("We answer calls within [Company Name].\n").empty());
}

TEST_CASE("values alone in the cells of a table are what the words above the table say, unless a header does") {
  const std::string matrix =
      "| Item | Fatal | Minor |\n|---|---|---|\n| 1 | 15 minutes | 2 hours |\n| 2 | see below, 4 hours | 1 day |\n";
  CHECK(
      facts("# Service\n\n## 3. Response times\n\nThey depend on the item. They are shown in this table:\n\n" + matrix,
            "draft.md") == Found{"answer PT15M", "answer PT2H", "answer P1D"});
  CHECK(facts("# Service\n\n## 3. Fees\n\nThey are shown in this table:\n\n" + matrix, "draft.md").empty());
}

TEST_CASE("a cell that begins with its value is that value, a cell that tells more is not") {
  const std::string text = "# Service\n\n## 3. Response times\n\n| Item | Basic | Full |\n|---|---|---|\n";
  CHECK(facts(text + "| 1 | 2 hours, Monday to Friday | up to 30 minutes |\n| 2 | see the note, 3 hours | 1 hour |\n",
              "draft.md") == Found{"answer PT2H", "answer PT30M", "answer PT1H"});
}

TEST_CASE("values in a row, with nothing between them, are all what the first is") {
  CHECK(facts("We answer within 30 minutes 2 hours 4 hours 8 hours.\n") ==
        Found{"answer PT30M", "answer PT2H", "answer PT4H", "answer PT8H"});
  CHECK(facts("We answer within 30 minutes 2 hours.\n") == Found{"answer PT30M"});
}

TEST_CASE("a text value is told by its terms and values") {
  CHECK(facts("Neither party's liability shall exceed the total fees paid in twelve (12) months.\n") ==
        Found{"cap the total fees paid, 12 months"});
  CHECK(facts("The liability shall not exceed USD 500,000.\n") == Found{"cap USD 500000"});
  CHECK(facts("The liability shall not exceed the fees paid.\n") == Found{"cap the fees paid"});
  CHECK(facts("The liability shall not exceed two times the fees paid.\n") == Found{"cap 2 times, the fees paid"});
  CHECK(facts("责任不超过合同总价的30%。\n") == Found{"cap 合同总价, 30%"});
}

TEST_CASE("errors of a fact's parts name their place") {
  CHECK(errors_of_pack("facts:\n  a:\n    title: {en: A, zh: 甲}\n    value: duration\n    patterns: {en: [in "
                       "<duration>]}\n    under: {patterns: {en: [\"x <duration>\"]}}\n")
            .front()
            .find("\"leads\" is missing") != std::string::npos);
  CHECK(errors_of_pack("facts:\n  a:\n    title: {en: A, zh: 甲}\n    value: duration\n    patterns: {en: [in "
                       "<duration>]}\n    polarity: denied\n")
            .size() == 1);
  CHECK(errors_of_pack("facts:\n  a:\n    title: {en: A, zh: 甲}\n    value: duration\n    patterns: {en: [in "
                       "<duration>]}\n    except: {en: [some words]}\n")
            .size() == 1);
}
