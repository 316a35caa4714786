// What became of each rule in a draft, for those who want to see more than findings.
#include "report/outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/excerpt.hpp"
#include "report/markdown.hpp"
#include "report/places.hpp"
#include "report/summary_parts.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kQuoteCells = 70;

// Where and by what words a rule is satisfied; for others the reason, which a rule that fired needs none of.
std::string grounds(const Review& review, const RuleOutcome& outcome, const ReportOptions& options) {
  const Words& words = words_in(options.language);
  if (outcome.verdict == Verdict::Fired) {
    const auto findings = std::ranges::count(review.evaluation.findings, outcome.rule, &Finding::rule);
    return counted(words.findings, static_cast<std::size_t>(findings));
  }
  if (outcome.verdict != Verdict::Satisfied) return in_either(outcome.reason, options.language);
  const std::string place = place_name(review, outcome.clause, outcome.evidence, options.language);
  const std::string quote = fitted(review.document.words(outcome.evidence), kQuoteCells);
  return fmt::format("{}{}{}{}{}", place, place.empty() ? "" : " ", words.open_quote, quote, words.close_quote);
}

}  // namespace

std::string_view verdict_word(Verdict verdict, Language language) {
  const bool english = language == Language::En;
  switch (verdict) {
    case Verdict::Fired: return english ? "fired" : "已提示";
    case Verdict::Satisfied: return english ? "satisfied" : "正常";
    case Verdict::NotApplicable: return english ? "not applicable" : "不适用";
    case Verdict::Undecided: return english ? "undecided" : "未能判断";
  }
  return {};
}

std::string outcomes_text(const Review& review, const ReportOptions& options) {
  std::string out;
  std::size_t widest = 0;
  for (const RuleOutcome& outcome : review.evaluation.outcomes) widest = std::max(widest, outcome.rule->id.size());
  const bool english = options.language == Language::En;
  for (const RuleOutcome& outcome : review.evaluation.outcomes) {
    const std::string_view word = verdict_word(outcome.verdict, options.language);
    const std::size_t column = english ? 14 : 8;  // cells; a Han character takes two
    const std::size_t taken = english ? word.size() : word.size() / 3 * 2;
    out += fmt::format("  {}{:{}}  {:{}}  {}\n", word, "", column - std::min(column, taken), outcome.rule->id, widest,
                       grounds(review, outcome, options));
  }
  return out;
}

std::string outcomes_markdown(const Review& review, const ReportOptions& options) {
  const bool english = options.language == Language::En;
  std::string out = section(english ? "What became of each rule" : "各规则的结果");
  out += english ? table_head({"rule", "verdict", "why"}) : table_head({"规则", "结果", "说明"});
  for (const RuleOutcome& outcome : review.evaluation.outcomes) {
    out += table_row({outcome.rule->id, verdict_word(outcome.verdict, options.language),
                      markdown(grounds(review, outcome, options))});
  }
  return out;
}

}  // namespace clauselint
