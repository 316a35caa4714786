// Page numbers and running feet that a converter left at the end of the last line of a page.
#pragma once

#include <string_view>
#include <vector>

#include "readers/page_furniture.hpp"

namespace clauselint {

/// What was cut off, in lines.
struct PageFeet {
  std::uint32_t numbers = 0;
  std::uint32_t heads = 0;
};

/// Shortens the lines that end in the number of their page (`... under this Agreement. 12`) or in words that end page
/// after page. A number goes only when the pages around it count on with it.
PageFeet cut_page_feet(std::string_view text, std::vector<Line>& lines, const std::vector<LineRole>& roles);

}  // namespace clauselint
