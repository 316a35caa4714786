// What packs change about the rules of packs before them.
#include "rules/rule_changes.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>

#include "io/yaml.hpp"

namespace clauselint {
namespace {

void change_text(Text& text, const Text& to) {
  if (!to.empty()) text = to;
}

void apply(const RuleChange& change, Rule& rule) {
  for (std::size_t side = 0; side < kSides; ++side) {
    if (change.severity[side]) rule.severity[side] = *change.severity[side];
  }
  if (change.once) rule.once = *change.once;
  if (change.recommended) rule.recommended = *change.recommended;
  if (change.gates) rule.gates = *change.gates;
  change_text(rule.title, change.title);
  change_text(rule.message, change.message);
  change_text(rule.why, change.why);
  change_text(rule.caution, change.caution);
  if (change.fix) {
    rule.fix = *change.fix;
    for (Example& example : rule.examples) example.fixed = {};
  }
  if (change.when) {
    rule.when = *change.when;
    rule.examples.clear();
  }
  if (change.examples) rule.examples = *change.examples;
}

}  // namespace

void apply_changes(std::vector<Pack>& packs, std::vector<Error>& errors) {
  std::map<std::string_view, Rule*> rules;
  for (Pack& pack : packs) {
    for (const RuleChange& change : pack.changes) {
      const auto found = rules.find(change.rule);
      if (found != rules.end()) {
        apply(change, *found->second);
        continue;
      }
      std::vector<std::string_view> known;
      for (const auto& entry : rules) known.push_back(entry.first);
      errors.push_back({.kind = ErrorKind::Pack,
                        .where = fmt::format("{}:{}:{}", pack.path, change.place.line, change.place.column),
                        .message = unknown_word("rule", change.rule, known)});
    }
    for (Rule& rule : pack.rules) rules.emplace(rule.id, &rule);
  }
}

}  // namespace clauselint
