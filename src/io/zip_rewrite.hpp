// Replaces or adds members of a zip archive; every other member keeps its compressed bytes, order, name and times.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"

namespace clauselint {

/// The new content of a member, by its exact name; a name that the archive lacks is added behind the others.
struct ZipChange {
  std::string name;
  std::string content;
};

/// The archive with the changes made; no change gives the same bytes. Headers of unchanged members are copied as they
/// are, only offsets in the central directory move. Same input, same bytes. Archives that need 64-bit fields,
/// have overlapping members or something in front of them are refused (Unwritable).
Result<std::string> rewrite_zip(std::string_view original, const std::vector<ZipChange>& changes);

}  // namespace clauselint
