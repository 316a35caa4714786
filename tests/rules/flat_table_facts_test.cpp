#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kFacts = R"(
topics:
  service: {title: {en: service, zh: 服务}, headings: {en: [service], zh: [服务]}, mentions: {en: ["respon*"], zh: [响应]}}
facts:
  answer: {title: {en: Answer, zh: 响应}, value: duration, in: [service], patterns: {en: ["answer .. <duration>"]}, headers: {en: ["respon*( time)?"], zh: [响应时间]}}
  repair: {title: {en: Repair, zh: 修复}, value: duration, in: [service], patterns: {en: ["repair .. <duration>"]}, headers: {en: ["(time to )?repair"], zh: [修复时间]}}
  open: {title: {en: Open, zh: 开放}, value: hours, patterns: {en: ["open <hours>"]}, headers: {en: [availability], zh: [服务时间]}}
)";

std::vector<std::string> facts(const std::string& text) {
  const RuleSet rules = rules_from(kFacts);
  const Result<Document> document = read_document("draft.txt", text);
  REQUIRE(document);
  std::vector<std::string> found;
  for (const Fact& fact : evaluate(*document, segment(*document), rules, {}).facts) {
    found.push_back(fact.name + " " + canonical(fact.value));
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a table whose columns are kept apart by blanks") {
  CHECK(facts("Times of service\n\nSeverity     Response     Repair\n\nhigh         1 hour       4 hours\n\nlow        "
              "  2 days       9 days\n") == Found{"answer PT1H", "repair PT4H", "answer P2D", "repair P9D"});
}

TEST_CASE("a table whose rows were run together") {
  CHECK(facts("During the day   Severity   Response   Time to repair   Remarks\n\n1   15 minutes   1 hour   2   30 "
              "minutes   2 hours   3   1 hour   4 hours\n") ==
        Found{"answer PT15M", "repair PT1H", "answer PT30M", "repair PT2H", "answer PT1H", "repair PT4H"});
  CHECK(facts("Priority     Availability     Response time     high     24 hours, 7 days a week     4 hours     low    "
              " working hours     2 days\n") == Found{"open 24x7", "answer PT4H", "answer P2D"});
}

TEST_CASE("a table with one cell a line") {
  CHECK(facts("Severity\n\nResponse time\n\nRepair\n\n1\n\n1 hour\n\n4 hours\n\n2\n\n2 hours\n\n8 hours\n\nThe times "
              "above are targets that the parties look at once a year in 30 days of talks.\n") ==
        Found{"answer PT1H", "repair PT4H", "answer PT2H", "repair PT8H"});
}

TEST_CASE("a row whose first cell names the fact") {
  CHECK(facts("Level of service     1          2          3\n\nResponse time        1 hour     4 hours    8 hours\n") ==
        Found{"answer PT1H", "answer PT4H", "answer PT8H"});
}

TEST_CASE("a flat table ends where prose begins, and headings over prose are none") {
  CHECK(facts("Severity     Response     Repair\n\nhigh         1 hour       4 hours\n\nThe price is due after 30 "
              "days.\n") == Found{"answer PT1H", "repair PT4H"});
  CHECK(facts("Response time\n\nThe price is due after 30 days.\n").empty());
}

TEST_CASE("prose whose lines were joined with their margin is no table") {
  CHECK(facts("The Buyer answers requests for a change of the order in writing         and in good time, and where it "
              "does not the lack of a\t response counts as consent.\n\nThe Buyer may ask for revisions upon         15 "
              "days of prior notice.\n")
            .empty());
}

TEST_CASE("a Chinese table in a text file") {
  CHECK(facts("服务等级\t响应时间\t修复时间\n一级\t1小时\t4小时\n二级\t4小时\t次日\n") ==
        Found{"answer PT1H", "repair PT4H", "answer PT4H", "repair P1D"});
}

TEST_CASE("a row with as many cells as the head keeps each value under its column") {
  CHECK(facts("Severity     Response     Repair\n\nhigh         at once       4 hours\n\nlow          2 days       9 "
              "days\n") == Found{"repair PT4H", "answer P2D", "repair P9D"});
}
