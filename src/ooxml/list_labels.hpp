// Counts the numbered paragraphs of one story and says what Word shows before each.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "ooxml/numbering.hpp"

namespace clauselint {

/// Call `next` for every numbered paragraph of the story, in order. The numbering must outlive it.
class ListLabels {
 public:
  explicit ListLabels(const Numbering& numbering);

  /// Counts one paragraph of the list (an index into the numbering) at the level, and gives its label without
  /// blanks around it: `8.2`, `(a)`, `第八条`. Empty for bullets. At most 255 bytes: what is longer, which no contract
  /// has, is cut. The level must be below kListLevels.
  std::string next(std::uint32_t list, std::uint8_t level);

 private:
  struct Counter {
    std::array<std::int32_t, kListLevels> value{};
    std::array<bool, kListLevels> counting{};
  };

  void reset_inner_levels(Counter& counter, std::uint32_t list, std::uint8_t level) const;
  std::string label(const Counter& counter, std::uint32_t list, std::uint8_t level) const;

  const Numbering* numbering_;
  // Only of the lists that the story uses: there may be many stories, and many lists.
  std::unordered_map<std::uint32_t, Counter> counters_;         // by abstract list
  std::unordered_map<std::uint32_t, std::uint16_t> restarted_;  // by list: the levels whose start override is spent
};

}  // namespace clauselint
