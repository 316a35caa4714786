// The hunks of a unified diff, made from splices of a file's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markup/text_diff_places.hpp"

namespace clauselint {

struct Hunks {
  std::string bytes;
  std::uint32_t count = 0;
};

/// Hunks with three lines of context. Splices are in order and do not overlap.
Hunks make_hunks(std::string_view original, const std::vector<LineSplice>& splices);

}  // namespace clauselint
