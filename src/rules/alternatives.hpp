// Which of several limits counts: `whichever is earlier`, `the greater of`, 以先到者为准.
#pragma once

#include <string_view>

#include "clauselint/fact.hpp"

namespace clauselint {

/// What a sentence (folded text) says of the limits it gives, and where.
struct Alternative {
  FactChoice choice = FactChoice::None;
  ByteSpan span;
};

Alternative find_alternative(std::string_view text, ByteSpan sentence, Language language);

}  // namespace clauselint
