// The facts of a draft in JSON, the same in every output.
#pragma once

#include "report/json_values.hpp"

namespace clauselint {

/// [{"fact", "value", "bound", "working", "words", "start", "start_words", "clause", "owed_by", "table_heads", "polarity", "conditions", "subject", "twin", "quote", "span",
/// "source"}]; "twin" is null, or the clause and value of the other language and whether it says the same.
Json json_facts(const Review& review);

/// `granted`, `conditional`, `excluded`.
std::string_view name_of(FactPolarity polarity);

/// `earlier`, `later`, `lesser`, `greater`, or nothing.
std::string_view name_of(FactChoice choice);

}  // namespace clauselint
