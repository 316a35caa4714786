// Phrase patterns as rule authors write them, translated for the matching engine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clauselint {

/// What a capturing group of the translated expression holds; group numbers count from 1 in this order.
struct PhraseCapture {
  enum class Kind : std::uint8_t { Gap, Term, Value };
  Kind kind = Kind::Gap;
  std::string name;  ///< of the term
  char value = 0;    ///< letter of the value
};

/// Literals of which at least one stands in every text that a phrase matches.
using LiteralSet = std::vector<std::string>;

/// Kinds of marked values, a bit for each letter.
using ValueBits = std::uint32_t;
ValueBits value_bit(char letter);

/// A phrase ready to compile. Every text that it matches holds a literal of each of `needed`, and a value of each of
/// `values`; without any set every sentence has to be tried.
struct PhraseProgram {
  static constexpr std::size_t kMaxNeeded = 4;

  std::string regex;
  std::vector<LiteralSet> needed;  ///< at most kMaxNeeded, the rarest first
  std::vector<PhraseCapture> captures;
  std::vector<ValueBits> values;
};

struct PhraseError {
  std::string message;
  std::uint32_t offset = 0;  ///< byte in the pattern
};

/// The patterns of a term, or nullopt when there is no such term.
using TermLookup = std::function<std::optional<std::vector<std::string>>(std::string_view name)>;

/// The letter that marks a typed value (`duration` -> 'd'), 0 for none such.
char value_letter(std::string_view name);

/// Translates a phrase. `spaced` says that words of this language are separated by blanks (English, not Chinese).
/// Returns the error instead when the pattern is malformed, too large, or names an unknown term.
std::optional<PhraseError> translate_phrase(std::string_view pattern, bool spaced, const TermLookup& terms,
                                            PhraseProgram& program);

}  // namespace clauselint
