// Records what the conditions of one rule decide.
#include "rules/tracer.hpp"

#include <algorithm>
#include <utility>

namespace clauselint {

void Tracer::enter(const Condition& condition) {
  ConditionTrace asked;
  asked.condition = &condition;
  open_.push_back(std::move(asked));
}

void Tracer::leave(State state, ByteSpan evidence, const Text& reason) {
  ConditionTrace answered = std::move(open_.back());
  open_.pop_back();
  answered.state = state;
  answered.evidence = evidence;
  answered.reason = reason;
  if (open_.empty()) {
    when_ = std::move(answered);
  } else {
    open_.back().parts.push_back(std::move(answered));
  }
}

void Tracer::saw(TraceStep step) {
  if (!open_.empty()) open_.back().steps.push_back(std::move(step));
}

void Tracer::leave_out(PlaceLeftOut place) { trace_.left_out.push_back(place); }

void Tracer::asked_about(std::uint32_t sentence, ByteSpan words, bool repeated) {
  trace_.places.push_back(
      {.sentence = sentence, .words = words, .when = std::exchange(when_, {}), .repeated = repeated});
}

void Tracer::count_phrases(const CompiledCondition& condition, Scan& scan) {
  for (const std::uint32_t phrase : condition.phrases) {
    PhraseTrace counted = scan.count(phrase);
    counted.condition = condition.source;
    trace_.phrases.push_back(counted);
  }
  for (const CompiledCondition& part : condition.parts) count_phrases(part, scan);
}

void Tracer::finish(const CompiledRule& rule, Scan& scan) {
  count_phrases(rule.when, scan);
  // A sentence that the rule was asked about is not left out for what else it says.
  std::vector<PlaceLeftOut>& left_out = trace_.left_out;
  std::erase_if(left_out, [&](const PlaceLeftOut& place) {
    return place.why == PlaceLeftOut::Why::Polarity &&
           std::ranges::find(trace_.places, place.sentence, &PlaceTrace::sentence) != trace_.places.end();
  });
  std::sort(left_out.begin(), left_out.end());
  left_out.erase(std::unique(left_out.begin(), left_out.end()), left_out.end());
}

}  // namespace clauselint
