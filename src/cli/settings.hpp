// What holds for each draft of a run: flags before the environment before the configuration above the draft before defaults.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/lint.hpp"
#include "cli/options.hpp"

namespace clauselint::cli {

struct Settings {
  std::string configuration;  ///< path of the file; empty when none holds
  std::shared_ptr<const Matter> matter;
  LintOptions lint;
  std::optional<Severity> fail_on;  ///< nullopt for never
};

struct Plan {
  RuleSet rules;                   ///< the packs of all drafts; a draft's own are chosen by its settings
  std::vector<Settings> settings;  ///< by file
};

/// Reads the packs, matters and configurations of all files. nullopt when anything is wrong with them: the errors say what.
std::optional<Plan> plan_run(const Options& options, const std::vector<std::string>& files, std::vector<Error>& errors);

}  // namespace clauselint::cli
