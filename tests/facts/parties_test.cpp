// The parties of a draft and their roles.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/party.hpp"
#include "support/document_builder.hpp"
#include "support/mini_rules.hpp"

namespace clauselint {
namespace {

using Words = std::vector<std::string>;

const RuleSet& roles() {
  static const RuleSet rules = rules_from(R"(roles:
  maker:
    title: {en: maker, zh: 供方}
    en: [supplier, seller]
    zh: [供方, 卖方, 供应商]
    does: {en: [sells], zh: [销售, 供应]}
  trader:
    title: {en: trader, zh: 经销商}
    en: [distributor]
    zh: [经销商]
    opposite: maker
  user:
    title: {en: user, zh: 需方}
    en: [buyer, customer]
    zh: [需方, 买方]
    does: {en: [purchases], zh: [采购, 购买]}
    opposite: maker
)");
  return rules;
}

std::vector<Party> parties_of(const Document& draft, const Matter& matter = {}) {
  const ClauseTree tree = segment(draft);
  return find_parties(draft, tree, find_definitions(draft, tree), roles().roles(), matter);
}

// `alias/alias: role (name)` each.
Words told(const std::vector<Party>& parties) {
  Words lines;
  for (const Party& party : parties) {
    std::string line;
    for (const PartyAlias& alias : party.aliases) line += (line.empty() ? "" : "/") + alias.words;
    line += ": " + (party.role == nullptr ? std::string("?") : party.role->name);
    if (!party.name.empty()) line += " (" + party.name + ")";
    lines.push_back(line);
  }
  return lines;
}

Words found(std::string_view text, const Matter& matter = {}) { return told(parties_of(document(text), matter)); }

}  // namespace

TEST_CASE("an English preamble names its parties in brackets or behind labels") {
  CHECK(found("This Agreement is made between Alpha Pumps Ltd., a company organized under the laws of X "
              "(\"Supplier\"), and Beta GmbH, "
              "having its registered office in Y (hereinafter referred to as the \"Distributor\").\n") ==
        Words{"Supplier: maker (Alpha Pumps Ltd.)", "Distributor: trader (Beta GmbH)"});
  CHECK(found("Seller: Alpha Pumps Ltd\nBuyer: Beta GmbH\n") ==
        Words{"Seller: maker (Alpha Pumps Ltd)", "Buyer: user (Beta GmbH)"});
  CHECK(found("Party A (the Supplier): Alpha Ltd\nParty B (the Distributor): Beta Ltd\n") ==
        Words{"Party A/Supplier: maker (Alpha Ltd)", "Party B/Distributor: trader (Beta Ltd)"});
  CHECK(found("Supplier sells pumps (the \"Products\").\n").empty());
}

TEST_CASE("a Chinese preamble names its parties") {
  CHECK(found("甲方（供方）：某某水泵有限公司\n乙方（需方）：______\n") ==
        Words{"甲方/供方: maker (某某水泵有限公司)", "乙方/需方: user"});
  CHECK(found("甲方：某某有限公司（以下简称“供应商”）\n乙方：另一有限公司（下称“经销商”）\n") ==
        Words{"甲方/供应商: maker (某某有限公司)", "乙方/经销商: trader (另一有限公司)"});
  CHECK(found("卖　方：某某有限公司\n买　方：另一有限公司\n") ==
        Words{"卖方: maker (某某有限公司)", "买方: user (另一有限公司)"});
  CHECK(found("买方（甲方） 卖方（乙方）\n") == Words{"买方/甲方: user", "卖方/乙方: maker"});
  CHECK(found("本合同由某某有限公司（供方）与另一有限公司（需方）签订。\n") ==
        Words{"供方: maker (某某有限公司)", "需方: user (另一有限公司)"});
}

TEST_CASE("a table names a party in the cell beside its alias") {
  Document draft = document("甲方\n某某有限公司\n乙方\n另一有限公司\n甲方向乙方采购水泵。\n");
  for (std::uint32_t i = 0; i < 4; ++i) draft.paragraphs[i].cell = Cell{.table = 0, .row = i / 2, .column = i % 2};
  const std::vector<Party> parties = parties_of(draft);
  CHECK(told(parties) == Words{"甲方: user (某某有限公司)", "乙方: maker (另一有限公司)"});
  CHECK(parties.front().source == PartySource::Table);
}

TEST_CASE("a definition may name a party, but not a kind of people") {
  CHECK(found("\"Distributor\" means Beta Ltd.\n") == Words{"Distributor: trader"});
  CHECK(found("\"Customer\" means any person who buys Products.\n").empty());
}

TEST_CASE("without a preamble those are parties whose words act") {
  CHECK(found("1. Supplier shall repair.\n2. The Distributor shall pay.\n") ==
        Words{"Supplier: maker", "Distributor: trader"});
  CHECK(found("第一条 供方应维修。\n第二条 经销商负责安装。\n") == Words{"供方: maker", "经销商: trader"});
  CHECK(found("1. Products of any supplier are repaired.\n").empty());
}

TEST_CASE("what a lettered party is or does tells its role, the matter decides") {
  CHECK(found("甲方：\n乙方：\n乙方作为甲方产品的经销商。\n") == Words{"甲方: maker", "乙方: trader"});
  CHECK(found("甲方：某某有限公司\n乙方：另一有限公司\n甲方向乙方采购水泵。\n") ==
        Words{"甲方: user (某某有限公司)", "乙方: maker (另一有限公司)"});
  CHECK(found("甲方：某某有限公司\n乙方：另一有限公司\n双方合作。\n") ==
        Words{"甲方: ? (某某有限公司)", "乙方: ? (另一有限公司)"});
  Matter matter;
  matter.parties = {{"甲方", "trader"}};
  CHECK(found("甲方（供方）：某某有限公司\n", matter) == Words{"甲方/供方: trader (某某有限公司)"});
}

TEST_CASE("a role is known by the last words of an alias") {
  CHECK(found("1. Authorised Distributor: Beta Ltd\n2. The Distributor shall pay.\n").size() >= 1);
  CHECK(found("第一条 设备供应商应维修。\n") == Words{"供应商: maker"});
}

}  // namespace clauselint
