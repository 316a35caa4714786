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
