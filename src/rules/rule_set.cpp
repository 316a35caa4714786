// Compiling packs: names resolved, phrases translated once each, every error with its place.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "io/yaml.hpp"
#include "rules/compiled.hpp"
#include "rules/render.hpp"
#include "rules/rule_changes.hpp"
#include "rules/scan.hpp"
#include "text/regex_danger.hpp"

namespace clauselint {
namespace {

class Compiler {
 public:
  Compiler(RuleSet::Compiled& out, RuleSet::Translations* known, std::vector<Error>& errors)
      : out_(out), errors_(errors), known_(known) {}

  void run() {
    gather_names();
    gather_roles();
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const Term& term : pack.terms) compile_term(term);
      for (const Topic& topic : pack.topics) {
        compile_topic(topic);
      }
    }
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const NamedPhrases& subject : pack.subjects) {
        out_.subjects.push_back({.source = &subject, .phrases = group(subject.phrases)});
      }
      for (const FactSpec& fact : pack.facts) compile_fact(fact);
    }
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const Rule& rule : pack.rules) compile_rule(rule);
      for (const Trigger& trigger : pack.triggers) {
        check_text("text", trigger.text, trigger.place);
        check_text("absent", trigger.absent, trigger.place);
        out_.triggers.push_back({.source = &trigger,
                                 .fact = trigger.fact.empty() ? kNone : fact_index(trigger.fact, trigger.place),
                                 .topic = trigger.topic.empty() ? kNone : topic_index(trigger.topic, trigger.place)});
      }
    }
    build_table();
  }

 private:
  void fail(Place place, std::string message) {
    errors_.push_back({.kind = ErrorKind::Pack,
                       .where = fmt::format("{}:{}:{}", path_, place.line, place.column),
                       .message = std::move(message)});
  }

  template <class Named>
  void note(std::map<std::string, std::uint32_t, std::less<>>& names, const Named& named, const std::string& name,
            std::string_view what, std::uint32_t index) {
    if (names.emplace(name, index).second) {
      note_place(what, name, named.place);
    } else {
      fail_twice(what, name, named.place);
    }
  }

  void note_place(std::string_view what, const std::string& name, Place place) {
    declared_.emplace(fmt::format("{} \"{}\"", what, name), fmt::format("{}:{}", path_, place.line));
  }

  void fail_twice(std::string_view what, const std::string& name, Place place) {
    const std::string declared = fmt::format("{} \"{}\"", what, name);
    fail(place, fmt::format("{} is declared twice, first at {}: give it another name", declared, declared_[declared]));
  }

  void gather_names() {
    std::uint32_t topics = 0;
    std::uint32_t subjects = 0;
    std::uint32_t facts = 0;
    std::uint32_t rules = 0;
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const Term& term : pack.terms) {
        if (terms_.emplace(term.name, &term).second) {
          note_place("term", term.name, term.place);
        } else {
          fail_twice("term", term.name, term.place);
        }
      }
      for (const Topic& topic : pack.topics) note(topics_, topic, topic.name, "topic", topics++);
      for (const NamedPhrases& subject : pack.subjects) note(subjects_, subject, subject.name, "subject", subjects++);
      for (const FactSpec& fact : pack.facts) note(facts_, fact, fact.name, "fact", facts++);
      for (const Rule& rule : pack.rules) note(rules_, rule, rule.id, "rule", rules++);
    }
  }

  void gather_roles() {
    std::map<std::string, std::uint32_t, std::less<>> roles;
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const PartyRole& role : pack.roles) {
        note(roles, role, role.name, "role", static_cast<std::uint32_t>(out_.roles.size()));
        out_.roles.push_back(&role);
      }
    }
    for (const Pack& pack : out_.packs) {
      path_ = pack.path;
      for (const PartyRole& role : pack.roles) {
        if (role.opposite.empty() || roles.contains(role.opposite)) continue;
        fail(role.place, unknown_word("role", role.opposite, keys(roles)));
      }
    }
  }

  template <class Map>
  static std::vector<std::string_view> keys(const Map& map) {
    std::vector<std::string_view> names;
    for (const auto& entry : map) names.push_back(entry.first);
    return names;
  }

  std::uint32_t topic_index(const std::string& name, Place place) {
    const auto found = topics_.find(name);
    if (found != topics_.end()) return found->second;
    fail(place, unknown_word("topic", name, keys(topics_)));
    return 0;
  }

  std::uint32_t fact_index(const std::string& name, Place place) {
    const auto found = facts_.find(name);
    if (found != facts_.end()) return found->second;
    fail(place, unknown_word("fact", name, keys(facts_)));
    return 0;
  }

  std::vector<std::uint16_t> topic_indexes(const std::vector<std::string>& names, Place place) {
    std::vector<std::uint16_t> indexes;
    for (const std::string& name : names) indexes.push_back(static_cast<std::uint16_t>(topic_index(name, place)));
    std::sort(indexes.begin(), indexes.end());
    return indexes;
  }

  std::optional<std::uint16_t> main_topic(const FactSpec& fact) {
    const auto found = fact.topics.empty() ? topics_.end() : topics_.find(fact.topics.front());
    return found == topics_.end() ? std::nullopt : std::optional(static_cast<std::uint16_t>(found->second));
  }

  void compile_topic(const Topic& topic) {
    out_.topics.push_back({.source = &topic,
                           .headings = group(topic.headings),
                           .mentions = group(topic.mentions),
                           .supports = group(topic.supports),
                           .unless = group(topic.unless),
                           .within = topic_indexes(topic.within, topic.place)});
    for (const std::string& name : topic.within) {
      const auto* const other = find_topic(name);
      if (other != nullptr && !other->within.empty()) {
        fail(topic.place,
             fmt::format(
                 "topic \"{}\" is within \"{}\", which is within others itself: name topics without a \"within\"",
                 topic.name, name));
      }
    }
  }

  const Topic* find_topic(std::string_view name) const {
    for (const Pack& pack : out_.packs) {
      for (const Topic& topic : pack.topics) {
        if (topic.name == name) return &topic;
      }
    }
    return nullptr;
  }

  PhraseGroup group(const PhraseSet& set) {
    PhraseGroup indexes;
    for (const Language language : {Language::En, Language::Zh}) {
      for (const Phrase& phrase : set.in(language)) {
        const std::uint32_t index = phrase_index(phrase, language);
        if (index != kNone) indexes.push_back(index);
      }
    }
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    return indexes;
  }

  std::uint32_t phrase_index(const Phrase& phrase, Language language) {
    const PhraseKey key{phrase.pattern, language, phrase.regex};
    if (const auto index = phrases_.find(key); index != phrases_.end()) return index->second;
    PhraseProgram program;
    if (!translate(phrase, language, program)) return kNone;
    const auto index = static_cast<std::uint32_t>(out_.phrases.size());
    if (!phrase.regex && known_ == nullptr) {
      out_.translations.phrases.push_back({.language = language, .pattern = phrase.pattern, .program = program});
    }
    out_.phrases.push_back({.source = &phrase,
                            .language = language,
                            .pattern = std::make_unique<Pattern>(std::move(program.regex), phrase.regex),
                            .captures = std::move(program.captures),
                            .needed = std::move(program.needed),
                            .values = std::move(program.values)});
    phrases_.emplace(key, index);
    return index;
  }

  // What was translated before comes in the order in which it is asked for.
  bool take_known(const Phrase& phrase, Language language, PhraseProgram& program) {
    if (known_ == nullptr || next_known_ == known_->phrases.size()) return false;
    Translation& next = known_->phrases[next_known_];
    if (next.language != language || next.pattern != phrase.pattern) return false;
    program = std::move(next.program);
    ++next_known_;
    return true;
  }

  bool translate(const Phrase& phrase, Language language, PhraseProgram& program) {
    if (!phrase.regex && take_known(phrase, language, program)) return true;
    if (phrase.regex) {
      if (const auto danger = find_danger(phrase.pattern)) {
        fail(phrase.place, fmt::format("at byte {} of the expression: {}", danger->offset, danger->what));
        return false;
      }
      program.regex = phrase.pattern;
      if (const std::string error = Pattern(program.regex).error(); !error.empty()) {
        fail(phrase.place, "not a regular expression: " + error);
        return false;
      }
    } else {
      const auto lookup = [&](std::string_view name) -> std::optional<std::vector<std::string>> {
        const auto term = terms_.find(name);
        if (term == terms_.end()) return std::nullopt;
        std::vector<std::string> patterns;
        for (const Phrase& words : term->second->phrases.in(language)) patterns.push_back(words.pattern);
        return patterns;
      };
      if (const auto error = translate_phrase(phrase.pattern, language == Language::En, lookup, program)) {
        fail(phrase.place, explain(*error, phrase.pattern));
        return false;
      }
    }
    return true;
  }

  std::string explain(const PhraseError& error, const std::string& pattern) {
    std::string shown = shortened(pattern, 120);  // on one line, as every error is
    std::ranges::replace(shown, '\n', ' ');
    std::string message = fmt::format("in pattern \"{}\": {}", shown, error.message);
    constexpr std::string_view kUnknown = "unknown term <";
    if (error.message.starts_with(kUnknown)) {
      const std::string name = error.message.substr(kUnknown.size(), error.message.size() - kUnknown.size() - 1);
      const std::vector<std::string_view> known = keys(terms_);
      const std::string_view meant = nearest(name, known);
      message += meant.empty() ? ": declare it under \"terms\", or write \\< for the sign"
                               : fmt::format(", did you mean <{}>?", meant);
    }
    return message;
  }

  void compile_term(const Term& term) {
    // Compiled even when not vague: a term that does not translate is an error where it is declared.
    PhraseGroup phrases = group(term.phrases);
    if (term.vague) out_.vague.push_back({.source = &term, .phrases = std::move(phrases)});
  }

  // A text is told by terms and values of any kind.
  bool holds_value(std::uint32_t phrase, ValueKind kind) const {
    const std::vector<PhraseCapture>& captures = out_.phrases[phrase].captures;
    return std::ranges::any_of(captures, [kind](const PhraseCapture& c) {
      if (kind == ValueKind::Text) return c.kind != PhraseCapture::Kind::Gap;
      return c.kind == PhraseCapture::Kind::Value && c.value == letter_of(kind);
    });
  }

  void require_values(const PhraseSet& patterns, const FactSpec& fact) {
    for (const Language language : {Language::En, Language::Zh}) {
      for (const Phrase& phrase : patterns.in(language)) {
        const auto index = phrases_.find(PhraseKey{phrase.pattern, language, phrase.regex});
        if (index == phrases_.end() || holds_value(index->second, fact.value)) continue;
        const std::string wanted =
            fact.value == ValueKind::Text ? "term or value" : fmt::format("<{}>", name_of_kind(fact.value));
        fail(phrase.place, fmt::format("pattern \"{}\" of fact \"{}\" holds no {}: it would find no value",
                                       phrase.pattern, fact.name, wanted));
      }
    }
  }

  void compile_fact(const FactSpec& fact) {
    CompiledFact compiled{.source = &fact,
                          .topics = topic_indexes(fact.topics, fact.place),
                          .main_topic = main_topic(fact),
                          .patterns = group(fact.patterns),
                          .unless = group(fact.unless),
                          .except = group(fact.except),
                          .headers = group(fact.headers),
                          .leads = group(fact.leads),
                          .led = group(fact.led),
                          .starts = {}};
    for (const PhraseSet* patterns : {&fact.patterns, &fact.except, &fact.led}) require_values(*patterns, fact);
    for (const NamedPhrases& start : fact.starts) compiled.starts.push_back(group(start.phrases));
    out_.facts.push_back(std::move(compiled));
  }

  CompiledCondition compile_condition(const Condition& condition) {
    CompiledCondition compiled;
    compiled.source = &condition;
    compiled.phrases = group(condition.phrases);
    for (const Condition& part : condition.parts) compiled.parts.push_back(compile_condition(part));
    if (!condition.fact.empty()) compiled.fact = fact_index(condition.fact, condition.place);
    if (!condition.topic.empty()) compiled.topic = topic_index(condition.topic, condition.place);
    if (condition.kind == ConditionKind::FactCompare) compile_against(condition, compiled);
    if (condition.kind == ConditionKind::Duty) compile_duty(condition, compiled);
    return compiled;
  }

  void compile_against(const Condition& condition, CompiledCondition& compiled) {
    constexpr std::string_view kMatter = "matter.";
    const std::string& against = condition.against;
    if (against.starts_with(kMatter)) {
      compiled.against = AgainstKind::MatterPath;
      compiled.path = against.substr(kMatter.size());
      if (const std::string fault = fault_of_service_path(compiled.path); !fault.empty()) fail(condition.place, fault);
    } else if (facts_.contains(against)) {
      compiled.against = AgainstKind::Fact;
      compiled.other = facts_.find(against)->second;
    } else if (!parse_value(against, compiled.constant)) {
      fail(condition.place,
           fmt::format("\"{}\" is nothing to compare with: write a value (12 months, 10%), a field of the matter "
                       "(matter.…) or the name of a fact",
                       against));
    }
  }

  void compile_duty(const Condition& condition, CompiledCondition& compiled) {
    out_.asks_duties = true;
    out_.asks_parties = true;
    if (condition.party == "nobody" || condition.party.empty()) return;
    const auto role = std::ranges::find(out_.roles, condition.party, &PartyRole::name);
    if (role != out_.roles.end()) {
      compiled.role = *role;
    } else {
      fail_role(condition.party, condition.place, {"nobody"});
    }
  }

  void fail_role(const std::string& name, Place place, std::vector<std::string_view> known) {
    for (const PartyRole* role : out_.roles) known.push_back(role->name);
    fail(place, known.empty() ? fmt::format("unknown role \"{}\": no role is declared", name)
                              : unknown_word("role", name, known));
  }

  void check_parties(const Rule& rule) {
    if (!rule.gates.parties.empty()) out_.asks_parties = true;
    for (const std::string& party : rule.gates.parties) {
      if (std::ranges::find(out_.roles, party, &PartyRole::name) == out_.roles.end()) fail_role(party, rule.place, {});
    }
  }

  static bool only_missing(const Condition& condition) {
    if (condition.kind == ConditionKind::Missing) return true;
    const bool joint = condition.kind == ConditionKind::All || condition.kind == ConditionKind::Any;
    return joint && !condition.parts.empty() &&
           std::all_of(condition.parts.begin(), condition.parts.end(), only_missing);
  }

  static bool looks_for_something(const Condition& condition) {
    switch (condition.kind) {
      case ConditionKind::All: return std::any_of(condition.parts.begin(), condition.parts.end(), looks_for_something);
      case ConditionKind::Any: return std::all_of(condition.parts.begin(), condition.parts.end(), looks_for_something);
      case ConditionKind::Not:
      case ConditionKind::Without:
      case ConditionKind::Duty:
      case ConditionKind::Missing: return false;
      case ConditionKind::Count: return condition.at_least > 0;
      case ConditionKind::Mentions:
      case ConditionKind::FactCompare:
      case ConditionKind::Conflict:
      case ConditionKind::Unresolved:
      case ConditionKind::Placeholder:
      case ConditionKind::NoStart:
      case ConditionKind::WordsDiffer:
      case ConditionKind::Term: return true;
    }
    return false;
  }

  void compile_rule(const Rule& rule) {
    CompiledRule compiled{.source = &rule,
                          .topics = topic_indexes(rule.topics, rule.place),
                          .facts = {},
                          .when = compile_condition(rule.when),
                          .whole_document = only_missing(rule.when)};
    for (const std::string& fact : rule.facts) compiled.facts.push_back(fact_index(fact, rule.place));
    if (!compiled.whole_document && !looks_for_something(rule.when)) {
      fail(rule.when.place, fmt::format("rule \"{}\" looks for nothing: add a \"mentions\" or a \"fact\"", rule.id));
    }
    if (rule.fix.target == FixTarget::Term && rule.fix.kind != FixKind::None && !terms_.contains(rule.fix.term)) {
      fail(rule.fix.place, unknown_word("term", rule.fix.term, keys(terms_)));
    }
    check_parties(rule);
    for (const std::string& id : rule.law) check_law(rule, id);
    check_text("message", rule.message, rule.place);
    check_text("caution", rule.caution, rule.place);
    check_text("with", rule.fix.with, rule.fix.place);
    check_text("fallback", rule.fix.fallback, rule.fix.place);
    check_text("floor", rule.fix.floor, rule.fix.place);
    out_.rules.push_back(std::move(compiled));
  }

  void check_text(std::string_view key, const Text& text, Place place) {
    for (const auto& [name, words] : {std::pair("en", &text.en), std::pair("zh", &text.zh)}) {
      if (const std::string wrong = check_template(*words); !wrong.empty())
        fail(place, fmt::format("\"{}\" in {}: {}", key, name, wrong));
    }
  }

  void check_law(const Rule& rule, const std::string& id) {
    std::vector<std::string_view> ids;
    for (const Provision& provision : out_.provisions) {
      if (provision.id == id) {
        if (provision.mark != "V")
          fail(rule.place,
               fmt::format(
                   "provision \"{}\" was not read in its source (mark {}): it may not be cited until it is marked V",
                   id, provision.mark));
        return;
      }
      ids.push_back(provision.id);
    }
    fail(rule.place, unknown_word("provision", id, ids));
  }

  void build_table() {
    std::vector<std::pair<std::string_view, std::uint32_t>> literals;
    for (std::uint32_t i = 0; i < out_.phrases.size(); ++i) {
      const std::vector<LiteralSet>& needed = out_.phrases[i].needed;
      for (std::uint32_t set = 0; set < needed.size(); ++set) {
        const auto owner = static_cast<std::uint32_t>(i * PhraseProgram::kMaxNeeded + set);
        for (const std::string& literal : needed[set]) literals.emplace_back(literal, owner);
      }
    }
    out_.literals = LiteralTable::build(std::move(literals));
  }

  RuleSet::Compiled& out_;
  std::vector<Error>& errors_;
  std::string path_;
  std::map<std::string, const Term*, std::less<>> terms_;
  std::map<std::string, std::uint32_t, std::less<>> topics_;
  std::map<std::string, std::uint32_t, std::less<>> subjects_;
  std::map<std::string, std::uint32_t, std::less<>> facts_;
  std::map<std::string, std::uint32_t, std::less<>> rules_;
  std::map<std::string, std::string> declared_;  // `term "soon"`, and where it stands first

  // The packs outlive the compiler, so their patterns may be looked at.
  struct PhraseKey {
    std::string_view pattern;
    Language language;
    bool regex;

    bool operator==(const PhraseKey&) const = default;
  };
  struct HashOfKey {
    std::size_t operator()(const PhraseKey& key) const {
      return std::hash<std::string_view>()(key.pattern) * 4 + static_cast<std::size_t>(key.language) * 2 +
             (key.regex ? 1 : 0);
    }
  };
  std::unordered_map<PhraseKey, std::uint32_t, HashOfKey> phrases_;
  RuleSet::Translations* known_;  // may be null
  std::size_t next_known_ = 0;
};

}  // namespace

