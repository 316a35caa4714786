// Clauses that say the same in two languages.
#include <catch2/catch.hpp>

#include "clauselint/clause.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

// Every pair once, as cited: `第八条 = Article 8`.
std::string pairs(const Document& draft) {
  const ClauseTree tree = segment(draft);
  std::string told;
  for (std::uint32_t i = 0; i < tree.clauses.size(); ++i) {
    const std::uint32_t twin = tree.clauses[i].twin;
    if (twin == kNoClause || twin < i) continue;
    CHECK(tree.clauses[twin].twin == i);
    told += citation(tree, i) + " = " + citation(tree, twin) + "\n";
  }
  return told;
}

// Each clause by label or citation, heading and language, with the citation of its twin.
std::string told(const Document& draft) {
  const ClauseTree tree = segment(draft);
  std::string text;
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    text.append((clause.level - 1) * 2, ' ');
    const std::string cited = clause.label.starts_with("(") ? citation(tree, i) : clause.label;
    if (!cited.empty()) text += cited + " ";
    if (!clause.heading.empty()) text += std::string(draft.words(clause.heading)) + " ";
    text += clause.language == Language::En ? "en" : "zh";
    if (clause.twin != kNoClause) text += " = " + citation(tree, clause.twin);
    text += "\n";
  }
  return text;
}

std::string missing(const Document& draft) {
  const ClauseTree tree = segment(draft);
  std::string text;
  for (const std::uint32_t i : clauses_without_twin(tree)) text += citation(tree, i) + "\n";
  return text;
}

std::string sentence_pairs(const Document& draft) {
  const ClauseTree tree = segment(draft);
  std::string text;
  for (std::uint32_t s = 0; s < tree.sentences.size(); ++s) {
    const std::uint32_t twin = tree.sentences[s].twin;
    if (twin == kNoSentence || twin < s) continue;
    CHECK(tree.sentences[twin].twin == s);
    text.append(draft.words(tree.sentences[s].span))
        .append(" = ")
        .append(draft.words(tree.sentences[twin].span))
        .append("\n");
  }
  return text;
}

void put_in_table(Document& draft, std::uint32_t columns) {
  for (std::uint32_t i = 0; i < draft.paragraphs.size(); ++i) {
    draft.paragraphs[i].cell = Cell{.table = 0, .row = i / columns, .column = i % columns};
  }
}

constexpr std::string_view kRows =
    "第八条 质保期。产品的质保期为自交付之日起十二个月。\n"
    "Article 8 Warranty Period. The warranty period of the Products is twelve months from delivery.\n"
    "（一）易损件不在质保范围之内，由买方自行承担费用。\n"
    "(1) Wearing parts are not covered by the warranty and are paid for by the Buyer.\n"
    "第九条 备件。卖方应当在十年之内供应产品的备件。\n"
    "Article 9 Spare Parts. The Seller shall supply spare parts of the Products for ten years.\n";

constexpr std::string_view kPairs = "第八条 = Article 8\n第八条（一） = Article 8(1)\n第九条 = Article 9\n";

}  // namespace

TEST_CASE("the cells of a row are twins") {
  Document draft = document(kRows);
  put_in_table(draft, 2);
  CHECK(pairs(draft) == kPairs);
}

TEST_CASE("paragraphs that alternate under the same label are twins") { CHECK(pairs(document(kRows)) == kPairs); }

TEST_CASE("one language after the other is paired by its labels") {
  CHECK(pairs(document("第一条 质保期。产品的质保期为自交付之日起十二个月，易损件除外，另有约定的从其约定。\n"
                       "第二条 备件。卖方应当在十年之内供应产品的备件，价格按照附件所列的价目表执行，运费由买方承担。\n"
                       "Article 1 Warranty Period. The warranty period of the Products is twelve months from delivery, "
                       "wearing parts excepted, unless otherwise agreed.\n"
                       "Article 2 Spare Parts. The Seller shall supply spare parts of the Products for ten years at "
                       "the prices of the price list; freight is borne by the Buyer.\n")) ==
        "第一条 = Article 1\n第二条 = Article 2\n");
}

