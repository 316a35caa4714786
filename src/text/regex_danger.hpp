// What makes a raw expression slow on some text, or opens the engine's back doors: refused when a pack is loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clauselint {

struct RegexDanger {
  std::string what;          ///< `a backreference: matching may take exponential time`
  std::uint32_t offset = 0;  ///< byte in the expression
};

/// The first of: backreferences, recursion and subroutine calls, verbs and callouts (`(*…)`, `(?C…)`), an unbounded repetition
/// inside an unbounded repetition (`(a+)*`), and expressions of more than 2,000 bytes. Nothing for a harmless one; what is not
/// well-formed is the engine's to tell.
std::optional<RegexDanger> find_danger(std::string_view regex);

}  // namespace clauselint
