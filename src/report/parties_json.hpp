// Parties, defined terms and cross-references as JSON.
#pragma once

#include "report/json_values.hpp"

namespace clauselint {

/// [{"aliases", "role", "name", "found", "clause", "span", "source"}]; `role` is empty when it is not known.
Json json_parties(const Review& review);

/// {"terms": [{"term", "clause", "uses", "span", "source"}], "faults": [{"fault", "term", "clause", "span", "source"}]}
Json json_definitions(const Review& review);

/// [{"words", "state", "clause", "target", "span", "source"}]; `target` is the clause it leads to, empty for none.
Json json_references(const Review& review);

/// Who owes what stands at `span`: roles, or aliases where the role is not known; empty for nobody.
Json json_owed_by(const Review& review, ByteSpan span);

}  // namespace clauselint
