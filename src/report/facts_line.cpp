// Clauses with topics, facts and vague terms as one line of JSON, in the form that measuring programs expect.
#include "clauselint/report.hpp"
#include "report/json_facts.hpp"
#include "report/parties_json.hpp"
#include "report/version.hpp"

namespace clauselint {
namespace {

constexpr int kFormat = 1;
constexpr std::string_view kTail = "]}";

// The pieces that carry a topic: sentences; a heading names a topic but says nothing about it.
Json clauses_of(const Review& review) {
  const auto& sentences = review.tree.sentences;
  const Evaluation& evaluation = review.evaluation;
  Json clauses = Json::array();
  std::uint32_t cited = kNoClause;
  std::string label;
  for (std::size_t i = 0; i < std::min(sentences.size(), evaluation.topics.size()); ++i) {
    if (evaluation.topics[i].empty() || sentences[i].heading) continue;
    if (sentences[i].clause != cited) label = citation(review.tree, sentences[i].clause);
    cited = sentences[i].clause;
    Json topics = Json::array();
    for (const std::uint16_t topic : evaluation.topics[i]) topics.push_back(evaluation.topic_names[topic]);
    clauses.push_back(
        {{"topics", topics}, {"label", label}, {"source", json_source(review.document, sentences[i].span)}});
  }
  return clauses;
}

}  // namespace

std::string facts_line(const Review& review) {
  const Document& document = review.document;
  Json vague = Json::array();
  for (const VagueTerm& term : review.evaluation.vague) {
    vague.push_back({{"term", document.words(term.span)}, {"source", json_source(document, term.span)}});
  }
  return dumped({{"path", review.path},
                 {"clauses", clauses_of(review)},
                 {"facts", json_facts(review)},
                 {"vague", vague},
                 {"parties", json_parties(review)},
                 {"definitions", json_definitions(review)},
                 {"references", json_references(review)}}) +
         "\n";
}

std::string facts_json_head() {
  std::string head =
      dumped({{"tool", "clauselint"}, {"version", kVersion}, {"format", kFormat}, {"documents", Json::array()}});
  head.resize(head.size() - kTail.size());
  return head + "\n";
}

std::string facts_json_tail() { return std::string(kTail) + "\n"; }

}  // namespace clauselint
