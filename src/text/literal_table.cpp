// Finds, in one pass over the folded text, which of many literals stand where.
#include "text/literal_table.hpp"

#include <algorithm>
#include <span>

namespace clauselint {

LiteralTable LiteralTable::build(std::vector<std::pair<std::string, std::uint32_t>> literals) {
  std::erase_if(literals, [](const auto& entry) { return entry.first.size() < kShortest; });
  const auto slot_at = [&](std::size_t i) {
    return slot_of(reinterpret_cast<const unsigned char*>(literals[i].first.data()));
  };
  // Into slots by counting, as the table is built at every start: only literals of one slot are compared.
  std::vector<std::uint32_t> begins(kSlots + 1, 0);
  for (std::size_t i = 0; i < literals.size(); ++i) ++begins[slot_at(i) + 1];
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) begins[slot + 1] += begins[slot];
  std::vector<std::uint32_t> order(literals.size());
  std::vector<std::uint32_t> next = begins;
  for (std::uint32_t i = 0; i < literals.size(); ++i) order[next[slot_at(i)]++] = i;

  LiteralTable table;
  table.heads_.assign(kSlots + 1, 0);
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    const std::span<std::uint32_t> mine(order.begin() + begins[slot], order.begin() + begins[slot + 1]);
    std::ranges::sort(mine, [&](std::uint32_t a, std::uint32_t b) { return literals[a] < literals[b]; });
    for (const std::uint32_t i : mine) table.add(std::move(literals[i].first), literals[i].second, slot);
    table.heads_[slot + 1] = static_cast<std::uint32_t>(table.entries_.size());
  }
  return table;
}

// Equal literals come one after the other, and so do their equal owners.
void LiteralTable::add(std::string literal, std::uint32_t owner, std::uint32_t slot) {
  const bool again = entries_.size() > heads_[slot] && entries_.back().literal == literal;
  if (!again) entries_.push_back({.literal = std::move(literal), .owners = {}});
  std::vector<std::uint32_t>& owners = entries_.back().owners;
  if (owners.empty() || owners.back() != owner) owners.push_back(owner);
  seen_[slot >> 6] |= std::uint64_t{1} << (slot & 63);
}

}  // namespace clauselint
