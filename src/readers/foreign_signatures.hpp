// Files known by the bytes that they begin with.
#pragma once

#include <string_view>

namespace clauselint {

/// What the file is and the way out, by its first bytes; empty when they are no signature.
std::string_view describe_signature(std::string_view bytes);

}  // namespace clauselint
