// Whether the words of a phrase are denied or excepted where they stand: a negated promise is no promise.
#pragma once

#include <span>
#include <string_view>

#include "clauselint/clause.hpp"
#include "clauselint/span.hpp"

namespace clauselint {

/// `text` is folded; `gaps` are the parts of the match that the pattern left open. Looks back from the match to the
/// start of its clause within the sentence, and into the gaps.
bool is_negated(std::string_view text, ByteSpan sentence, ByteSpan match, std::span<const ByteSpan> gaps,
                Language language);

/// Whether the words before the match expressly take the duty away (`shall not be obliged to`, 无义务): of what is negated, only
/// this tells that something is not promised.
bool denies_duty(std::string_view text, ByteSpan sentence, ByteSpan match, Language language);

}  // namespace clauselint
