// One draft against all phrases: literals are looked up once, candidates confirmed when a rule asks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"
#include "clauselint/fact.hpp"
#include "clauselint/trace.hpp"
#include "rules/compiled.hpp"

#include "text/folded_text.hpp"

namespace clauselint {

/// A phrase found in a sentence; spans are of the folded text, groups[0] the whole match.
struct PhraseMatch {
  std::uint32_t phrase = 0;
  std::uint32_t sentence = 0;
  bool negated = false;
  std::vector<ByteSpan> groups;

  ByteSpan whole() const { return groups.front(); }
};

/// Not for sharing between threads: confirming fills its memory.
class Scan {
 public:
  Scan(const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
       const std::vector<Value>& values);

  /// All matches of a phrase, in order of the text.
  const std::vector<PhraseMatch>& matches(std::uint32_t phrase);
  /// Those of them within one sentence; only this one is looked at.
  std::span<const PhraseMatch> matches_in(std::uint32_t phrase, std::uint32_t sentence);
  /// The sentences, in order of the text, in which a phrase may match.
  std::vector<std::uint32_t> candidates(std::uint32_t phrase) const;
  bool any_in(const PhraseGroup& group, std::uint32_t sentence);
  /// The same for few sentences of a draft: looks at this one alone, and keeps nothing.
  bool says(const PhraseGroup& group, std::uint32_t sentence);
  /// The first match of any phrase of the group in the sentence.
  const PhraseMatch* first_in(const PhraseGroup& group, std::uint32_t sentence);

  ByteSpan folded(ByteSpan original) const { return folded_.folded(original); }
  ByteSpan original(ByteSpan folded) const { return folded_.original(folded); }
  /// The folded text, and a sentence of it.
  const std::string& text() const { return folded_.text(); }
  ByteSpan sentence(std::uint32_t index) const { return sentences_[index]; }
  std::string_view words(ByteSpan folded) const { return slice(folded_.text(), folded); }
  const CompiledPhrase& phrase(std::uint32_t index) const { return rules_.phrases[index]; }
  /// Whether what a negated phrase says is expressly not promised.
  bool denies_duty(const PhraseMatch& match) const;
  /// Phrases whose matching met a limit: what depends on them is undecided.
  bool limited(const PhraseGroup& group);
  /// The same of what was matched so far; nothing is matched for the question.
  bool was_limited(const PhraseGroup& group) const;
  bool any_limited() const { return any_limited_; }
  /// How far a phrase got on this draft, for a trace; its condition is left open.
  PhraseTrace count(std::uint32_t phrase);

 private:
  void gather_candidates();
  bool may_hold(std::uint32_t sentence, const CompiledPhrase& phrase) const;
  bool has_values(std::uint32_t sentence, const CompiledPhrase& phrase) const;
  bool is_candidate(std::uint32_t phrase, std::uint32_t sentence) const;
  void confirm(std::uint32_t phrase);
  bool confirm_in(std::uint32_t phrase, std::uint32_t sentence, std::vector<PhraseMatch>& found);
  MatchStatus find(std::uint32_t phrase, ByteSpan within, std::uint32_t from);
  void note_limit(std::uint32_t phrase);

  const RuleSet::Compiled& rules_;
  const ClauseTree& tree_;
  FoldedText folded_;
  std::vector<ByteSpan> sentences_;                     // in folded text
  std::vector<std::vector<std::uint32_t>> candidates_;  // by phrase with literals: sentences, ascending
  std::vector<std::vector<PhraseMatch>> matches_;       // by phrase, once confirmed
  std::unordered_map<std::uint64_t, std::vector<PhraseMatch>>
      asked_;                      // by phrase and sentence, where only that was asked
  std::vector<ValueBits> values_;  // by sentence: the kinds of values in it
  std::vector<std::uint8_t> confirmed_;
  std::vector<std::uint8_t> limited_;
  bool any_limited_ = false;
  std::vector<std::uint64_t> steps_;  // by phrase: how many it may still take in this draft
  std::uint64_t steps_of_all_;
  MatchScratch scratch_;
};

/// The letter that brackets a kind of value in folded text.
char letter_of(ValueKind kind);

/// The letter a value is marked with in the folded text: that of its kind, but for blanks that tell more.
char mark_of(const Value& value);

/// The name that an author writes for a kind of value: `<duration>` in a pattern; a text has none.
std::string_view name_of_kind(ValueKind kind);

}  // namespace clauselint
