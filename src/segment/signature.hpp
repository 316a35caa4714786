// Where the signatures begin: names and blanks behind it are no clauses.
#pragma once

#include <string_view>

namespace clauselint {

/// Whether a paragraph of these words opens a block of signatures.
bool begins_signatures(std::string_view words);

}  // namespace clauselint
