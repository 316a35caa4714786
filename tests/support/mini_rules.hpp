// Rule sets for tests, made of YAML on the spot.
#pragma once

#include <string>
#include <vector>

#include "clauselint/rule.hpp"

namespace clauselint {

/// A pack of these sections, with a name, a version and a title put before them. Fails the test when it has errors.
RuleSet rules_from(const std::string& sections);

/// The errors of such a pack, `line:column: message` each; the first line of `sections` is line 1.
std::vector<std::string> errors_of_pack(const std::string& sections);

/// The text of one rule with everything it must have; `when` and further keys are given, indented by four blanks.
std::string rule_text(const std::string& id, const std::string& keys);

}  // namespace clauselint
