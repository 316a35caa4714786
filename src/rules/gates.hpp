// The gates of a rule: what the matter, the role of the document and the language of a sentence say to them.
#pragma once

#include <string>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/matter.hpp"
#include "clauselint/trace.hpp"

namespace clauselint {

/// What gates ask about.
struct GateContext {
  const Matter& matter;
  std::string role = "draft";             ///< of the document in the matter
  std::vector<std::string> parties = {};  ///< the roles that the parties of the draft play
};

/// Why a rule is not asked of a draft; empty texts when it is.
Text closed_gate(const Gates& gates, const GateContext& context);

/// The gates that a rule has, but for the language's, in the order in which they are asked.
std::vector<GateTrace> trace_gates(const Gates& gates, const GateContext& context);

/// Whether a rule is asked of sentences in that language.
bool speaks(const Gates& gates, Language language);

}  // namespace clauselint
