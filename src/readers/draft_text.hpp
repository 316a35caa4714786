// The bytes of a text draft as text, or the reason why they are none.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/error.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Decodes a draft; refuses an unknown encoding and bytes that are no text at all.
Result<Decoded> decode_draft(const std::string& path, std::string_view bytes);

}  // namespace clauselint
