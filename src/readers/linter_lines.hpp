// Lines of a text file that speak to the linter, not to the other side: `# clauselint: …`.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/lines.hpp"

namespace clauselint {

/// Takes such lines out, so that the draft reads as it does without them; returns how many there were.
std::uint32_t cut_linter_lines(std::string_view text, std::vector<Line>& lines);

}  // namespace clauselint
