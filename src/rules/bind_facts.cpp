// Values that become facts by the words of their sentence; tables and lists stand in files of their own.
#include "rules/fact_binder.hpp"

namespace clauselint {
namespace {

void bind_sentences(FactBinder& binder) {
  for (std::uint32_t index = 0; index < binder.rules.facts.size(); ++index) {
    const CompiledFact& spec = binder.rules.facts[index];
    binder.find_excepted(index);
    for (const std::uint32_t phrase : spec.patterns) {
      for (const PhraseMatch& match : binder.scan.matches(phrase)) {
        const bool denied = match.negated && !spec.source->negated_too;
        if (denied && !binder.scan.denies_duty(match)) continue;
        if (!binder.on_topic(spec, match.sentence) || binder.excluded(spec, match.sentence)) continue;
        binder.bind_captured(index, match, denied ? FactPolarity::Excluded : FactPolarity::Granted);
      }
    }
  }
}

}  // namespace

std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                  const ClauseTree& tree, const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics) {
  FactBinder binder(
      {.scan = scan, .rules = rules, .document = document, .tree = tree, .values = values, .topics = topics});
  bind_sentences(binder);
  bind_tables(binder);
  bind_flat_tables(binder);
  bind_lists(binder);
  return binder.take();
}

}  // namespace clauselint
