// Lines that a page repeats at its head or foot: the title of the contract, the name of the file, a notice.
#pragma once

#include <vector>

#include "readers/page_furniture.hpp"
#include "readers/pages.hpp"

namespace clauselint {

/// Marks the same words, page numbers aside, that stand three times or more, on a third of the pages at least and
/// mostly where pages end, or whose page number counts on from each to the next. A title among the first lines stays.
void mark_running_heads(const PageLayout& page, std::vector<LineRole>& roles);

}  // namespace clauselint
