// Escalation triggers computed from the draft's own promises.
#pragma once

#include <vector>

#include "clauselint/evaluate.hpp"
#include "rules/meaning.hpp"

namespace clauselint {

std::vector<TriggerNote> find_triggers(const RuleSet::Compiled& rules, const ClauseTree& tree, const Meaning& meaning,
                                       const Matter& matter);

/// A share of a duration as people say it: 80 % of 4 hours is 3 hours, of 1 hour 48 minutes. Rounded down, never to 0.
Value share_of(const Value& duration, double share);

}  // namespace clauselint
