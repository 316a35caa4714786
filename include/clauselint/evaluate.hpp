// Rules against a draft: topics, facts, outcomes and findings.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/definition.hpp"
#include "clauselint/document.hpp"
#include "clauselint/fact.hpp"
#include "clauselint/finding.hpp"
#include "clauselint/matter.hpp"
#include "clauselint/party.hpp"
#include "clauselint/rule.hpp"
#include "clauselint/rule_choice.hpp"
#include "clauselint/trace.hpp"

namespace clauselint {

/// A vague word of a pack's term at a place.
struct VagueTerm {
  std::string term;
  ByteSpan span;
  std::uint32_t sentence = 0;
};

/// An escalation trigger or its absence, rendered.
struct TriggerNote {
  const Trigger* trigger = nullptr;
  Text text;
  std::uint32_t clause = kRootClause;  ///< of the promise; kRootClause when there is none
};

/// Where a reference of the draft leads.
struct ClauseReference {
  enum class State : std::uint8_t {
    Resolved,   ///< to `target`, or to a place without a clause of its own (`target` is kNoClause)
    Nowhere,    ///< to a clause or annex of this draft that is not there
    Elsewhere,  ///< to another paper, or to labels of a kind that the draft does not show
  };
  std::uint32_t value = 0;  ///< index into Evaluation::values
  std::uint32_t target = kNoClause;
  State state = State::Elsewhere;
};

struct Evaluation {
  std::vector<Value> values;
  std::vector<ClauseReference> references;  ///< in order of the text
  Definitions definitions;
  std::vector<Party> parties;  ///< with the duties, only in a review that was asked for them: no rule needs them
  std::vector<Duty> duties;
  std::vector<Fact> facts;
  std::vector<std::vector<std::uint16_t>> topics;  ///< by sentence: indexes into topic_names, ascending
  std::vector<std::string> topic_names;
  std::vector<VagueTerm> vague;
  std::vector<RuleOutcome> outcomes;  ///< one a rule, in pack order
  std::vector<Finding> findings;      ///< in order of the text
  std::vector<TriggerNote> triggers;
  std::vector<std::string> missing_matter;  ///< service paths a fix or comparison wanted and the matter lacks
  std::vector<RuleTrace> traces;            ///< of the rules that were to be traced, in pack order
};

/// Called right before each rule is asked, and with nullptr behind the last: for authors who ask what a rule costs.
using RuleWatch = std::function<void(const Rule*)>;

/// What a rule author asks besides; nothing of it changes what is decided.
struct Observation {
  RuleWatch watch;
  std::vector<std::string> traced;  ///< ids of rules: what they decide is recorded step by step
};

/// Pure: same arguments, same result; safe to call from many threads.
Evaluation evaluate(const Document& document, const ClauseTree& tree, const RuleSet& rules, const Matter& matter,
                    const RuleChoice& choice = {}, const Observation& observation = {});

/// The same, as if every sentence had these topics too: an example of a rule is a sentence out of its clause.
Evaluation evaluate_under(const Document& document, const ClauseTree& tree, const RuleSet& rules, const Matter& matter,
                          const std::vector<std::string>& topics);

}  // namespace clauselint
