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

}  // namespace clauselint
