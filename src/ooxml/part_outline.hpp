// One pass over the tags of a part: is it well nested and within the limits, and where can it be read in pieces?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/read.hpp"

namespace clauselint {

/// An element that is read piece by piece. Positions in bytes of the part.
struct LargeElement {
  std::uint32_t begin = 0;        ///< of its start tag
  std::uint32_t head_end = 0;     ///< behind its start tag and the property elements that come first in it
  std::uint32_t close_begin = 0;  ///< of its end tag
  std::uint32_t end = 0;
  std::vector<std::uint32_t> cuts;  ///< where its content may be cut: between two children, ascending
};

struct PartOutline {
  std::uint32_t begin = 0;  ///< of the root's start tag
  std::uint32_t end = 0;
  std::vector<LargeElement> large;  ///< in order; what holds one is one
  bool declares_within = false;     ///< a namespace may be declared below the root
  std::string fault;                ///< why the part is refused, to follow its name; empty when it is sound
};

/// Outlines well-formed XML without a DTD (anything else is a fault; attributes are left to the parser). Only elements
/// that hold paragraphs, rows or runs are large, when they are larger than `piece` bytes.
PartOutline outline_part(std::string_view xml, std::uint32_t piece, const ReadLimits& limits);

}  // namespace clauselint
