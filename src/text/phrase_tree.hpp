// The tree of a phrase pattern, as its author wrote it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.hpp"

namespace clauselint {

inline constexpr int kMaxPhraseNesting = 12;  ///< groups and terms within one another

/// One piece of a pattern.
struct PhraseNode {
  enum class Kind : std::uint8_t {
    Words,
    Separator,
    Sequence,
    Choice,
    Optional,
    WideGap,
    LongGap,
    ShortGap,
    Term,
    Value,
    Tail
  };
  Kind kind = Kind::Sequence;
  std::string text;  // Words: folded; Term: name; Value: letter
  std::vector<PhraseNode> parts;
  std::uint32_t offset = 0;
};

/// Parses a pattern; the error instead when it is malformed.
std::optional<PhraseError> parse_phrase(std::string_view pattern, PhraseNode& root);

}  // namespace clauselint
