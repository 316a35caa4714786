// A compiled expression: the one place that knows PCRE2.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

enum class MatchStatus : std::uint8_t { Found, NotFound, LimitReached };

/// Scratch for matching, reused over many patterns; one a thread.
class MatchScratch {
 public:
  MatchScratch();
  ~MatchScratch();
  MatchScratch(const MatchScratch&) = delete;
  MatchScratch& operator=(const MatchScratch&) = delete;

  /// How many steps matching may take from now on, over all calls; a pattern that wants more is LimitReached. A step is a
  /// place tried behind the second gap of a phrase, or any part of a raw expression.
  void allow(std::uint64_t steps);
  std::uint64_t steps_left() const;

  /// Groups of the last match: [0] the whole; a group that took no part is {0xFFFFFFFF, 0xFFFFFFFF}.
  const std::vector<ByteSpan>& groups() const { return groups_; }

 private:
  friend class Pattern;
  struct Engine;
  std::unique_ptr<Engine> engine_;
  std::vector<ByteSpan> groups_;
};

inline bool took_part(ByteSpan group) { return group.begin != 0xFFFFFFFF; }

/// An expression compiled on first use. Matching is bounded: a match that costs too much is LimitReached, never a hang.
/// Safe to use from many threads, each with its own scratch.
class Pattern {
 public:
  /// `raw` expressions are watched at each of their parts, as nobody knows what they hold.
  explicit Pattern(std::string regex, bool raw = false);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Empty when the expression compiles, else why not.
  std::string error() const;

  /// Looks for the first match that begins at or after `from` within `within` of `text` (folded, valid UTF-8).
  /// Nothing outside `within` is seen, not even by look-behind. Groups are offsets into `text`.
  MatchStatus find(std::string_view text, ByteSpan within, std::uint32_t from, MatchScratch& scratch) const;

  /// No match is shorter than this many bytes; 0 when the engine does not know better.
  std::uint32_t min_length() const;

  const std::string& regex() const { return regex_; }

 private:
  void* compiled() const;  // pcre2_code

  std::string regex_;
  bool raw_ = false;
  mutable std::once_flag once_;
  mutable void* code_ = nullptr;
};

}  // namespace clauselint
