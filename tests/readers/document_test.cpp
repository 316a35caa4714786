// What a Document answers about itself.
#include "clauselint/document.hpp"

#include <catch2/catch.hpp>

#include "support/document_builder.hpp"

namespace clauselint {
namespace {

// "within 30 " from one line, a joint, "days" from the next, as a reader of wrapped text makes it.
Document wrapped() {
  Document made = document("within 30 days");
  made.runs.clear();
  Run run;
  run.span = {.begin = 0, .end = 9};
  run.source = {.part = 0, .begin = 100, .end = 109};
  made.runs.push_back(run);
  run = {};
  run.span = {.begin = 9, .end = 10};
  run.kind = RunKind::Synthetic;
  made.runs.push_back(run);
  run = {};
  run.span = {.begin = 10, .end = 14};
  run.source = {.part = 0, .begin = 115, .end = 119};
  made.runs.push_back(run);
  made.paragraphs[0].run_count = 3;
  return made;
}

SourceAnchor bytes(std::uint32_t begin, std::uint32_t end) { return {.part = 0, .begin = begin, .end = end}; }

}  // namespace

TEST_CASE("a document built from lines has no fault") {
  CHECK(find_fault(document("one\n\nthree\n")).empty());
  CHECK(find_fault(document("")).empty());
  CHECK(document("one\n\nthree\n").paragraphs.size() == 3);
}

TEST_CASE("a byte belongs to its paragraph, the line feed to the paragraph it ends") {
  const Document doc = document("ab\n\ncd");
  CHECK(paragraph_at(doc, 0) == 0);
  CHECK(paragraph_at(doc, 2) == 0);
  CHECK(paragraph_at(doc, 3) == 1);
  CHECK(paragraph_at(doc, 4) == 2);
  CHECK(paragraph_at(doc, 6) == 2);
  CHECK(paragraph_at(doc, 99) == 2);
}

TEST_CASE("the source of words within a verbatim run is exact") {
  CHECK(source_of(wrapped(), {.begin = 7, .end = 9}) == bytes(107, 109));
}

TEST_CASE("the source of words over a line end goes from the first to the last byte") {
  CHECK(source_of(wrapped(), {.begin = 7, .end = 12}) == bytes(107, 117));
}

TEST_CASE("what has no source stands behind what comes before it") {
  CHECK(source_of(wrapped(), {.begin = 9, .end = 10}) == bytes(109, 109));
}

TEST_CASE("the source of an insertion is a point") {
  CHECK(source_of(wrapped(), {.begin = 7, .end = 7}) == bytes(107, 107));
  CHECK(source_of(wrapped(), {.begin = 14, .end = 14}) == bytes(119, 119));
}

TEST_CASE("an atomic run counts whole") {
  Document doc = document("a&b");
  doc.runs[0].kind = RunKind::Atomic;
  doc.runs[0].source = bytes(0, 7);
  CHECK(source_of(doc, {.begin = 1, .end = 2}) == bytes(0, 7));
}

TEST_CASE("a span over two parts keeps the first") {
  Document doc = wrapped();
  doc.parts.emplace_back("word/footnotes.xml");
  doc.runs[2].source.part = 1;
  CHECK(source_of(doc, {.begin = 0, .end = 14}) == bytes(100, 109));
}

TEST_CASE("a fault is told in words") {
  Document doc = document("one\ntwo");
  SECTION("a gap between runs") {
    doc.runs[0].span.end = 2;
    doc.runs[0].source.end = 2;
    CHECK(find_fault(doc) == "the runs of paragraph 0 do not tile it");
  }
  SECTION("an unknown part") {
    doc.runs[1].source.part = 7;
    CHECK(find_fault(doc) == "run 1 names no part");
  }
  SECTION("a verbatim run of another size than its source") {
    doc.runs[1].source.end += 1;
    CHECK(find_fault(doc) == "run 1 is verbatim, but its source has another size");
  }
  SECTION("text behind the last paragraph") {
    doc.text += "more";
    CHECK(find_fault(doc) == "the text goes on after its last paragraph");
  }
  SECTION("a paragraph without its line feed") {
    doc.text.pop_back();
    CHECK(find_fault(doc) == "paragraph 1 does not end with a line feed");
  }
  SECTION("a zero byte") {
    doc.text[1] = '\0';
    CHECK(find_fault(doc) == "the text holds U+0000 at byte 1");
  }
  SECTION("broken UTF-8") {
    doc.text[1] = '\xFF';
    CHECK(find_fault(doc) == "the text is not valid UTF-8 at byte 1");
  }
  SECTION("a run that belongs to nobody") {
    doc.runs.push_back(doc.runs[1]);
    CHECK(find_fault(doc) == "there are runs that belong to no paragraph");
  }
}

}  // namespace clauselint
