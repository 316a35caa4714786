// A finding: what a rule says about a place in the contract, in words a lawyer can use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/rule.hpp"

namespace clauselint {

/// A proposed change of the unedited text, within one paragraph. An insertion has an empty span; a clause of its own
/// begins with a line feed and stands at the end of a paragraph.
struct Edit {
  ByteSpan span;
  std::string replacement;
  std::uint32_t like = 0;  ///< of a clause of its own: the paragraph whose looks and numbering it takes

  bool is_paragraph() const { return replacement.starts_with('\n'); }
};

struct Finding {
  const Rule* rule = nullptr;  ///< owned by the RuleSet
  Severity severity = Severity::Info;
  ByteSpan span;  ///< the words it is about; empty for something missing (then the place to look)
  std::uint32_t clause = kRootClause;
  std::uint32_t paragraph = 0;
  Language language = Language::En;  ///< of the clause
  bool absence = false;              ///< about something that is not there
  bool concern = false;              ///< management named this as a worry: ranks higher
  Text message;
  Text fallback;  ///< rendered second-best wording, may be empty
  Text floor;
  Text caution;
  std::optional<Value> value;  ///< what was compared or looked at, `{value}` in messages
  std::optional<Edit> edit;    ///< nullopt: comment only
  std::vector<ByteSpan>
      also;  ///< further places of the same fault, ascending, where the rule speaks once (`Rule::once`)
};

/// Why a rule's question could not be answered, or how it was.
enum class Verdict : std::uint8_t { Fired, Satisfied, NotApplicable, Undecided };

struct RuleOutcome {
  const Rule* rule = nullptr;
  Verdict verdict = Verdict::NotApplicable;
  ByteSpan evidence;  ///< Satisfied: the words that satisfy it
  std::uint32_t clause = kRootClause;
  Text reason;  ///< Undecided and NotApplicable
};

}  // namespace clauselint
