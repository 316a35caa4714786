// What the header cells say of a cell.
#include "report/table_heads.hpp"

#include <catch2/catch.hpp>

#include "clauselint/read.hpp"

namespace clauselint {

TEST_CASE("a cell is told by the heads of its row and its column") {
  const Result<Document> document =
      read_document("draft.md",
                    "| Severity | Response |\n|---|---|\n| 1 | 2 hours |\n| | 4 hours |\n| 2 | Supplier shall respond "
                    "to every request of this kind within eight hours. |\n\nWords.\n");
  REQUIRE(document);
  const TableHeads heads(*document);
  std::string told;
  for (const Paragraph& paragraph : document->paragraphs) {
    if (paragraph.cell && !paragraph.span.empty()) told += heads.of(paragraph) + ";";
    if (!paragraph.cell) CHECK(heads.of(paragraph).empty());
  }
  CHECK(told == ";Severity;Severity;1 / Response;Response;Severity;;");
}

TEST_CASE("a merged corner makes all that it covers heads") {
  const Result<Document> document = read_document(
      "draft.htm",
      "<table><tr><td colspan=2 rowspan=2></td><td colspan=2>Severity</td></tr><tr><td>Fatal</td><td>Minor</td></tr>"
      "<tr><td rowspan=2>Priority</td><td>1</td><td>15 minutes</td><td>1 hour</td></tr>"
      "<tr><td>2</td><td>30 minutes</td><td>2 hours</td></tr></table>");
  REQUIRE(document);
  const TableHeads heads(*document);
  std::string told;
  for (const Paragraph& paragraph : document->paragraphs) {
    const std::string_view words = document->words(paragraph.span);
    if (words.ends_with("minutes") || words.ends_with("hour") || words.ends_with("hours")) {
      told += heads.of(paragraph) + ";";
    }
  }
  CHECK(told ==
        "Priority 1 / Severity Fatal;Priority 1 / Severity Minor;Priority 2 / Severity Fatal;Priority 2 / Severity "
        "Minor;");
}

}  // namespace clauselint
