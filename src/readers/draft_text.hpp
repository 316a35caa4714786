// The bytes of a text draft as text, or the reason why they are none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clauselint/error.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Decodes a draft, with what it declares itself as a hint; refuses an unknown encoding and bytes that are no text.
Result<Decoded> decode_draft(const std::string& path, std::string_view bytes,
                             std::optional<Encoding> declared = std::nullopt);

}  // namespace clauselint
