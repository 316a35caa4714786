// The one-page note, as data: what a lawyer would tell the client after a first review.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "clauselint/summary.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kWorst = 5;

// Severity for our side, then what management worries about, then the order of the dimensions, then position.
bool ranks_before(const Finding& a, const Finding& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.concern != b.concern) return a.concern;
  if (a.rule->dimension != b.rule->dimension) return a.rule->dimension < b.rule->dimension;
  return a.span < b.span;
}

Light light_of(const DimensionSummary& dimension, bool asked) {
  if (dimension.high > 0) return Light::Red;
  if (dimension.medium > 0 || dimension.low > 2) return Light::Amber;
  return asked || dimension.low > 0 ? Light::Green : Light::Unlit;
}

class Summariser {
 public:
  Summariser(const ClauseTree& tree, const Evaluation& evaluation, const Matter& matter)
      : tree_(tree), evaluation_(evaluation), matter_(matter) {}

  Summary run() {
    rank();
    light();
    gather_cautions();
    out_.triggers = evaluation_.triggers;
    ask();
    for (const RuleOutcome& outcome : evaluation_.outcomes) {
      if (outcome.verdict == Verdict::Satisfied) out_.in_order.push_back(outcome);
      if (outcome.verdict == Verdict::Undecided) out_.undecided.push_back(outcome);
    }
    return std::move(out_);
  }

 private:
  const Finding& finding(std::uint32_t index) const { return evaluation_.findings[index]; }

  void rank() {
    out_.ranked.resize(evaluation_.findings.size());
    std::iota(out_.ranked.begin(), out_.ranked.end(), 0u);
    std::stable_sort(out_.ranked.begin(), out_.ranked.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ranks_before(finding(a), finding(b)); });
    std::set<std::pair<const Rule*, std::uint32_t>> seen;
    std::set<const Rule*> rules;
    // First each rule once, then, if there is room, a rule again at another clause.
    for (const bool again : {false, true}) {
      for (const std::uint32_t index : out_.ranked) {
        const Finding& candidate = finding(index);
        if (out_.worst.size() == kWorst || candidate.severity < Severity::Medium) break;
        if (again == rules.insert(candidate.rule).second) continue;
        if (!seen.emplace(candidate.rule, clause_key(candidate.clause)).second) continue;
        out_.worst.push_back(index);
      }
    }
    std::stable_sort(out_.worst.begin(), out_.worst.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ranks_before(finding(a), finding(b)); });
  }

  // The two language versions of a clause are one place.
  std::uint32_t clause_key(std::uint32_t clause) const {
    const std::uint32_t twin = tree_.clauses[clause].twin;
    return twin == kNoClause ? clause : std::min(clause, twin);
  }

  void light() {
    std::array<bool, kDimensions> asked{};
    for (const RuleOutcome& outcome : evaluation_.outcomes) {
      if (outcome.verdict == Verdict::Satisfied) asked[static_cast<std::size_t>(outcome.rule->dimension)] = true;
    }
    for (const std::uint32_t index : out_.ranked) {
      DimensionSummary& dimension = out_.dimensions[static_cast<std::size_t>(finding(index).rule->dimension)];
      dimension.findings.push_back(index);
      switch (finding(index).severity) {
        case Severity::High: ++dimension.high; break;
        case Severity::Medium: ++dimension.medium; break;
        case Severity::Low:
        case Severity::Info: ++dimension.low; break;
      }
    }
    for (std::size_t i = 0; i < out_.dimensions.size(); ++i)
      out_.dimensions[i].light = light_of(out_.dimensions[i], asked[i]);
  }

  void gather_cautions() {
    std::set<std::string> told;
    for (const std::uint32_t index : out_.ranked) {
      const Text& caution = finding(index).caution;
      if (!caution.empty() && told.insert(caution.en).second) out_.cautions.push_back(caution);
    }
  }

  void question(std::string en, std::string zh) {
    out_.questions.push_back({.text = {.en = std::move(en), .zh = std::move(zh)}});
  }

  void ask() {
    if (!matter_.side)
      question("For whom do we read this draft? Assumed: the supplier.", "为哪一方审阅？现按供方审阅。");
    if (matter_.market.empty()) {
      question("Is the buyer a business or a consumer? Assumed: businesses; consumer law was not applied.",
               "买方是企业还是消费者？现按企业之间交易审阅，未适用消费者法律。");
    }
    for (const std::string& path : evaluation_.missing_matter) {
      question(fmt::format("The service model does not say `{}`: needed to fill or to judge a clause.", path),
               fmt::format("服务模式未载明 `{}`：用于填写或判断条款。", path));
    }
    std::uint32_t blanks = 0;
    for (const Value& value : evaluation_.values) blanks += value.blank || value.kind == ValueKind::Placeholder ? 1 : 0;
    if (blanks > 0) {
      question(fmt::format("{} {} in the draft still to be filled.", blanks, blanks == 1 ? "blank" : "blanks"),
               fmt::format("文本中尚有{}处空白待填。", blanks));
    }
  }

  const ClauseTree& tree_;
  const Evaluation& evaluation_;
  const Matter& matter_;
  Summary out_;
};

}  // namespace

Summary summarise(const ClauseTree& tree, const Evaluation& evaluation, const Matter& matter) {
  return Summariser(tree, evaluation, matter).run();
}

}  // namespace clauselint
