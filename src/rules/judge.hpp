// Conditions of a rule against places of a draft.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "clauselint/matter.hpp"
#include "rules/meaning.hpp"
#include "rules/tracer.hpp"

namespace clauselint {

/// A state, and the words (of the original text) that show it; an empty span where it is about an absence.
struct Judgement {
  State state = State::Nothing;
  ByteSpan evidence;
  Text reason;  ///< Undecided only
};

/// A place a rule is asked about: a sentence, or one value, fact or defined term in it.
struct Unit {
  std::uint32_t sentence = 0;
  std::uint32_t fact = kNone;   ///< index into Meaning::facts
  std::uint32_t value = kNone;  ///< index into Meaning::values
  std::uint32_t term = kNone;   ///< index into Definitions::problems

  friend auto operator<=>(const Unit&, const Unit&) = default;
};

/// What the conditions found on the way, for messages and fixes.
struct Bindings {
  const PhraseMatch* match = nullptr;
  const BoundFact* fact = nullptr;
  const Value* value = nullptr;
  std::optional<Value> other;
  std::string other_words;
  std::string document;  ///< of the matter that says otherwise, with its clause
  std::vector<std::string> missing_matter;
};

/// Whether a phrase that stands negated or not is what a condition looks for.
inline bool wanted(Polarity polarity, bool negated) {
  return polarity == Polarity::Any || (polarity == Polarity::Negated) == negated;
}

class Judge {
 public:
  Judge(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
        const Meaning& meaning, const Matter& matter)
      : scan_(scan), rules_(rules), document_(document), tree_(tree), meaning_(meaning), matter_(matter) {}

  /// Tells `tracer` from now on what is decided and on what grounds; nullptr: nobody.
  void tell(Tracer* tracer) { tracer_ = tracer; }

  /// The places to ask a rule about, in order of the text, without repeats.
  std::vector<Unit> units(const CompiledRule& rule);

  /// What a place was asked about within its sentence: a fact's value, a value or a term; empty for the sentence as a whole.
  ByteSpan words_of(const Unit& unit) const;

  Judgement judge(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit, Bindings& bindings);

 private:
  Judgement decide(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  void saw(TraceStep::Kind kind, ByteSpan words) const;
  void saw(TraceStep::Kind kind, const PhraseMatch& match) const;
  void saw_searched(std::size_t sentences) const;
  void saw_counted(std::size_t times) const;
  void saw_compared(ByteSpan words, const Value& other) const;
  void tell_left_out(PlaceLeftOut::Why why, const Unit& unit) const;
  void gather_mentions(const CompiledRule& rule, const CompiledCondition& condition, std::uint32_t phrase,
                       std::vector<Unit>& units);
  void gather(const CompiledRule& rule, const CompiledCondition& condition, std::vector<Unit>& units);
  bool is_asked(const CompiledRule& rule, const Unit& unit) const;
  const PhraseMatch* first_wanted(const PhraseGroup& group, std::uint32_t sentence, Polarity polarity);
  void gather_terms(const CompiledCondition& condition, std::vector<Unit>& units);
  void gather_values(const CompiledCondition& condition, std::vector<Unit>& units);
  Judgement all(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement any(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement mentions(const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement without(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit);
  Judgement missing(const CompiledCondition& condition);
  Judgement compare(const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement compare_one(const CompiledCondition& condition, const BoundFact& fact, Bindings& bindings);
  Judgement conflict(const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement conflict_of_documents(const BoundFact& mine, Bindings& bindings);
  Judgement no_start(const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  Judgement count(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit);
  Judgement duty(const CompiledCondition& condition, const Unit& unit, const Bindings& bindings) const;
  void gather_counted(const CompiledRule& rule, const CompiledCondition& condition, std::vector<Unit>& units);
  std::vector<const PhraseMatch*> promised_in(const CompiledRule& rule, const CompiledCondition& condition,
                                              std::uint32_t sentence);
  Judgement one_term(const CompiledCondition& condition, const Unit& unit);
  Judgement one_value(const CompiledCondition& condition, const Unit& unit, Bindings& bindings);
  std::vector<std::uint32_t> scope_sentences(const CompiledRule& rule, Scope scope, std::uint32_t sentence);
  bool comparable(const BoundFact& a, const BoundFact& b) const;

  Scan& scan_;
  const RuleSet::Compiled& rules_;
  const Document& document_;
  const ClauseTree& tree_;
  const Meaning& meaning_;
  const Matter& matter_;
  Tracer* tracer_ = nullptr;
  std::map<const CompiledCondition*, std::vector<const PhraseMatch*>> counted_;
};

}  // namespace clauselint
