// What is doubtful in rule packs that compile.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "clauselint/rule_check.hpp"
#include "rules/check_patterns.hpp"

namespace clauselint {
namespace {

std::string where(const Pack& pack, Place place) {
  return fmt::format("{}:{}:{}", pack.path, place.line, place.column);
}

// Two conditions with the same key ask the same.
std::string key_of(const Condition& condition) {
  std::string key =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", static_cast<int>(condition.kind), static_cast<int>(condition.fault),
                  static_cast<int>(condition.polarity), static_cast<int>(condition.scope), condition.fact,
                  condition.topic, condition.value ? static_cast<int>(*condition.value) : -1,
                  static_cast<int>(condition.comparison), condition.against);
  for (const Language language : {Language::En, Language::Zh}) {
    for (const Phrase& phrase : condition.phrases.in(language)) key += '\n' + phrase.pattern;
    key += '\n';
  }
  key += fmt::format("{}-{}|{}", condition.at_least, condition.at_most, condition.party);
  for (const Condition& part : condition.parts) key += "(" + key_of(part) + ")";
  return key;
}

std::string places_key_of(const Rule& rule) {
  std::string key;
  for (const Setting setting : rule.settings) key += fmt::format("|{}", static_cast<int>(setting));
  for (const Story story : rule.stories) key += fmt::format("|s{}", static_cast<int>(story));
  return key;
}

std::string key_of(const Rule& rule) {
  return fmt::format("{}|{}|{}|{}|{}", fmt::join(rule.topics, ","), fmt::join(rule.gates.law, ","),
                     fmt::join(rule.gates.market, ","), fmt::join(rule.gates.product, ","), key_of(rule.when)) +
         fmt::format("|{}|{}|{}|{}", fmt::join(rule.gates.language, ","), fmt::join(rule.gates.role, ","), rule.since,
                     rule.until) +
         fmt::format("|{}", fmt::join(rule.facts, ",")) + places_key_of(rule);
}

class PackChecker {
 public:
  PackChecker(const RuleSet& rules, const RuleCheckOptions& options) : rules_(rules), options_(options) {
    for (const Pack& pack : rules.packs()) {
      for (const PhraseList& list : phrase_lists(pack)) note_terms(list);
      for (const Rule& rule : pack.rules) {
        used_terms_.insert(rule.fix.term);
        asked_.emplace(key_of(rule), &rule);
      }
    }
  }

  void check(const Pack& pack, std::vector<Error>& remarks) {
    const std::vector<PhraseList> lists = phrase_lists(pack);
    for (Error& remark : check_patterns(lists, rules_.packs())) remarks.push_back(std::move(remark));
    for (const PhraseList& list : lists) {
      if (!list.phrases->en.empty() && !list.phrases->zh.empty()) continue;
      const bool needed = !list.of_rule && !list.secondary && !(list.term != nullptr && serves_its_uses(*list.term));
      if (!needed) continue;
      remarks.push_back({.kind = ErrorKind::Pack,
                         .where = where(pack, list.place),
                         .message = only_in(list.owner, list.phrases->zh.empty())});
    }
    for (const Term& term : pack.terms) {
      if (term.vague || used_terms_.contains(term.name)) continue;
      remarks.push_back({.kind = ErrorKind::Pack,
                         .where = where(pack, term.place),
                         .message = fmt::format("term \"{}\" is used nowhere", term.name)});
    }
    for (const Rule& rule : pack.rules) check_rule(pack, rule, remarks);
  }

 private:
  void note_terms(const PhraseList& list) {
    for (const Language language : {Language::En, Language::Zh}) {
      for (const Phrase& phrase : list.phrases->in(language)) {
        const std::string_view text = phrase.pattern;
        for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
          const std::size_t close = text.find('>', at);
          if (close == std::string_view::npos) continue;
          const std::string name(text.substr(at + 1, close - at - 1));
          used_terms_.insert(name);
          used_in_.emplace(name, language);
        }
      }
    }
  }

  // Whether a term has phrases in each language of the patterns that use it.
  bool serves_its_uses(const Term& term) const {
    if (term.vague || !used_terms_.contains(term.name)) return false;
    return std::ranges::none_of(std::array{Language::En, Language::Zh}, [&](Language language) {
      return used_in_.contains({term.name, language}) && term.phrases.in(language).empty();
    });
  }

