// Which encodings bytes without a byte order mark may be in, by what they would say in each.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "text/encoding.hpp"

namespace clauselint {

/// UTF-8 with a few broken bytes (a cut, a careless paste): no other encoding forms so many sequences.
bool is_nearly_utf8(std::string_view bytes);

/// UTF-16 without its mark: zero bytes that all stand on one side of their pair, or pairs that are Chinese.
std::optional<Encoding> guess_utf16(std::string_view bytes);

/// The encodings that are told by their characters alone, best first.
struct LegacyGuess {
  std::array<Encoding, 3> ranked = {Encoding::Gb18030, Encoding::Big5, Encoding::Windows1252};
  bool thin = false;  ///< the bytes are few, or would say as much in another of them
};
LegacyGuess guess_legacy(std::string_view bytes);

}  // namespace clauselint
