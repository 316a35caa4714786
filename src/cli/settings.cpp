// What holds for each draft of a run.
#include "cli/settings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "cli/configuration.hpp"
#include "cli/inputs.hpp"
#include "io/files.hpp"
#include "io/yaml.hpp"

namespace clauselint::cli {
namespace {

constexpr std::size_t kMaxYaml = 8u << 20;

class Planner {
 public:
  Planner(const Options& options, std::vector<Error>& errors) : options_(options), errors_(errors) {}

  std::optional<Plan> run(const std::vector<std::string>& files) {
    std::vector<std::string> above(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      above[i] = configuration_of(files[i]);
      read_configuration(above[i]);
    }
    if (!errors_.empty()) return std::nullopt;
    std::optional<RuleSet> rules = read_rules();
    if (!rules) return std::nullopt;
    Plan plan{.rules = std::move(*rules), .settings = {}};
    for (std::size_t i = 0; i < files.size(); ++i)
      plan.settings.push_back(settings(configurations_.at(above[i]), files[i], plan.rules));
    check_selectors(plan.rules);
    check_roles(plan.rules);
    if (!errors_.empty()) return std::nullopt;
    return plan;
  }

 private:
  std::string configuration_of(const std::string& file) const {
    if (options_.no_config) return {};
    return options_.config.empty() ? find_configuration(file) : options_.config;
  }

  // The empty path stands for no configuration.
  void read_configuration(const std::string& path) {
    if (configurations_.contains(path)) return;
    Configuration& configuration = configurations_[path];
    if (path.empty()) return;
    const Result<std::string> text = read_file(path, kMaxYaml);
    if (!text) {
      errors_.push_back({.kind = ErrorKind::Configuration, .where = path, .message = text.error().message});
      return;
    }
    Result<Configuration> parsed = parse_configuration(path, *text);
    if (parsed) {
      configuration = std::move(*parsed);
    } else {
      errors_.push_back(parsed.error());
    }
  }

  std::optional<RuleSet> read_rules() {
    Options all = options_;
    std::set<std::string>& known = named_packs_;
    known.insert(all.packs.begin(), all.packs.end());
    bool defaults = false;
    for (const auto& [path, configuration] : configurations_) {
      defaults = defaults || configuration.default_packs;
      for (const std::string& pack : configuration.packs) {
        if (known.insert(pack).second) all.packs.push_back(pack);
      }
    }
    all.no_default_packs = options_.no_default_packs || (!defaults && !configurations_.empty());
    return load_rules(all, errors_);
  }

  Settings settings(const Configuration& configuration, const std::string& file, const RuleSet& rules) {
    const auto first = [](const std::string& flag, const std::string& configured, const char* otherwise) {
      return !flag.empty() ? flag : !configured.empty() ? configured : std::string(otherwise);
    };
    Settings made;
    made.configuration = configuration.path;
    made.matter = matter(first(options_.matter, configuration.matter, ""), rules);
    made.lint.choice = choice_for(configuration, file);
    leave_out_foreign_packs(configuration, rules, made.lint.choice);
    if (!options_.select.empty()) made.lint.choice.select = options_.select;
    made.lint.choice.ignore.insert(made.lint.choice.ignore.end(), options_.ignore.begin(), options_.ignore.end());
    if (!options_.as_of.empty()) made.lint.choice.as_of = options_.as_of;
    const std::string language = first(options_.language, configuration.lang, "");
    if (!language.empty()) made.lint.language = language == "zh" ? Language::Zh : Language::En;
    made.lint.view = first(options_.view, configuration.view, "final") == "original" ? View::Original : View::Final;
    made.fail_on = severity_named(first(options_.fail_on, configuration.fail_on, "high"));
    return made;
  }

  // The set holds the packs of all drafts: those that another configuration names are no business of this one.
  void leave_out_foreign_packs(const Configuration& configuration, const RuleSet& rules, RuleChoice& choice) const {
    const auto names = [](const std::vector<std::string>& paths, const Pack& pack) {
      return std::ranges::find(paths, pack.path) != paths.end();
    };
    for (const Pack& pack : rules.packs()) {
      const bool wanted = named_packs_.contains(pack.path)
                              ? names(options_.packs, pack) || names(configuration.packs, pack)
                              : configuration.default_packs;
      if (!wanted) choice.ignore.push_back("pack:" + pack.name);
    }
  }

  std::shared_ptr<const Matter> matter(const std::string& path, const RuleSet& rules) {
    std::shared_ptr<const Matter>& known = matters_[path];
    if (known != nullptr) return known;
    Result<Matter> read = load_matter(path);
    if (!read) errors_.push_back(read.error());
    if (read) read->others = read_documents_of(*read, rules, errors_);
    known = std::make_shared<const Matter>(read ? std::move(*read) : Matter{});
    return known;
  }

  // The packs say which roles there are, so that a matter can be checked only here.
  void check_roles(const RuleSet& rules) {
    std::vector<std::string_view> known;
    for (const PartyRole* role : rules.roles()) known.push_back(role->name);
    for (const auto& [path, matter] : matters_) {
      for (const auto& [alias, role] : matter->parties) {
        if (std::ranges::find(known, role) != known.end()) continue;
        errors_.push_back({.kind = ErrorKind::Configuration,
                           .where = path,
                           .message = "parties: " + unknown_word("role", role, known)});
      }
    }
  }

  void check_selectors(const RuleSet& rules) {
    const auto check = [&](const std::string& where, const std::string& selector) {
      if (std::string wrong = fault_of_selector(selector, rules); !wrong.empty()) {
        errors_.push_back({.kind = ErrorKind::Configuration, .where = where, .message = std::move(wrong)});
      }
    };
    const auto check_all = [&](const std::string& where, const std::vector<std::string>& select,
                               const std::vector<std::string>& ignore,
                               const std::vector<std::pair<std::string, Severity>>& severity) {
      for (const std::string& selector : select) check(where, selector);
      for (const std::string& selector : ignore) check(where, selector);
      for (const auto& entry : severity) check(where, entry.first);
    };
    check_all("--select or --ignore", options_.select, options_.ignore, {});
    for (const auto& [path, configuration] : configurations_) {
      check_all(path, configuration.choice.select, configuration.choice.ignore, configuration.choice.severity);
      for (const FileOverride& own : configuration.overrides) check_all(path, own.select, own.ignore, own.severity);
    }
  }

  const Options& options_;
  std::vector<Error>& errors_;
  std::map<std::string, Configuration> configurations_;  // by path
  std::set<std::string> named_packs_;                    // by flags and configurations: all but the default ones
  std::map<std::string, std::shared_ptr<const Matter>> matters_;  // by path
};

}  // namespace

std::optional<Plan> plan_run(const Options& options, const std::vector<std::string>& files,
                             std::vector<Error>& errors) {
  return Planner(options, errors).run(files);
}

}  // namespace clauselint::cli
