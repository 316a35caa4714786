// .clauselint.yaml: what a repository of drafts has agreed on.
#include "cli/configuration.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "io/yaml.hpp"

namespace clauselint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = ".clauselint.yaml";
constexpr std::array<std::string_view, 11> kKeys = {"matter", "packs",  "default-packs", "lang",      "view", "fail-on",
                                                    "select", "ignore", "severity",      "overrides", "as-of"};

void check_word(YamlReader& yaml, const YAML::Node& root, const char* key, std::string& word,
                std::initializer_list<std::string_view> known) {
  word = yaml.scalar(root, key);
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  yaml.fail(root[key], fmt::format("\"{}\" is no {}: {}", word, key, fmt::join(known, ", ")));
}

std::vector<std::pair<std::string, Severity>> read_severities(YamlReader& yaml, const YAML::Node& root) {
  std::vector<std::pair<std::string, Severity>> levels;
  const YAML::Node node = root["severity"];
  if (!node) return levels;
  if (!node.IsMap()) {
    yaml.fail(node, "\"severity\" must be a map of selectors: {warranty-*: high}");
    return levels;
  }
  for (const auto& entry : node) {
    const std::string word = entry.second.IsScalar() ? entry.second.Scalar() : std::string();
    bool known = false;
    for (const Severity severity : {Severity::Info, Severity::Low, Severity::Medium, Severity::High}) {
      if (word != name_of(severity) || !entry.first.IsScalar()) continue;
      levels.emplace_back(entry.first.Scalar(), severity);
      known = true;
    }
    if (!known) yaml.fail(entry.second, fmt::format("\"{}\" is no severity: info, low, medium, high", word));
  }
  return levels;
}

void read_overrides(YamlReader& yaml, const YAML::Node& root, Configuration& configuration) {
  const YAML::Node node = root["overrides"];
  if (!node) return;
  if (!node.IsSequence()) return yaml.fail(node, "\"overrides\" must be a list of {files, select, ignore, severity}");
  for (const auto& entry : node) {
    if (!yaml.check_keys(entry, "an override", {"files", "select", "ignore", "severity"})) continue;
    FileOverride made{.files = yaml.scalars(entry, "files"),
                      .select = yaml.scalars(entry, "select"),
                      .ignore = yaml.scalars(entry, "ignore"),
                      .severity = read_severities(yaml, entry)};
    if (made.files.empty()) yaml.fail(entry, "\"files\" is missing");
    configuration.overrides.push_back(std::move(made));
  }
}

std::string beside(const fs::path& folder, const std::string& path) {
  return path.empty() || fs::path(path).is_absolute() ? path : (folder / path).lexically_normal().string();
}

void read(YamlReader& yaml, const std::string& text, Configuration& configuration) {
  const std::optional<YAML::Node> root = yaml.load(text);
  if (!root || root->IsNull() || !yaml.check_keys(*root, "a configuration", kKeys)) return;
  const fs::path folder = fs::path(configuration.path).parent_path();
  configuration.matter = beside(folder, yaml.scalar(*root, "matter"));
  for (const std::string& pack : yaml.scalars(*root, "packs")) configuration.packs.push_back(beside(folder, pack));
  std::string word;
  check_word(yaml, *root, "default-packs", word, {"true", "false"});
  configuration.default_packs = word != "false";
  check_word(yaml, *root, "lang", configuration.lang, {"en", "zh"});
  check_word(yaml, *root, "view", configuration.view, {"final", "original"});
  check_word(yaml, *root, "fail-on", configuration.fail_on, {"info", "low", "medium", "high", "never"});
  configuration.choice = {.select = yaml.scalars(*root, "select"),
                          .ignore = yaml.scalars(*root, "ignore"),
                          .severity = read_severities(yaml, *root),
                          .as_of = yaml.scalar(*root, "as-of")};
  read_overrides(yaml, *root, configuration);
}

}  // namespace

Result<Configuration> parse_configuration(const std::string& path, const std::string& text) {
  Configuration configuration;
  configuration.path = path;
  std::vector<Error> errors;
  YamlReader yaml(path, ErrorKind::Configuration, errors);
  try {
    read(yaml, text, configuration);
  } catch (const YAML::Exception& e) {
    yaml.fail(1, 1, std::string("the configuration could not be read: ") + e.what());
  }
  if (!errors.empty()) return errors.front();
  return configuration;
}

std::string find_configuration(const std::string& file) {
  std::error_code error;
  fs::path folder = fs::absolute(file == "-" ? fs::path("x") : fs::path(file), error).lexically_normal().parent_path();
  for (;; folder = folder.parent_path()) {
    const fs::path candidate = folder / kName;
    if (fs::is_regular_file(candidate, error)) return candidate.string();
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) return {};
  }
}

RuleChoice choice_for(const Configuration& configuration, const std::string& file) {
  RuleChoice choice = configuration.choice;
  std::error_code error;
  const fs::path folder = fs::path(configuration.path).parent_path();
  const std::string relative = fs::absolute(file, error).lexically_normal().lexically_relative(folder).generic_string();
  for (const FileOverride& own : configuration.overrides) {
    const auto fits = [&](const std::string& glob) { return fnmatch(glob.c_str(), relative.c_str(), 0) == 0; };
    if (std::ranges::none_of(own.files, fits)) continue;
    if (!own.select.empty()) choice.select = own.select;
    choice.ignore.insert(choice.ignore.end(), own.ignore.begin(), own.ignore.end());
    choice.severity.insert(choice.severity.end(), own.severity.begin(), own.severity.end());
  }
  return choice;
}

}  // namespace clauselint::cli
