// What surrounds a fact in its draft: what it is about, on what it depends, and the same fact in the other language.
#include "rules/circumstances.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "rules/alternatives.hpp"
#include "rules/provisos.hpp"

namespace clauselint {
namespace {

std::uint32_t between(ByteSpan a, ByteSpan b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

// How far two places of a sentence are apart; what stands in another piece of it is farther than anything in the same.
std::uint32_t distance_in(std::string_view text, ByteSpan a, ByteSpan b) {
  constexpr std::uint32_t kPiece = 1u << 20;
  const std::uint32_t away = between(a, b);
  if (away == 0) return 0;
  const std::uint32_t begin = std::min(a.end, b.end);
  const std::string_view gap = slice(text, {.begin = begin, .end = begin + away});
  const bool parted = gap.find_first_of(",;") != std::string_view::npos || gap.find("，") != std::string_view::npos ||
                      gap.find("；") != std::string_view::npos;
  return parted ? away + kPiece : away;
}

// The subject named nearest to the value in its sentence, else in the heading of its clause.
class Subjects {
 public:
  Subjects(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree)
      : scan_(scan), rules_(rules), text_(document.text), headings_(tree.clauses.size(), kNone) {
    for (std::uint32_t i = 0; i < tree.sentences.size(); ++i) {
      std::uint32_t& heading = headings_[tree.sentences[i].clause];
      if (tree.sentences[i].heading && heading == kNone) heading = i;
    }
  }

  void add_to(Fact& fact) {
    if (look_in(fact.sentence, fact) || headings_[fact.clause] == kNone) return;
    look_in(headings_[fact.clause], fact);
  }

 private:
  bool look_in(std::uint32_t sentence, Fact& fact) {
    std::uint32_t nearest = 0xFFFFFFFF;
    for (const CompiledSubject& subject : rules_.subjects) {
      for (const std::uint32_t phrase : subject.phrases) {
        for (const PhraseMatch& match : scan_.matches_in(phrase, sentence)) {
          const ByteSpan span = scan_.original(match.whole());
          const std::uint32_t away = distance_in(text_, span, fact.value.span);
          if (away >= nearest) continue;
          nearest = away;
          fact.subject = subject.source->name;
          fact.subject_span = span;
        }
      }
    }
    return nearest != 0xFFFFFFFF;
  }

  Scan& scan_;
  const RuleSet::Compiled& rules_;
  std::string_view text_;
  std::vector<std::uint32_t> headings_;  // by clause: its heading among the sentences
};

// A proviso that holds the value itself is no condition of it ("provided that notice is given within 30 days"), nor is a
// circumstance in another part of the sentence ("within 10 days; if it takes longer, …").
void add_conditions(const Scan& scan, const std::vector<Proviso>& provisos, Fact& fact) {
  for (const Proviso& proviso : provisos) {
    const ByteSpan span = scan.original(proviso.span);
    if (span.overlaps(fact.value.span)) continue;
    const ByteSpan value = scan.folded(fact.value.span);
    const ByteSpan gap = value.end <= proviso.span.begin ? ByteSpan{.begin = value.end, .end = proviso.span.begin}
                                                         : ByteSpan{.begin = proviso.span.end, .end = value.begin};
    if (!proviso.restricts && scan.words(gap).find(';') != std::string_view::npos) continue;
    fact.conditions.push_back(span);
    if (proviso.restricts && fact.polarity == FactPolarity::Granted) fact.polarity = FactPolarity::Conditional;
  }
}

}  // namespace

void pair_twins(const ClauseTree& tree, std::vector<Fact>& facts) {
  std::map<std::pair<std::uint32_t, std::string_view>, std::vector<std::uint32_t>> stated;
  for (std::uint32_t i = 0; i < facts.size(); ++i) stated[{facts[i].clause, facts[i].name}].push_back(i);
  for (const auto& [place, mine] : stated) {
    const std::uint32_t twin = tree.clauses[place.first].twin;
    if (twin == kNoClause) continue;
    const auto theirs = stated.find({twin, place.second});
    if (theirs == stated.end() || theirs->second.size() != mine.size()) continue;
    for (std::size_t k = 0; k < mine.size(); ++k) facts[mine[k]].twin = theirs->second[k];
  }
}

void add_circumstances(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
                       std::vector<BoundFact>& facts) {
  if (facts.empty()) return;
  Subjects subjects(scan, rules, document, tree);
  std::vector<Proviso> provisos;
  Alternative chosen;
  std::uint32_t looked_at = kNone;
  for (BoundFact& bound : facts) {
    Fact& fact = bound.fact;
    if (fact.sentence != looked_at) {
      provisos = find_provisos(scan.text(), scan.sentence(fact.sentence), tree.sentences[fact.sentence].language);
      chosen = find_alternative(scan.text(), scan.sentence(fact.sentence), tree.sentences[fact.sentence].language);
      looked_at = fact.sentence;
    }
    subjects.add_to(fact);
    fact.choice = chosen.choice;
    add_conditions(scan, provisos, fact);
  }
}

}  // namespace clauselint
