// What a run works on: files out of paths and folders, the rule packs, the matter.
#pragma once

#include <string>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/matter.hpp"
#include "clauselint/rule.hpp"
#include "cli/options.hpp"

namespace clauselint::cli {

struct Inputs {
  std::vector<std::string> files;  ///< named files as given, those of folders sorted
  std::vector<Error> errors;       ///< paths that are not there
};

/// Files as named; folders searched for drafts (.docx, .docm, .dotx, .dotm, .html, .htm, .xhtml, .txt, .md, .markdown),
/// hidden ones, links to folders and Word's lock files left out.
Inputs find_inputs(const std::vector<std::string>& paths);

/// Whether a path is that of a folder, or has the extension of a draft.
bool names_drafts(const std::string& path);

/// The default packs and those of the options; errors are printed by the caller.
std::optional<RuleSet> load_rules(const Options& options, std::vector<Error>& errors);

/// What to say where a rule is named that no pack has: `unknown rule "…", did you mean …?`
Error unknown_rule(const std::string& id, const RuleSet& rules);

Result<Matter> load_matter(const std::string& path);

}  // namespace clauselint::cli
