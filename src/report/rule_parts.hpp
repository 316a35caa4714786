// Parts of a rule that its page and its explanation tell alike.
#pragma once

#include <string>

#include "clauselint/rule.hpp"

namespace clauselint {

/// `law prc; market consumer, retail`; empty for a rule without gates.
std::string gates_by_name(const Gates& gates);

}  // namespace clauselint
