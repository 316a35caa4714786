// What is doubtful in rule packs that compile: patterns that never match, rules without examples, law out of force.
#pragma once

#include <string>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/rule.hpp"

namespace clauselint {

struct RuleCheckOptions {
  std::string as_of;               ///< ISO date on which cited law must be in force; empty: not asked
  std::vector<std::string> packs;  ///< paths of the packs to look at; empty: all
};

/// Remarks in the order of the packs, each with `FILE:LINE:COLUMN` and what to do:
///  - an alternative of a pattern that does not match its own words (`30 days` written out where `<duration>` belongs,
///    Han characters among English patterns, `\b` beside Han in a raw expression),
///  - a pattern that adds nothing to another of its list,
///  - phrases or texts in one language only, and rules without an example that fires and one that passes,
///  - two rules that ask the same,
///  - terms, topics, facts and subjects that nothing uses,
///  - law that is not in force.
std::vector<Error> check_rules(const RuleSet& rules, const RuleCheckOptions& options);

}  // namespace clauselint
