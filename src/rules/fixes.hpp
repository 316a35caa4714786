// The edit that a rule's fix comes to at one place.
#pragma once

#include <optional>

#include "clauselint/finding.hpp"
#include "rules/judge.hpp"
#include "rules/render.hpp"

namespace clauselint {

/// What the fix of `rule` changes at `sentence`; nullopt when it has none or its target is not there.
std::optional<Edit> make_edit(const Rule& rule, const Document& document, const ClauseTree& tree,
                              const Sentence& sentence, Scan& scan, const Bindings& bindings, const Fillings& fillings);

}  // namespace clauselint
