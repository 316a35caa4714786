// Which words of a clause are its heading.
#pragma once

#include "clauselint/clause.hpp"
#include "segment/mark.hpp"

namespace clauselint {

/// The heading of the clause that `mark` opens, its closing punctuation left out; empty when it has none. The span of
/// the clause must be known.
ByteSpan find_clause_heading(const Document& document, const Clause& clause, const LabelMark& mark, bool has_children);

}  // namespace clauselint
