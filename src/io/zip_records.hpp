// The fixed records of a zip archive (APPNOTE 4.3), and the numbers in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace clauselint::zip_record {

// Sizes without names, extra fields and comments.
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kLocator64Size = 20;

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;

// Where a field holds all ones, the 64-bit record has the number.
constexpr std::uint16_t kSee64Short = 0xFFFF;
constexpr std::uint32_t kSee64 = 0xFFFFFFFF;
constexpr std::size_t kLongestComment = 0xFFFF;

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

constexpr std::uint16_t kEncryptedFlag = 1u << 0;
constexpr std::uint16_t kDescriptorFlag = 1u << 3;
constexpr std::uint16_t kStrongEncryptionFlag = 1u << 6;
constexpr std::uint16_t kUtf8Flag = 1u << 11;
constexpr std::uint16_t kMaskedFlag = 1u << 13;

constexpr std::uint16_t kExtra64 = 0x0001;
constexpr std::uint16_t kExtraUnicodeName = 0x7075;

/// Numbers of the archive; the caller has made sure that they lie within `bytes`.
inline std::uint16_t u16(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])); };
  return static_cast<std::uint16_t>(byte(0) | byte(1) << 8);
}

inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return u16(bytes, at) | static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16;
}

inline std::uint64_t u64(std::string_view bytes, std::size_t at) {
  return u32(bytes, at) | static_cast<std::uint64_t>(u32(bytes, at + 4)) << 32;
}

/// The content of the extra field of that kind; nullopt when there is none.
std::optional<std::string_view> extra_field(std::string_view extras, std::uint16_t kind);

/// The last record of the end of the directory whose comment fits into the file.
std::optional<std::size_t> find_end_record(std::string_view bytes);

}  // namespace clauselint::zip_record
