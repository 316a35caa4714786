// Who owes the duty at a place, sentence by sentence: the place is where the stroke stands.
#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/party.hpp"
#include "support/document_builder.hpp"

namespace clauselint {
namespace {

std::vector<Party> parties_called(const std::vector<std::string>& aliases) {
  std::vector<Party> parties;
  for (const std::string& alias : aliases) {
    Party party;
    party.aliases.push_back({.words = alias, .span = {}});
    parties.push_back(std::move(party));
  }
  return parties;
}

// The aliases of those who owe what stands at the stroke, joined by `+`; `nobody` when nobody is named.
std::string owed_at_stroke(std::string text, const std::vector<Party>& parties) {
  const std::size_t at = text.find('|');
  REQUIRE(at != std::string::npos);
  text.erase(at, 1);
  const Document draft = document(text);
  const std::vector<Duty> duties = find_duties(draft, segment(draft), parties);
  const Duty* const duty = duty_at(duties, static_cast<std::uint32_t>(at));
  std::string names;
  for (std::size_t i = 0; duty != nullptr && i < parties.size(); ++i) {
    if ((duty->owed_by >> i & 1u) == 0) continue;
    names += (names.empty() ? "" : "+") + parties[i].aliases.front().words;
  }
  return names.empty() ? "nobody" : names;
}

struct Case {
  const char* text;
  const char* owed_by;
};

void check(const std::vector<Case>& cases, const std::vector<Party>& parties) {
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(owed_at_stroke(one.text, parties) == one.owed_by);
  }
}

const std::vector<Party>& english() {
  static const std::vector<Party> parties = parties_called({"Supplier", "Distributor", "Customer"});
  return parties;
}

const std::vector<Party>& chinese() {
  static const std::vector<Party> parties = parties_called({"甲方", "乙方", "供方", "需方", "经销商"});
  return parties;
}

}  // namespace

TEST_CASE("the subject before the verb owes the duty") {
  check({{"Supplier shall repair the Products within |10 days.", "Supplier"},
         {"The Distributor must keep spare parts for |five years.", "Distributor"},
         {"Within |10 days after notice, Supplier shall repair the Products.", "Supplier"},
         {"Supplier will, at its own cost, replace the part within |5 days.", "Supplier"},
         {"Supplier, upon receipt of the notice, shall answer within |2 days.", "Supplier"},
         {"Supplier hereby agrees to answer within |4 hours.", "Supplier"},
         {"Distributor is responsible for repairs during |24 months.", "Distributor"},
         {"Customer is obliged to give notice within |7 days.", "Customer"},
         {"Supplier guarantees the Products for |12 months.", "Supplier"},
         {"Supplier shall not charge for repairs within |12 months.", "Supplier"},
         {"SUPPLIER SHALL ANSWER WITHIN |2 DAYS.", "Supplier"},
         {"Supplier's technician shall arrive within |8 hours.", "Supplier"},
         {"The personnel of Distributor shall arrive within |8 hours.", "Distributor"},
         {"The Distributor's service staff will answer within |8 hours.", "Distributor"}},
        english());
}

TEST_CASE("in the passive the party behind by owes the duty, or nobody") {
  check({{"Repairs shall be completed within |10 days.", "nobody"},
         {"Repairs shall be completed by Supplier within |10 days.", "Supplier"},
         {"Freight shall be borne by the Distributor up to |500 RMB.", "Distributor"},
         {"The costs will be paid by Supplier within |30 days.", "Supplier"},
         {"Customer shall be informed within |2 days.", "nobody"},
         {"Customer shall be informed by Supplier within |2 days.", "Supplier"},
         {"The report shall be sent within |2 days upon request by Customer.", "nobody"},
         {"Products shall be repaired within |5 days after receipt by Supplier.", "nobody"},
         {"Parts shall be stocked and delivered by Distributor within |3 days.", "Distributor"},
         {"The warranty period shall be |12 months.", "nobody"},
         {"Labour and parts shall be borne by Supplier and Distributor for |12 months.", "Supplier+Distributor"}},
        english());
}

TEST_CASE("each part of a sentence has its own subject") {
  check({{"Supplier shall deliver within 5 days and Distributor shall pay within |30 days.", "Distributor"},
         {"Supplier shall deliver within |5 days and Distributor shall pay within 30 days.", "Supplier"},
         {"If Customer notifies a defect within |5 days, Supplier shall repair it.", "Customer"},
         {"If Customer notifies a defect within 5 days, Supplier shall repair it within |10 days.", "Supplier"},
         {"Supplier shall repair the Products within |5 days if Customer returns them.", "Supplier"},
         {"Supplier shall, if Customer so requests, repair the Products within |3 days.", "Supplier"},
         {"Supplier shall repair the Products and shall bear freight up to |500 RMB.", "Supplier"},
         {"Customer may return the Products, and Supplier shall refund within |30 days.", "Supplier"},
         {"Distributor shall return the Products at |Supplier's cost.", "Supplier"},
         {"Distributor shall return the Products at Supplier's cost within |14 days.", "Distributor"},
         {"The Products are returned within |14 days at Supplier's expense.", "Supplier"},
         {"The Products shall be returned within |14 days at the expense of Supplier.", "Supplier"},
         {"Products delivered by Supplier shall be tested within |3 days.", "nobody"},
         {"If Customer has paid the price, then, within |5 days after notice, Supplier shall refund it.", "Supplier"},
         {"Unless Supplier objects within |10 days, the claim is accepted.", "Supplier"}},
        english());
}

