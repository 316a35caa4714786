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
  response:
    title: {en: Response, zh: 响应}
    value: duration
    in: [service]
    patterns: {en: ["respond* ... within <duration>"], zh: ["<duration>内响应"]}
    unless: {en: [training], zh: [培训]}
    headers: {en: ["response( time)?"], zh: [响应时间]}
    starts:
      request: {title: {en: request, zh: 报修}, en: [of the request], zh: [自报修]}
      order: {title: {en: order, zh: 订单}, en: [of the order], zh: [自订单]}
)";

std::vector<std::string> facts(const std::string& text) {
  const RuleSet rules = rules_from(kFacts);
  const Result<Document> document = read_document("draft.md", text);
  REQUIRE(document);
  std::vector<std::string> found;
  for (const Fact& fact : evaluate(*document, segment(*document), rules, {}).facts) {
    const std::string denied = fact.polarity == FactPolarity::Excluded ? "denied " : "";
    found.push_back(denied + canonical(fact.value) + (fact.start.empty() ? "" : " from " + fact.start));
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a fact is a value that its sentence gives a meaning, with the nearest start") {
  CHECK(facts("We respond to calls within 4 hours of the request, not of the order.\n") == Found{"PT4H from request"});
  CHECK(facts("我们4小时内响应。\n") == Found{"PT4H"});
}

TEST_CASE("of two starts the one on the side where the language puts it belongs to the value") {
  CHECK(facts("自报修之日起，我们应当在4小时内响应，自订单起另计。\n") == Found{"PT4H from request"});
  CHECK(facts("Of the order we hear, but respond within 4 hours of the request.\n") == Found{"PT4H from request"});
}

TEST_CASE("a duty that is denied is a denied fact, one that was not kept is none") {
  CHECK(facts("We need not respond within 4 hours.\n") == Found{"denied PT4H"});
  CHECK(facts("Service calls not responded to within 4 hours are told to the manager.\n").empty());
  CHECK(facts("We need not respond within 4 hours but respond within 8 hours.\n") == Found{"denied PT4H", "PT8H"});
}

TEST_CASE("an excluded sentence and one on another topic give no fact") {
  CHECK(facts("We respond to training calls within 4 hours.\n").empty());
  CHECK(facts("We pay within 4 hours.\n").empty());
}

TEST_CASE("in a table a value belongs to the fact that the header of its column or row names") {
  CHECK(facts("# Service\n\n| Severity | Response time | Price |\n|---|---|---|\n| 1 | 4 hours | 2 days |\n| 2 | 8 "
              "hours | 3 days |\n") == Found{"PT4H", "PT8H"});
  CHECK(facts("# Service\n\n| Severity | 1 | 2 |\n|---|---|---|\n| Response time | 4 hours | 8 hours |\n") ==
        Found{"PT4H", "PT8H"});
}

TEST_CASE("the clock of a table is told in the words around it") {
  CHECK(facts("# Contract\n\n## 3. Service\n\nTimes run from receipt of the request.\n\n| Severity | Response time "
              "|\n|---|---|\n| 1 | 4 hours |\n") == Found{"PT4H from request"});
}

TEST_CASE("a cell that tells a story is no header") {
  CHECK(facts("# Service\n\n| Our response time is 2 hours | more |\n|---|---|\n| x | 9 hours |\n").empty());
}
