#include "rules/triggers.hpp"

#include <catch2/catch.hpp>

#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

std::string share(const std::string& duration, double part) {
  Value value;
  REQUIRE(parse_value(duration, value));
  return spelled(share_of(value, part), Language::En);
}

}  // namespace

TEST_CASE("a share of a time is said in whole units, rounded down, never nothing") {
  CHECK(share("4 hours", 0.8) == "3 hours");
  CHECK(share("1 hour", 0.8) == "48 minutes");
  CHECK(share("48 hours", 0.8) == "38 hours");
  CHECK(share("10 working days", 0.8) == "8 working days");
  CHECK(share("1 working day", 0.5) == "1 working day");
  CHECK(share("2 days", 0.8) == "38 hours");
  CHECK(share("12 months", 0.8) == "9 months");
  CHECK(share("1 minute", 0.1) == "1 minute");
}

TEST_CASE("a trigger comes from the draft's promise, else from the matter, else says that there is none") {
  const RuleSet rules = rules_from(R"(
topics:
  service: {title: {en: s, zh: 服}, mentions: {en: [respond], zh: [响应]}}
facts:
  time: {title: {en: t, zh: 时}, value: duration, in: [service], patterns: {en: ["within <duration>"], zh: [<duration>内]}}
triggers:
  - {id: late, fact: time, at: 80%, matter: response.respond, text: {en: "{at} of {value}, {clause}", zh: "{at}"}, absent: {en: none, zh: 无}}
)");
  const auto told = [&](const std::string& text, const std::string& yaml) {
    const Result<Document> document = read_document("d.txt", text);
    const Result<Matter> matter = parse_matter("m.yaml", yaml);
    REQUIRE((document && matter));
    const Evaluation evaluation = evaluate(*document, segment(*document), rules, *matter);
    return evaluation.triggers.empty() ? std::string("-") : evaluation.triggers.front().text.en;
  };
  CHECK(told("7.1 We respond within 10 hours.\n", "side: supplier") == "8 hours of 10 hours, 7.1");
  CHECK(told("7.1 We respond within 10 hours.\n7.2 We respond within 5 hours.\n", "side: supplier") ==
        "4 hours of 5 hours, 7.2");
  CHECK(told("7.1 We respond to calls.\n", "service: {response: [{respond: 5 hours}]}") ==
        "4 hours of 5 hours, service model");
  CHECK(told("7.1 We respond to calls.\n", "side: supplier") == "none");
  CHECK(told("7.1 We pay bills within 10 hours.\n", "side: supplier") == "-");
}
