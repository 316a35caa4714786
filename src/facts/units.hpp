// The unit of time behind a number, in both languages.
#pragma once

#include <cstddef>
#include <string_view>

#include "clauselint/fact.hpp"

namespace clauselint::facts {

/// A unit that ends at `end`; 0 when there is none.
struct UnitWord {
  std::size_t end = 0;
  TimeUnit unit = TimeUnit::Day;
  bool working = false;
  bool plus_half = false;  ///< 一年半, 两个半月
  bool han = false;
  std::size_t word = 0;  ///< where the unit's own word begins, behind adjectives
};

/// The unit at `at`, blanks, a hyphen and adjectives (`-`, `calendar`, `consecutive`) before it included.
UnitWord read_unit(std::string_view text, std::size_t at);

/// Whether the same Han words stand at `at`, with any blanks between them and in either script; their end, or 0.
std::size_t over_han(std::string_view text, std::size_t at, std::u32string_view words);

}  // namespace clauselint::facts
