// Finds, in one pass over the folded text, which of many literals stand where.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clauselint {

/// A table of literals of at least kShortest bytes, each with an owner. Immutable once built; shared by threads.
class LiteralTable {
 public:
  static constexpr std::size_t kShortest = 3;

  /// `literals` are (literal, owner); the same literal may have several owners. The table keeps copies.
  static LiteralTable build(std::vector<std::pair<std::string_view, std::uint32_t>> literals);

  /// Calls `found(owner, at)` for each place where a literal begins, in the order of the text.
  template <class Found>
  void scan(std::string_view text, Found&& found) const {
    if (text.size() < kShortest || entries_.empty()) return;
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t last = text.size() - kShortest;
    for (std::size_t at = 0; at <= last; ++at) {
      const std::uint32_t slot = slot_of(bytes + at);
      if ((seen_[slot >> 6] >> (slot & 63) & 1u) == 0) continue;
      const std::string_view rest = text.substr(at);
      for (std::uint32_t i = heads_[slot]; i < heads_[slot + 1]; ++i) {
        const Entry& entry = entries_[i];
        if (!rest.starts_with(literal_of(entry))) continue;
        for (std::uint32_t o = entry.first_owner; o < entry.end_of_owners; ++o) {
          found(owners_[o], static_cast<std::uint32_t>(at));
        }
      }
    }
  }

 private:
  static constexpr std::uint32_t kSlots = 1u << 13;

  // Bytes of `literals_` and places in `owners_`: the table is made at every start, and blocks are made faster than many
  // small pieces.
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t first_owner = 0;
    std::uint32_t end_of_owners = 0;
  };

  std::vector<std::uint32_t> place(const std::vector<std::string_view>& words);
  void add_owners(const std::vector<std::pair<std::string_view, std::uint32_t>>& literals,
                  const std::vector<std::uint32_t>& different, const std::vector<std::uint32_t>& places);

  std::string_view literal_of(const Entry& entry) const {
    return std::string_view(literals_).substr(entry.begin, entry.size);
  }

  static std::uint32_t slot_of(const unsigned char* p) {
    const std::uint32_t gram = p[0] | (std::uint32_t{p[1]} << 8) | (std::uint32_t{p[2]} << 16);
    return (gram * 2654435761u) >> (32 - 13);
  }

  std::array<std::uint64_t, kSlots / 64> seen_{};
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
  std::string literals_;
  std::vector<std::uint32_t> owners_;
};

}  // namespace clauselint