TEST_CASE("a clause that one language misses is left without a twin, and those behind it keep theirs") {
  const Document draft = document(
      "1. Warranty\nThe Supplier warrants the Products against defects in material and workmanship for eighteen (18) "
      "months from delivery.\n"
      "2. Response\nThe Supplier shall answer each Service Request within four (4) hours.\n"
      "3. Spare Parts\nThe Supplier shall keep spare parts available for ten (10) years after the last delivery.\n"
      "4. Returns\nThe Customer shall obtain a return number before it sends any Product back.\n"
      "5. Escalation\nA fault that is not repaired within 5 Working Days goes to the service managers.\n"
      "第一条 质量保证\n供方保证产品自交付之日起十八个月内不存在材料和工艺上的缺陷。\n"
      "第二条 响应\n供方应在四小时内答复每一项服务请求，并及时安排工程师到达现场处理。\n"
      "第三条 退货\n买方在退回任何产品之前应取得退货编号，否则供方可以拒收。\n"
      "第四条 升级\n五个工作日内未能修复的故障，应提交双方的服务经理处理。\n");
  CHECK(pairs(draft) == "1 = 第一条\n2 = 第二条\n4 = 第三条\n5 = 第四条\n");
  CHECK(missing(draft) == "3\n");
}

TEST_CASE("a number that keeps its place in both languages pairs although a clause before it is missing") {
  const Document draft = document(
      "第1条 质量保证\n供方保证产品自交付之日起十二个月内不存在材料和工艺上的缺陷，易损件除外。\n"
      "第2条 响应\n供方应在四小时内答复每一项服务请求，并及时安排工程师到达现场处理。\n"
      "第3条 退货\n买方在退回任何产品之前应取得退货编号，否则供方可以拒收，运费由买方承担。\n"
      "Article 1 Warranty\nThe Supplier warrants the Products against defects in material and workmanship for twelve "
      "months.\nArticle 3 Returns\nThe Customer shall obtain a return number before it sends any Product back, and "
      "bears the freight of such return in each case.\n");
  CHECK(pairs(draft) == "第1条 = Article 1\n第3条 = Article 3\n");
  CHECK(missing(draft) == "第2条\n");
}

TEST_CASE("chapters that one language does without are seen through") {
  CHECK(pairs(document(
            "第一章 服务\n第一条 质量保证\n供方保证产品自交付之日起十二个月内不存在材料和工艺上的缺陷，易损件除外。\n"
            "第二章 其他\n第二条 退货\n买方在退回任何产品之前应取得退货编号，否则供方可以拒收，运费由买方承担。\n"
            "Article 1 Warranty\nThe Supplier warrants the Products against defects in material and workmanship for "
            "twelve months.\nArticle 2 Returns\nThe Customer shall obtain a return number before it sends any Product "
            "back, and bears the freight of such return in each case.\n")) ==
        "第一条 = Article 1\n第二条 = Article 2\n");
}

TEST_CASE("an unlabelled paragraph in the other language is the twin of the clause before it") {
  const Document draft = document(
      "3.1 卖方应当在质保期内免费修理有缺陷的产品。\n"
      "The Seller shall repair defective Products free of charge within the warranty period.\n"
      "3.2 卖方应当在接到通知后四小时内作出响应：\n"
      "The Seller shall respond within four hours after it receives the notice:\n"
      "(1) 通过服务热线接到的通知；\nnotices that are received by the service hotline;\n"
      "(2) 通过电子邮件发送的通知。\nnotices that are sent by electronic mail.\n"
      "3.3 买方应当向卖方的工程师提供必要的协助。\n"
      "The Buyer shall give the engineers of the Seller the help they need.\n");
  CHECK("\n" + told(draft) == R"(
3.1 zh = 3.1
  en = 3.1
3.2 zh = 3.2
  en = 3.2
  3.2(1) zh = 3.2(1)
    en = 3.2(1)
  3.2(2) zh = 3.2(2)
    en = 3.2(2)
3.3 zh = 3.3
  en = 3.3
)");
  CHECK(missing(draft).empty());
}

TEST_CASE("a clause of several paragraphs goes on behind its twin, pair by pair") {
  const Document draft = document(
      "5. The Supplier keeps spare parts for ten years after delivery.\n供方在交付之后十年之内供应产品的备件。\n"
      "Parts that are discontinued are announced twelve months before.\n停止供应的备件应当提前十二个月通知买方。\n"
      "6. The Customer pays the price of the parts within thirty days.\n买方应当在三十日之内支付备件的价款。\n");
  CHECK("\n" + told(draft) == R"(
5. en = 5
  zh = 5
  en = 5
    zh = 5
6. en = 6
  zh = 6
)");
}

TEST_CASE("both languages in one paragraph are cut where one gives way to the other") {
  const Document draft = document(
      "7. 备件 Spare Parts\n"
      "7.1 供方应当在十年之内供应产品的备件。 The Supplier shall supply spare parts of the Products for ten years.\n"
      "7.2 备件的运费由供方承担。 The freight of the spare parts is borne by the Supplier in each case.\n"
      "8. 退货（Returns）\n"
      "8.1 退货应当事先取得供方的书面同意。（No Product is returned without the prior written consent of the "
      "Supplier.）\n");
  CHECK("\n" + told(draft) == R"(
7. 备件 zh = 7
  Spare Parts en = 7
  7.1 zh = 7.1
    en = 7.1
  7.2 zh = 7.2
    en = 7.2
8. 退货 zh = 8
  Returns en = 8
  8.1 zh = 8.1
    en = 8.1
)");
  const ClauseTree tree = segment(draft);
  for (const Sentence& sentence : tree.sentences) CHECK(sentence.language == tree.clauses[sentence.clause].language);
}

