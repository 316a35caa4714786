// Rule packs: what a rule author writes, as data. docs/rules.md is the page for authors.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/definition.hpp"
#include "clauselint/error.hpp"
#include "clauselint/fact.hpp"
#include "clauselint/matter.hpp"

namespace clauselint {

enum class Severity : std::uint8_t { Info, Low, Medium, High };

/// The four questions a service-risk summary answers; every rule names one.
enum class Dimension : std::uint8_t { WarrantyCost, CustomerExpectations, PartnerLeverage, EscalationTiming };
inline constexpr int kDimensions = 4;

/// A text for people, in both languages.
struct Text {
  std::string en;
  std::string zh;

  const std::string& in(Language language) const { return language == Language::En ? en : zh; }
  bool empty() const { return en.empty() && zh.empty(); }
};

/// Where something stands in a pack; line and column count from 1.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A phrase pattern as written (docs/rules.md, "Phrase patterns").
struct Phrase {
  std::string pattern;
  bool regex = false;  ///< written as `regex: ...`
  Place place;
};

struct PhraseSet {
  std::vector<Phrase> en;
  std::vector<Phrase> zh;

  const std::vector<Phrase>& in(Language language) const { return language == Language::En ? en : zh; }
  bool empty() const { return en.empty() && zh.empty(); }
};

/// Plain words of each language, no patterns.
struct WordList {
  std::vector<std::string> en;
  std::vector<std::string> zh;

