// The version that reports name. One source is told it, so that no report can go without.
#include "report/version.hpp"

namespace clauselint {

const std::string_view kVersion = CLAUSELINT_VERSION;

}  // namespace clauselint
