// Finds, in one pass over the folded text, which of many literals stand where.
#include "text/literal_table.hpp"

#include <algorithm>
#include <unordered_map>

namespace clauselint {

LiteralTable LiteralTable::build(std::vector<std::pair<std::string_view, std::uint32_t>> literals) {
  std::erase_if(literals, [](const auto& entry) { return entry.first.size() < kShortest; });
  // Made at every start, so by hashing and counting: nothing is sorted.
  std::unordered_map<std::string_view, std::uint32_t> known;
  known.reserve(literals.size());
  std::vector<std::uint32_t> different(literals.size());  // by literal: which of the different ones it is
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < literals.size(); ++i) {
    const auto [entry, fresh] = known.try_emplace(literals[i].first, static_cast<std::uint32_t>(words.size()));
    if (fresh) words.push_back(literals[i].first);
    different[i] = entry->second;
  }
  LiteralTable table;
  const std::vector<std::uint32_t> places = table.place(words);
  table.add_owners(literals, different, places);
  return table;
}

// Entries in the order of their slots; told is by literal where its entry stands.
std::vector<std::uint32_t> LiteralTable::place(const std::vector<std::string_view>& words) {
  const auto slot_at = [](std::string_view word) {
    return slot_of(reinterpret_cast<const unsigned char*>(word.data()));
  };
  heads_.assign(kSlots + 1, 0);
  for (const std::string_view word : words) ++heads_[slot_at(word) + 1];
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (heads_[slot + 1] != 0) seen_[slot >> 6] |= std::uint64_t{1} << (slot & 63);
    heads_[slot + 1] += heads_[slot];
  }
  std::vector<std::uint32_t> next(heads_.begin(), heads_.end() - 1);
  std::vector<std::uint32_t> places;
  places.reserve(words.size());
  entries_.resize(words.size());
  for (const std::string_view word : words) {
    places.push_back(next[slot_at(word)]++);
    entries_[places.back()] = {.begin = static_cast<std::uint32_t>(literals_.size()),
                               .size = static_cast<std::uint32_t>(word.size())};
    literals_.append(word);
  }
  return places;
}

void LiteralTable::add_owners(const std::vector<std::pair<std::string_view, std::uint32_t>>& literals,
                              const std::vector<std::uint32_t>& different, const std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> counts(entries_.size(), 0);
  for (std::size_t i = 0; i < literals.size(); ++i) ++counts[places[different[i]]];
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    entries_[i].first_owner = entries_[i].end_of_owners = first;
    first += counts[i];
  }
  owners_.resize(literals.size());
  for (std::size_t i = 0; i < literals.size(); ++i) {
    Entry& entry = entries_[places[different[i]]];
    const bool again =
        entry.end_of_owners > entry.first_owner && owners_[entry.end_of_owners - 1] == literals[i].second;
    if (!again) owners_[entry.end_of_owners++] = literals[i].second;
  }
}

}  // namespace clauselint
