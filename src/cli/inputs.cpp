// What a run works on: files out of paths and folders, the rule packs, the matter.
#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/pack_cache.hpp"
#include "io/files.hpp"
#include "io/yaml.hpp"

namespace clauselint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxYaml = 8u << 20;
constexpr std::array<std::string_view, 10> kDrafts = {".docx", ".docm",  ".dotx", ".dotm", ".html",
                                                      ".htm",  ".xhtml", ".txt",  ".md",   ".markdown"};

bool has_extension_of_draft(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kDrafts.begin(), kDrafts.end(), extension) != kDrafts.end();
}

bool is_draft(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.starts_with("~$") && !name.starts_with('.') && has_extension_of_draft(path);
}

void search(const std::string& folder, Inputs& inputs) {
  std::error_code error;
  std::vector<std::string> found;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (name.starts_with('.') && name.size() > 1) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored) && is_draft(entry->path())) {
      found.push_back(entry->path().string());
    }
  }
  if (error) inputs.errors.push_back({.kind = ErrorKind::Unreadable, .where = folder, .message = error.message()});
  std::sort(found.begin(), found.end());
  inputs.files.insert(inputs.files.end(), found.begin(), found.end());
}

}  // namespace

bool names_drafts(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error) || has_extension_of_draft(path);
}

Inputs find_inputs(const std::vector<std::string>& paths) {
  Inputs inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      search(path, inputs);
    } else {
      inputs.files.push_back(path);
    }
  }
  // A file named twice is one file; the first place counts.
  std::vector<std::string> once;
  for (std::string& file : inputs.files) {
    if (std::find(once.begin(), once.end(), file) == once.end() || inputs.files.size() > 10'000)
      once.push_back(std::move(file));
  }
  inputs.files = std::move(once);
  return inputs;
}

namespace {

std::vector<PackSource> read_packs(const std::vector<std::string>& paths, std::vector<Error>& errors) {
  std::vector<PackSource> sources;
  for (const std::string& path : paths) {
    Result<std::string> text = read_file(path, kMaxYaml);
    if (!text) {
      Error error = text.error();
      error.kind = ErrorKind::Pack;
      errors.push_back(std::move(error));
      continue;
    }
    sources.push_back({.path = path, .text = std::move(*text)});
  }
  return sources;
}

}  // namespace

std::optional<RuleSet> load_rules(const Options& options, std::vector<Error>& errors) {
  const bool with_default_packs = !options.no_default_packs;
  if (options.packs.empty() && with_default_packs) return default_rules();
  const PackSources sources{.packs = read_packs(options.packs, errors), .with_default_packs = with_default_packs};
  const PackCache cache(options.no_cache ? std::string() : PackCache::folder_of_user());
  if (errors.empty()) {
    if (std::optional<RuleSet> kept = cache.find(sources)) return kept;
  }
  std::vector<Pack> packs;
  if (with_default_packs) packs = default_rules().packs();
  for (const PackSource& source : sources.packs) packs.push_back(parse_pack(source.path, source.text, errors));
  if (!errors.empty()) return std::nullopt;
  std::optional<RuleSet> rules = RuleSet::compile(packs, default_rules().provisions(), errors);
  if (rules) cache.keep(sources, std::move(packs), *rules);
  return rules;
}

Error unknown_rule(const std::string& id, const RuleSet& rules) {
  std::vector<std::string_view> ids;
  for (const Pack& pack : rules.packs()) {
    for (const Rule& known : pack.rules) ids.push_back(known.id);
  }
  return {.kind = ErrorKind::Usage,
          .where = {},
          .message = unknown_word("rule", id, ids) + " (a rule of your own needs its --pack)"};
}

Result<Matter> load_matter(const std::string& path) {
  if (path.empty()) return Matter{};
  const Result<std::string> text = read_file(path, kMaxYaml);
  if (!text) {
    Error error = text.error();
    error.kind = ErrorKind::Configuration;
    return error;
  }
  return parse_matter(path, *text);
}

}  // namespace clauselint::cli
