// A page on each rule, in both languages, and the page that lists them: what docs/rules/ holds.
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "clauselint/report.hpp"
#include "report/markdown.hpp"
#include "report/rule_parts.hpp"

namespace clauselint {
namespace {

std::string said(std::string_view title, const Text& text) {
  if (text.empty()) return {};
  std::string out = fmt::format("\n## {}\n", title);
  for (const std::string* words : {&text.en, &text.zh}) {
    if (!words->empty()) out += fmt::format("\n{}\n", markdown_with_code(*words));
  }
  return out;
}

std::string severities(const Rule& rule) {
  std::string out = table_head({"read for", "severity"});
  for (int side = 0; side < kSides; ++side) {
    out += table_row({name_of(static_cast<Side>(side)), name_of(rule.severity[static_cast<std::size_t>(side)])});
  }
  return out;
}

std::string asked_of(const Rule& rule) {
  const std::string gates = gates_by_name(rule.gates);
  std::string out = gates.empty() ? "\nAsked of every draft." : fmt::format("\nAsked only where: {}.", gates);
  if (rule.once == Once::Clause) out += " Told once for all places of a clause.";
  if (rule.once == Once::Section) out += " Told once for all places of a clause and those beside it.";
  return out + "\n";
}

// Only provisions whose source was read stand in rules, so each may be printed.
std::string law(const Rule& rule, const RuleSet& rules) {
  std::string out;
  for (const std::string& id : rule.law) {
    const Provision* provision = rules.find_provision(id);
    if (provision == nullptr) continue;
    out += fmt::format("- {} {}: {}\n  {} {}：{}\n", markdown(provision->instrument.en), markdown(provision->article),
                       markdown(provision->says.en), markdown(provision->instrument.zh), markdown(provision->article),
                       markdown(provision->says.zh));
  }
  return out.empty() ? out : "\n## Law\n\n" + out;
}

std::string examples(const Rule& rule) {
  std::string out;
  for (const Example& example : rule.examples) {
    const bool fires = example.kind == Example::Kind::Fires;
    for (const Language language : {Language::En, Language::Zh}) {
      if (!example.holds_in(language)) continue;
      const std::string& text = example.text.in(language);
      out += fmt::format("- {}: {}\n", fires ? "fires" : "passes", markdown(text));
      const std::string& elsewhere = example.elsewhere.in(language);
      if (!elsewhere.empty()) out += fmt::format("  - another document: {}\n", markdown(elsewhere));
      const std::string& fixed = example.fixed.in(language);
      if (!fixed.empty()) out += fmt::format("  - becomes: {}\n", markdown(fixed));
    }
  }
  return out.empty() ? out : "\n## Examples\n\n" + out;
}

}  // namespace

std::string rule_page(const Rule& rule, const RuleSet& rules) {
  std::string out = fmt::format("# {}\n\n{} · {}\n\nPack `{}`, dimension *{}*.\n", rule.id, markdown(rule.title.en),
                                markdown(rule.title.zh), rule.pack, name_of(rule.dimension));
  out += asked_of(rule) + "\n" + severities(rule);
  out += said("What it tells", rule.message) + said("Why", rule.why) + law(rule, rules);
  out += said("Proposed wording", rule.fix.with) + said("Second best", rule.fix.fallback);
  out += said("The line not to cross", rule.fix.floor) + said("Operating caution", rule.caution) + examples(rule);
  return out;
}

std::string rule_index(const RuleSet& rules) {
  std::string out = "# Rules\n\nMade from the packs by `clauselint rules pages`.\n";
  for (const Pack& pack : rules.packs()) {
    if (pack.rules.empty()) continue;
    out += fmt::format("\n## {} · {}\n\n", markdown(pack.title.en), markdown(pack.title.zh));
    out += table_head({"rule", "what", "dimension"});
    for (const Rule& rule : pack.rules) {
      out += table_row({fmt::format("[{0}]({0}.md)", rule.id),
                        fmt::format("{}<br>{}", markdown(rule.title.en), markdown(rule.title.zh)),
                        name_of(rule.dimension)});
    }
  }
  return out;
}

}  // namespace clauselint
