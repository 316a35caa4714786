// Drafts that say everything in one language and then everything in the other.
#pragma once

#include <cstdint>

#include "segment/paragraph_role.hpp"

namespace clauselint {

/// The paragraph at which a draft in one language is followed by its version in the other, or the number of paragraphs.
std::uint32_t find_second_half(const ParagraphRoles& roles);

}  // namespace clauselint
