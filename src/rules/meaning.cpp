// What a draft says in the packs' words: vague terms, and whether sentences share a topic.
#include "rules/meaning.hpp"

#include <algorithm>

namespace clauselint {

namespace {

Setting setting_of(const Document& document, const Sentence& sentence, std::uint32_t index,
                   const Definitions& definitions) {
  if (sentence.heading) return Setting::Heading;
  if (document.paragraphs[sentence.paragraph].cell) return Setting::Table;
  const auto defined = std::ranges::lower_bound(definitions.terms, index, {}, &Definition::sentence);
  const bool defines = defined != definitions.terms.end() && defined->sentence == index;
  return defines ? Setting::Definition : Setting::Text;
}

bool holds_any(const auto& wanted, const auto& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

bool is_about(const CompiledRule& rule, const Document& document, const ClauseTree& tree, const Meaning& meaning,
              std::uint32_t sentence) {
  if (!rule.topics.empty() && !share_topic(rule.topics, meaning.topics[sentence])) return false;
  const Rule& source = *rule.source;
  const Sentence& place = tree.sentences[sentence];
  if (!holds_any(source.stories, document.paragraphs[place.paragraph].story)) return false;
  if (!source.settings.empty() &&
      !holds_any(source.settings, setting_of(document, place, sentence, meaning.definitions)))
    return false;
  if (rule.facts.empty()) return true;
  auto bound =
      std::ranges::lower_bound(meaning.facts, sentence, {}, [](const BoundFact& b) { return b.fact.sentence; });
  for (; bound != meaning.facts.end() && bound->fact.sentence == sentence; ++bound) {
    if (std::ranges::find(rule.facts, bound->spec) != rule.facts.end()) return true;
  }
  return false;
}

bool share_topic(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](std::uint16_t topic) { return std::binary_search(b.begin(), b.end(), topic); });
}

std::vector<VagueTerm> find_vague_terms(Scan& scan, const RuleSet::Compiled& rules, const ClauseTree& tree,
                                        const std::vector<std::vector<std::uint16_t>>& topics) {
  std::vector<std::uint8_t> concerned(tree.clauses.size(), 0);  // by clause: a sentence of its own has a topic
  for (std::size_t i = 0; i < topics.size(); ++i) {
    if (!topics[i].empty()) concerned[tree.sentences[i].clause] = 1;
  }
  concerned[kRootClause] = 0;
  std::vector<VagueTerm> found;
  for (const CompiledTerm& term : rules.vague) {
    for (const std::uint32_t phrase : term.phrases) {
      for (const PhraseMatch& match : scan.matches(phrase)) {
        if (topics[match.sentence].empty() && concerned[tree.sentences[match.sentence].clause] == 0) continue;
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
