// The gates of a rule: what the matter, the role of the document and the language of a sentence say to them.
#include "rules/gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace clauselint {
namespace {

struct Gate {
  std::string_view name;
  std::vector<std::string> Gates::*wanted;
  std::string (*said)(const Matter& matter, const std::string& role);
  std::string_view en;  // why it is closed, a format
  std::string_view zh;
};

constexpr std::array kGates = {
    Gate{.name = "law",
         .wanted = &Gates::law,
         .said = [](const Matter& matter, const std::string&) { return matter.law.empty() ? "prc" : matter.law; },
         .en = "only under the law: {}",
         .zh = "仅适用于法律：{}"},
    Gate{.name = "market",
         .wanted = &Gates::market,
         .said = [](const Matter& matter, const std::string&) { return matter.market; },
         .en = "only for the market: {}",
         .zh = "仅适用于市场：{}"},
    Gate{.name = "product",
         .wanted = &Gates::product,
         .said = [](const Matter& matter, const std::string&) { return matter.product; },
         .en = "only for the product: {}",
         .zh = "仅适用于产品：{}"},
    Gate{.name = "role",
         .wanted = &Gates::role,
         .said = [](const Matter&, const std::string& role) { return role; },
         .en = "only for documents of the role: {}",
         .zh = "仅适用于文件类型：{}"},
};

bool passes(const std::vector<std::string>& wanted, std::string_view said) {
  return wanted.empty() || std::ranges::find(wanted, said) != wanted.end();
}

}  // namespace

Text closed_gate(const Gates& gates, const Matter& matter, const std::string& role) {
  for (const Gate& gate : kGates) {
    const std::vector<std::string>& wanted = gates.*gate.wanted;
    if (wanted.empty() || passes(wanted, gate.said(matter, role))) continue;
    return {.en = fmt::format(fmt::runtime(gate.en), fmt::join(wanted, ", ")),
            .zh = fmt::format(fmt::runtime(gate.zh), fmt::join(wanted, "、"))};
  }
  return {};
}

std::vector<GateTrace> trace_gates(const Gates& gates, const Matter& matter, const std::string& role) {
  std::vector<GateTrace> asked;
  for (const Gate& gate : kGates) {
    const std::vector<std::string>& wanted = gates.*gate.wanted;
    if (wanted.empty()) continue;
    std::string said = gate.said(matter, role);
    const bool open = passes(wanted, said);
    asked.push_back({.name = std::string(gate.name), .wanted = wanted, .said = std::move(said), .open = open});
  }
  return asked;
}

bool speaks(const Gates& gates, Language language) {
  return passes(gates.language, language == Language::En ? "en" : "zh");
}

}  // namespace clauselint
