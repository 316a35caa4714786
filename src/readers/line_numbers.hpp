// The numbers that law firms print at the left of each line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/lines.hpp"

namespace clauselint {

/// Takes the numbers off the lines when nearly all lines have one, they count from 1 on each page, and sentences run
/// on over them; says how many. A numbered list keeps its numbers.
std::uint32_t cut_line_numbers(std::string_view text, std::vector<Line>& lines);

}  // namespace clauselint
