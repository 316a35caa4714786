// Which rules are asked of a draft, and how grave their findings are.
#include "clauselint/rule_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "io/yaml.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kPack = "pack:";
constexpr std::string_view kTopic = "topic:";
constexpr std::string_view kDimension = "dimension:";

bool any_selects(const std::vector<std::string>& selectors, const Rule& rule) {
  return std::ranges::any_of(selectors, [&](const std::string& selector) { return selects(selector, rule); });
}

// What a selector of this kind could have been.
std::vector<std::string> known_to(std::string_view selector, const RuleSet& rules) {
  std::set<std::string> known;
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      if (selector.starts_with(kPack)) known.insert(rule.pack);
      if (selector.starts_with(kDimension)) known.insert(std::string(name_of(rule.dimension)));
      if (selector.starts_with(kTopic)) known.insert(rule.topics.begin(), rule.topics.end());
      if (selector.find(':') == std::string_view::npos) known.insert(rule.id);
    }
  }
  return {known.begin(), known.end()};
}

}  // namespace

bool selects(std::string_view selector, const Rule& rule) {
  if (selector == "all") return true;
  if (selector.starts_with(kPack)) return selector.substr(kPack.size()) == rule.pack;
  if (selector.starts_with(kDimension)) return selector.substr(kDimension.size()) == name_of(rule.dimension);
  if (selector.starts_with(kTopic)) {
    return std::ranges::find(rule.topics, selector.substr(kTopic.size())) != rule.topics.end();
  }
  if (selector.ends_with('*')) return rule.id.starts_with(selector.substr(0, selector.size() - 1));
  return selector == rule.id;
}

Text left_out(const RuleChoice& choice, const Rule& rule) {
  if (any_selects(choice.ignore, rule)) return {.en = "switched off by the configuration", .zh = "已被配置关闭"};
  if (!choice.select.empty() && !any_selects(choice.select, rule)) {
    return {.en = "not selected by the configuration", .zh = "配置未选用"};
  }
  if (choice.select.empty() && !rule.recommended) {
    return {.en = "asked only when the configuration selects it", .zh = "仅在配置选用时适用"};
  }
  if (choice.as_of.empty()) return {};
  if (!rule.since.empty() && choice.as_of < rule.since) {
    return {.en = fmt::format("applies from {} only", rule.since), .zh = fmt::format("自{}起适用", rule.since)};
  }
  if (!rule.until.empty() && choice.as_of >= rule.until) {
    return {.en = fmt::format("applied until {} only", rule.until), .zh = fmt::format("仅适用至{}", rule.until)};
  }
  return {};
}

std::optional<Severity> severity_of(const RuleChoice& choice, const Rule& rule) {
  std::optional<Severity> level;
  for (const auto& [selector, severity] : choice.severity) {
    if (selects(selector, rule)) level = severity;
  }
  return level;
}

std::string fault_of_selector(std::string_view selector, const RuleSet& rules) {
  for (const Pack& pack : rules.packs()) {
    if (std::ranges::any_of(pack.rules, [&](const Rule& rule) { return selects(selector, rule); })) return {};
  }
  const std::size_t colon = selector.find(':');
  const std::string_view kind = colon == std::string_view::npos ? "rule" : selector.substr(0, colon);
  const std::string_view word = colon == std::string_view::npos ? selector : selector.substr(colon + 1);
  const std::vector<std::string> known = known_to(selector, rules);
  if (known.empty())
    return fmt::format("\"{}\" is no selector: write an id, prefix-*, pack:NAME, topic:NAME or dimension:NAME",
                       selector);
  return unknown_word(kind, word, std::vector<std::string_view>(known.begin(), known.end()));
}

}  // namespace clauselint
