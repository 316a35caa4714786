// The places of a draft that a rule is asked about.
#include <algorithm>

#include "rules/gates.hpp"
#include "rules/judge.hpp"

namespace clauselint {

void Judge::gather_values(const CompiledCondition& condition, std::vector<Unit>& units) {
  for (std::uint32_t i = 0; i < meaning_.values.size(); ++i) {
    const Value& value = meaning_.values[i];
    const ConditionKind kind = condition.source->kind;
    const bool asked =
        (kind == ConditionKind::Unresolved && value.kind == ValueKind::Reference) ||
        (kind == ConditionKind::Placeholder && (value.blank || value.kind == ValueKind::Placeholder)) ||
        (kind == ConditionKind::WordsDiffer && (!condition.source->value || value.kind == *condition.source->value));
    if (asked) units.push_back({.sentence = value.sentence, .fact = kNone, .value = i, .term = kNone});
  }
}

void Judge::gather_terms(const CompiledCondition& condition, std::vector<Unit>& units) {
  const std::vector<TermProblem>& problems = meaning_.definitions.problems;
  for (std::uint32_t i = 0; i < problems.size(); ++i) {
    if (problems[i].fault != condition.source->fault) continue;
    units.push_back({.sentence = problems[i].sentence, .fact = kNone, .value = kNone, .term = i});
  }
}

// Where the rule is not about the sentence its words are not looked for, unless somebody wants to know what was left out.
void Judge::gather_mentions(const CompiledRule& rule, const CompiledCondition& condition, std::uint32_t phrase,
                            std::vector<Unit>& units) {
  for (const std::uint32_t sentence : scan_.candidates(phrase)) {
    if (tracer_ == nullptr && !is_about(rule, document_, tree_, meaning_, sentence)) continue;
    for (const PhraseMatch& match : scan_.matches_in(phrase, sentence)) {
      if (wanted(condition.source->polarity, match.negated)) {
        units.push_back({.sentence = sentence});
      } else if (tracer_ != nullptr) {
        tracer_->leave_out(
            {.why = PlaceLeftOut::Why::Polarity, .sentence = sentence, .words = scan_.original(match.whole())});
      }
    }
  }
}

void Judge::gather(const CompiledRule& rule, const CompiledCondition& condition, std::vector<Unit>& units) {
  switch (condition.source->kind) {
    case ConditionKind::All: {
      // The first part that looks for something drives; the others only filter.
      for (const CompiledCondition& part : condition.parts) {
        std::vector<Unit> found;
        gather(rule, part, found);
        const ConditionKind kind = part.source->kind;
        const bool filter = kind == ConditionKind::Without || kind == ConditionKind::Not ||
                            kind == ConditionKind::Missing || kind == ConditionKind::Duty ||
                            (kind == ConditionKind::Count && part.source->at_least == 0);
        if (filter) continue;
        units.insert(units.end(), found.begin(), found.end());
        return;
      }
      return;
    }
    case ConditionKind::Any:
      for (const CompiledCondition& part : condition.parts) gather(rule, part, units);
      return;
    case ConditionKind::Mentions:
      for (const std::uint32_t phrase : condition.phrases) gather_mentions(rule, condition, phrase, units);
      return;
    case ConditionKind::FactCompare:
    case ConditionKind::Conflict:
    case ConditionKind::NoStart:
      for (std::uint32_t i = 0; i < meaning_.facts.size(); ++i) {
        if (meaning_.facts[i].spec == condition.fact) {
          units.push_back({.sentence = meaning_.facts[i].fact.sentence, .fact = i, .value = kNone, .term = kNone});
        }
      }
      return;
    case ConditionKind::Unresolved:
    case ConditionKind::Placeholder:
    case ConditionKind::WordsDiffer: return gather_values(condition, units);
    case ConditionKind::Term: return gather_terms(condition, units);
    case ConditionKind::Count: return gather_counted(rule, condition, units);
    case ConditionKind::Not:
    case ConditionKind::Duty:
    case ConditionKind::Without:
    case ConditionKind::Missing: return;
  }
}

ByteSpan Judge::words_of(const Unit& unit) const {
  if (unit.fact != kNone) return meaning_.facts[unit.fact].fact.value.span;
  if (unit.value != kNone) return meaning_.values[unit.value].span;
  return unit.term != kNone ? meaning_.definitions.problems[unit.term].span : ByteSpan{};
}

void Judge::tell_left_out(PlaceLeftOut::Why why, const Unit& unit) const {
  if (tracer_ != nullptr) tracer_->leave_out({.why = why, .sentence = unit.sentence, .words = words_of(unit)});
}

bool Judge::is_asked(const CompiledRule& rule, const Unit& unit) const {
  const Sentence& sentence = tree_.sentences[unit.sentence];
  const bool only_words = unit.fact == kNone && unit.value == kNone && unit.term == kNone;
  if (sentence.heading && only_words && rule.source->settings.empty()) {  // a heading promises nothing
    tell_left_out(PlaceLeftOut::Why::Heading, unit);
    return false;
  }
  if (!is_about(rule, document_, tree_, meaning_, unit.sentence)) {
    tell_left_out(PlaceLeftOut::Why::Where, unit);
    return false;
  }
  if (!speaks(rule.source->gates, sentence.language)) {
    tell_left_out(PlaceLeftOut::Why::Language, unit);
    return false;
  }
  return true;
}

std::vector<Unit> Judge::units(const CompiledRule& rule) {
  std::vector<Unit> units;
  gather(rule, rule.when, units);
  std::erase_if(units, [&](const Unit& unit) { return !is_asked(rule, unit); });
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

// One place in each scope that says it often enough: where it is said for the time that makes it so.
void Judge::gather_counted(const CompiledRule& rule, const CompiledCondition& condition, std::vector<Unit>& units) {
  if (condition.source->at_least == 0) return;
  std::vector<std::uint32_t> sentences;
  for (const std::uint32_t phrase : condition.phrases) {
    for (const PhraseMatch& match : scan_.matches(phrase)) sentences.push_back(match.sentence);
  }
  std::ranges::sort(sentences);
  for (const std::uint32_t sentence : sentences) {
    const std::vector<const PhraseMatch*> found = promised_in(rule, condition, sentence);
    if (found.size() < condition.source->at_least) continue;
    if (found[condition.source->at_least - 1]->sentence == sentence) units.push_back({.sentence = sentence});
  }
}

}  // namespace clauselint
