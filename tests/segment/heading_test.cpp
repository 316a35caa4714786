// Which words of a clause are its heading.
#include <catch2/catch.hpp>

#include "clauselint/clause.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

// The heading of the first clause of a draft, and the sentences behind it.
std::string heading(const Document& draft) {
  const ClauseTree tree = segment(draft);
  return tree.clauses.size() < 2 ? "no clause" : std::string(draft.words(tree.clauses[1].heading));
}

std::string heading(std::string_view text) { return heading(document(text)); }

}  // namespace

TEST_CASE("a run-in heading ends at its stop") {
  CHECK(heading("8.2 Warranty Period. The Supplier warrants the Goods.") == "Warranty Period");
  CHECK(heading("8.2 Warranty Period: The Supplier warrants the Goods.") == "Warranty Period");
  CHECK(heading("第八条 质保期。产品质保期为12个月。") == "质保期");
  CHECK(heading("第八条 质保期：产品质保期为12个月。") == "质保期");
  CHECK(heading("第八条【质保期】产品质保期为12个月。") == "质保期");
  CHECK(heading("第八条（质保期）产品质保期为12个月。") == "质保期");
}

TEST_CASE("a line by itself is a heading") {
  CHECK(heading("8.2 WARRANTY PERIOD\nThe period is 12 months.") == "WARRANTY PERIOD");
  CHECK(heading("一、质量保证\n产品质保期为12个月。") == "质量保证");
  CHECK(heading("Article 8\nWarranty Period\nThe period is 12 months.") == "Warranty Period");
}

TEST_CASE("a sentence is no heading") {
  CHECK(heading("8.2 The Supplier repairs the Goods.") == "");
  CHECK(heading("1、产品的制造和检测均符合国家标准。") == "");
  CHECK(heading("(a) the Products;\n(b) the Services;") == "");
  CHECK(heading("1.2 双方签署该份合同。\n1.3 有效期如下。") == "");
}

TEST_CASE("a bold lead is a heading, also where no label stands") {
  const std::string_view text =
      "Warranty Period The Supplier warrants the Goods for twelve months from the date of delivery to the Customer.";
  Document draft = document(text);
  draft.runs = {{.span = {0, 15}, .source = {0, 0, 15}, .bold = true},
                {.span = {15, static_cast<std::uint32_t>(text.size())},
                 .source = {0, 15, static_cast<std::uint32_t>(text.size())}}};
  draft.paragraphs[0].run_count = 2;
  label(draft, 0, "8.2");
  CHECK(heading(draft) == "Warranty Period");
}

TEST_CASE("a heading is a sentence of its own, and the label belongs to none") {
  const Document draft = document("8.2 Warranty Period. The Supplier warrants the Goods.");
  const ClauseTree tree = segment(draft);
  REQUIRE(tree.sentences.size() == 2);
  CHECK(draft.words(tree.sentences[0].span) == "Warranty Period");
  CHECK(tree.sentences[0].heading);
  CHECK(draft.words(tree.sentences[1].span) == "The Supplier warrants the Goods.");
  CHECK_FALSE(tree.sentences[1].heading);
}
