// Pairs of clauses that say the same in two languages.
#pragma once

#include <optional>
#include <vector>

#include "clauselint/clause.hpp"
#include "segment/label.hpp"

namespace clauselint {

/// Pairs the clauses of a bilingual draft that have no twin yet, level by level under what is paired already: by label and
/// order, and where one language misses a clause, by the numbers the clauses state. `labels` has one entry a clause,
/// nothing for the root and for what has no number.
void pair_clauses(const Document& document, ClauseTree& tree, const std::vector<std::optional<Label>>& labels);

}  // namespace clauselint
