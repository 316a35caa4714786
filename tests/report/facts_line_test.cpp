// Clauses, facts and vague terms for other programs.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "clauselint/report.hpp"
#include "report/review_maker.hpp"

namespace clauselint {
namespace {

ReviewMaker measured() {
  ReviewMaker maker = english_review();
  Evaluation& evaluation = maker.review.evaluation;
  evaluation.topic_names = {"first", "second"};
  evaluation.topics = {{0, 1}, {}, {1}, {1}, {}};
  evaluation.vague = {{.term = "soon", .span = maker.span_of("promptly"), .sentence = 0}};
  return maker;
}

std::string words_at(const ReviewMaker& maker, const nlohmann::json& source) {
  return maker.review.document.text.substr(source["begin"],
                                           source["end"].get<std::size_t>() - source["begin"].get<std::size_t>());
}

}  // namespace

TEST_CASE("sentences that carry topics are told with their own clause number") {
  const ReviewMaker maker = measured();
  const auto line = nlohmann::json::parse(facts_line(maker.review));
  REQUIRE(line["clauses"].size() == 2);  // the heading of 9 is no clause text
  CHECK(line["clauses"][0]["topics"] == std::vector<std::string>{"first", "second"});
  CHECK(line["clauses"][0]["label"] == "8.1");
  CHECK(line["clauses"][1]["label"] == "9.1");
  CHECK(words_at(maker, line["clauses"][1]["source"]) == "9.1 Returns are accepted on request within 30 days.");
}

TEST_CASE("a fact has its canonical value and its place, a vague term its words") {
  const ReviewMaker maker = measured();
  const auto line = nlohmann::json::parse(facts_line(maker.review));
  CHECK(line["facts"][0]["fact"] == "sample.period");
  CHECK(line["facts"][0]["value"] == "P24M");
  CHECK(words_at(maker, line["facts"][0]["source"]) == "24 months");
  CHECK(line["vague"][0]["term"] == "promptly");
  CHECK(words_at(maker, line["vague"][0]["source"]) == "promptly");
}

TEST_CASE("a fact tells what limits it, and what its twin says") {
  ReviewMaker maker = measured();
  std::vector<Fact>& facts = maker.review.evaluation.facts;
  facts[0].polarity = FactPolarity::Conditional;
  facts[0].conditions = {maker.span_of("promptly")};
  facts[0].subject = "spares";
  facts[0].twin = 1;
  const auto line = nlohmann::json::parse(facts_line(maker.review));
  const auto& fact = line["facts"][0];
  CHECK(fact["polarity"] == "conditional");
  CHECK(fact["conditions"] == std::vector<std::string>{"promptly"});
  CHECK(fact["subject"] == "spares");
  CHECK(fact["twin"]["value"] == "PT4H");
  CHECK(fact["twin"]["same"] == false);
  CHECK(line["facts"][1]["twin"].is_null());
}

TEST_CASE("lines with commas between them, head and tail are one document") {
  const std::string line = facts_line(measured().review);
  const auto report = nlohmann::json::parse(facts_json_head() + line + "," + line + facts_json_tail());
  CHECK(report["documents"].size() == 2);
  CHECK(nlohmann::json::parse(facts_json_head() + facts_json_tail())["documents"].empty());
}

TEST_CASE("a line of facts is one line") {
  const std::string line = facts_line(measured().review);
  CHECK(line.find('\n') == line.size() - 1);
}

}  // namespace clauselint
