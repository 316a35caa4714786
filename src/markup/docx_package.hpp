// The parts of a Word file that mark-up reads or writes, as bytes, and what in the file forbids marking it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// A part by its name in the archive; without bytes when the archive lacks it.
struct PackagePart {
  std::string name;
  std::optional<std::string> bytes;
};

struct DocxPackage {
  PackagePart main;
  PackagePart relationships;  ///< of the main part
  PackagePart content_types;
  PackagePart comments;  ///< the one that is there, or the name for a new one
  PackagePart styles;
  bool comments_only = false;  ///< the file is protected so that only comments are allowed
};

/// Limits for bytes that were read before under the user's own.
ReadLimits no_limits();

/// Reads them. Refuses (Unwritable) signed files, files protected against any change, and parts not in UTF-8.
Result<DocxPackage> read_docx_package(std::string_view original, const std::string& path);

}  // namespace clauselint
