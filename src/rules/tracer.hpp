// Records what the conditions of one rule decide. The judge tells it as it judges: nothing is judged twice.
#pragma once

#include <vector>

#include "clauselint/trace.hpp"
#include "rules/compiled.hpp"
#include "rules/scan.hpp"

namespace clauselint {

class Tracer {
 public:
  explicit Tracer(RuleTrace& trace) : trace_(trace) {}

  /// A condition begins to be asked, and has its answer. Conditions nest.
  void enter(const Condition& condition);
  void leave(State state, ByteSpan evidence, const Text& reason);
  /// What the innermost condition looks at.
  void saw(TraceStep step);
  /// A place that a condition found and the rule is not asked about.
  void leave_out(PlaceLeftOut place);
  /// The conditions asked since the last place were asked about this one.
  void asked_about(std::uint32_t sentence, ByteSpan words, bool repeated);

  /// How far each phrase of the rule got on the draft, and the order of what was left out.
  void finish(const CompiledRule& rule, Scan& scan);

 private:
  void count_phrases(const CompiledCondition& condition, Scan& scan);

  RuleTrace& trace_;
  std::vector<ConditionTrace> open_;  // from the whole `when` inwards
  ConditionTrace when_;               // the last one that was answered as a whole
};

}  // namespace clauselint
