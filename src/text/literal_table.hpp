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

  /// `literals` are (literal, owner); the same literal may have several owners.
  static LiteralTable build(std::vector<std::pair<std::string, std::uint32_t>> literals);

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
        if (!rest.starts_with(entry.literal)) continue;
        for (const std::uint32_t owner : entry.owners) found(owner, static_cast<std::uint32_t>(at));
      }
    }
  }

 private:
  static constexpr std::uint32_t kSlots = 1u << 13;

  struct Entry {
    std::string literal;
    std::vector<std::uint32_t> owners;
  };

  void add(std::string literal, std::uint32_t owner, std::uint32_t slot);

  static std::uint32_t slot_of(const unsigned char* p) {
    const std::uint32_t gram = p[0] | (std::uint32_t{p[1]} << 8) | (std::uint32_t{p[2]} << 16);
    return (gram * 2654435761u) >> (32 - 13);
  }

  std::array<std::uint64_t, kSlots / 64> seen_{};
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
};

}  // namespace clauselint
