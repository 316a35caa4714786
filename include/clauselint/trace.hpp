// What an evaluation decided about one rule, step by step and in the order in which it decided: for authors of rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/finding.hpp"

namespace clauselint {

/// What a condition comes to at a place. InOrder: what it asks about is there, and is fine.
enum class State : std::uint8_t { Holds, InOrder, Nothing, Undecided };

/// A gate of a rule, and what the matter or its list of documents says to it.
struct GateTrace {
  std::string name;  ///< `law`, `market`, `product`, `role`
  std::vector<std::string> wanted;
  std::string said;  ///< empty where the matter is silent
  bool open = true;
};

/// A phrase of a condition against the whole draft: how many sentences passed the prefilter and were confirmed.
struct PhraseTrace {
  const Condition* condition = nullptr;
  const Phrase* pattern = nullptr;
  Language language = Language::En;
  bool has_literals = true;      ///< without any, every sentence that could hold it is a candidate
  std::uint32_t candidates = 0;  ///< sentences in which all its literals stand
  std::uint32_t matched = 0;     ///< those of them that it matches
  std::uint32_t negated = 0;     ///< those that it matches in a negated form alone
  bool limited = false;          ///< a limit of the matching was met
};

/// Something that a condition looked at on the way to its answer.
struct TraceStep {
  enum class Kind : std::uint8_t {
    Matched,     ///< `pattern` matched `words`
    Polarity,    ///< `pattern` matched `words`, which are negated where a promise is asked for, or the other way round
    InHeading,   ///< `pattern` matched `words` of a heading, which promises nothing
    Owes,        ///< `words` name who owes it
    Counted,     ///< the phrases stand `count` times in the scope
    Searched,    ///< `count` sentences were looked at
    Starts,      ///< `words` start the clock of the fact
    Compared,    ///< the fact's value at `words` with `other`
    Silent,      ///< the matter has no entry to compare `words` with
    Absent,      ///< the draft does not state the fact to compare `words` with
    Special,     ///< the sentence of the value at `words` speaks of a special case that the rule names
    Apart,       ///< the value at `words` is about something else, or of another language
    Blank,       ///< the value at `words` is still to be filled
    Same,        ///< the value at `words` is the same
    Contradicts  ///< the value at `words` is another
  };
  Kind kind = Kind::Matched;
  ByteSpan words;
  const Phrase* pattern = nullptr;
  std::uint32_t count = 0;
  std::optional<Value> other;
};

/// A condition at a place: its answer, and on what it rests.
struct ConditionTrace {
  const Condition* condition = nullptr;
  State state = State::Nothing;
  ByteSpan evidence;  ///< empty where the answer is about an absence
  Text reason;        ///< Undecided only
  std::vector<TraceStep> steps;
  std::vector<ConditionTrace> parts;  ///< those that were asked: the first of `condition->parts`
};

/// A place that a rule was asked about.
struct PlaceTrace {
  std::uint32_t sentence = 0;
  ByteSpan words;  ///< the fact's value, the value or the term it was asked about; empty for the sentence as a whole
  ConditionTrace when;
  bool repeated = false;  ///< it fired at words that the rule has told of already: no second finding
};

/// A place where the condition finds something and that the rule is not asked about.
struct PlaceLeftOut {
  enum class Why : std::uint8_t {
    Polarity,  ///< negated where a promise is asked for, or the other way round
    Heading,   ///< a heading promises nothing
    Where,     ///< outside the rule's `where`
    Language,  ///< in a language that the rule's gate leaves out
  };
  Why why = Why::Polarity;
  std::uint32_t sentence = 0;
  ByteSpan words;  ///< empty for the sentence as a whole

  friend auto operator<=>(const PlaceLeftOut&, const PlaceLeftOut&) = default;
};

struct RuleTrace {
  const Rule* rule = nullptr;
  Text not_chosen;                   ///< why the configuration leaves it out; empty when it does not
  std::string as_of;                 ///< the date on which it must be in force; empty: its dates are not asked
  std::vector<GateTrace> gates;      ///< those that the rule has
  bool whole_document = false;       ///< asked once: it only asks what is missing
  std::vector<std::uint32_t> about;  ///< sentences that fit `where`, ascending; all where it has none
  std::vector<PhraseTrace> phrases;  ///< of its conditions, in their order
  std::vector<PlaceLeftOut> left_out;
  std::vector<PlaceTrace> places;  ///< of a rule asked once: where something missing would stand, if anywhere
  RuleOutcome outcome;             ///< as among the outcomes of the evaluation
  RuleOutcome would_be;            ///< what it comes to whatever configuration and gates say

  /// Whether configuration and gates let it be asked; else the places show what it would have decided.
  bool asked() const {
    for (const GateTrace& gate : gates) {
      if (!gate.open) return false;
    }
    return not_chosen.empty();
  }
};

}  // namespace clauselint
