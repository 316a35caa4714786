// The parts of a sentence that hold a promise only for some cases: conditions, exceptions and circumstances.
#pragma once

#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/span.hpp"

namespace clauselint {

struct Proviso {
  ByteSpan span;  ///< in the folded text: from the word that opens it to the end of its part of the sentence
  bool restricts =
      false;  ///< `provided that`, `unless`, 但, 除…外; a mere circumstance (`if the Product fails`) does not
};

/// In the order of the text, without overlaps. `text` is folded, `sentence` a span of it.
std::vector<Proviso> find_provisos(std::string_view text, ByteSpan sentence, Language language);

}  // namespace clauselint