TEST_CASE("rows numbered in a column of their own pair their two texts") {
  Document draft = document(
      "1\nThe Supplier shall repair defective Products free of charge within the warranty period of twelve months.\n"
      "供方应当在十二个月的质保期内免费修理有缺陷的产品，所需备件一并提供。\n"
      "2\nThe Supplier shall respond to each notice of the Customer within four hours around the clock.\n"
      "供方应当在接到买方的通知后四小时内作出响应，全天候计时。\n"
      "3\nThe Customer shall give the engineers of the Supplier access to the Products and the help they need.\n"
      "买方应当允许供方的工程师接触产品，并提供必要的协助。\n");
  put_in_table(draft, 3);
  CHECK("\n" + told(draft) == R"(
1 en = 1
  zh = 1
2 en = 2
  zh = 2
3 en = 3
  zh = 3
)");
}

TEST_CASE("a heading of one word keeps its own language in a table of two") {
  Document draft = document(
      "8. 质保\n8. Warranty\n"
      "8.1 供方保证产品在质保期内不存在设计、材料或者工艺缺陷，易损件除外。\n"
      "8.1 Supplier warrants that the Products are free from defects in design, material and workmanship.\n"
      "9. 备件\n9. Parts\n"
      "9.1 供方应当在十年之内供应产品的备件，价格按照附件所列的价目表执行。\n"
      "9.1 Supplier shall supply spare parts of the Products for ten years at the prices of the price list.\n");
  put_in_table(draft, 2);
  CHECK("\n" + told(draft) == R"(
8. 质保 zh = 8
  8. Warranty en = 8
  8.1 zh = 8.1
    8.1 en = 8.1
9. 备件 zh = 9
  9. Parts en = 9
  9.1 zh = 9.1
    9.1 en = 9.1
)");
}

TEST_CASE("sentences pair in order, or by what they alone state") {
  const Document same = document(
      "8.1 供方应当在四小时内响应。供方应当在两天内到场。\n"
      "8.1 The Supplier shall respond within four hours. It shall be on site within two days.\n"
      "8.2 备件供应十年。\n8.2 Spare parts are supplied for ten years.\n");
  CHECK(sentence_pairs(same) ==
        "供方应当在四小时内响应。 = The Supplier shall respond within four hours.\n"
        "供方应当在两天内到场。 = It shall be on site within two days.\n"
        "备件供应十年。 = Spare parts are supplied for ten years.\n");
  const Document uneven = document(
      "8.1 供方应当在四小时内响应，并应当在两天内到场。备件供应十年。\n"
      "8.1 The Supplier shall respond within four hours. It shall be on site within two days. Spare parts are supplied "
      "for ten years.\n8.2 买方付款。\n8.2 The Buyer pays.\n");
  CHECK(sentence_pairs(uneven) ==
        "备件供应十年。 = Spare parts are supplied for ten years.\n买方付款。 = The Buyer pays.\n");
}

TEST_CASE("a draft of one language misses no twin") {
  const Document draft = document("1. Warranty\nTwelve months from delivery.\n2. Parts\nTen years, 备件 included.\n");
  CHECK_FALSE(segment(draft).bilingual);
  CHECK(missing(draft).empty());
}

TEST_CASE("a table of figures is no outline") {
  Document draft = document("1\nPump\n3 years\n2\nValve\n2 years\n");
  put_in_table(draft, 3);
  CHECK(segment(draft).clauses.size() == 1);
}

TEST_CASE("footnotes behind the body belong to the root and open no clause") {
  Document draft = document("1. Warranty\nTwelve months.\n1. See the price list.\n");
  draft.paragraphs[2].story = Story::Footnote;
  const ClauseTree tree = segment(draft);
  CHECK(tree.clauses.size() == 2);
  CHECK(tree.sentences.back().clause == kRootClause);
  CHECK(clause_at(tree, draft.paragraphs[2].span.begin) == kRootClause);
}

TEST_CASE("a Chinese clause with English product names stays Chinese") {
  const ClauseTree tree = segment(
      document("第一条 设备为Acme Super Pump XL，由乙方维修。\nArticle 2 The Seller (卖方) repairs the goods.\n"));
  REQUIRE(tree.clauses.size() == 3);
  CHECK(tree.clauses[1].language == Language::Zh);
  CHECK(tree.clauses[2].language == Language::En);
}
