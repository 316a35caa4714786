// clauselint facts and clauselint outline: what the program understood of a draft.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/lint.hpp"
#include "clauselint/report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/settings.hpp"

namespace clauselint::cli {
namespace {

using Shown = std::function<std::string(const Review&, const RuleSet&)>;

// `head` comes before the first draft, `tail` behind the last, both even when no draft could be read.
int each_review(const Options& options, const std::string& head, const Shown& shown, const std::string& tail) {
  std::vector<Error> errors;
  const Inputs inputs = find_inputs(options.paths);
  const std::optional<Plan> plan = plan_run(options, inputs.files, errors);
  if (!plan) return complain(errors);
  errors = inputs.errors;
  if (!print(head)) return kUnreadable;
  for (std::size_t i = 0; i < inputs.files.size(); ++i) {
    LintOptions lint = plan->settings[i].lint;
    lint.parties = true;
    const Result<Review> review = review_file(inputs.files[i], plan->rules, *plan->settings[i].matter, lint);
    if (!review) {
      errors.push_back(review.error());
      continue;
    }
    std::string text = shown(*review, plan->rules);
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    if (!print(text)) return kUnreadable;
  }
  if (!print(tail)) return kUnreadable;
  return complain(errors);
}

}  // namespace

int facts(const Options& options) {
  const bool json = options.format == "json";
  bool first = true;
  const auto shown = [&](const Review& review, const RuleSet& rules) -> std::string {
    if (options.format == "jsonl") return facts_line(review);
    const ReportOptions report{
        .colour = false, .language = language_of(options).value_or(review.language), .rules = &rules};
    if (options.format == "csv") return facts_table_rows(review, report);
    if (!json) return facts_text(review, report);
    return (std::exchange(first, false) ? "" : ",") + facts_line(review);
  };
  const std::string head = options.format == "csv" ? facts_table_head() : json ? facts_json_head() : std::string();
  return each_review(options, head, shown, json ? facts_json_tail() : std::string());
}

int outline(const Options& options) {
  const auto shown = [&](const Review& review, const RuleSet&) {
    return outline_text(review) + parties_text(review, language_of(options).value_or(review.language));
  };
  return each_review(options, {}, shown, {});
}

}  // namespace clauselint::cli
