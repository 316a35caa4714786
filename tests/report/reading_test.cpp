// The draft as it was read.
#include <catch2/catch.hpp>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "support/document_builder.hpp"

namespace clauselint {
namespace {

// A draft with one of everything: a numbered clause with a tracked insertion, a table, a text box, a note, a comment.
Document varied() {
  Document made = document(
      "Warranty\nThe warranty period is 24 months.\nResponse\n4 hours\nSeal here\nFrom delivery.\nWho agreed to "
      "this?\n");
  made.path = "appendix.docx";
  made.format = SourceFormat::Docx;
  label(made, 1, "8.2");
  made.paragraphs[0].heading_level = 1;
  made.paragraphs[1].list_level = 1;
  made.paragraphs[2].cell = Cell{.table = 0, .row = 2, .column = 0};
  made.paragraphs[3].cell = Cell{.table = 0, .row = 2, .column = 1};
  made.paragraphs[4].story = Story::TextBox;
  made.paragraphs[5].story = Story::Footnote;
  made.paragraphs[6].story = Story::Comment;
  made.runs[4].obstacle = Obstacle::TextBox;
  made.changes = {{.kind = TrackedChange::Kind::Insertion, .author = "Reviewer", .date = "2026-01-31T09:00:00Z"}};
  made.runs[1].change = 0;
  made.runs[1].obstacle = Obstacle::ForeignChange;
  made.comments = {{.author = "Counsel",
                    .date = "2026-02-01T10:00:00Z",
                    .about = made.paragraphs[1].span,
                    .first_paragraph = 6,
                    .paragraph_count = 1}};
  made.notes = {{.what = "equations", .where = "", .count = 2}, {.what = "images", .where = "headers", .count = 1}};
  REQUIRE(find_fault(made).empty());
  return made;
}

}  // namespace

TEST_CASE("a draft as it was read has labels, table places, stories apart, and what was not read") {
  CHECK(golden_difference("reading.txt", reading_text(varied())) == "");
}

TEST_CASE("for other programs each paragraph is one line, and the last one tells of the draft") {
  CHECK(golden_difference("reading.jsonl", reading_lines(varied())) == "");
}

TEST_CASE("runs are told only where a change or an obstacle stands in the way of an edit") {
  CHECK(reading_lines(document("Plain words.\n")).find("\"runs\"") == std::string::npos);
}

TEST_CASE("control characters of a draft do not reach the terminal, and none makes a second line") {
  Document made = document("a\tb\x1b[31mc\n");
  CHECK(reading_text(made) == "draft.txt\na b\xEF\xBF\xBD[31mc\n");
}

}  // namespace clauselint
