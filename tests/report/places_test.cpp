// How reports name places and laws.
#include <catch2/catch.hpp>

#include "report/places.hpp"
#include "report/review_maker.hpp"

namespace clauselint {

TEST_CASE("provisions of one instrument are cited together, in the manner of the language") {
  const RuleSet rules = sample_rules();
  ReviewMaker maker = english_review();
  const Rule& rule = *maker.review.evaluation.findings[0].rule;
  CHECK(cite_law(rule, &rules, Language::En) == "Civil Code Art. 510; 511(4)");
  CHECK(cite_law(rule, &rules, Language::Zh) == "民法典第510条、第511条（4）");
}

TEST_CASE("a consumer provision is cited only by a rule for consumer sales") {
  const RuleSet rules = sample_rules();
  Rule rule;
  rule.law = {"p-shop"};
  CHECK(cite_law(rule, &rules, Language::En) == "");
  rule.gates.market = {"consumer"};
  CHECK(cite_law(rule, &rules, Language::En) == "Civil Code Art. 26");
}

TEST_CASE("a provision that was not read in its source is not cited") {
  const RuleSet rules = sample_rules();
  Rule rule;
  rule.law = {"p-unread", "p-unknown"};
  CHECK(cite_law(rule, &rules, Language::En) == "");
}

TEST_CASE("a place without a number goes by its heading, else by its paragraph") {
  ReviewMaker maker("draft.txt", Language::En, {{"9", "Returns", "Returns"}, {"", "", "More."}});
  CHECK(place_name(maker.review, 1, maker.span_of("Returns"), Language::En) == "9");
  CHECK(place_name(maker.review, kRootClause, maker.span_of("More."), Language::En) == "para 2");
  CHECK(place_name(maker.review, kRootClause, maker.span_of("More."), Language::Zh) == "第2段");
  maker.review.tree.clauses[1].label.clear();
  CHECK(place_name(maker.review, 1, maker.span_of("Returns"), Language::En) == "“Returns”");
}

TEST_CASE("what is not there is not counted aloud") {
  CHECK(tally_words({.high = 3, .low = 1}, words_in(Language::En)) == "3 high, 1 low");
  CHECK(tally_words({.high = 3, .low = 1}, words_in(Language::Zh)) == "高3、低1");
  CHECK(tally_words({}, words_in(Language::En)) == "no findings");
}

}  // namespace clauselint