  const std::vector<std::string>& in(Language language) const { return language == Language::En ? en : zh; }
  bool empty() const { return en.empty() && zh.empty(); }
};

/// A part that a party plays (a seller's, a buyer's), and the words that tell it.
struct PartyRole {
  std::string name;
  Text title;
  WordList words;        ///< by which drafts call such a party
  WordList deeds;        ///< what such a party does, as the words behind its name
  std::string opposite;  ///< the role of the other party where there are two and that is not said; may be empty
  Place place;
};

/// A named set of phrases; `<name>` in a pattern. `vague` terms are reported by `facts` wherever they stand in a topic.
struct Term {
  std::string name;
  bool vague = false;
  PhraseSet phrases;
  Place place;
};

/// What a sentence is about. Context is a heading above it, a sentence nearby that states the topic, or that the sentence
/// itself has one of the topics of `within`.
struct Topic {
  std::string name;
  Text title;
  PhraseSet headings;               ///< a clause whose heading (or whose ancestor's heading) says so
  PhraseSet mentions;               ///< a sentence that says so, wherever it stands
  PhraseSet supports;               ///< words that say so in context alone; empty: a heading is enough
  PhraseSet unless;                 ///< sentences that match one of these never have the topic
  std::vector<std::string> within;  ///< topics without a `within` of their own
  Place place;
};

/// Phrases with a name and a title: an event that starts a clock (`delivery`), what a fact is about (`spare-parts`).
struct NamedPhrases {
  std::string name;
  Text title;
  PhraseSet phrases;
  Place place;
};

/// What a value means when its sentence says so.
struct FactSpec {
  std::string name;
  Text title;
  ValueKind value = ValueKind::Duration;
  std::vector<std::string> topics;  ///< only in sentences of one of these; empty: anywhere
  PhraseSet patterns;               ///< the first value placeholder in the pattern is the value
  PhraseSet unless;                 ///< sentences that match one of these never carry the fact
  PhraseSet except;                 ///< values that these capture are never the fact, whatever else is said of them
  bool negated_too = false;  ///< `polarity: any`: a denied phrase gives the fact as well (`no claim after 30 days`)
  bool extends = false;      ///< `value: text` alone: the value goes on to the end of its part of the sentence
  PhraseSet headers;         ///< of a table: values under (or beside) such a header cell are the fact
  PhraseSet leads;           ///< `under`: words before a list, a heading or `… as follows:`
  PhraseSet led;             ///< `under`: patterns of the entries behind such words
  std::vector<NamedPhrases> starts;  ///< events looked for in the same sentence
  Place place;
};

enum class ConditionKind : std::uint8_t {
  All,
  Any,
  Not,
  Mentions,     ///< a phrase stands in the unit, and is not negated
  Without,      ///< a phrase, value or fact does not stand in the scope around the unit
  Missing,      ///< a fact, topic or phrase stands nowhere in the document
  FactCompare,  ///< a fact against a constant, the matter or another fact
  Conflict,     ///< one fact, two values
  Unresolved,   ///< a reference that leads nowhere
  Placeholder,  ///< a blank to be filled
  NoStart,      ///< a fact whose clock has no start
  WordsDiffer,  ///< words and digits of one value disagree
  Term,         ///< a defined term at fault
  Count,        ///< phrases stand so often in the scope around the unit
  Duty,         ///< nobody, or a party of this role, owes what the words of the unit speak of
};

enum class Scope : std::uint8_t { Sentence, Paragraph, Clause, Section, Topic, Document };

/// What a sentence is a part of: a heading, a cell of a table, the sentence that defines a term, or none of these.
enum class Setting : std::uint8_t { Text, Table, Heading, Definition };
enum class Polarity : std::uint8_t { Promised, Negated, Any };
enum class Comparison : std::uint8_t { Exceeds, Below, Is, Differs };

/// One node of a rule's `when`.
struct Condition {
  ConditionKind kind = ConditionKind::All;
  std::vector<Condition> parts;            ///< All, Any, Not
  PhraseSet phrases;                       ///< Mentions, Without, Missing, Count
  Polarity polarity = Polarity::Promised;  ///< Mentions; of Without any, unless the rule says otherwise
  Scope scope = Scope::Sentence;           ///< Without, Count: where to look
  std::uint32_t at_least = 0;              ///< Count; 0: no matter
  std::uint32_t at_most = 0xFFFFFFFF;      ///< Count
  std::string party;                       ///< Duty: the name of a role, or `nobody`
  bool among_documents = false;            ///< Conflict: with another document of the matter, not within this one
  std::string fact;                        ///< Without, Missing, FactCompare, Conflict, NoStart
  std::string topic;                       ///< Missing
  std::optional<ValueKind> value;          ///< Without, WordsDiffer
  Comparison comparison = Comparison::Is;  ///< FactCompare
  TermFault fault = TermFault::Undefined;  ///< Term
  std::string against;                     ///< FactCompare: `12 months`, `matter.warranty.period`, a fact's name
  Place place;
};

enum class FixKind : std::uint8_t { None, Replace, InsertAfter, Delete };
enum class FixTarget : std::uint8_t { Match, Term, Value, Sentence, Clause };

/// What to write instead. `with` may hold `{matter.path | fallback}`, `{match}`, `{value}`.
struct Fix {
  FixKind kind = FixKind::None;
  FixTarget target = FixTarget::Match;
  std::string term;  ///< for FixTarget::Term
  Text with;
  Text fallback;  ///< second-best wording, told in the comment
  Text floor;     ///< the line not to cross, told in the comment
  Place place;
};

/// A little draft, and what its rule says of it. What is empty is not compared; a text may have one language only.
struct Example {
  enum class Kind : std::uint8_t { Fires, Passes };
  Kind kind = Kind::Fires;
  Text text;
  Text words;          ///< that a finding is about
  std::string value;   ///< of the finding, as `{value}` tells it: `12 months`
  Text fixed;          ///< the text after the fix
  Text todo;           ///< why the example is known not to hold yet, in the languages in which it does not
  std::string matter;  ///< YAML of a matter
  Text elsewhere;      ///< the text of another document of the matter
  Place place;

