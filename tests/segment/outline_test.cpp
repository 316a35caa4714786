// How labels and headings nest.
#include <catch2/catch.hpp>

#include "segment/outline_text.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

std::string outline(std::string_view text) { return "\n" + outline_of(document(text)); }

}  // namespace

TEST_CASE("dotted numbers nest under the number they begin with") {
  CHECK(outline("8. Warranty\n8.1 Scope\n8.2 Warranty Period\n8.2.1 The period is 12 months.\n9. Term\n") == R"(
8. <Warranty>
  8.1
  8.2 <Warranty Period>
    8.2.1
9.
)");
}

TEST_CASE("a dotted number finds its article however that is written") {
  CHECK(outline("第八条 质保\n8.1 质保期为12个月。\n第九条 备件\n9.1 备件供应十年。\n") == R"(
第八条 <质保>
  8.1
第九条 <备件>
  9.1
)");
}

TEST_CASE("(i) after (h) is a letter, and under (a) a Roman numeral") {
  CHECK(outline("1. Duties\n(g) x is done.\n(h) y is done.\n(i) z is done.\n(j) w is done.\n") == R"(
1. <Duties>
  (g)
  (h)
  (i)
  (j)
)");
  CHECK(outline("1. Duties\n(a) these:\n(i) z is done.\n(ii) w is done.\n(b) those.\n") == R"(
1. <Duties>
  (a)
    (i)
    (ii)
  (b)
)");
  CHECK(outline("1. Duties\n(h) these:\n(i) z is done.\n(ii) w is done.\n") == R"(
1. <Duties>
  (h)
    (i)
    (ii)
)");
}

TEST_CASE("Chinese numbering nests in the order the draft uses") {
  CHECK(outline("第一章 总则\n第一条 定义\n一、甲方是指买方。\n（一）甲方负责下列事项，乙方予以配合：\n1. 甲。\n(1) "
                "乙。\n① 丙。\n（二）不包括丁。\n第二条 范围\n第二章 质保\n第三条 期限\n") == R"(
第一章 <总则>
  第一条 <定义>
    一、
      （一）
        1.
          (1)
            ①
      （二）
  第二条 <范围>
第二章 <质保>
  第三条 <期限>
)");
  CHECK(outline("一、总则\n第一条 定义如下。\n第二条 范围如下。\n二、质保\n第三条 期限如下。\n") == R"(
一、 <总则>
  第一条
  第二条
二、 <质保>
  第三条
)");
}

TEST_CASE("an annex closes everything and numbering begins anew in it") {
  CHECK(outline("1. Scope of Work\n(a) all goods.\n2. Term of Contract\nTwo years.\nAnnex B Service Levels\n1. "
                "Response\nWithin 4 hours.\n2. Repair\nWithin 2 days.\n") == R"(
1. <Scope of Work>
  (a)
2. <Term of Contract>
Annex B <Service Levels>
  1. <Response>
  2. <Repair>
)");
}

TEST_CASE("a list of annexes opens no annex") {
  CHECK(outline("10. Annexes\nThe following form part of this contract:\nAnnex A: Prices\nAnnex B: Services\n11. "
                "Law\nPRC law applies.\n") == R"(
10. <Annexes>
11. <Law>
)");
}

TEST_CASE("a list that restarts inside a clause stays inside it when the outer numbering resumes") {
  CHECK(outline("1. Scope\nAll goods are covered.\n2. Duties\nThe Supplier shall:\n1. repair the goods;\n2. replace "
                "parts.\n3. Term\nTwo years.\n") == R"(
1. <Scope>
2. <Duties>
  1.
  2.
3. <Term>
)");
}

TEST_CASE("lists under definitions without number do not nest in one another") {
  CHECK(outline("1.1 Definitions\n“Fault” means any of the following:\n(a) a breakdown; or\n(b) a loss of output.\n"
                "“Fee” means the fee for service.\n“Holiday” means any of the following:\n(a) a Sunday; or\n(b) a day "
                "of rest.\n"
                "1.2 Scope\nAll goods are covered.\n") == R"(
1.1 <Definitions>
  
    (a)
    (b)
  
  
    (a)
    (b)
1.2 <Scope>
)");
}

