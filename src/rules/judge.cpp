// Conditions of a rule against places of a draft.
#include "rules/judge.hpp"

#include <algorithm>
#include <utility>

#include "rules/judgements.hpp"

namespace clauselint {
namespace {

Judgement limit_reached() {
  return undecided("a pattern of the rule took too long on this draft", "该规则的一个匹配式在本文件上耗时过长");
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
