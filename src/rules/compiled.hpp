// Packs made ready for matching: names resolved to indexes, phrases translated and shared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/rule.hpp"
#include "text/literal_table.hpp"
#include "text/pattern.hpp"
#include "text/phrase.hpp"

namespace clauselint {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// A phrase of one language; equal phrases of different rules are one.
struct CompiledPhrase {
  const Phrase* source = nullptr;  ///< where it is written first
  Language language = Language::En;
  std::unique_ptr<Pattern> pattern;
  std::vector<PhraseCapture> captures;
  std::vector<LiteralSet> needed;
  std::vector<ValueBits> values;
};

/// Indexes of phrases, any of which will do.
using PhraseGroup = std::vector<std::uint32_t>;

struct CompiledTopic {
  const Topic* source = nullptr;
  PhraseGroup headings;
  PhraseGroup mentions;
  PhraseGroup supports;
  PhraseGroup unless;
  std::vector<std::uint16_t> within;  ///< ascending
};

struct CompiledFact {
  const FactSpec* source = nullptr;
  std::vector<std::uint16_t> topics;        ///< ascending
  std::optional<std::uint16_t> main_topic;  ///< the first that the pack names
  PhraseGroup patterns;
  PhraseGroup unless;
  PhraseGroup except;
  PhraseGroup headers;
  PhraseGroup leads;
  PhraseGroup led;
  std::vector<PhraseGroup> starts;
};

struct CompiledSubject {
  const NamedPhrases* source = nullptr;
  PhraseGroup phrases;
};

struct CompiledTerm {
  const Term* source = nullptr;
  PhraseGroup phrases;
};

/// What a FactCompare compares with.
enum class AgainstKind : std::uint8_t { Constant, MatterPath, Fact };

struct CompiledCondition {
  const Condition* source = nullptr;
  std::vector<CompiledCondition> parts;
  PhraseGroup phrases;
  std::uint32_t fact = kNone;
  std::uint32_t topic = kNone;
  AgainstKind against = AgainstKind::Constant;
  Value constant;
  std::string path;                 ///< AgainstKind::MatterPath, without `matter.`
  std::uint32_t other = kNone;      ///< AgainstKind::Fact
  const PartyRole* role = nullptr;  ///< Duty; nullptr: nobody
};

struct CompiledRule {
  const Rule* source = nullptr;
  std::vector<std::uint16_t> topics;
  std::vector<std::uint32_t> facts;
  CompiledCondition when;
  bool whole_document = false;  ///< only asks what is missing
};

struct CompiledTrigger {
  const Trigger* source = nullptr;
  std::uint32_t fact = kNone;
  std::uint32_t topic = kNone;
};

/// A phrase as it was written and what it was translated to, its terms filled in.
struct Translation {
  Language language = Language::En;
  std::string pattern;
  PhraseProgram program;
};

/// In the order of Compiled::phrases. Raw expressions are not among them: they need no translation.
struct RuleSet::Translations {
  std::vector<Translation> phrases;
};

struct RuleSet::Compiled {
  std::vector<Pack> packs;
  std::vector<Provision> provisions;
  std::vector<CompiledPhrase> phrases;
  LiteralTable literals;      ///< owners: phrase * kMaxNeeded + index of the set
  Translations translations;  ///< kept only when asked for: what the build embeds
  std::vector<const PartyRole*> roles;
  std::vector<CompiledTopic> topics;
  std::vector<CompiledSubject> subjects;
  std::vector<CompiledFact> facts;
  std::vector<CompiledTerm> vague;
  std::vector<CompiledRule> rules;
  std::vector<CompiledTrigger> triggers;
  bool asks_parties = false;  ///< a rule asks who the parties are
  bool asks_duties = false;   ///< a rule asks who owes something: parties and duties have to be found
};

}  // namespace clauselint
