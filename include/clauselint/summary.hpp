// The one-page note: what a lawyer would tell the client after a first review.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/edit_plan.hpp"
#include "clauselint/evaluate.hpp"

namespace clauselint {

enum class Light : std::uint8_t { Green, Amber, Red, Unlit };  ///< Unlit: the draft gave nothing to judge

struct DimensionSummary {
  Light light = Light::Unlit;
  std::uint32_t high = 0, medium = 0, low = 0;
  std::vector<std::uint32_t> findings;  ///< by rank
};

/// Something the reader has to answer before the draft is final.
struct Question {
  Text text;
};

struct Summary {
  std::array<DimensionSummary, kDimensions> dimensions;
  std::vector<std::uint32_t> ranked;  ///< all findings, worst first
  std::vector<std::uint32_t> worst;   ///< at most five, no two of one rule and clause
  std::vector<Text> cautions;
  std::vector<TriggerNote> triggers;
  std::vector<Question> questions;
  std::vector<RuleOutcome> in_order;  ///< satisfied, with the clause
  std::vector<RuleOutcome> undecided;
  std::vector<std::string> not_examined;  ///< beside the notes of the document: why there is no mark-up
};

Summary summarise(const ClauseTree& tree, const Evaluation& evaluation, const Matter& matter);

}  // namespace clauselint
