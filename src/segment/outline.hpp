// How marks nest: which clause each label or heading opens, and under which one.
#pragma once

#include <cstdint>
#include <vector>

#include "clauselint/clause.hpp"
#include "segment/mark.hpp"

namespace clauselint {

/// A mark that opens a clause, and where. Left out are marks that turn out to be none (a weak
/// label out of any sequence) and those that repeat an open clause (8.2 in `8.2 (b)`).
struct Placed {
  std::uint32_t mark = 0;            ///< index into the marks
  std::uint32_t parent = kNoClause;  ///< index into the placed ones; kNoClause under the root
  std::uint32_t twin = kNoClause;    ///< the placed one that says the same in the other language, found on the way
};

/// Placed marks in preorder, which is the order of the text. `second_half` is the paragraph at which a draft starts
/// again in its other language, or the number of paragraphs.
std::vector<Placed> nest(const std::vector<LabelMark>& marks, std::uint32_t second_half);

}  // namespace clauselint
