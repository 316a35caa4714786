// The version that reports name; the build says which.
#pragma once

#include <string_view>

namespace clauselint {

#ifdef CLAUSELINT_VERSION
inline constexpr std::string_view kVersion = CLAUSELINT_VERSION;
#else
inline constexpr std::string_view kVersion = "unversioned";
#endif

}  // namespace clauselint
