// Which rules are asked of a draft, and how grave their findings are: what a configuration says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/rule.hpp"

namespace clauselint {

/// A selector names rules: `all`, an id, the beginning of ids (`warranty-*`), `pack:NAME`, `topic:NAME` (rules that ask sentences of
/// that topic) or `dimension:NAME`.
struct RuleChoice {
  std::vector<std::string> select;                         ///< empty: every rule that its pack recommends
  std::vector<std::string> ignore;                         ///< stronger than `select`
  std::vector<std::pair<std::string, Severity>> severity;  ///< by selector, for every side; the last that fits wins
  std::string as_of;  ///< ISO date on which a rule must be in force; empty: its dates are not asked
};

bool selects(std::string_view selector, const Rule& rule);

/// Why a rule is not asked at all; empty texts when it is.
Text left_out(const RuleChoice& choice, const Rule& rule);

std::optional<Severity> severity_of(const RuleChoice& choice, const Rule& rule);

/// What is wrong with a selector: `unknown rule "warranty-with", did you mean …?`; empty for one that names a
/// rule of the set.
std::string fault_of_selector(std::string_view selector, const RuleSet& rules);

}  // namespace clauselint
