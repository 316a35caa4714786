// clauselint config show: what holds for each draft, and from where.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/settings.hpp"

namespace clauselint::cli {
namespace {

std::string shown(const std::string& file, const Settings& settings) {
  const RuleChoice& choice = settings.lint.choice;
  std::string out = file + "\n";
  const auto line = [&out](std::string_view name, const std::string& value) {
    out += fmt::format("  {:<14} {}\n", name, value);
  };
  line("configuration", settings.configuration.empty() ? "none" : settings.configuration);
  line("matter", settings.matter->path.empty() ? "none" : settings.matter->path);
  line("lang", !settings.lint.language ? "that of the draft" : *settings.lint.language == Language::Zh ? "zh" : "en");
  line("view", settings.lint.view == View::Original ? "original" : "final");
  line("fail-on", settings.fail_on ? std::string(name_of(*settings.fail_on)) : "never");
  line("select",
       choice.select.empty() ? "what the packs recommend" : fmt::format("{}", fmt::join(choice.select, ", ")));
  if (!choice.ignore.empty()) line("ignore", fmt::format("{}", fmt::join(choice.ignore, ", ")));
  for (const auto& [selector, severity] : choice.severity)
    line("severity", fmt::format("{}: {}", selector, name_of(severity)));
  if (!choice.as_of.empty()) line("as-of", choice.as_of);
  return out;
}

}  // namespace

int config_show(const Options& options) {
  std::vector<Error> errors;
  const Inputs inputs = find_inputs(options.paths);
  const std::optional<Plan> plan = plan_run(options, inputs.files, errors);
  if (!plan) return complain(errors);
  for (std::size_t i = 0; i < inputs.files.size(); ++i) {
    if (!print(shown(inputs.files[i], plan->settings[i]))) return kUnreadable;
  }
  return complain(inputs.errors);
}

}  // namespace clauselint::cli
