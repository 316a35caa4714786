// Parties, defined terms and cross-references as JSON.
#include "report/parties_json.hpp"

#include "report/owed_by.hpp"

namespace clauselint {
namespace {

std::string clause_of(const Review& review, std::uint32_t sentence) {
  return citation(review.tree, review.tree.sentences[sentence].clause);
}

std::string_view name_of(ClauseReference::State state) {
  switch (state) {
    case ClauseReference::State::Resolved: return "resolved";
    case ClauseReference::State::Nowhere: return "nowhere";
    case ClauseReference::State::Elsewhere: return "elsewhere";
  }
  return "";
}

}  // namespace

Json json_parties(const Review& review) {
  Json parties = Json::array();
  for (const Party& party : review.evaluation.parties) {
    Json aliases = Json::array();
    for (const PartyAlias& alias : party.aliases) aliases.push_back(alias.words);
    const ByteSpan span = party.aliases.front().span;
    parties.push_back({{"aliases", aliases},
                       {"role", party.role == nullptr ? std::string() : party.role->name},
                       {"name", party.name},
                       {"found", name_of(party.source)},
                       {"clause", clause_of(review, party.sentence)},
                       {"span", json_of(span)},
                       {"source", json_source(review.document, span)}});
  }
  return parties;
}

Json json_definitions(const Review& review) {
  Json terms = Json::array();
  for (const Definition& term : review.evaluation.definitions.terms) {
    terms.push_back({{"term", term.term},
                     {"clause", clause_of(review, term.sentence)},
                     {"uses", term.uses},
                     {"span", json_of(term.span)},
                     {"source", json_source(review.document, term.span)}});
  }
  Json faults = Json::array();
  for (const TermProblem& problem : review.evaluation.definitions.problems) {
    faults.push_back({{"fault", name_of(problem.fault)},
                      {"term", problem.term},
                      {"clause", clause_of(review, problem.sentence)},
                      {"span", json_of(problem.span)},
                      {"source", json_source(review.document, problem.span)}});
  }
  return {{"terms", terms}, {"faults", faults}};
}

Json json_references(const Review& review) {
  Json references = Json::array();
  for (const ClauseReference& reference : review.evaluation.references) {
    const Value& value = review.evaluation.values[reference.value];
    const bool leads = reference.target != kNoClause;
    references.push_back({{"words", review.document.words(value.span)},
                          {"state", name_of(reference.state)},
                          {"clause", clause_of(review, value.sentence)},
                          {"target", leads ? citation(review.tree, reference.target) : std::string()},
                          {"span", json_of(value.span)},
                          {"source", json_source(review.document, value.span)}});
  }
  return references;
}

Json json_owed_by(const Review& review, ByteSpan span) {
  Json owed = Json::array();
  for (const Party* party : owed_by(review, span)) owed.push_back(role_or_alias(*party));
  return owed;
}

}  // namespace clauselint
