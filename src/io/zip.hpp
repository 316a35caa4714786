// Reads the members of a zip archive in memory, with every size checked before anything is allocated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// A member as the central directory describes it; sizes in bytes.
struct ZipEntry {
  std::string name;
  std::uint64_t packed = 0;
  std::uint64_t size = 0;
  std::uint32_t crc = 0;
};

/// An archive whose names are unique without regard to ASCII case (part names are compared so) and of which no
/// member is encrypted. Looks at the bytes it was opened with, which must outlive it. One thread at a time.
class ZipReader {
 public:
  /// `path` serves for messages. Refuses (Unreadable) what is damaged, ambiguous, encrypted or beyond the limits;
  /// see read_zip_directory.
  static Result<ZipReader> open(const std::string& path, std::string_view bytes, const ReadLimits& limits);

  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  const std::vector<ZipEntry>& entries() const;

  /// The member of that name, ASCII case disregarded.
  std::optional<std::size_t> find(std::string_view name) const;

  /// The inflated content; its checksum is verified. What is read counts towards the limit of the package.
  Result<std::string> read(std::size_t index);

 private:
  struct Archive;
  explicit ZipReader(std::unique_ptr<Archive> archive);

  std::unique_ptr<Archive> archive_;
};

}  // namespace clauselint