TEST_CASE("a list begun anew behind words of its own is not part of the list before it") {
  CHECK(outline("五、双方责任\n供方责任：\n1、按时供货。\n2、保证质量。\n需方责任：\n1、按时付款。\n2、及时验收。\n六、"
                "其他\n一式两份。\n") ==
        R"(
五、 <双方责任>
  1、
  2、
  <需方责任>
    1、
    2、
六、 <其他>
)");
}

TEST_CASE("labels that the layout has run together open a clause each") {
  CHECK(outline("2.1 Scope. The Supplier services the Products. 2.2 Records. The records are those of Section 2.1. 2.3 "
                "The Supplier keeps records.   3. TERM   3.1 The term is two years. It ends in 2030. 4.5 does not "
                "count.\n") == R"(
2.1 <Scope>
2.2 <Records>
2.3
3.1
)");
  CHECK(outline("1. Duties. The Supplier: (a) repairs; (b) replaces; and (c) refunds.\n2. Term. Two years.\n") == R"(
1. <Duties>
2. <Term>
)");
}

TEST_CASE("a number set before Han is a label where its own numbers follow") {
  CHECK(outline("1工程概况\n1.1 工程名称见主合同。\n2安全目标\n不发生任何事故。\n3 职责\n3.1 "
                "供方负责安全。\n5台设备见附表。\n") == R"(
1 <工程概况>
  1.1
2 <安全目标>
3 <职责>
  3.1
)");
}

TEST_CASE("a deeper number that is out of date stays below the list item before it") {
  Document draft =
      document("Secrets\nThey are kept.\nThey are used here.\nThis does not hold for what\nwas known.\nis public.\n");
  label(draft, 0, "4.");
  label(draft, 1, "4.1");
  label(draft, 2, "4.2");
  label(draft, 3, "4.3");
  label(draft, 4, "4.1.1");
  label(draft, 5, "4.1.2");
  for (std::size_t i = 1; i < 4; ++i) draft.paragraphs[i].list_level = 1;
  for (std::size_t i = 4; i < 6; ++i) draft.paragraphs[i].list_level = 2;
  CHECK("\n" + outline_of(draft) == R"(
4. <Secrets>
  4.1
  4.2
  4.3
    4.1.1
    4.1.2
)");
}

TEST_CASE("recitals do not hold the clauses that follow them") {
  CHECK(
      outline(
          "(A) The Supplier makes pumps.\n(B) The Customer buys pumps.\n1. Scope\nAll pumps.\n2. Term\nTwo years.\n") ==
      R"(
(A)
(B)
1. <Scope>
2. <Term>
)");
}

TEST_CASE("several labels at the head of one paragraph open one clause each") {
  CHECK(outline("8.2 (a) The Supplier repairs.\n8.2 (b) The Supplier replaces.\n8.3 Costs are shared.\n") == R"(
8.2
  (a)
  (b)
8.3
)");
}

TEST_CASE("a number out of any sequence opens nothing") {
  CHECK(outline("1. Scope\nDelivered to\n12 Main Street\n2. Term\nTwo years.\n") == R"(
1. <Scope>
2. <Term>
)");
}

TEST_CASE("headings of the format nest by their level") {
  Document draft = document(
      "After-Sales Terms\nWarranty\nThe goods are warranted.\nExclusions\nWear is excluded.\nRepair\nWe repair.\n");
  draft.paragraphs[0].heading_level = 1;
  draft.paragraphs[1].heading_level = 2;
  draft.paragraphs[3].heading_level = 3;
  draft.paragraphs[5].heading_level = 2;
  CHECK("\n" + outline_of(draft) == R"(
<Warranty>
  <Exclusions>
<Repair>
)");
}

