// What packs change about the rules of packs before them.
#pragma once

#include <vector>

#include "clauselint/rule.hpp"

namespace clauselint {

/// Applies the changes of each pack, in order, to the rules of all packs; a change of a rule that does not exist is an error with its
/// place. Where the wording or the condition changes, what the examples of the rule said of it is no longer asked.
void apply_changes(std::vector<Pack>& packs, std::vector<Error>& errors);

}  // namespace clauselint
