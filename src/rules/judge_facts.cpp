// Conditions about facts: compared, contradicted, without a start.
#include <algorithm>
#include <utility>

#include "rules/judge.hpp"
#include "rules/judgements.hpp"

namespace clauselint {
namespace {

bool compares(Comparison comparison, const Value& value, const Value& other) {
  const bool durations = value.kind == ValueKind::Duration && other.kind == ValueKind::Duration;
  const double left = durations ? in_hours(value) : value.amount;
  const double right = durations ? in_hours(other) : other.amount;
  switch (comparison) {
    case Comparison::Exceeds: return left > right && !same_value(value, other);
    case Comparison::Below: return left < right && !same_value(value, other);
    case Comparison::Is: return same_value(value, other);
    case Comparison::Differs: return !same_value(value, other);
  }
  return false;
}

}  // namespace

Judgement Judge::compare_one(const CompiledCondition& condition, const BoundFact& fact, Bindings& bindings) {
  bindings.fact = &fact;
  bindings.value = &fact.fact.value;
  std::optional<Value> other;
  if (condition.against == AgainstKind::Constant) {
    other = condition.constant;
  } else if (condition.against == AgainstKind::MatterPath) {
    const auto words = service_entry(matter_, condition.path);
    if (!words) {
      bindings.missing_matter.push_back(condition.path);
      saw(TraceStep::Kind::Silent, fact.fact.value.span);
      return nothing();
    }
    Value value;
    if (!parse_value(std::string(*words), value)) {
      return undecided("the matter's entry “" + std::string(*words) + "” is no quantity",
                       "业务资料中的“" + std::string(*words) + "”不是可比较的数值");
    }
    other = value;
  } else {
    for (const BoundFact& candidate : meaning_.facts) {
      if (candidate.spec == condition.other) {
        other = candidate.fact.value;
        break;
      }
    }
    if (!other) {
      saw(TraceStep::Kind::Absent, fact.fact.value.span);
      return nothing();
    }
  }
  bindings.other = other;
  saw_compared(fact.fact.value.span, *other);
  if (fact.fact.value.blank || other->blank) {
    return undecided("the value is still blank", "数值尚未填写", fact.fact.value.span);
  }
  if (fact.fact.value.kind != other->kind) return nothing();
  return compares(condition.source->comparison, fact.fact.value, *other) ? holds(fact.fact.value.span)
                                                                         : in_order(fact.fact.quote);
}

Judgement Judge::compare(const CompiledCondition& condition, const Unit& unit, Bindings& bindings) {
  if (unit.fact != kNone && meaning_.facts[unit.fact].spec == condition.fact) {
    return compare_one(condition, meaning_.facts[unit.fact], bindings);
  }
  Judgement result = nothing();
  for (const BoundFact& fact : meaning_.facts) {
    if (fact.spec != condition.fact || fact.fact.sentence != unit.sentence) continue;
    Bindings tried = bindings;
    const Judgement judged = compare_one(condition, fact, tried);
    if (judged.state == State::Holds || result.state == State::Nothing) {
      result = judged;
      bindings = std::move(tried);
    }
    if (result.state == State::Holds) break;
  }
  return result;
}

// Two statements of one fact speak of the same thing when they are twins, or when neither sentence is about a
// special case that the rule names.
bool Judge::comparable(const BoundFact& a, const BoundFact& b) const {
  const Clause& clause = tree_.clauses[a.fact.clause];
  if (a.fact.subject != b.fact.subject) return false;
  if (clause.twin != kNoClause) return clause.twin == b.fact.clause;
  const Language language = tree_.sentences[a.fact.sentence].language;
  return a.fact.clause != b.fact.clause && language == tree_.sentences[b.fact.sentence].language;
}

Judgement Judge::conflict(const CompiledCondition& condition, const Unit& unit, Bindings& bindings) {
  if (unit.fact == kNone) return nothing();
  const BoundFact& mine = meaning_.facts[unit.fact];
  if (mine.spec != condition.fact) return nothing();  // one of several under `any`
  const auto special = [&](const BoundFact& fact) { return scan_.any_in(condition.phrases, fact.fact.sentence); };
  if (mine.fact.value.blank || special(mine)) {
    saw(mine.fact.value.blank ? TraceStep::Kind::Blank : TraceStep::Kind::Special, mine.fact.value.span);
    return nothing();
  }
  if (condition.source->among_documents) return conflict_of_documents(mine, bindings);
  bool stated_again = false;
  for (const BoundFact& other : meaning_.facts) {
    const bool earlier = other.fact.value.span < mine.fact.value.span;  // the later statement carries the finding
    if (!earlier || other.spec != mine.spec || other.fact.value.blank) continue;
    if (!comparable(mine, other)) {
      saw(TraceStep::Kind::Apart, other.fact.value.span);
      continue;
    }
    if (special(other)) {
      saw(TraceStep::Kind::Special, other.fact.value.span);
      continue;
    }
    stated_again = true;
    if (same_value(mine.fact.value, other.fact.value)) {
      saw(TraceStep::Kind::Same, other.fact.value.span);
      continue;
    }
    saw(TraceStep::Kind::Contradicts, other.fact.value.span);
    bindings.fact = &mine;
    bindings.value = &mine.fact.value;
    bindings.other = other.fact.value;
    return holds(mine.fact.value.span);
  }
  return stated_again ? in_order(mine.fact.quote) : nothing();
}

// Two documents disagree where no value of the one is among those of the other: a table of times by severity is no
// contradiction of its first row.
Judgement Judge::conflict_of_documents(const BoundFact& mine, Bindings& bindings) {
  const std::string_view path = document_.path;
  const std::string_view file = path.substr(path.find_last_of("/\\") + 1);
  bool stated_again = false;
  for (const OtherDocument& other : matter_.others) {
    if (other.file == file) continue;
    const Statement* differing = nullptr;
    bool agrees = false;
    for (const Statement& statement : other.statements) {
      const auto speaks_of = [&](const BoundFact& fact) {
        return fact.fact.name == statement.fact && fact.fact.subject == statement.subject;
      };
      if (!speaks_of(mine)) continue;
      agrees = agrees || std::ranges::any_of(meaning_.facts, [&](const BoundFact& fact) {
                 return speaks_of(fact) && same_value(fact.fact.value, statement.value);
               });
      if (differing == nullptr) differing = &statement;
    }
    stated_again = stated_again || agrees;
    if (agrees || differing == nullptr) continue;
    bindings.fact = &mine;
    bindings.value = &mine.fact.value;
    bindings.other = differing->value;
    bindings.document = differing->clause.empty() ? other.file : other.file + ", " + differing->clause;
    return holds(mine.fact.value.span);
  }
  return stated_again ? in_order(mine.fact.quote) : nothing();
}

Judgement Judge::no_start(const CompiledCondition& condition, const Unit& unit, Bindings& bindings) {
  if (unit.fact == kNone) return nothing();
  const BoundFact& fact = meaning_.facts[unit.fact];
  if (fact.spec != condition.fact) return nothing();  // one of several under `any`
  bindings.fact = &fact;
  bindings.value = &fact.fact.value;
  // "The period is ____": what is filled in may name the start with the length.
  const auto is_whole_blank = [&fact](const Value& value) {
    return value.kind == ValueKind::Placeholder && value.span == fact.fact.value.span;
  };
  if (std::ranges::any_of(meaning_.values, is_whole_blank)) return nothing();
  if (!fact.fact.start.empty()) {
    saw(TraceStep::Kind::Starts, fact.fact.start_span);
    return in_order(hull(fact.fact.quote, fact.fact.start_span));
  }
  const CompiledFact& spec = rules_.facts[fact.spec];
  // "The times below run from …" stands in the clause itself or beside it, under the same parent.
  const Clause& clause = tree_.clauses[fact.fact.clause];
  const bool nested = clause.parent != kNoClause && clause.parent != kRootClause;
  const ByteSpan around = nested ? tree_.clauses[clause.parent].extent : clause.span;
  for (std::uint32_t i = 0; i < tree_.sentences.size() && fact.fact.clause != kRootClause; ++i) {
    if (!around.contains(tree_.sentences[i].span)) continue;
    for (const PhraseGroup& start : spec.starts) {
      if (const PhraseMatch* match = scan_.first_in(start, i)) {
        saw(TraceStep::Kind::Starts, *match);
        return in_order(scan_.original(match->whole()));
      }
    }
  }
  return holds(fact.fact.value.span);
}

}  // namespace clauselint
