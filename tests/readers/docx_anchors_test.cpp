// Every piece of text points to its own bytes in the part it comes from.
#include "readers/docx.hpp"

#include <catch2/catch.hpp>

#include "io/zip.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

// The source of each run of the first paragraph, with a bar between: verbatim as it is, atomic in brackets.
std::string sources(const std::string& bytes) {
  const auto document = read_docx("draft.docx", bytes, {});
  REQUIRE(document);
  auto zip = ZipReader::open("draft.docx", bytes, {});
  REQUIRE(zip);
  std::string all;
  for (const Run& run : document->runs_of(document->paragraphs.front())) {
    const auto part = zip->read(*zip->find(document->parts[run.source.part]));
    REQUIRE(part);
    const std::string piece = part->substr(run.source.begin, run.source.end - run.source.begin);
    if (!all.empty()) all += "|";
    all += run.kind == RunKind::Verbatim ? piece : "[" + piece + "]";
    if (run.kind == RunKind::Verbatim) CHECK(piece == document->words(run.span));
  }
  return all;
}

std::string sources_in(std::string_view runs) { return sources(tiny_docx("<w:p>" + std::string(runs) + "</w:p>")); }

}  // namespace

TEST_CASE("plain text is its own source") {
  CHECK(sources_in("<w:r><w:t>twelve</w:t></w:r><w:r><w:t>个月</w:t></w:r>") == "twelve|个月");
}

TEST_CASE("a reference is one piece, its neighbours are verbatim") {
  CHECK(sources_in("<w:r><w:t>R&amp;D&#21512;</w:t></w:r>") == "R|[&amp;]|D|[&#21512;]");
}

TEST_CASE("a reference to something unknown stays as it is written, an ampersand alone") {
  CHECK(sources_in("<w:r><w:t>a&nbsp;b</w:t></w:r>") == "a|[&]|nbsp;b");
}

TEST_CASE("an element that stands for a character is its source") {
  CHECK(
      sources_in("<w:r><w:t>a</w:t><w:tab/><w:br w:type=\"textWrapping\"/><w:noBreakHyphen></w:noBreakHyphen></w:r>") ==
      "a|[<w:tab/>]|[<w:br w:type=\"textWrapping\"/>]|[<w:noBreakHyphen></w:noBreakHyphen>]");
}

TEST_CASE("white space that is not text is outside the source") {
  CHECK(sources_in("<w:r><w:t>  twelve\n</w:t></w:r>") == "twelve");
}

TEST_CASE("comments and CDATA borders are outside the source") {
  CHECK(sources_in("<w:r><w:t>a<!-- x -->b<![CDATA[<c>&]]></w:t></w:r>") == "a|b|<c>&");
}

TEST_CASE("a byte order mark moves the sources along") {
  TinyPart main = tiny_part("word/document.xml", "document", "<w:body>" + tiny_paragraph("twelve") + "</w:body>");
  main.content.insert(0, "\xEF\xBB\xBF");
  CHECK(sources(tiny_zip(tiny_package(main))) == "twelve");
}

TEST_CASE("words of a UTF-16 part are read but never edited") {
  const TinyPart main = tiny_part("word/document.xml", "document", "<w:body>" + tiny_paragraph("twelve") + "</w:body>");
  TinyPart wide{main.name, "\xFF\xFE"};
  for (const char c : main.content) wide.content += std::string{c, '\0'};
  const auto document = read_docx("draft.docx", tiny_zip(tiny_package(wide)), {});
  REQUIRE(document);
  CHECK(document->text == "twelve\n");
  CHECK(document->runs.front().kind == RunKind::Synthetic);
  CHECK(document->runs.front().obstacle == Obstacle::NotInMainPart);
}
