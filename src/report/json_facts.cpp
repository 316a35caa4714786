// The facts of a draft in JSON, the same in every output.
#include "report/json_facts.hpp"

#include "report/parties_json.hpp"
#include "report/table_heads.hpp"

namespace clauselint {
namespace {

Json conditions_of(const Review& review, const Fact& fact) {
  Json conditions = Json::array();
  for (const ByteSpan condition : fact.conditions) conditions.push_back(review.document.words(condition));
  return conditions;
}

Json twin_of(const Review& review, const Fact& fact) {
  if (fact.twin == kNoFact) return {};
  const Fact& twin = review.evaluation.facts[fact.twin];
  return {{"clause", citation(review.tree, twin.clause)},
          {"value", canonical(twin.value)},
          {"same", same_value(fact.value, twin.value)}};
}

std::string_view name_of(Bound bound) {
  switch (bound) {
    case Bound::Exact: return "exact";
    case Bound::AtMost: return "at-most";
    case Bound::AtLeast: return "at-least";
  }
  return "";
}

Json fact_of(const Review& review, const Fact& fact, const TableHeads& heads) {
  return {{"fact", fact.name},
          {"value", canonical(fact.value)},
          {"bound", name_of(fact.value.bound)},
          {"working", fact.value.working},
          {"words", review.document.words(fact.value.span)},
          {"start", fact.start},
          {"start_words", review.document.words(fact.start_span)},
          {"clause", citation(review.tree, fact.clause)},
          {"owed_by", json_owed_by(review, fact.value.span)},
          {"table_heads", heads.of(review.document.paragraphs[paragraph_at(review.document, fact.value.span.begin)])},
          {"polarity", name_of(fact.polarity)},
          {"choice", name_of(fact.choice)},
          {"conditions", conditions_of(review, fact)},
          {"subject", fact.subject},
          {"twin", twin_of(review, fact)},
          {"quote", review.document.words(fact.quote)},
          {"span", json_of(fact.value.span)},
          {"source", json_source(review.document, fact.value.span)}};
}

}  // namespace

Json json_facts(const Review& review) {
  Json facts = Json::array();
  const TableHeads heads(review.document);
  for (const Fact& fact : review.evaluation.facts) facts.push_back(fact_of(review, fact, heads));
  return facts;
}

std::string_view name_of(FactChoice choice) {
  switch (choice) {
    case FactChoice::None: return "";
    case FactChoice::Earlier: return "earlier";
    case FactChoice::Later: return "later";
    case FactChoice::Lesser: return "lesser";
    case FactChoice::Greater: return "greater";
  }
  return "";
}

std::string_view name_of(FactPolarity polarity) {
  switch (polarity) {
    case FactPolarity::Granted: return "granted";
    case FactPolarity::Conditional: return "conditional";
    case FactPolarity::Excluded: return "excluded";
  }
  return "";
}

}  // namespace clauselint
