// Where phrases stand in a pack.
#include <fmt/format.h>

#include "rules/check_patterns.hpp"

namespace clauselint {
namespace {

class Lister {
 public:
  explicit Lister(const Pack& pack) : pack_(pack) {}

  std::vector<PhraseList> run() {
    for (const Term& term : pack_.terms) {
      add(term.phrases, fmt::format("term \"{}\"", term.name), term.place, false);
      if (!term.phrases.empty()) lists_.back().term = &term;
    }
    for (const Topic& topic : pack_.topics) {
      const std::string owner = fmt::format("topic \"{}\"", topic.name);
      add(topic.headings, owner, topic.place, true);
      add(topic.mentions, owner, topic.place, true);
      add_secondary(topic.supports, owner, topic.place);
      add_secondary(topic.unless, owner, topic.place);
    }
    for (const NamedPhrases& subject : pack_.subjects) {
      add(subject.phrases, fmt::format("subject \"{}\"", subject.name), subject.place, false);
    }
    for (const FactSpec& fact : pack_.facts) add_fact(fact);
    for (const Rule& rule : pack_.rules) add_condition(rule.when, fmt::format("rule \"{}\"", rule.id));
    return std::move(lists_);
  }

 private:
  void add(const PhraseSet& phrases, std::string owner, Place place, bool any_will_do) {
    if (phrases.empty()) return;
    lists_.push_back({.pack = &pack_,
                      .phrases = &phrases,
                      .term = nullptr,
                      .owner = std::move(owner),
                      .place = place,
                      .of_rule = false,
                      .secondary = false,
                      .any_will_do = any_will_do});
  }

  void add_secondary(const PhraseSet& phrases, const std::string& owner, Place place, bool any_will_do = true) {
    if (phrases.empty()) return;
    add(phrases, owner, place, any_will_do);
    lists_.back().secondary = true;
  }

  void add_fact(const FactSpec& fact) {
    const std::string owner = fmt::format("fact \"{}\"", fact.name);
    add(fact.patterns, owner, fact.place, false);
    add_secondary(fact.unless, owner, fact.place);
    // Which value a pattern captures, how long a header is, where a lead ends and how near a start stands count too.
    add_secondary(fact.except, owner, fact.place, false);
    add_secondary(fact.headers, owner, fact.place, false);
    add_secondary(fact.leads, owner, fact.place, false);
    add_secondary(fact.led, owner, fact.place, false);
    for (const NamedPhrases& start : fact.starts)
      add(start.phrases, fmt::format("start \"{}\" of {}", start.name, owner), start.place, false);
  }

  void add_condition(const Condition& condition, const std::string& owner) {
    add(condition.phrases, owner, condition.place, condition.kind != ConditionKind::Mentions);
    if (!condition.phrases.empty()) lists_.back().of_rule = true;
    for (const Condition& part : condition.parts) add_condition(part, owner);
  }

  const Pack& pack_;
  std::vector<PhraseList> lists_;
};

}  // namespace

std::vector<PhraseList> phrase_lists(const Pack& pack) { return Lister(pack).run(); }

}  // namespace clauselint
