// What is a label at the start of a paragraph, and what only looks like one.
#include "segment/label.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

namespace {

// The label as shown with what it counts: `8.2.1 = 8/2/1`, or `none`.
std::string read(const std::string& text) {
  const std::optional<Label> label = read_label(text);
  if (!label) return "none";
  std::string shown = text.substr(0, label->size) + " =";
  for (int i = 0; i < label->depth; ++i)
    shown += (i == 0 ? " " : "/") + std::to_string(label->numbers[static_cast<std::size_t>(i)]);
  return shown;
}

}  // namespace

TEST_CASE("dotted and pointed numbers are labels") {
  CHECK(read("8.2 Warranty Period") == "8.2 = 8/2");
  CHECK(read("8.2.1 The Supplier") == "8.2.1 = 8/2/1");
  CHECK(read("8. Warranty") == "8. = 8");
  CHECK(read("1、技术目标") == "1、 = 1");
  CHECK(read("1）擅自转租") == "1） = 1");
  CHECK(read("1.1双方互相提供") == "1.1 = 1/1");
  CHECK(read("８．２ 质保期") == "８．２ = 8/2");
  CHECK(read("1.0 Scope") == "1.0 = 1");
  CHECK(read("8.2(a) the") == "8.2 = 8/2");
}

TEST_CASE("letters and Roman numerals in brackets are labels") {
  CHECK(read("(a) repair") == "(a) = 1");
  CHECK(read("(iv) repair") == "(iv) = 4");
  CHECK(read("a) repair") == "a) = 1");
  CHECK(read("(aa) repair") == "(aa) = 27");
  CHECK(read("A. Definitions") == "A. = 1");
  CHECK(read("IV. Warranty") == "IV. = 4");
  CHECK(read("（二）保修") == "（二） = 2");
  CHECK(read("(二) 保修") == "(二) = 2");
  CHECK(read("① 保修") == "① = 1");
  CHECK(read_label("(i) repair")->roman == 1);
}

TEST_CASE("labels may begin with a word") {
  CHECK(read("Article IV Warranty") == "Article IV = 4");
  CHECK(read("ARTICLE 4") == "ARTICLE 4 = 4");
  CHECK(read("Section 8.2 Warranty") == "Section 8.2 = 8/2");
  CHECK(read("§ 3 Warranty") == "§ 3 = 3");
  CHECK(read("Annex B Technical Terms") == "Annex B = 2");
  CHECK(read("Appendix 4: Prices") == "Appendix 4 = 4");
  CHECK(read("Schedule 1") == "Schedule 1 = 1");
  CHECK(read("Exhibit A") == "Exhibit A = 1");
  CHECK(read("Article Four. Term") == "Article Four. = 4");
}

TEST_CASE("Chinese labels count in Han numerals") {
  CHECK(read("第八条 质保期") == "第八条 = 8");
  CHECK(read("第八条质保期") == "第八条 = 8");
  CHECK(read("第 八 条 质保期") == "第 八 条 = 8");
  CHECK(read("第8.2款 费用") == "第8.2款 = 8/2");
  CHECK(read("第十二章 附则") == "第十二章 = 12");
  CHECK(read("第一百零三条 附则") == "第一百零三条 = 103");
  CHECK(read("第一部分 合同协议书") == "第一部分 = 1");
  CHECK(read("一、总则") == "一、 = 1");
  CHECK(read("二十一、其他") == "二十一、 = 21");
  CHECK(read("附件二：备件清单") == "附件二 = 2");
  CHECK(read("附录一") == "附录一 = 1");
  CHECK(read("附表1 价格") == "附表1 = 1");
}

TEST_CASE("amounts, dates and measures are no labels") {
  CHECK(read("12 months from delivery") == "none");
  CHECK(read("12 Months from Delivery") == "none");
  CHECK(read("2024.5.1") == "none");
  CHECK(read("2024年5月1日") == "none");
  CHECK(read("3.5 kg per unit") == "none");
  CHECK(read("3.5万元") == "none");
  CHECK(read("1.5倍") == "none");
  CHECK(read("5,000 units") == "none");
  CHECK(read("0512-63038888") == "none");
  CHECK(read("7×24小时") == "none");
  CHECK(read("10% of the price") == "none");
  CHECK(read("30. June 2024") == "none");
  CHECK(read("9:00 to 18:00") == "none");
  CHECK(read("2个月") == "none");
  CHECK(read("(24) months") == "none");
  CHECK(read("1、2、3号楼") == "none");
  CHECK(read("一、二号楼") == "none");
  CHECK(read("e.g. this") == "none");
  CHECK(read("(s)he") == "none");
  CHECK(read("(c) 2020 The Company") == "none");
}

TEST_CASE("a mention of a clause at the start of a sentence is no label") {
  CHECK(read("Section 8.2 applies") == "none");
  CHECK(read("Section 5, the Supplier") == "none");
  CHECK(read("Exhibit A is attached") == "none");
  CHECK(read("第八条规定的质保期") == "none");
  CHECK(read("第八条、第九条") == "none");
  CHECK(read("第八条第二款") == "none");
  CHECK(read("附件一所列备件") == "none");
}

TEST_CASE("automatic labels may be compound or bare, bullets are none") {
  CHECK(read_automatic_label("8.2(a)")->depth == 3);
  CHECK(read_automatic_label("23.3.(1)")->depth == 3);
  CHECK(read_automatic_label("8")->kind == LabelKind::Number);
  CHECK(read_automatic_label("a")->kind == LabelKind::Letter);
  CHECK(read_automatic_label("第八条、")->kind == LabelKind::Article);
  CHECK(read_automatic_label("Step 3:")->ordinal() == 3);
  CHECK_FALSE(read_automatic_label("•"));
  CHECK_FALSE(read_automatic_label("-"));
  CHECK_FALSE(read_automatic_label(""));
}
