// The gates of a rule: what the matter, the role of the document and the language of a sentence say to them.
#include "rules/gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace clauselint {
namespace {

std::vector<std::string> one(const std::string& word) {
  return word.empty() ? std::vector<std::string>() : std::vector<std::string>{word};
}

struct Gate {
  std::string_view name;
  std::vector<std::string> Gates::*wanted;
  std::vector<std::string> (*said)(const GateContext& context);
  std::string_view en;  // why it is closed, a format
  std::string_view zh;
};

constexpr std::array kGates = {
    Gate{.name = "law",
         .wanted = &Gates::law,
         .said = [](const GateContext& c) { return one(c.matter.law.empty() ? "prc" : c.matter.law); },
         .en = "only under the law: {}",
         .zh = "仅适用于法律：{}"},
    Gate{.name = "market",
         .wanted = &Gates::market,
         .said = [](const GateContext& c) { return one(c.matter.market); },
         .en = "only for the market: {}",
         .zh = "仅适用于市场：{}"},
    Gate{.name = "product",
         .wanted = &Gates::product,
         .said = [](const GateContext& c) { return one(c.matter.product); },
         .en = "only for the product: {}",
         .zh = "仅适用于产品：{}"},
    Gate{.name = "parties",
         .wanted = &Gates::parties,
         .said = [](const GateContext& c) { return c.parties; },
         .en = "only where a party is: {}",
         .zh = "仅适用于当事人中有：{}"},
    Gate{.name = "role",
         .wanted = &Gates::role,
         .said = [](const GateContext& c) { return one(c.role); },
         .en = "only for documents of the role: {}",
         .zh = "仅适用于文件类型：{}"},
};

bool holds_any(const std::vector<std::string>& wanted, const std::vector<std::string>& said) {
  return std::ranges::find_first_of(wanted, said) != wanted.end();
}

}  // namespace

Text closed_gate(const Gates& gates, const GateContext& context) {
  for (const Gate& gate : kGates) {
    const std::vector<std::string>& wanted = gates.*gate.wanted;
    if (wanted.empty() || holds_any(wanted, gate.said(context))) continue;
    return {.en = fmt::format(fmt::runtime(gate.en), fmt::join(wanted, ", ")),
            .zh = fmt::format(fmt::runtime(gate.zh), fmt::join(wanted, "、"))};
  }
  return {};
}

std::vector<GateTrace> trace_gates(const Gates& gates, const GateContext& context) {
  std::vector<GateTrace> asked;
  for (const Gate& gate : kGates) {
    const std::vector<std::string>& wanted = gates.*gate.wanted;
    if (wanted.empty()) continue;
    const std::vector<std::string> said = gate.said(context);
    asked.push_back({.name = std::string(gate.name),
                     .wanted = wanted,
                     .said = fmt::format("{}", fmt::join(said, ", ")),
                     .open = holds_any(wanted, said)});
  }
  return asked;
}

bool speaks(const Gates& gates, Language language) {
  return gates.language.empty() || holds_any(gates.language, {language == Language::En ? "en" : "zh"});
}

}  // namespace clauselint
