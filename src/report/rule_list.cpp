// The rules of all packs as a list, for people, spreadsheets and programs.
#include <fmt/format.h>

#include <string>

#include "clauselint/report.hpp"
#include "report/csv.hpp"
#include "report/json_values.hpp"
#include "report/places.hpp"
#include "report/version.hpp"

namespace clauselint {
namespace {

template <class List>
std::string names_of(std::string_view title, const List& list) {
  std::string out;
  for (const auto& entry : list) out += " " + entry.name;
  return out.empty() ? out : fmt::format("  {}{}\n", title, out);
}

Json severities_of(const Rule& rule) {
  Json severities = Json::object();
  for (int side = 0; side < kSides; ++side) {
    severities[std::string(name_of(static_cast<Side>(side)))] = name_of(rule.severity[static_cast<std::size_t>(side)]);
  }
  return severities;
}

Json both(const Text& text) { return {{"en", text.en}, {"zh", text.zh}}; }

}  // namespace

std::string rule_list_text(const RuleSet& rules, Language language) {
  const bool english = language == Language::En;
  std::string out;
  for (const Pack& pack : rules.packs()) {
    out += fmt::format("{} {}: {}\n", pack.name, pack.version, in_either(pack.title, language));
    for (const Rule& rule : pack.rules) {
      out += fmt::format("  {:<44} {:<22} {}\n", rule.id, name_of(rule.dimension), in_either(rule.title, language));
    }
    out += names_of(english ? "facts:" : "要素：", pack.facts);
    out += names_of(english ? "topics:" : "主题：", pack.topics);
    out += names_of(english ? "subjects:" : "对象：", pack.subjects);
  }
  return out;
}

std::string rule_list_json(const RuleSet& rules) {
  Json list = Json::array();
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      list.push_back({{"rule", rule.id},
                      {"pack", pack.name},
                      {"pack_version", pack.version},
                      {"title", both(rule.title)},
                      {"dimension", name_of(rule.dimension)},
                      {"severity", severities_of(rule)},
                      {"topics", rule.topics},
                      {"applies",
                       {{"law", rule.gates.law},
                        {"market", rule.gates.market},
                        {"product", rule.gates.product},
                        {"parties", rule.gates.parties},
                        {"language", rule.gates.language},
                        {"role", rule.gates.role}}},
                      {"law", rule.law},
                      {"why", both(rule.why)}});
    }
  }
  return dumped({{"tool", "clauselint"}, {"version", kVersion}, {"format", 1}, {"rules", list}}, 2) + "\n";
}

std::string rule_list_csv(const RuleSet& rules) {
  std::string out =
      std::string(kByteOrderMark) + csv_row({"rule", "pack", "dimension", "title_en", "title_zh", "severity", "law"});
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      std::string severities;
      for (int side = 0; side < kSides; ++side) {
        severities += fmt::format("{}{} {}", severities.empty() ? "" : ", ", name_of(static_cast<Side>(side)),
                                  name_of(rule.severity[static_cast<std::size_t>(side)]));
      }
      out += csv_row({rule.id, pack.name, name_of(rule.dimension), rule.title.en, rule.title.zh, severities,
                      fmt::format("{}", fmt::join(rule.law, " "))});
    }
  }
  return out;
}

}  // namespace clauselint
