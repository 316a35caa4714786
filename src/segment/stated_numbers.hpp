// The numbers that a piece of text states, in figures or words of either language: what two versions have in common.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace clauselint {

/// Numbers of a text, sorted, each once, at most 64; `thirty (30)` and 三十 both give 30. Articles like "a" and "one",
/// which the other language leaves out, are not among them.
std::vector<std::uint32_t> stated_numbers(std::string_view text);

/// How much two sorted lists have in common: 1 the same, 0 nothing, -1 both are empty.
double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace clauselint
