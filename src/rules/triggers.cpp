// Escalation triggers computed from the draft's own promises.
#include "rules/triggers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "rules/render.hpp"

namespace clauselint {
namespace {

struct Smaller {
  TimeUnit unit;
  double factor;
};

std::optional<Smaller> smaller_unit(const Value& value) {
  switch (value.unit) {
    case TimeUnit::Year: return Smaller{TimeUnit::Month, 12};
    case TimeUnit::Month: return Smaller{TimeUnit::Day, 30};
    case TimeUnit::Week: return Smaller{TimeUnit::Day, 7};
    case TimeUnit::Day:
      if (value.working) return std::nullopt;  // a working day has no fixed number of hours
      return Smaller{TimeUnit::Hour, 24};
    case TimeUnit::Hour: return Smaller{TimeUnit::Minute, 60};
    case TimeUnit::Minute: return std::nullopt;
  }
  return std::nullopt;
}

double scale(const Value& value) { return value.kind == ValueKind::Duration ? in_hours(value) : value.amount; }

class Gatherer {
 public:
  Gatherer(const RuleSet::Compiled& rules, const ClauseTree& tree, const Meaning& meaning, const Matter& matter)
      : rules_(rules), tree_(tree), meaning_(meaning), matter_(matter) {}

  std::vector<TriggerNote> run() {
    for (const CompiledTrigger& trigger : rules_.triggers) {
      if (trigger.fact != kNone) {
        from_fact(trigger);
      } else if (const std::uint32_t clause = first_clause(static_cast<std::uint16_t>(trigger.topic));
                 clause != kNoClause) {
        add(*trigger.source, trigger.source->text, {}, kRootClause);
      }
    }
    return std::move(notes_);
  }

 private:
  std::uint32_t first_clause(std::uint16_t topic) const {
    for (std::size_t i = 0; i < meaning_.topics.size(); ++i) {
      if (std::binary_search(meaning_.topics[i].begin(), meaning_.topics[i].end(), topic))
        return tree_.sentences[i].clause;
    }
    return kNoClause;
  }

  void from_fact(const CompiledTrigger& trigger) {
    // The tightest promise is the one that is missed first; the table of the others stands in the draft.
    const BoundFact* tightest = nullptr;
    for (const BoundFact& fact : meaning_.facts) {
      if (fact.spec != trigger.fact || fact.fact.value.blank) continue;
      if (tightest == nullptr || scale(fact.fact.value) < scale(tightest->fact.value)) tightest = &fact;
    }
    if (tightest != nullptr) return promise(*trigger.source, tightest->fact.value, tightest->fact.clause);
    if (!dealt_with(trigger)) return;
    if (const auto entry = service_entry(matter_, trigger.source->matter); entry && !trigger.source->matter.empty()) {
      Value value;
      if (parse_value(std::string(*entry), value)) return promise(*trigger.source, value, kRootClause);
    }
    if (!trigger.source->absent.empty()) add(*trigger.source, trigger.source->absent, {}, kRootClause);
  }

  // A draft that is about something else altogether needs no trigger for what it does not promise.
  bool dealt_with(const CompiledTrigger& trigger) const {
    const std::vector<std::uint16_t>& topics = rules_.facts[trigger.fact].topics;
    return topics.empty() ||
           std::any_of(topics.begin(), topics.end(), [&](std::uint16_t t) { return first_clause(t) != kNoClause; });
  }

  void promise(const Trigger& trigger, const Value& value, std::uint32_t clause) {
    Fillings fillings;
    fillings.other = value;
    if (value.kind == ValueKind::Duration) fillings.at = share_of(value, trigger.at);
    fillings.clause = clause == kRootClause ? std::string() : citation(tree_, clause);
    add(trigger, trigger.text, std::move(fillings), clause);
  }

  void add(const Trigger& trigger, const Text& text, Fillings fillings, std::uint32_t clause) {
    TriggerNote note{.trigger = &trigger, .text = {}, .clause = clause};
    fillings.matter = &matter_;
    const auto in = [&](Language language) {
      Fillings filled = fillings;
      if (filled.other) filled.value = spelled(*filled.other, language);
      const bool from_matter = filled.other && clause == kRootClause;
      if (from_matter && filled.clause.empty()) filled.clause = language == Language::En ? "service model" : "服务模式";
      return render(text.in(language), language, filled);
    };
    note.text = {.en = in(Language::En), .zh = in(Language::Zh)};
    notes_.push_back(std::move(note));
  }

  const RuleSet::Compiled& rules_;
  const ClauseTree& tree_;
  const Meaning& meaning_;
  const Matter& matter_;
  std::vector<TriggerNote> notes_;
};

}  // namespace

Value share_of(const Value& duration, double share) {
  Value part = duration;
  part.amount = duration.amount * share;
  while (part.amount < 2 && part.amount != std::floor(part.amount)) {
    const auto smaller = smaller_unit(part);
    if (!smaller) break;
    part.unit = smaller->unit;
    part.amount *= smaller->factor;
  }
  part.amount = std::max(1.0, std::floor(part.amount + 1e-9));
  return part;
}

std::vector<TriggerNote> find_triggers(const RuleSet::Compiled& rules, const ClauseTree& tree, const Meaning& meaning,
                                       const Matter& matter) {
  return Gatherer(rules, tree, meaning, matter).run();
}

}  // namespace clauselint
