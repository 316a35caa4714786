// What the command line says, as typed; one structure for all commands, each uses its part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"
#include "clauselint/rule.hpp"

namespace clauselint::cli {

/// Exit codes of every command (docs/outputs.md).
enum Exit : int { kClean = 0, kFindings = 1, kUsage = 2, kUnreadable = 3, kInternal = 4 };

struct Options {
  std::vector<std::string> paths;
  std::string matter;              ///< path of matter.yaml
  std::vector<std::string> packs;  ///< further rule packs
  bool no_default_packs = false;
  bool outcomes = false;             ///< `check`: tell of each rule what became of it
  bool no_cache = false;             ///< keep no compiled packs between runs
  std::string language;              ///< en, zh or empty for automatic
  std::string view;                  ///< final, original; empty: final
  std::vector<std::string> formats;  ///< `text`, `json=out.json`
  std::string format;                ///< of commands with one output
  std::string fail_on;               ///< info, low, medium, high, never; empty: high
  std::string config;                ///< path of a configuration for all drafts
  bool no_config = false;
  std::vector<std::string> select;  ///< selectors of rules
  std::vector<std::string> ignore;
  std::vector<std::string> trace;  ///< ids of rules whose decisions are shown
  std::string colour = "auto";
  bool allow_empty = false;
  unsigned threads = 0;  ///< 0: all cores
  std::string output;    ///< folder of `review`, file of `init`
  std::string author = "clauselint";
  std::string date;
  bool coverage = false;  ///< of `rules test`
  std::string rule;       ///< of `explain`
  std::string as_of;      ///< date on which law must be in force
  bool verbose = false;
  std::string log_file;
};

std::optional<Language> language_of(const Options& options);

View view_of(const Options& options);

/// nullopt for what names no severity, such as `never`.
std::optional<Severity> severity_named(const std::string& word);

}  // namespace clauselint::cli
