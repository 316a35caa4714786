// The text as phrases are matched against it: case, width, quotes and blanks made equal, typed values marked.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

/// A value is bracketed in the folded text: kValueOpen, a letter for its kind, its words, kValueClose.
inline constexpr char kValueOpen = '\x01';
inline constexpr char kValueClose = '\x02';

/// A stretch of the original text to bracket; `kind` is the letter. Marks are in order and do not overlap.
struct ValueMark {
  ByteSpan span;
  char kind = 'd';
};

/// The folded text with a map back to the bytes it came from.
class FoldedText {
 public:
  const std::string& text() const { return text_; }

  /// Where a stretch of the folded text stands in the original.
  ByteSpan original(ByteSpan folded) const;
  /// Where a stretch of the original stands in the folded text, value brackets at its edges included.
  ByteSpan folded(ByteSpan original) const;

  friend FoldedText fold(std::string_view text, std::span<const ValueMark> marks);

 private:
  // Between two corners folded and original offsets advance together. Both columns never decrease.
  struct Corner {
    std::uint32_t folded = 0;
    std::uint32_t original = 0;
  };

  std::string text_;
  std::vector<Corner> corners_;
};

/// Full-width forms become half-width, capitals small, curly quotes and dashes straight; soft hyphens and zero-width
/// characters vanish; runs of blanks become one space, and none beside a Han character. `text` is valid UTF-8.
FoldedText fold(std::string_view text, std::span<const ValueMark> marks = {});

/// Folds words of a pattern the same way, without a map.
std::string fold_words(std::string_view words);

}  // namespace clauselint
