// The answers of a condition.
#pragma once

#include <string>
#include <utility>

#include "rules/judge.hpp"

namespace clauselint {

inline Judgement holds(ByteSpan evidence = {}) { return {.state = State::Holds, .evidence = evidence, .reason = {}}; }
inline Judgement in_order(ByteSpan evidence) { return {.state = State::InOrder, .evidence = evidence, .reason = {}}; }
inline Judgement nothing() { return {}; }

inline Judgement undecided(std::string en, std::string zh, ByteSpan evidence = {}) {
  return {.state = State::Undecided, .evidence = evidence, .reason = {.en = std::move(en), .zh = std::move(zh)}};
}

}  // namespace clauselint
