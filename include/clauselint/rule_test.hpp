// Whether rules do what their authors say of them: in the examples of packs, and in drafts with expectations.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/evaluate.hpp"

namespace clauselint {

/// What the examples of the rules came to.
struct ExampleReport {
  std::uint32_t rules = 0;
  std::uint32_t examples = 0;   ///< each language of an example counts; those with a `todo` too
  std::vector<Error> failures;  ///< each with the place of the example in its pack
  std::vector<Error> todo;      ///< examples that are known not to hold, and do not
};

/// Runs every example: it fires or passes as it says, about the words and with the value that it gives, its fix gives
/// `fixed` and no longer fires its own rule, and every rule has both kinds in each language it has patterns for. An
/// example with a `todo` is to fail: one that holds is a failure.
ExampleReport test_rules(const RuleSet& rules);

/// A rule without an example of this kind that is held in this language.
struct MissingExample {
  const Rule* rule = nullptr;
  Example::Kind kind = Example::Kind::Fires;
  Language language = Language::En;
};

/// In the order of the packs; a rule needs both kinds in each language it has patterns for.
std::vector<MissingExample> missing_examples(const RuleSet& rules);

/// What the expectations of a draft came to.
struct DraftTest {
  std::uint32_t expectations = 0;  ///< `fires RULE` and `passes RULE`, each rule of a list counted
  std::vector<Error> failures;     ///< each with file and line; of a Word file with the number of the paragraph
  std::vector<Error> todo;         ///< expectations that are known not to hold, and do not
};

/// Reads a draft and holds its rules to the expectations in it (docs/rules.md, "Drafts with expectations"): every rule is asked,
/// recommended or not. An error when the draft cannot be read.
Result<DraftTest> test_draft(const std::string& path, const RuleSet& rules, const Matter& matter);

/// Nanoseconds of a clock that only goes on: the stages have none of their own.
using Clock = std::function<std::uint64_t()>;

/// What a rule came to over a set of drafts.
struct RuleCoverage {
  const Rule* rule = nullptr;
  std::array<std::uint32_t, 4> drafts{};  ///< number of drafts by Verdict
  std::uint64_t nanoseconds = 0;          ///< spent in asking it
  Text reason;                            ///< why it was not applicable, as the last such draft has it
};

struct Coverage {
  std::uint32_t drafts = 0;         ///< that could be read
  std::vector<RuleCoverage> rules;  ///< in the order of the packs
  std::uint64_t nanoseconds = 0;    ///< spent in evaluating: values, topics and facts, which the rules share, too
  std::vector<Error> unread;
};

/// Asks every rule of every file, recommended or not. Each draft is evaluated twice and the second time measured, when
/// the patterns that it needs are compiled.
Coverage cover_rules(const std::vector<std::string>& files, const RuleSet& rules, const Matter& matter,
                     const Clock& clock);

}  // namespace clauselint
