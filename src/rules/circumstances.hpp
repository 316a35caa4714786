// What surrounds a fact in its draft: what it is about, on what it depends, and the same fact in the other language.
#pragma once

#include <vector>

#include "rules/meaning.hpp"

namespace clauselint {

/// Fills in subject, choice, conditions and polarity (Granted becomes Conditional where a proviso restricts) of facts that are in
/// the order of the text.
void add_circumstances(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
                       std::vector<BoundFact>& facts);

/// Fills in twins: facts of one name in a clause pair with those of its twin in their order, where both state it
/// equally often.
void pair_twins(const ClauseTree& tree, std::vector<Fact>& facts);

}  // namespace clauselint
