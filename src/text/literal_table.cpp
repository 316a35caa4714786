// Finds, in one pass over the folded text, which of many literals stand where.
#include "text/literal_table.hpp"

#include <algorithm>
#include <cassert>

namespace clauselint {

LiteralTable LiteralTable::build(std::vector<std::pair<std::string, std::uint32_t>> literals) {
  std::erase_if(literals, [](const auto& entry) { return entry.first.size() < kShortest; });
  struct Row {
    std::uint32_t slot = 0;
    std::string literal;
    std::uint32_t owner = 0;

    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows;
  rows.reserve(literals.size());
  for (auto& [literal, owner] : literals) {
    const std::uint32_t slot = slot_of(reinterpret_cast<const unsigned char*>(literal.data()));
    rows.push_back({.slot = slot, .literal = std::move(literal), .owner = owner});
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());

  LiteralTable table;
  table.heads_.assign(kSlots + 1, 0);
  for (auto& [at, literal, owner] : rows) {
    if (!table.entries_.empty() && table.entries_.back().literal == literal) {
      table.entries_.back().owners.push_back(owner);
      continue;
    }
    table.seen_[at >> 6] |= std::uint64_t{1} << (at & 63);
    ++table.heads_[at + 1];
    table.entries_.push_back({.literal = std::move(literal), .owners = {owner}});
  }
  for (std::uint32_t i = 0; i < kSlots; ++i) table.heads_[i + 1] += table.heads_[i];
  return table;
}

}  // namespace clauselint