TEST_CASE("heading styles that stand on sentences are not believed") {
  Document draft = document(
      "1. Scope\nThe Supplier repairs the pumps.\nThe Customer pays for the parts.\nThe Distributor keeps the stock.\n"
      "2. Term\nTwo years.\n");
  for (std::size_t i = 1; i < 4; ++i) draft.paragraphs[i].heading_level = 1;
  CHECK("\n" + outline_of(draft) == R"(
1. <Scope>
2. <Term>
)");
}

TEST_CASE("a line in capitals amid numbered clauses belongs to the clause before it") {
  CHECK(outline("1. Scope\nThe Supplier repairs the pumps on site.\nWEARING PARTS\nThe Customer pays for wearing parts "
                "itself.\n2. Term\nTwo years.\n") ==
        R"(
1. <Scope>
  <WEARING PARTS>
2. <Term>
)");
}

TEST_CASE("automatic labels count as typed ones do") {
  Document draft = document("Warranty\nThe period is 12 months.\nWear is excluded.\nRepair\n");
  label(draft, 0, "8.");
  label(draft, 1, "8.1");
  label(draft, 2, "(a)");
  label(draft, 3, "9.");
  CHECK("\n" + outline_of(draft) == R"(
8. <Warranty>
  8.1
    (a)
9.
)");
}

TEST_CASE("the table of contents opens no clauses") {
  CHECK(outline(
            "Contents\n1. Scope\t2\n2. Term\t3\n1. Scope\nAll goods are covered.\n2. Term\nThe term is two years.\n") ==
        R"(
1. <Scope>
2. <Term>
)");
  CHECK(outline(
            "目录\n第一条 质保期……2\n第二条 备件……3\n第一条 质保期\n质保期为12个月。\n第二条 备件\n备件供应十年。\n") ==
        R"(
第一条 <质保期>
第二条 <备件>
)");
}

TEST_CASE("contents run together in a few paragraphs open no clauses, whatever stands between the pages") {
  const std::string body =
      "ARTICLE 1 SALE\n1.1 Supply. The Supplier sells the goods to the Buyer as the Buyer orders them from time to "
      "time "
      "during the term of this Agreement, in accordance with the specifications that are set out in Schedule 3\n1.2 "
      "Price. The price is that of Schedule 4\n";
  const std::string_view expected = R"(
ARTICLE 1 <SALE>
  1.1 <Supply>
  1.2 <Price>
)";
  CHECK(outline("TABLE OF CONTENTS Page ARTICLE 1 SALE 1\n1.1 Supply 1 1.2 Price 2 -ii-\nSecret\nARTICLE 2 TERM 3\n" +
                body) == expected);
  CHECK(outline("Table of Contents\n1 SALE   4\n1.1 Supply   4   1.2 Price   5\n2 TERM   6\n" + body) == expected);
}

TEST_CASE("a row of annexes is a list, not an annex") {
  CHECK(
      outline(
          "Exhibit A Service Fees Exhibit B Rates\n1. Scope\nAll goods are covered.\nExhibit A Service Fees\nFees are "
          "listed here.\n") == R"(
1. <Scope>
Exhibit A <Service Fees>
)");
  CHECK(outline("1. Scope\nAll goods are covered.\nExhibit A Fees (see Exhibit B)\nFees are listed here.\n") == R"(
1. <Scope>
Exhibit A <Fees (see Exhibit B)>
)");
}

TEST_CASE("signatures open no clauses") {
  CHECK(outline("1. Term\nTwo years.\nIN WITNESS WHEREOF the parties have signed.\nACME PUMPS\nA. Smith\nDIRECTOR\n") ==
        "\n1. <Term>\n");
  CHECK(outline("第一条 附则\n一式两份。\n甲方（盖章）：\n2. 代表人\n") == "\n第一条 <附则>\n");
}

TEST_CASE("a text without labels is a root") {
  CHECK(outline("Dear Sirs,\nwe will repair the pump soon.\n") == "\n");
  CHECK(outline("") == "\n");
}