TEST_CASE("the parties together, and a party that is not told") {
  check({{"The parties shall meet within |10 days.", "Supplier+Distributor+Customer"},
         {"Supplier and Distributor shall each answer within |10 days.", "Supplier+Distributor"},
         {"Each party shall answer within |10 days.", "Supplier+Distributor+Customer"},
         {"The other party shall answer within |10 days.", "nobody"},
         {"Customer may cancel within |10 days.", "nobody"},
         {"Supplier shall be entitled to refuse after |10 days.", "nobody"}},
        english());
}

TEST_CASE("items inherit the subject of their lead-in, and of a heading that names one party") {
  check({{"1. Supplier shall:\n(a) repair within 5 days;\n(b) replace within |10 days.", "Supplier"},
         {"1. Supplier shall:\n(a) repair within 5 days;\n(b) Distributor shall pay within |10 days.", "Distributor"},
         {"1. Distributor's obligations\n1.1 Repairs are completed within |10 days.", "Distributor"},
         {"1. Supplier shall ensure the following:\n(a) calls shall be answered within |4 hours;", "Supplier"},
         {"1. Supplier shall:\n(a) repair;\n2. Repairs shall be completed within |10 days.", "nobody"},
         {"第一条 乙方应：\n（1）在5日内维修；\n（2）在|10日内更换。", "乙方"},
         {"第一条 乙方的责任\n1、在|10日内完成维修。", "乙方"},
         {"第一条 供方责任\n1、提供配件。\n2、需方应在|10日内付款。", "需方"}},
        parties_called({"Supplier", "Distributor", "甲方", "乙方", "供方", "需方"}));
}

TEST_CASE("in Chinese the subject of each part between commas owes the duty") {
  check({{"乙方应在|10日内完成维修。", "乙方"},
         {"乙方须于接到甲方通知后|24小时内到达现场。", "乙方"},
         {"接到通知后|24小时内，乙方应派人到场。", "乙方"},
         {"接到通知后乙方应在|24小时内到场。", "乙方"},
         {"乙方负责维修，费用由甲方承担，最高|5000元。", "甲方"},
         {"运费由乙方承担，不超过|500元。", "乙方"},
         {"由供方在|3日内负责更换。", "供方"},
         {"甲方应在收到乙方发票后|30日内付款。", "甲方"},
         {"供方保证产品在|12个月内无缺陷。", "供方"},
         {"乙方应在24小时内到场，并在|3日内修复。", "乙方"},
         {"甲方验收合格后，乙方应在|7日内开具发票。", "乙方"},
         {"如甲方未在|5日内付款，乙方有权解除合同。", "甲方"},
         {"如乙方逾期，甲方有权在|10日内解除合同。", "nobody"},
         {"甲方有权要求乙方在|5日内更换。", "乙方"},
         {"产品的质保期为|12个月。", "nobody"},
         {"在甲方正常使用的条件下，产品的质保期为|12个月。", "nobody"},
         {"质保期为|12个月，乙方应免费维修。", "nobody"},
         {"双方应在|10日内协商。", "甲方+乙方+供方+需方+经销商"},
         {"甲方和乙方应在|10日内协商。", "甲方+乙方"},
         {"经销商应当在|2个工作日内上报。", "经销商"},
         {"乙方的服务人员应在|4小时内到场。", "乙方"},
         {"维修应在|10日内完成。", "nobody"},
         {"所产生的费用甲方自理，上限|1000元。", "甲方"},
         {"需方须在|7日内提出异议，逾期视为合格。", "需方"},
         {"甲方未按时付款的，应按每日|万分之五支付违约金。", "甲方"}},
        chinese());
}

TEST_CASE("without parties nobody owes anything") {
  CHECK(find_duties(document("Supplier shall pay.\n"), segment(document("Supplier shall pay.\n")), {}).empty());
}

TEST_CASE("ranges of a sentence cover it and do not overlap") {
  const Document draft = document(
      "If Customer pays, Supplier shall deliver at Distributor's cost within 5 days.\n乙方应到场，费用由甲方承担。\n");
  const ClauseTree tree = segment(draft);
  const std::vector<Duty> duties =
      find_duties(draft, tree, parties_called({"Supplier", "Distributor", "Customer", "甲方", "乙方"}));
  REQUIRE(duties.size() > 4);
  for (std::size_t i = 0; i < duties.size(); ++i) {
    const ByteSpan sentence = tree.sentences[duties[i].sentence].span;
    const bool first = i == 0 || duties[i - 1].sentence != duties[i].sentence;
    const bool last = i + 1 == duties.size() || duties[i + 1].sentence != duties[i].sentence;
    CHECK(duties[i].span.begin == (first ? sentence.begin : duties[i - 1].span.end));
    if (last) CHECK(duties[i].span.end == sentence.end);
  }
}

}  // namespace clauselint
