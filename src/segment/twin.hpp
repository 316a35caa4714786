// Pairs of clauses that say the same in two languages.
#pragma once

#include <vector>

#include "clauselint/clause.hpp"
#include "segment/label.hpp"

namespace clauselint {

/// Pairs what has no twin yet by its path of labels: 第八条（二） with Article 8 (2). `labels` has one entry a clause,
/// nothing for the root and for headings without number.
void pair_by_labels(ClauseTree& tree, const std::vector<std::optional<Label>>& labels);

}  // namespace clauselint
