// Values that become facts by the words of their sentence; tables and lists stand in files of their own.
#include <iterator>

#include "rules/fact_binder.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

void bind_sentences(FactBinder& binder) {
  for (std::uint32_t index = 0; index < binder.rules.facts.size(); ++index) {
    const CompiledFact& spec = binder.rules.facts[index];
    binder.find_excepted(index);
    for (const std::uint32_t phrase : spec.patterns) {
      for (const std::uint32_t sentence : binder.scan.candidates(phrase)) {
        if (!binder.on_topic(spec, sentence)) continue;
        for (const PhraseMatch& match : binder.scan.matches_in(phrase, sentence)) {
          const bool denied = match.negated && !spec.source->negated_too;
          if (denied && !binder.scan.denies_duty(match)) continue;
          if (binder.excluded(spec, sentence)) continue;
          binder.bind_captured(index, match, denied ? FactPolarity::Excluded : FactPolarity::Granted);
        }
      }
    }
  }
}

// `Reaction time 30 minutes 2 hours 4 hours`, the row of a table that a conversion ran together: what the first is, all
// are.
void bind_rows(FactBinder& binder) {
  constexpr std::size_t kShortestRow = 3;
  for (auto first = binder.values.begin(); first != binder.values.end();) {
    auto end = std::next(first);
    const auto goes_on = [&] {
      const ByteSpan between{.begin = std::prev(end)->span.end, .end = end->span.begin};
      return end->sentence == first->sentence && end->kind == first->kind &&
             trimmed(binder.document.words(between)).empty();
    };
    while (end != binder.values.end() && goes_on()) ++end;
    if (end - first >= static_cast<std::ptrdiff_t>(kShortestRow)) {
      for (const std::uint32_t fact : binder.facts_of(*first)) {
        for (auto value = std::next(first); value != end && !binder.carries_fact(*value); ++value) {
          binder.bind(fact, *value, value->sentence, value->span);
        }
      }
    }
    first = end;
  }
}

}  // namespace

std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                  const ClauseTree& tree, const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics) {
  FactBinder binder(
      {.scan = scan, .rules = rules, .document = document, .tree = tree, .values = values, .topics = topics});
  bind_sentences(binder);
  bind_rows(binder);
  bind_tables(binder);
  bind_flat_tables(binder);
  bind_lists(binder);
  return binder.take();
}

}  // namespace clauselint
