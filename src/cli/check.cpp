// clauselint check: findings for people and for CI.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/lint.hpp"
#include "clauselint/report.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/settings.hpp"
#include "io/files.hpp"

namespace clauselint::cli {
namespace {

struct Output {
  std::string format;
  std::string file;  // empty: standard output
};

constexpr std::array<std::string_view, 3> kFormats = {"text", "json", "markdown"};

bool parse_outputs(const std::vector<std::string>& formats, std::vector<Output>& outputs) {
  for (const std::string& word : formats.empty() ? std::vector<std::string>{"text"} : formats) {
    const std::size_t equals = word.find('=');
    Output output{.format = word.substr(0, equals), .file = equals == std::string::npos ? "" : word.substr(equals + 1)};
    if (std::find(kFormats.begin(), kFormats.end(), output.format) == kFormats.end()) {
      complain(Error{.kind = ErrorKind::Usage,
                     .where = "--format",
                     .message = "unknown format \"" + output.format + "\"; known are text, json, markdown"});
      return false;
    }
    outputs.push_back(std::move(output));
  }
  return true;
}

bool wants_colour(const Options& options) {
  if (options.colour != "auto") return options.colour == "always";
  return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

// A trace stands on standard output in place of the report: one that is wanted as well goes to a file.
bool parse_trace(const Options& options, const RuleSet& rules, std::vector<Output>& outputs) {
  if (options.trace.empty()) return true;
  for (const std::string& id : options.trace) {
    if (rules.find_rule(id) != nullptr) continue;
    Error error = unknown_rule(id, rules);
    error.where = "--trace";
    complain(error);
    return false;
  }
  std::erase_if(outputs, [&](const Output& output) { return output.file.empty() && options.formats.empty(); });
  const auto printed = std::ranges::find_if(outputs, [](const Output& output) { return output.file.empty(); });
  if (printed == outputs.end()) return true;
  complain(Error{
      .kind = ErrorKind::Usage,
      .where = "--trace",
      .message = "the trace is what is printed; write the report to a file: --format " + printed->format + "=FILE"});
  return false;
}

std::string report(const Output& output, const std::vector<Review>& reviews,
                   const std::vector<const Settings*>& settings, const ReportOptions& options) {
  if (output.format == "json") return json_report(reviews, options);
  if (output.format == "text") return text_report(reviews, options);
  std::string pages;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    ReportOptions own = options;
    own.language = reviews[i].language;
    if (!pages.empty()) pages += "\n---\n\n";
    pages += summary_markdown(reviews[i], *settings[i]->matter, own);
  }
  return pages;
}

std::string traces(const std::vector<Review>& reviews, const Options& options, const RuleSet& rules) {
  std::string out;
  for (const Review& review : reviews) {
    if (!out.empty()) out += '\n';
    out += trace_text(review, {.colour = false,
                               .language = language_of(options).value_or(review.language),
                               .rules = &rules,
                               .outcomes = false});
  }
  return out;
}

}  // namespace

std::optional<Language> language_of(const Options& options) {
  if (options.language == "en") return Language::En;
  if (options.language == "zh") return Language::Zh;
  return std::nullopt;
}

View view_of(const Options& options) { return options.view == "original" ? View::Original : View::Final; }

std::optional<Severity> severity_named(const std::string& word) {
  for (const Severity severity : {Severity::Info, Severity::Low, Severity::Medium, Severity::High}) {
    if (word == name_of(severity)) return severity;
  }
  return std::nullopt;
}

int check(const Options& options) {
  std::vector<Output> outputs;
  if (!parse_outputs(options.formats, outputs)) return kUsage;
  std::vector<Error> errors;
  const Inputs inputs = find_inputs(options.paths);
  const std::optional<Plan> plan = plan_run(options, inputs.files, errors);
  if (!plan) return complain(errors);
  if (inputs.files.empty() && inputs.errors.empty() && !options.allow_empty) {
    complain(Error{.kind = ErrorKind::Usage,
                   .where = {},
                   .message = "no draft found in the paths given; use --allow-empty if that is meant"});
    return kUsage;
  }
  if (!parse_trace(options, plan->rules, outputs)) return kUsage;

  errors = inputs.errors;
  std::vector<Review> reviews;
  const bool parties = std::ranges::any_of(outputs, [](const Output& output) { return output.format == "json"; });
  std::vector<const Settings*> settings;  // by review
  for (std::size_t i = 0; i < inputs.files.size(); ++i) {
    const Settings& own = plan->settings[i];
    LintOptions lint = own.lint;
    lint.parties = parties;
    lint.trace = options.trace;
    Result<Review> review = review_file(inputs.files[i], plan->rules, *own.matter, lint);
    if (review) {
      reviews.push_back(std::move(*review));
      settings.push_back(&own);
    } else {
      errors.push_back(review.error());
    }
  }
  complain(errors);

  ReportOptions shown{
      .colour = wants_colour(options), .language = Language::En, .rules = &plan->rules, .outcomes = options.outcomes};
  const bool chinese = !reviews.empty() && std::all_of(reviews.begin(), reviews.end(), [](const Review& review) {
    return review.language == Language::Zh;
  });
  shown.language = language_of(options).value_or(chinese ? Language::Zh : Language::En);
  if (!options.trace.empty() && !print(traces(reviews, options, plan->rules))) return kUnreadable;
  for (const Output& output : outputs) {
    if (output.file.empty()) {
      if (!print(report(output, reviews, settings, shown))) return kUnreadable;
      continue;
    }
    ReportOptions plain = shown;
    plain.colour = false;
    if (const Outcome written = write_file_atomically(output.file, report(output, reviews, settings, plain));
        !written) {
      complain(written.error());
      return kUnreadable;
    }
  }
  if (!errors.empty()) return kUnreadable;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const std::optional<Severity> limit = settings[i]->fail_on;
    const auto grave = [limit](const Finding& finding) { return limit && finding.severity >= *limit; };
    if (std::ranges::any_of(reviews[i].evaluation.findings, grave)) return kFindings;
  }
  return kClean;
}

}  // namespace clauselint::cli
