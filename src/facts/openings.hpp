// The Latin words that a value may begin with.
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint::facts {

/// What kind of value may begin with a word.
enum class Opening : std::uint8_t {
  None,
  Number,
  Month,
  Reference,
  Currency,
  Next,
  Half,
  First,
  Hours,
  Cross,
  Anniversary
};

/// Asked for every word of a draft, so most words are told apart by first letter and length alone.
Opening opening_of(std::string_view word);

}  // namespace clauselint::facts