  static std::string only_in(std::string_view owner, bool english) {
    return fmt::format("{} has phrases in {} only: drafts in {} are not looked at", owner,
                       english ? "English" : "Chinese", english ? "Chinese" : "English");
  }

  // Whether a condition can hold in drafts of a language. What it only sets aside (`not`, and what the phrases of a
  // comparison of clauses leave out) it need not know in both.
  static bool looks_at(const Condition& condition, Language language) {
    const auto looks = [&](const Condition& part) { return looks_at(part, language); };
    switch (condition.kind) {
      case ConditionKind::All: return std::ranges::all_of(condition.parts, looks);
      case ConditionKind::Any: return std::ranges::any_of(condition.parts, looks);
      case ConditionKind::Mentions:
      case ConditionKind::Without:
      case ConditionKind::Count:
      case ConditionKind::Missing: return condition.phrases.empty() || !condition.phrases.in(language).empty();
      case ConditionKind::Not:
      case ConditionKind::FactCompare:
      case ConditionKind::Conflict:
      case ConditionKind::Unresolved:
      case ConditionKind::Placeholder:
      case ConditionKind::NoStart:
      case ConditionKind::WordsDiffer:
      case ConditionKind::Duty:
      case ConditionKind::Term: return true;
    }
    return true;
  }

  // A rule may be for one language by its gate.
  static bool is_meant_for(const Rule& rule, Language language) {
    const std::vector<std::string>& gate = rule.gates.language;
    return gate.empty() || std::ranges::find(gate, language == Language::En ? "en" : "zh") != gate.end();
  }

  void check_rule(const Pack& pack, const Rule& rule, std::vector<Error>& remarks) {
    const auto tell = [&](std::string message) {
      remarks.push_back({.kind = ErrorKind::Pack,
                         .where = where(pack, rule.place),
                         .message = fmt::format("rule \"{}\" {}", rule.id, message)});
    };
    for (const auto& [kind, name] :
         {std::pair(Example::Kind::Fires, "fires"), std::pair(Example::Kind::Passes, "passes")}) {
      const auto counts = [kind = kind](const Example& example) {
        return example.kind == kind && (example.holds_in(Language::En) || example.holds_in(Language::Zh));
      };
      if (std::ranges::none_of(rule.examples, counts)) tell(fmt::format("has no example that {}", name));
    }
    const bool english = looks_at(rule.when, Language::En);
    const bool one_only = english != looks_at(rule.when, Language::Zh);
    if (one_only && is_meant_for(rule, english ? Language::Zh : Language::En)) {
      remarks.push_back(
          {.kind = ErrorKind::Pack,
           .where = where(pack, rule.place),
           .message = fmt::format("{}; if that is meant, write applies: {{language: [{}]}}",
                                  only_in(fmt::format("rule \"{}\"", rule.id), english), english ? "en" : "zh")});
    }
    const Rule* const first = asked_.at(key_of(rule));
    if (first != &rule) tell(fmt::format("asks the same as rule \"{}\"", first->id));
    for (const std::string& id : rule.law) check_law(id, tell);
  }

  template <class Tell>
  void check_law(const std::string& id, const Tell& tell) {
    const Provision* const provision = rules_.find_provision(id);
    if (provision == nullptr || options_.as_of.empty()) return;
    if (!provision->since.empty() && provision->since > options_.as_of) {
      tell(fmt::format("cites \"{}\", which is in force from {} only", id, provision->since));
    }
    if (!provision->until.empty() && provision->until <= options_.as_of) {
      tell(fmt::format("cites \"{}\", which ceased to be in force on {}", id, provision->until));
    }
  }

  const RuleSet& rules_;
  const RuleCheckOptions& options_;
  std::set<std::string, std::less<>> used_terms_;
  std::set<std::pair<std::string, Language>> used_in_;  // terms, by the languages of the patterns they stand in
  std::map<std::string, const Rule*> asked_;            // by what it asks, the first rule that does
};

}  // namespace

std::vector<Error> check_rules(const RuleSet& rules, const RuleCheckOptions& options) {
  PackChecker checker(rules, options);
  std::vector<Error> remarks;
  for (const Pack& pack : rules.packs()) {
    const bool asked = options.packs.empty() || std::ranges::find(options.packs, pack.path) != options.packs.end();
    if (asked) checker.check(pack, remarks);
  }
  return remarks;
}

}  // namespace clauselint
