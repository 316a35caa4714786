// clauselint rules and explain: what is checked, and what is doubtful about it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "clauselint/report.hpp"
#include "clauselint/rule_check.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "io/files.hpp"

namespace clauselint::cli {
int explain(const Options& options) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  const Rule* rule = rules->find_rule(options.rule);
  if (rule == nullptr) return complain(std::vector{unknown_rule(options.rule, *rules)});
  return print(rule_explanation(*rule, *rules, language_of(options).value_or(Language::En))) ? kClean : kUnreadable;
}

int rules_list(const Options& options) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  const std::string& format = options.format;
  const Language language = language_of(options).value_or(Language::En);
  const std::string out = format == "json"  ? rule_list_json(*rules)
                          : format == "csv" ? rule_list_csv(*rules)
                          : format == "md"  ? rule_index(*rules)
                                            : rule_list_text(*rules, language);
  return print(out) ? kClean : kUnreadable;
}

int rules_pages(const Options& options) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  if (const Outcome made = make_folders(options.output); !made) return complain(std::vector{made.error()});
  const auto write = [&](const std::string& name, const std::string& page) {
    if (const Outcome written = write_file_atomically(options.output + "/" + name, page); !written)
      errors.push_back(written.error());
  };
  write("README.md", rule_index(*rules));
  for (const Pack& pack : rules->packs()) {
    for (const Rule& rule : pack.rules) write(rule.id + ".md", rule_page(rule, *rules));
  }
  return complain(errors);
}

int rules_check(const Options& options) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  const std::vector<Error> remarks = check_rules(*rules, {.as_of = options.as_of, .packs = options.packs});
  std::string out;
  for (const Error& remark : remarks) out += describe(remark) + "\n";
  out += fmt::format("{} {}\n", remarks.size(), remarks.size() == 1 ? "remark" : "remarks");
  if (!print(out)) return kUnreadable;
  return remarks.empty() ? kClean : kFindings;
}

}  // namespace clauselint::cli
