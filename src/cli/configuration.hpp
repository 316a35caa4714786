// .clauselint.yaml: what a repository of drafts has agreed on.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/rule_choice.hpp"

namespace clauselint::cli {

/// What holds for some files of the repository only. `files` are shell patterns relative to the configuration; `*` also crosses
/// folders.
struct FileOverride {
  std::vector<std::string> files;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severity;
};

/// Paths are resolved against the folder of the file; empty strings and lists are not set.
struct Configuration {
  std::string path;
  std::string matter;
  std::vector<std::string> packs;
  bool default_packs = true;
  std::string lang;
  std::string view;
  std::string fail_on;
  RuleChoice choice;
  std::vector<FileOverride> overrides;
};

/// Errors (kind Configuration) name line and column, unknown keys with "did you mean".
Result<Configuration> parse_configuration(const std::string& path, const std::string& yaml);

/// The nearest .clauselint.yaml in the folder of `file` or above it, up to the root of its repository (the folder that holds .git) or
/// of the file system; empty when there is none.
std::string find_configuration(const std::string& file);

/// The choice for one file: that of the configuration, with the overrides that fit its path in their order.
RuleChoice choice_for(const Configuration& configuration, const std::string& file);

}  // namespace clauselint::cli
