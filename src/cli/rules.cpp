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
#include "io/yaml.hpp"

namespace clauselint::cli {
namespace {

void append_paragraph(std::string& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out += fmt::format("\n{}\n  {}\n", name, text);
}

std::string severities(const Rule& rule) {
  std::string out;
  for (int side = 0; side < kSides; ++side) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", name_of(static_cast<Side>(side)),
                       name_of(rule.severity[static_cast<std::size_t>(side)]));
  }
  return out;
}

std::string provisions(const Rule& rule, const RuleSet& rules, Language language) {
  std::string out;
  for (const std::string& id : rule.law) {
    const Provision* provision = rules.find_provision(id);
    if (provision == nullptr) continue;
    out += fmt::format("{}{} {}: {}", out.empty() ? "" : "\n  ", provision->instrument.in(language), provision->article,
                       provision->says.in(language));
  }
  return out;
}

std::string explanation(const Rule& rule, const RuleSet& rules, Language language) {
  const bool english = language == Language::En;
  std::string out =
      fmt::format("{}: {}\n{} · {}\n", rule.id, rule.title.in(language), name_of(rule.dimension), severities(rule));
  append_paragraph(out, english ? "What it tells you" : "提示内容", rule.message.in(language));
  append_paragraph(out, english ? "Why" : "理由", rule.why.in(language));
  append_paragraph(out, english ? "Law" : "法律依据", provisions(rule, rules, language));
  append_paragraph(out, english ? "Proposed wording" : "建议措辞", rule.fix.with.in(language));
  append_paragraph(out, english ? "Fallback" : "次选措辞", rule.fix.fallback.in(language));
  append_paragraph(out, english ? "Do not go below" : "底线", rule.fix.floor.in(language));
  append_paragraph(out, english ? "Operating caution" : "经营提示", rule.caution.in(language));
  for (const Example& example : rule.examples) {
    if (!example.holds_in(language)) continue;
    const bool fires = example.kind == Example::Kind::Fires;
    const std::string name = english ? (fires ? "Fires on" : "Passes") : (fires ? "会提示" : "不提示");
    append_paragraph(out, name, example.text.in(language));
  }
  return out;
}

}  // namespace

int explain(const Options& options) {
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(options, errors);
  if (!rules) return complain(errors);
  const Rule* rule = rules->find_rule(options.rule);
  if (rule == nullptr) {
    std::vector<std::string_view> ids;
    for (const Pack& pack : rules->packs()) {
      for (const Rule& known : pack.rules) ids.push_back(known.id);
    }
    complain(Error{.kind = ErrorKind::Usage, .where = {}, .message = unknown_word("rule", options.rule, ids)});
    return kUsage;
  }
  return print(explanation(*rule, *rules, language_of(options).value_or(Language::En))) ? kClean : kUnreadable;
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
