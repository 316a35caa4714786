// The language of a piece of text, by its letters: Han characters against Latin words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"

namespace clauselint {

/// What a text is made of.
struct Letters {
  std::uint32_t han = 0;
  std::uint32_t words = 0;  ///< Latin words of two letters and more

  bool none() const { return han == 0 && words == 0; }
  Letters& operator+=(Letters other) {
    han += other.han;
    words += other.words;
    return *this;
  }
};

Letters count_letters(std::string_view text);

/// A Chinese text with English product names stays Chinese: one Latin word weighs half a Han character. `otherwise`
/// decides for a text without letters.
Language language_of(Letters letters, Language otherwise);

/// Byte offsets inside `paragraph` where one language ends and the other, at some length, begins; ascending.
std::vector<std::uint32_t> language_borders(std::string_view paragraph);

}  // namespace clauselint
