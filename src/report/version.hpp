// The version that reports name; the build says which.
#pragma once

#include <string_view>

namespace clauselint {

extern const std::string_view kVersion;

}  // namespace clauselint
