// What must hold whatever the bytes are; a target that finds otherwise stops with the reason.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace clauselint {

/// The bytes of one run, as text.
inline std::string_view as_text(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// Stops the run unless `fault` is empty.
inline void expect_no_fault(const std::string& fault) {
  if (fault.empty()) return;
  std::fprintf(stderr, "fault: %s\n", fault.c_str());
  std::abort();
}

/// Stops the run unless the promise holds.
inline void expect(bool holds, const std::string& promise) { expect_no_fault(holds ? std::string() : promise); }

}  // namespace clauselint
