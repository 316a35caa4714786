// Where facts are gathered: which value is which fact, once a sentence, a list or a table has told its meaning.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/meaning.hpp"

namespace clauselint {

/// What facts are found in. Lives as long as the binder.
struct FactSources {
  Scan& scan;
  const RuleSet::Compiled& rules;
  const Document& document;
  const ClauseTree& tree;
  const std::vector<Value>& values;                       ///< in order of the text
  const std::vector<std::vector<std::uint16_t>>& topics;  ///< by sentence
};

/// Keeps the facts found so far, one a place and specification: what comes first stays.
class FactBinder : public FactSources {
 public:
  explicit FactBinder(const FactSources& sources) : FactSources(sources) {}

  /// The value that stands at a span of the text, nullptr when there is none.
  const Value* value_at(ByteSpan span) const;
  /// The first of the values that begin at `at` or behind.
  std::vector<Value>::const_iterator values_from(std::uint32_t at) const;

  bool on_topic(const CompiledFact& spec, std::uint32_t sentence) const {
    return spec.topics.empty() || share_topic(spec.topics, topics[sentence]);
  }
  /// Whether the sentence holds words with which it never carries the fact.
  bool excluded(const CompiledFact& spec, std::uint32_t sentence) { return scan.any_in(spec.unless, sentence); }

  /// Binds what a pattern of the specification captured; nothing when it captured no value of its kind.
  void bind_captured(std::uint32_t index, const PhraseMatch& match, FactPolarity polarity = FactPolarity::Granted);
  /// Binds a value that stands in `sentence`; `quote` are the words that gave it its meaning.
  /// What one phrase grants, no other denies.
  void bind(std::uint32_t index, const Value& value, std::uint32_t sentence, ByteSpan quote,
            FactPolarity polarity = FactPolarity::Granted);

  /// Values that the specification's `except` captures; asked for before anything is bound.
  void find_excepted(std::uint32_t index);
  bool carries_fact(const Value& value) const;
  /// The specifications of the facts that a value carries.
  std::vector<std::uint32_t> facts_of(const Value& value) const;

  std::vector<BoundFact> take();

 private:
  void find_start(const CompiledFact& spec, Fact& fact);
  struct Start {
    std::string name;
    ByteSpan span;
  };
  bool tells_clock(const CompiledFact& spec, const Sentence& sentence) const;
  const Start& start_beside(const CompiledFact& spec, ByteSpan around, Language language, bool in_table);
  void find_start_beside(const CompiledFact& spec, Fact& fact, bool in_table);

  std::set<std::pair<std::uint32_t, std::uint32_t>> excepted_;          // by value's place, then specification
  std::map<std::pair<std::uint32_t, std::uint32_t>, BoundFact> bound_;  // by value's place, then specification
  std::map<std::tuple<const CompiledFact*, std::uint32_t, std::uint32_t, Language, bool>, Start> starts_beside_;
};

/// Values of a table: the header of their column or row says what they are.
void bind_tables(FactBinder& binder);

/// Values of a table that a conversion flattened to words set apart by blanks, or to one cell a line.
void bind_flat_tables(FactBinder& binder);

/// Entries of a list (`Severity 1: 2 hours;`) behind a heading or words that tell what they are.
void bind_lists(FactBinder& binder);

}  // namespace clauselint
