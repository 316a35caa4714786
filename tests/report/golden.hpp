// Approved outputs: what a report must print, byte for byte, in tests/golden/report/.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace clauselint {

/// Empty when `made` is what was approved; else the first line that differs, both ways. CLAUSELINT_APPROVE=1 in the
/// environment approves instead: read the diff of the files before you commit them.
inline std::string golden_difference(const std::string& name, const std::string& made) {
  const std::filesystem::path path = std::filesystem::path(CLAUSELINT_SOURCE_DIR) / "tests/golden/report" / name;
  if (std::getenv("CLAUSELINT_APPROVE") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << made;
    return {};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return "there is no approved " + name + "; run with CLAUSELINT_APPROVE=1";
  const std::string approved((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (approved == made) return {};
  std::istringstream left(approved);
  std::istringstream right(made);
  for (int number = 1;; ++number) {
    std::string expected = "(end)";
    std::string found = "(end)";
    const bool more = static_cast<bool>(std::getline(left, expected));
    const bool also = static_cast<bool>(std::getline(right, found));
    if (expected == found && more && also) continue;
    return name + ":" + std::to_string(number) + "\n  approved: " + expected + "\n  made:     " + found;
  }
}

}  // namespace clauselint
