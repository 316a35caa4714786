// What the rules came to over a set of drafts, for those who write them.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/report.hpp"
#include "report/json_values.hpp"
#include "report/version.hpp"

namespace clauselint {
namespace {

std::uint32_t drafts(const RuleCoverage& rule, Verdict verdict) {
  return rule.drafts[static_cast<std::size_t>(verdict)];
}

bool reached(const RuleCoverage& rule) {
  return drafts(rule, Verdict::Fired) + drafts(rule, Verdict::Satisfied) + drafts(rule, Verdict::Undecided) > 0;
}

double milliseconds(std::uint64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

std::string table(const Coverage& coverage) {
  std::vector<const RuleCoverage*> rules;
  std::size_t width = 4;
  for (const RuleCoverage& rule : coverage.rules) {
    rules.push_back(&rule);
    width = std::max(width, rule.rule->id.size());
  }
  std::ranges::stable_sort(rules, std::greater<>(), &RuleCoverage::nanoseconds);
  std::string out = fmt::format("{:<{}}  {:>6}  {:>9}  {:>9}  {:>14}  {:>10}\n", "rule", width, "fired", "satisfied",
                                "undecided", "not applicable", "ms");
  for (const RuleCoverage* rule : rules) {
    out +=
        fmt::format("{:<{}}  {:>6}  {:>9}  {:>9}  {:>14}  {:>10.3f}\n", rule->rule->id, width,
                    drafts(*rule, Verdict::Fired), drafts(*rule, Verdict::Satisfied), drafts(*rule, Verdict::Undecided),
                    drafts(*rule, Verdict::NotApplicable), milliseconds(rule->nanoseconds));
  }
  return out;
}

// By the reason, each where it is first met.
std::string never_reached(const Coverage& coverage) {
  std::vector<std::pair<std::string, std::string>> by_reason;
  for (const RuleCoverage& rule : coverage.rules) {
    if (reached(rule)) continue;
    auto group = std::ranges::find(by_reason, rule.reason.en, &std::pair<std::string, std::string>::first);
    if (group == by_reason.end()) group = by_reason.insert(group, {rule.reason.en, {}});
    group->second += fmt::format("    {}\n", rule.rule->id);
  }
  if (by_reason.empty()) return "\nEvery rule was reached.\n";
  std::string out = "\nNever reached, by what is said in the last draft:\n";
  for (const auto& [reason, ids] : by_reason) out += fmt::format("  {}\n{}", reason, ids);
  return out;
}

std::string_view name_of(Example::Kind kind) { return kind == Example::Kind::Fires ? "fires" : "passes"; }

std::string without_example(const RuleSet& rules) {
  std::string out;
  for (const MissingExample& missing : missing_examples(rules)) {
    out += fmt::format("  {}: none that {} in {}\n", missing.rule->id, name_of(missing.kind),
                       missing.language == Language::En ? "English" : "Chinese");
  }
  return out.empty() ? "\nEvery rule has its examples.\n" : "\nWithout an example:\n" + out;
}

}  // namespace

std::string coverage_text(const Coverage& coverage, const RuleSet& rules) {
  std::uint64_t asking = 0;
  for (const RuleCoverage& rule : coverage.rules) asking += rule.nanoseconds;
  return fmt::format("Number of drafts out of {} in which each rule came to a verdict, and time over all of them.\n\n",
                     coverage.drafts) +
         table(coverage) +
         fmt::format(
             "\nMilliseconds of asking the rule alone: {:.1f} together, of {:.1f} with values, topics and facts, "
             "which all rules share.\nMeasured on one thread when each draft was evaluated a second time; of "
             "rules that ask for one phrase the first\nin the order of the packs pays for it.\n",
             milliseconds(asking), milliseconds(coverage.nanoseconds)) +
         never_reached(coverage) + without_example(rules);
}

std::string coverage_json(const Coverage& coverage, const RuleSet& rules) {
  Json list = Json::array();
  for (const RuleCoverage& rule : coverage.rules) {
    list.push_back({{"rule", rule.rule->id},
                    {"pack", rule.rule->pack},
                    {"fired", drafts(rule, Verdict::Fired)},
                    {"satisfied", drafts(rule, Verdict::Satisfied)},
                    {"undecided", drafts(rule, Verdict::Undecided)},
                    {"not-applicable", drafts(rule, Verdict::NotApplicable)},
                    {"reached", reached(rule)},
                    {"reason", rule.reason.en},
                    {"milliseconds", milliseconds(rule.nanoseconds)}});
  }
  Json missing = Json::array();
  for (const MissingExample& entry : missing_examples(rules)) {
    missing.push_back(
        {{"rule", entry.rule->id}, {"example", name_of(entry.kind)}, {"language", name_of(entry.language)}});
  }
  return dumped({{"tool", "clauselint"},
                 {"version", kVersion},
                 {"format", 1},
                 {"drafts", coverage.drafts},
                 {"milliseconds", milliseconds(coverage.nanoseconds)},
                 {"rules", list},
                 {"missing_examples", missing}},
                2) +
         "\n";
}

}  // namespace clauselint
