// Findings of rules that speak once for what is one fault in several places.
#pragma once

#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/finding.hpp"

namespace clauselint {

/// Joins findings of a rule with `once` that stand in one clause or section, by language: the first stays, the others
/// become its `also`. `findings` are in the order of the text and stay so.
void tell_once(const ClauseTree& tree, std::vector<Finding>& findings);

}  // namespace clauselint
