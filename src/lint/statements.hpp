// What a draft states, for the drafts beside it.
#pragma once

#include <string>

#include "clauselint/clause.hpp"
#include "clauselint/evaluate.hpp"
#include "clauselint/matter.hpp"

namespace clauselint {

/// The facts that are promised and not blank, without their places.
OtherDocument statements_of(const ClauseTree& tree, const Evaluation& evaluation, std::string file);

}  // namespace clauselint
