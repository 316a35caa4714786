// Pairs of sentences that say the same in the two versions of a clause.
#pragma once

#include "clauselint/clause.hpp"

namespace clauselint {

/// Pairs the sentences of twins where it is beyond doubt: as many on either side and no numbers that contradict, or else
/// the same numbers in both and in no other sentence of the clause. A heading pairs with a heading.
void pair_sentences(const Document& document, ClauseTree& tree);

}  // namespace clauselint
