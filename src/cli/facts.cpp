// clauselint facts and clauselint outline: what the program understood of a draft.
#include <functional>
#include <string>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "clauselint/lint.hpp"
#include "clauselint/report.hpp"

namespace clauselint::cli {
namespace {

int each_review(const Options& options, const std::function<std::string(const Review&, const RuleSet&)>& shown) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  const Inputs inputs = find_inputs(options.paths);
  errors = inputs.errors;
  for (const std::string& file : inputs.files) {
    const Result<Review> review = review_file(file, *rules, Matter{}, {.language = language_of(options), .parties = true, .view = view_of(options)});
    if (!review) {
      errors.push_back(review.error());
      continue;
    }
    std::string text = shown(*review, *rules);
    if (!text.ends_with('\n')) text += '\n';
    if (!print(text)) return kUnreadable;
  }
  return complain(errors);
}

}  // namespace

int facts(const Options& options) {
  return each_review(options, [&](const Review& review, const RuleSet& rules) {
    if (options.format == "jsonl") return facts_line(review);
    const ReportOptions shown{.colour = false, .language = language_of(options).value_or(review.language), .rules = &rules};
    return facts_text(review, shown);
  });
}

int outline(const Options& options) {
  return each_review(options, [&](const Review& review, const RuleSet&) {
    return outline_text(review) + parties_text(review, language_of(options).value_or(review.language));
  });
}

}  // namespace clauselint::cli
