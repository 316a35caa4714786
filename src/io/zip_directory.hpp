// Where the members of a zip archive lie, by its directory, which is believed only where all programs read the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"

namespace clauselint {

/// A member as both of its headers describe it; sizes in bytes. Looks at the archive.
struct ZipMember {
  std::string_view name;  ///< as its bytes are; neither empty nor with a zero byte
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint64_t size = 0;  ///< inflated
  std::string_view packed;
};

/// The members in the order of the directory. Bytes in front of the archive and behind it are passed over. Refuses
/// (Unreadable, `path` serves for messages) what is damaged, encrypted, of several volumes or of more than `most`
/// members, members that overlap, and whatever two programs could read differently: a second end record in the
/// comment, a second archive in front, sizes or names that differ between the directory and the member's own header.
Result<std::vector<ZipMember>> read_zip_directory(const std::string& path, std::string_view bytes, std::uint32_t most);

/// A member's name as a message may show it: one line of printable ASCII, cut at 80 characters.
std::string shown_name(std::string_view name);

}  // namespace clauselint
