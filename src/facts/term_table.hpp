// Finds the words of many terms in a text in one pass, however many terms there are.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace clauselint::facts {

/// Terms by key, looked up where a word begins (English) or a Han character stands (Chinese). Terms of more words or
/// characters than it looks for are not found.
class TermTable {
 public:
  static constexpr int kMostWords = 6;
  static constexpr int kMostHan = 14;

  struct Hit {
    std::uint32_t id = 0;
    std::size_t end = 0;  ///< 0: no term stands there
  };

  /// Adds a term unless it is there; returns the number it is known by: 0, 1, 2 … in the order of adding.
  std::uint32_t add(std::string_view words);

  /// The number of a term in any blanks and number; npos when it is unknown.
  std::uint32_t find(std::string_view words) const;

  /// The longest term that stands at `at`, a place where a word begins.
  Hit longest_at(std::string_view text, std::size_t at) const;

  bool empty() const { return ids_.empty(); }
  std::size_t size() const { return ids_.size(); }
  static constexpr std::uint32_t npos = 0xFFFFFFFF;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view words) const { return std::hash<std::string_view>{}(words); }
  };

  Hit longest_latin(std::string_view text, std::size_t at) const;
  Hit longest_han(std::string_view text, std::size_t at) const;

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::unordered_set<std::string, Hash, std::equal_to<>> first_words_;
  std::bitset<65536> first_han_;
};

}  // namespace clauselint::facts
