// Tables of contents, which repeat every label of a draft before the draft begins.
#pragma once

#include <vector>

#include "segment/paragraph_role.hpp"

namespace clauselint {

/// Marks the lines of tables of contents: those that end in leaders or a tab and a page number, and the block after a
/// line "Contents" or 目录 up to the place where its first entry is repeated, or as far as entries with pages follow it.
void find_contents(const Document& document, std::vector<Role>& roles);

}  // namespace clauselint