std::optional<RuleSet> RuleSet::compile(std::vector<Pack> packs, std::vector<Provision> provisions,
                                        std::vector<Error>& errors, Translations* known) {
  const std::size_t before = errors.size();
  auto compiled = std::make_shared<Compiled>();
  compiled->packs = std::move(packs);
  compiled->provisions = std::move(provisions);
  apply_changes(compiled->packs, errors);
  Compiler(*compiled, known, errors).run();
  if (errors.size() > before) return std::nullopt;
  RuleSet set;
  set.compiled_ = std::move(compiled);
  return set;
}

const std::vector<Pack>& RuleSet::packs() const { return compiled_->packs; }
const std::vector<Provision>& RuleSet::provisions() const { return compiled_->provisions; }

const std::vector<const PartyRole*>& RuleSet::roles() const { return compiled_->roles; }

const Rule* RuleSet::find_rule(std::string_view id) const {
  for (const CompiledRule& rule : compiled_->rules) {
    if (rule.source->id == id) return rule.source;
  }
  return nullptr;
}

const Provision* RuleSet::find_provision(std::string_view id) const {
  for (const Provision& provision : compiled_->provisions) {
    if (provision.id == id) return &provision;
  }
  return nullptr;
}

const FactSpec* RuleSet::find_fact(std::string_view name) const {
  for (const CompiledFact& fact : compiled_->facts) {
    if (fact.source->name == name) return fact.source;
  }
  return nullptr;
}

const NamedPhrases* RuleSet::find_subject(std::string_view name) const {
  for (const CompiledSubject& subject : compiled_->subjects) {
    if (subject.source->name == name) return subject.source;
  }
  return nullptr;
}

std::string_view name_of(Severity severity) {
  constexpr std::string_view kNames[] = {"info", "low", "medium", "high"};
  return kNames[static_cast<int>(severity)];
}

std::string_view name_of(Dimension dimension) {
  constexpr std::string_view kNames[] = {"warranty-cost", "customer-expectations", "partner-leverage",
                                         "escalation-timing"};
  return kNames[static_cast<int>(dimension)];
}

}  // namespace clauselint
