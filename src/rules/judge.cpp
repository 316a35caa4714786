// Conditions of a rule against places of a draft.
#include "rules/judge.hpp"

#include <algorithm>
#include <utility>

namespace clauselint {
namespace {

Judgement holds(ByteSpan evidence = {}) { return {.state = State::Holds, .evidence = evidence, .reason = {}}; }
Judgement in_order(ByteSpan evidence) { return {.state = State::InOrder, .evidence = evidence, .reason = {}}; }
Judgement nothing() { return {}; }

Judgement undecided(std::string en, std::string zh, ByteSpan evidence = {}) {
  return {.state = State::Undecided, .evidence = evidence, .reason = {.en = std::move(en), .zh = std::move(zh)}};
}

Judgement limit_reached() {
  return undecided("a pattern of the rule took too long on this draft", "该规则的一个匹配式在本文件上耗时过长");
}

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

void Judge::saw(TraceStep::Kind kind, ByteSpan words) const {
  if (tracer_ == nullptr) return;
  TraceStep step;
  step.kind = kind;
  step.words = words;
  tracer_->saw(std::move(step));
}

void Judge::saw_searched(std::size_t sentences) const {
  if (tracer_ == nullptr) return;
  TraceStep step;
  step.kind = TraceStep::Kind::Searched;
  step.count = static_cast<std::uint32_t>(sentences);
  tracer_->saw(std::move(step));
}

void Judge::saw_counted(std::size_t times) const {
  if (tracer_ == nullptr) return;
  TraceStep step;
  step.kind = TraceStep::Kind::Counted;
  step.count = static_cast<std::uint32_t>(times);
  tracer_->saw(std::move(step));
}

void Judge::saw_compared(ByteSpan words, const Value& other) const {
  if (tracer_ == nullptr) return;
  TraceStep step;
  step.kind = TraceStep::Kind::Compared;
  step.words = words;
  step.other = other;
  tracer_->saw(std::move(step));
}

void Judge::saw(TraceStep::Kind kind, const PhraseMatch& match) const {
  if (tracer_ == nullptr) return;
  TraceStep step;
  step.kind = kind;
  step.words = scan_.original(match.whole());
  step.pattern = scan_.phrase(match.phrase).source;
  tracer_->saw(std::move(step));
}

// Where the first match that counts stands; nullptr when none does.
const PhraseMatch* Judge::first_wanted(const PhraseGroup& group, std::uint32_t sentence, Polarity polarity) {
  const PhraseMatch* first = nullptr;
  for (const std::uint32_t phrase : group) {
    for (const PhraseMatch& match : scan_.matches_in(phrase, sentence)) {
      if (!wanted(polarity, match.negated)) {
        saw(TraceStep::Kind::Polarity, match);
        continue;
      }
      if (first == nullptr || match.whole() < first->whole()) first = &match;
      break;
    }
  }
  return first;
}

Judgement Judge::judge(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit,
                       Bindings& bindings) {
  if (tracer_ == nullptr) return decide(rule, condition, unit, bindings);
  tracer_->enter(*condition.source);
  Judgement judged = decide(rule, condition, unit, bindings);
  tracer_->leave(judged.state, judged.evidence, judged.reason);
  return judged;
}

Judgement Judge::decide(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit,
                        Bindings& bindings) {
  switch (condition.source->kind) {
    case ConditionKind::All: return all(rule, condition, unit, bindings);
    case ConditionKind::Any: return any(rule, condition, unit, bindings);
    case ConditionKind::Not: {
      const Judgement inner = judge(rule, condition.parts.front(), unit, bindings);
      if (inner.state == State::Undecided) return inner;
      return inner.state == State::Holds ? nothing() : holds(inner.evidence);
    }
    case ConditionKind::Mentions: return mentions(condition, unit, bindings);
    case ConditionKind::Without: return without(rule, condition, unit);
    case ConditionKind::Missing: return missing(condition);
    case ConditionKind::FactCompare: return compare(condition, unit, bindings);
    case ConditionKind::Conflict: return conflict(condition, unit, bindings);
    case ConditionKind::NoStart: return no_start(condition, unit, bindings);
    case ConditionKind::Unresolved:
    case ConditionKind::Placeholder:
    case ConditionKind::WordsDiffer: return one_value(condition, unit, bindings);
    case ConditionKind::Term: return one_term(condition, unit);
    case ConditionKind::Count: return count(rule, condition, unit);
    case ConditionKind::Duty: return duty(condition, unit, bindings);
  }
  return nothing();
}

Judgement Judge::all(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit,
                     Bindings& bindings) {
  Judgement result = holds();
  for (const CompiledCondition& part : condition.parts) {
    const Judgement judged = judge(rule, part, unit, bindings);
    if (judged.state == State::Nothing) return judged;
    // The gravest doubt decides: undecided before in order before holds.
    if (judged.state == State::Undecided && result.state != State::Undecided) result = judged;
    if (judged.state == State::InOrder && result.state == State::Holds) result = judged;
    if (judged.state == State::Holds && result.state == State::Holds && result.evidence.empty()) result = judged;
  }
  return result;
}

Judgement Judge::any(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit,
                     Bindings& bindings) {
  Judgement result = nothing();
  for (const CompiledCondition& part : condition.parts) {
    Bindings tried = bindings;
    const Judgement judged = judge(rule, part, unit, tried);
    if (judged.state == State::Holds) {
      bindings = std::move(tried);
      return judged;
    }
    if (judged.state == State::Undecided) result = judged;
    if (judged.state == State::InOrder && result.state == State::Nothing) result = judged;
  }
  return result;
}

Judgement Judge::mentions(const CompiledCondition& condition, const Unit& unit, Bindings& bindings) {
  const PhraseMatch* match = first_wanted(condition.phrases, unit.sentence, condition.source->polarity);
  if (scan_.was_limited(condition.phrases)) return limit_reached();
  if (match == nullptr) return nothing();
  saw(TraceStep::Kind::Matched, *match);
  if (bindings.match == nullptr) bindings.match = match;
  return holds(scan_.original(match->whole()));
}

std::vector<std::uint32_t> Judge::scope_sentences(const CompiledRule& rule, Scope scope, std::uint32_t sentence) {
  std::vector<std::uint32_t> inside;
  if (scope == Scope::Sentence) return {sentence};
  if (scope == Scope::Paragraph) {
    const std::uint32_t paragraph = tree_.sentences[sentence].paragraph;
    auto s = std::ranges::lower_bound(tree_.sentences, paragraph, {}, &Sentence::paragraph);
    for (; s != tree_.sentences.end() && s->paragraph == paragraph; ++s) {
      inside.push_back(static_cast<std::uint32_t>(s - tree_.sentences.begin()));
    }
    return inside;
  }
  if (scope == Scope::Clause || scope == Scope::Section) {
    std::uint32_t index = tree_.sentences[sentence].clause;
    const bool root = index == kRootClause;
    while (scope == Scope::Section && !root && tree_.clauses[index].parent != kRootClause) {
      index = tree_.clauses[index].parent;
    }
    const Clause& clause = tree_.clauses[index];
    const auto first = std::lower_bound(tree_.sentences.begin(), tree_.sentences.end(), clause.extent.begin,
                                        [](const Sentence& s, std::uint32_t at) { return s.span.begin < at; });
    // Directly under the title "the clause" would be the whole draft: the paragraph is what is meant.
    for (auto s = first; s != tree_.sentences.end() && s->span.begin < clause.extent.end; ++s) {
      if (root && s->paragraph != tree_.sentences[sentence].paragraph) continue;
      inside.push_back(static_cast<std::uint32_t>(s - tree_.sentences.begin()));
    }
    return inside;
  }
  for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
    if (scope == Scope::Topic && !share_topic(rule.topics, meaning_.topics[i])) continue;
    inside.push_back(i);
  }
  return inside;
}

Judgement Judge::without(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit) {
  const std::vector<std::uint32_t> scope = scope_sentences(rule, condition.source->scope, unit.sentence);
  saw_searched(scope.size());
  for (const std::uint32_t sentence : scope) {
    if (!condition.phrases.empty()) {
      const Polarity polarity = condition.source->polarity;
      const PhraseMatch* match = polarity == Polarity::Any ? scan_.first_in(condition.phrases, sentence)
                                                           : first_wanted(condition.phrases, sentence, polarity);
      if (match != nullptr) {
        saw(TraceStep::Kind::Matched, *match);
        return in_order(scan_.original(match->whole()));
      }
    } else if (condition.fact != kNone) {
      for (const BoundFact& fact : meaning_.facts) {
        if (fact.spec == condition.fact && fact.fact.sentence == sentence) return in_order(fact.fact.quote);
      }
    } else if (condition.source->value) {
      const auto first = std::lower_bound(meaning_.values.begin(), meaning_.values.end(), sentence,
                                          [](const Value& v, std::uint32_t s) { return v.sentence < s; });
      for (auto v = first; v != meaning_.values.end() && v->sentence == sentence; ++v) {
        if (v->kind == *condition.source->value) return in_order(v->span);
      }
    }
  }
  return scan_.was_limited(condition.phrases) ? limit_reached() : holds();
}

Judgement Judge::missing(const CompiledCondition& condition) {
  if (scan_.limited(condition.phrases)) return limit_reached();
  saw_searched(tree_.sentences.size());
  for (const std::uint32_t phrase : condition.phrases) {
    for (const PhraseMatch& match : scan_.matches(phrase)) {
      const bool heading = tree_.sentences[match.sentence].heading;
      saw(heading ? TraceStep::Kind::InHeading : TraceStep::Kind::Matched, match);
      if (!heading) return in_order(scan_.original(match.whole()));
    }
  }
  if (condition.fact != kNone) {
    for (const BoundFact& fact : meaning_.facts) {
      if (fact.spec == condition.fact) return in_order(fact.fact.quote);
    }
  }
  if (condition.topic != kNone) {
    const auto topic = static_cast<std::uint16_t>(condition.topic);
    for (std::size_t i = 0; i < tree_.sentences.size(); ++i) {
      const std::vector<std::uint16_t>& topics = meaning_.topics[i];
      if (!tree_.sentences[i].heading && std::binary_search(topics.begin(), topics.end(), topic))
        return in_order(tree_.sentences[i].span);
    }
  }
  return holds();
}

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

// The matches that promise something in the scope around a sentence, in order of the text.
std::vector<const PhraseMatch*> Judge::promised_in(const CompiledRule& rule, const CompiledCondition& condition,
                                                   std::uint32_t sentence) {
  // Of a wide scope there is only one, whatever the sentence.
  const bool wide = condition.source->scope == Scope::Topic || condition.source->scope == Scope::Document;
  if (const auto known = counted_.find(&condition); wide && known != counted_.end()) return known->second;
  std::vector<const PhraseMatch*> found;
  for (const std::uint32_t inside : scope_sentences(rule, condition.source->scope, sentence)) {
    for (const std::uint32_t phrase : condition.phrases) {
      for (const PhraseMatch& match : scan_.matches_in(phrase, inside)) {
        if (!match.negated) found.push_back(&match);
      }
    }
  }
  std::ranges::sort(found, {}, [](const PhraseMatch* match) { return match->whole(); });
  // Two phrases that overlap say one thing.
  std::vector<const PhraseMatch*> apart;
  for (const PhraseMatch* match : found) {
    if (apart.empty() || apart.back()->whole().end <= match->whole().begin) apart.push_back(match);
  }
  if (wide) counted_.emplace(&condition, apart);
  return apart;
}

Judgement Judge::count(const CompiledRule& rule, const CompiledCondition& condition, const Unit& unit) {
  if (scan_.limited(condition.phrases)) return limit_reached();
  const std::vector<const PhraseMatch*> found = promised_in(rule, condition, unit.sentence);
  saw_counted(found.size());
  if (found.size() < condition.source->at_least || found.size() > condition.source->at_most) return nothing();
  const std::size_t last = std::min<std::size_t>(found.size(), std::max(condition.source->at_least, 1u));
  return holds(last == 0 ? ByteSpan{} : scan_.original(found[last - 1]->whole()));
}

Judgement Judge::duty(const CompiledCondition& condition, const Unit& unit, const Bindings& bindings) const {
  const bool words = words_of(unit).empty() && bindings.match != nullptr;
  const ByteSpan place = words                    ? scan_.original(bindings.match->whole())
                         : words_of(unit).empty() ? tree_.sentences[unit.sentence].span
                                                  : words_of(unit);
  const Duty* const duty = duty_at(meaning_.duties, place.begin);
  const PartySet owed_by = duty == nullptr ? 0 : duty->owed_by;
  if (duty != nullptr && !duty->subject.empty()) saw(TraceStep::Kind::Owes, duty->subject);
  if (condition.role == nullptr) return owed_by == 0 ? holds() : nothing();
  for (std::size_t i = 0; i < meaning_.parties.size(); ++i) {
    if ((owed_by >> i & 1u) != 0 && meaning_.parties[i].role == condition.role) return holds(duty->subject);
  }
  return nothing();
}

Judgement Judge::one_term(const CompiledCondition& condition, const Unit& unit) {
  if (unit.term == kNone) return nothing();
  const TermProblem& problem = meaning_.definitions.problems[unit.term];
  return problem.fault == condition.source->fault ? holds(problem.span) : nothing();
}

Judgement Judge::one_value(const CompiledCondition& condition, const Unit& unit, Bindings& bindings) {
  if (unit.value == kNone) return nothing();
  const Value& value = meaning_.values[unit.value];
  bindings.value = &value;
  switch (condition.source->kind) {
    case ConditionKind::Unresolved:
      return meaning_.unresolved[unit.value] != 0 ? holds(value.span) : in_order(value.span);
    case ConditionKind::WordsDiffer: return value.words_differ ? holds(value.span) : nothing();
    default: return holds(value.span);
  }
}

}  // namespace clauselint
