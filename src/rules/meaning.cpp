// What a draft says in the packs' words: topics of sentences and vague terms.
#include "rules/meaning.hpp"

#include <algorithm>

namespace clauselint {
namespace {

void insert_topic(std::vector<std::uint16_t>& topics, std::uint16_t topic) {
  const auto at = std::lower_bound(topics.begin(), topics.end(), topic);
  if (at == topics.end() || *at != topic) topics.insert(at, topic);
}

}  // namespace

bool share_topic(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint16_t topic) { return std::binary_search(b.begin(), b.end(), topic); });
}

std::vector<std::vector<std::uint16_t>> find_topics(Scan& scan, const RuleSet::Compiled& rules, const ClauseTree& tree) {
  std::vector<std::vector<std::uint16_t>> by_clause(tree.clauses.size());
  std::vector<std::vector<std::uint16_t>> by_sentence(tree.sentences.size());
  for (std::uint16_t topic = 0; topic < rules.topics.size(); ++topic) {
    for (const std::uint32_t phrase : rules.topics[topic].headings) {
      for (const PhraseMatch& match : scan.matches(phrase)) {
        const Sentence& sentence = tree.sentences[match.sentence];
        if (sentence.heading) insert_topic(by_clause[sentence.clause], topic);
      }
    }
    for (const std::uint32_t phrase : rules.topics[topic].mentions) {
      for (const PhraseMatch& match : scan.matches(phrase)) insert_topic(by_sentence[match.sentence], topic);
    }
  }
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {  // preorder: a parent is complete before its children
    const std::uint32_t parent = tree.clauses[i].parent;
    if (parent == kRootClause || parent == kNoClause) continue;  // the title of a draft is no proof of every sentence's topic
    for (const std::uint16_t topic : by_clause[parent]) insert_topic(by_clause[i], topic);
  }
  for (std::size_t i = 0; i < tree.sentences.size(); ++i) {
    if (tree.sentences[i].clause == kRootClause) continue;
    for (const std::uint16_t topic : by_clause[tree.sentences[i].clause]) insert_topic(by_sentence[i], topic);
  }
  return by_sentence;
}

std::vector<VagueTerm> find_vague_terms(Scan& scan, const RuleSet::Compiled& rules,
                                        const std::vector<std::vector<std::uint16_t>>& topics) {
  std::vector<VagueTerm> found;
  for (const CompiledTerm& term : rules.vague) {
    for (const std::uint32_t phrase : term.phrases) {
      for (const PhraseMatch& match : scan.matches(phrase)) {
        if (topics[match.sentence].empty()) continue;
        found.push_back({.term = term.source->name, .span = scan.original(match.whole()), .sentence = match.sentence});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const VagueTerm& a, const VagueTerm& b) {
    return a.span != b.span ? a.span < b.span : a.term < b.term;
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const VagueTerm& a, const VagueTerm& b) { return a.span.overlaps(b.span); }),
              found.end());
  return found;
}

}  // namespace clauselint
