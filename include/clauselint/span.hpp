// The one ruler: half-open byte ranges of Document::text.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace clauselint {

/// Bytes [begin, end) of a text. Ordered by begin, then end.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
};

/// The bytes of `text` at `span`; the view lives as long as `text`.
inline std::string_view slice(std::string_view text, ByteSpan span) { return text.substr(span.begin, span.size()); }

/// The smallest span that holds both.
inline ByteSpan hull(ByteSpan a, ByteSpan b) {
  return {.begin = std::min(a.begin, b.begin), .end = std::max(a.end, b.end)};
}

}  // namespace clauselint
