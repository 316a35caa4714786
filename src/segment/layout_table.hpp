// Tables that only set texts side by side, told from tables of data.
#pragma once

#include <vector>

#include "segment/paragraph_role.hpp"

namespace clauselint {

/// One entry for each table number in the document. A table is a layout when its rows say the same in two languages or
/// when its labelled cells hold prose; `1 | Pump | 3 years` is data.
std::vector<LayoutTable> find_layout_tables(const Document& document, const std::vector<Letters>& letters);

}  // namespace clauselint
