// What a draft says in the packs' words: topics of sentences, facts and vague terms.
#include "rules/meaning.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace clauselint {
namespace {

void insert_topic(std::vector<std::uint16_t>& topics, std::uint16_t topic) {
  const auto at = std::lower_bound(topics.begin(), topics.end(), topic);
  if (at == topics.end() || *at != topic) topics.insert(at, topic);
}

const Value* value_at(const std::vector<Value>& values, ByteSpan span) {
  const auto found = std::lower_bound(values.begin(), values.end(), span.begin,
                                      [](const Value& v, std::uint32_t at) { return v.span.begin < at; });
  return found != values.end() && found->span.overlaps(span) ? &*found : nullptr;
}

std::uint32_t distance(ByteSpan a, ByteSpan b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

// The value that the pattern's first capture of the right kind holds.
ByteSpan captured_value(const CompiledPhrase& phrase, const PhraseMatch& match, char letter) {
  for (std::size_t i = 0; i < phrase.captures.size() && i + 1 < match.groups.size(); ++i) {
    const PhraseCapture& capture = phrase.captures[i];
    if (capture.kind == PhraseCapture::Kind::Value && capture.value == letter && took_part(match.groups[i + 1])) {
      return match.groups[i + 1];
    }
  }
  return {};
}

// The nearest start event named in the sentence.
void find_start(Scan& scan, const CompiledFact& spec, Fact& fact) {
  std::uint32_t nearest = 0xFFFFFFFF;
  for (std::size_t i = 0; i < spec.starts.size(); ++i) {
    for (const std::uint32_t phrase : spec.starts[i]) {
      for (const PhraseMatch& match : scan.matches_in(phrase, fact.sentence)) {
        const ByteSpan span = scan.original(match.whole());
        const std::uint32_t away = distance(span, fact.value.span);
        if (away >= nearest) continue;
        nearest = away;
        fact.start = spec.source->starts[i].name;
        fact.start_span = span;
      }
    }
  }
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

std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const ClauseTree& tree,
                                  const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, BoundFact> bound;  // by value's place, then specification
  for (std::uint32_t index = 0; index < rules.facts.size(); ++index) {
    const CompiledFact& spec = rules.facts[index];
    const char letter = letter_of(spec.source->value);
    for (const std::uint32_t phrase : spec.patterns) {
      for (const PhraseMatch& match : scan.matches(phrase)) {
        if (match.negated) continue;
        if (!spec.topics.empty() && !share_topic(spec.topics, topics[match.sentence])) continue;
        if (scan.any_in(spec.unless, match.sentence)) continue;
        const ByteSpan folded = captured_value(scan.phrase(phrase), match, letter);
        if (folded.empty()) continue;
        const Value* value = value_at(values, scan.original(folded));
        if (value == nullptr) continue;
        const std::pair key(value->span.begin, index);
        if (bound.contains(key)) continue;
        BoundFact fact{.spec = index, .fact = {}};
        fact.fact.name = spec.source->name;
        fact.fact.value = *value;
        fact.fact.quote = hull(scan.original(match.whole()), value->span);
        fact.fact.sentence = match.sentence;
        fact.fact.clause = tree.sentences[match.sentence].clause;
        find_start(scan, spec, fact.fact);
        bound.emplace(key, std::move(fact));
      }
    }
  }
  std::vector<BoundFact> facts;
  facts.reserve(bound.size());
  for (auto& entry : bound) facts.push_back(std::move(entry.second));
  return facts;
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
