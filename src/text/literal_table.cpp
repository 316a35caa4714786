// Finds, in one pass over the folded text, which of many literals stand where.
#include "text/literal_table.hpp"

#include <algorithm>
#include <cassert>

namespace clauselint {

LiteralTable LiteralTable::build(std::vector<std::pair<std::string, std::uint32_t>> literals) {
  const auto slot = [](const std::string& literal) {
    return slot_of(reinterpret_cast<const unsigned char*>(literal.data()));
  };
  std::erase_if(literals, [](const auto& entry) { return entry.first.size() < kShortest; });
  std::sort(literals.begin(), literals.end(), [&](const auto& a, const auto& b) {
    const std::uint32_t slot_a = slot(a.first);
    const std::uint32_t slot_b = slot(b.first);
    return slot_a != slot_b ? slot_a < slot_b : a < b;
  });
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());

  LiteralTable table;
  table.heads_.assign(kSlots + 1, 0);
  for (auto& [literal, owner] : literals) {
    if (!table.entries_.empty() && table.entries_.back().literal == literal) {
      table.entries_.back().owners.push_back(owner);
      continue;
    }
    const std::uint32_t at = slot(literal);
    table.seen_[at >> 6] |= std::uint64_t{1} << (at & 63);
    ++table.heads_[at + 1];
    table.entries_.push_back({.literal = std::move(literal), .owners = {owner}});
  }
  for (std::uint32_t i = 0; i < kSlots; ++i) table.heads_[i + 1] += table.heads_[i];
  return table;
}

}  // namespace clauselint