  bool holds_in(Language language) const { return !text.in(language).empty() && todo.in(language).empty(); }
};

/// When a rule is looked at, at all. An empty list means "any".
struct Gates {
  std::vector<std::string> law;
  std::vector<std::string> market;
  std::vector<std::string> product;
  std::vector<std::string> parties;   ///< roles, one of which a party of the draft must play
  std::vector<std::string> language;  ///< en, zh: of the sentences that it is asked of
  std::vector<std::string> role;      ///< of the document in the matter (`draft`, `customer-terms`, …)
};

/// How often a rule speaks of what is one fault in several places.
enum class Once : std::uint8_t {
  Place,    ///< at each of them
  Clause,   ///< once for the places of one clause
  Section,  ///< once for a clause with those beside it, under the same parent
};

struct Rule {
  std::string id;
  std::string pack;
  Text title;
  Dimension dimension = Dimension::WarrantyCost;
  std::array<Severity, kSides> severity{};
  Once once = Once::Place;
  bool recommended = true;  ///< asked without being selected
  std::string since;        ///< ISO date from which the rule applies, may be empty
  std::string until;        ///< ISO date before which it does
  Gates gates;
  std::vector<std::string> topics;  ///< `where`: sentences of one of these topics; empty: anywhere
  std::vector<std::string> facts;   ///< `where`: sentences that state one of these facts; empty: any
  std::vector<Setting> settings;    ///< `where`: sentences of one of these kinds; empty: all but headings
  std::vector<Story> stories;       ///< `where`: of the body, of footnotes and so on; empty: anywhere
  Condition when;
  Text message;
  Text why;
  std::vector<std::string> law;  ///< ids in the register of provisions
  Fix fix;
  Text caution;
  std::vector<Example> examples;
  Place place;
};

/// What a pack changes about a rule of another: only what is set.
struct RuleChange {
  std::string rule;
  std::array<std::optional<Severity>, kSides> severity;
  std::optional<Once> once;
  std::optional<bool> recommended;
  std::optional<Gates> gates;
  std::optional<Condition> when;
  Text title;
  Text message;
  Text why;
  Text caution;
  std::optional<Fix> fix;
  std::optional<std::vector<Example>> examples;
  Place place;
};

/// An escalation trigger computed from the draft's own promises, or a general operating caution.
struct Trigger {
  std::string id;
  std::string fact;  ///< the promise it is computed from; empty: said when `topic` is dealt with
  std::string topic;
  double at = 1.0;     ///< share of the promised time, 0.8 for 80 %
  Text text;           ///< `{value}` the promised value, `{at}` the computed one, `{clause}` its clause
  Text absent;         ///< said when the draft makes no such promise; may be empty
  std::string matter;  ///< path in the service model used when the draft is silent; may be empty
  Place place;
};

struct Pack {
  std::string name;
  std::string version;
  std::string path;
  Text title;
  std::vector<PartyRole> roles;
  std::vector<Term> terms;
  std::vector<Topic> topics;
  std::vector<NamedPhrases> subjects;  ///< what facts may be about
  std::vector<FactSpec> facts;
  std::vector<Rule> rules;
  std::vector<RuleChange> changes;  ///< to rules of the packs before it
  std::vector<Trigger> triggers;
};

/// A provision of law that rules may cite. Only those whose source was read (mark `V`) are printed.
struct Provision {
  std::string id;
  Text instrument;
  std::string article;
  std::string since;  ///< ISO date it came into force
  std::string until;  ///< ISO date it ceased, empty while in force
  std::string gate;   ///< "any", "consumer", "prc", ...
  std::string mark;   ///< V (read in the source), V2 (secondary), M (memory)
  Text says;          ///< one line
  Place place;
};

/// Parses a pack. All errors found, in order of place; the pack is usable only when there are none.
Pack parse_pack(const std::string& path, const std::string& yaml, std::vector<Error>& errors);
std::vector<Provision> parse_provisions(const std::string& path, const std::string& yaml, std::vector<Error>& errors);

/// A pack to start from, with one rule whose examples hold. `name` is the pack's, of lower-case letters, digits and hyphens.
std::string pack_template(const std::string& name);

/// Packs compiled for matching. Immutable, and shared freely by threads.
class RuleSet {
 public:
  struct Compiled;  // private to src/rules
  struct Translations;

  /// Compiles patterns and resolves names. Errors (kind Pack) name file, line and column; all are reported.
  /// `known` may hold phrases that were translated before, by the same version of the program and in the order in which
  /// the packs ask for them; they are moved out of it.
  static std::optional<RuleSet> compile(std::vector<Pack> packs, std::vector<Provision> provisions,
                                        std::vector<Error>& errors, Translations* known = nullptr);

  const std::vector<Pack>& packs() const;
  const std::vector<Provision>& provisions() const;
  const std::vector<const PartyRole*>& roles() const;  ///< of all packs
  const Rule* find_rule(std::string_view id) const;
  const Provision* find_provision(std::string_view id) const;
  const FactSpec* find_fact(std::string_view name) const;
  const NamedPhrases* find_subject(std::string_view name) const;
  const Compiled& compiled() const { return *compiled_; }

 private:
  std::shared_ptr<const Compiled> compiled_;
};

/// The packs embedded at build time.
const RuleSet& default_rules();

std::string_view name_of(Severity severity);
std::string_view name_of(Dimension dimension);

}  // namespace clauselint
