// What is doubtful in rule packs that compile.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

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
  for (const Condition& part : condition.parts) key += "(" + key_of(part) + ")";
  return key;
}

std::string key_of(const Rule& rule) {
  return fmt::format("{}|{}|{}|{}|{}", fmt::join(rule.topics, ","), fmt::join(rule.gates.law, ","),
                     fmt::join(rule.gates.market, ","), fmt::join(rule.gates.product, ","), key_of(rule.when)) +
         fmt::format("|{}|{}|{}|{}", fmt::join(rule.gates.language, ","), fmt::join(rule.gates.role, ","), rule.since,
                     rule.until) +
         fmt::format("|{}", fmt::join(rule.facts, ","));
}

class PackChecker {
 public:
  PackChecker(const RuleSet& rules, const RuleCheckOptions& options) : rules_(rules), options_(options) {
    for (const Pack& pack : rules.packs()) {
      for (const PhraseList& list : phrase_lists(pack)) note_terms(*list.phrases);
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
      if (!list.of_rule && !list.secondary)
        tell_language(pack, list.owner, list.place, list.phrases->zh.empty(), remarks);
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
  void note_terms(const PhraseSet& phrases) {
    for (const Language language : {Language::En, Language::Zh}) {
      for (const Phrase& phrase : phrases.in(language)) {
        const std::string_view text = phrase.pattern;
        for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
          const std::size_t close = text.find('>', at);
          if (close != std::string_view::npos) used_terms_.insert(std::string(text.substr(at + 1, close - at - 1)));
        }
      }
    }
  }

  static void tell_language(const Pack& pack, std::string_view owner, Place place, bool english,
                            std::vector<Error>& remarks) {
    remarks.push_back({.kind = ErrorKind::Pack,
                       .where = where(pack, place),
                       .message = fmt::format("{} has phrases in {} only: drafts in {} are not looked at", owner,
                                              english ? "English" : "Chinese", english ? "Chinese" : "English")});
  }

  static bool speaks(const Condition& condition, Language language) {
    return !condition.phrases.in(language).empty() ||
           std::ranges::any_of(condition.parts, [&](const Condition& part) { return speaks(part, language); });
  }

  void check_rule(const Pack& pack, const Rule& rule, std::vector<Error>& remarks) {
    const auto tell = [&](std::string message) {
      remarks.push_back({.kind = ErrorKind::Pack,
                         .where = where(pack, rule.place),
                         .message = fmt::format("rule \"{}\" {}", rule.id, message)});
    };
    for (const auto& [kind, name] :
         {std::pair(Example::Kind::Fires, "fires"), std::pair(Example::Kind::Passes, "passes")}) {
      const auto is_kind = [kind = kind](const Example& example) { return example.kind == kind; };
      if (std::ranges::none_of(rule.examples, is_kind)) tell(fmt::format("has no example that {}", name));
    }
    const bool english = speaks(rule.when, Language::En);
    if (english != speaks(rule.when, Language::Zh))
      tell_language(pack, fmt::format("rule \"{}\"", rule.id), rule.place, english, remarks);
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
  std::map<std::string, const Rule*> asked_;  // by what it asks, the first rule that does
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
