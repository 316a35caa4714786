// Which clause of one language goes with which of the other, in two lists of siblings that keep their order.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace clauselint {

/// A clause as its possible twins see it.
struct Candidate {
  std::uint32_t clause = 0;
  std::uint32_t ordinal = 0;  ///< of its label, 0 without one
  std::uint32_t children = 0;
  bool annex = false;
  const std::vector<std::uint32_t>* numbers = nullptr;  ///< stated in it, sorted
};

/// Pairs of positions in the two lists, ascending in both. Equal labels pair unless what the clauses state speaks against
/// it; clauses between two pairs go together when as many are left on either side. `by_label_alone` is for what is left over
/// where most clauses stand beside their twins: there position says nothing any more.
std::vector<std::pair<std::size_t, std::size_t>> align(const std::vector<Candidate>& a, const std::vector<Candidate>& b,
                                                       bool by_label_alone);

}  // namespace clauselint
