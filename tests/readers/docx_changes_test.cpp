// Tracked changes in both views, who made them, and comments as a story of their own.
#include <catch2/catch.hpp>

#include "support/read_docx.hpp"

using namespace clauselint;

namespace {

Document read(std::string_view body, View view, const std::vector<TinyPart>& others = {}) {
  return read_tiny_docx(body, others, {.view = view});
}

std::string words(std::string_view body, View view) { return barred_words(read(body, view)); }

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string inserted(std::string_view text, std::string_view author = "Buyer") {
  return "<w:ins w:author=\"" + std::string(author) + "\" w:date=\"2026-01-02T03:04:05Z\">" + run(text) + "</w:ins>";
}

std::string deleted(std::string_view text) {
  return "<w:del w:author=\"Seller\"><w:r><w:delText xml:space=\"preserve\">" + std::string(text) +
         "</w:delText></w:r></w:del>";
}

std::string marked(std::string_view mark, std::string_view text) {
  return "<w:p><w:pPr><w:rPr><w:" + std::string(mark) + "/></w:rPr></w:pPr>" + run(text) + "</w:p>";
}

// `24[Insertion Buyer]`: the words of runs with a change.
std::string changed(const Document& document) {
  constexpr const char* kNames[] = {"Insertion", "Deletion", "MoveTo", "MoveFrom"};
  std::string all;
  for (const Run& piece : document.runs) {
    if (piece.change == kUnchanged) continue;
    const TrackedChange& change = document.changes[piece.change];
    all += std::string(document.words(piece.span)) + "[" + kNames[static_cast<int>(change.kind)] + " " + change.author +
           " " + change.date + "]";
    CHECK(piece.obstacle == Obstacle::ForeignChange);
  }
  return all;
}

const std::string kPeriod = "<w:p>" + run("Warranty: ") + deleted("12") + inserted("24") + run(" months") + "</w:p>";

}  // namespace

TEST_CASE("the final view has what was inserted, the original view what was deleted") {
  CHECK(words(kPeriod, View::Final) == "Warranty: 24 months");
  CHECK(words(kPeriod, View::Original) == "Warranty: 12 months");
}

TEST_CASE("moved words stand at their new place in the final view, at their old one in the original") {
  const std::string body = "<w:p><w:moveFrom w:author=\"B\">" + run("moved ") + "</w:moveFrom>" + run("stays ") +
                           "<w:moveTo w:author=\"B\">" + run("moved") + "</w:moveTo></w:p>";
  CHECK(words(body, View::Final) == "stays moved");
  CHECK(words(body, View::Original) == "moved stays ");
}

TEST_CASE("a paragraph mark that does not count in a view joins two paragraphs") {
  CHECK(words(marked("del", "one ") + tiny_paragraph("two"), View::Final) == "one two");
  CHECK(words(marked("del", "one ") + tiny_paragraph("two"), View::Original) == "one |two");
  CHECK(words(marked("ins", "one ") + tiny_paragraph("two"), View::Final) == "one |two");
  CHECK(words(marked("ins", "one ") + tiny_paragraph("two"), View::Original) == "one two");
  CHECK(words(marked("moveTo", "one ") + tiny_paragraph("two"), View::Original) == "one two");
}

TEST_CASE("rows and cells are there in the view that they belong to") {
  const auto row = [](std::string_view properties, std::string_view text) {
    return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr><w:tc>" + tiny_paragraph(text) + "</w:tc></w:tr>";
  };
  const std::string table = "<w:tbl>" + row("", "a") + row("<w:ins/>", "new") + row("<w:del/>", "old") + "</w:tbl>";
  CHECK(words(table, View::Final) == "a|new");
  CHECK(words(table, View::Original) == "a|old");
  const std::string cells = "<w:tbl><w:tr><w:tc>" + tiny_paragraph("a") + "</w:tc><w:tc><w:tcPr><w:cellIns/></w:tcPr>" +
                            tiny_paragraph("b") + "</w:tc></w:tr></w:tbl>";
  CHECK(words(cells, View::Original) == "a");
}

TEST_CASE("formatting changes change no view") {
  const std::string body =
      "<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r></w:p>";
  CHECK(words(body, View::Final) == words(body, View::Original));
}

TEST_CASE("a deletion within another's insertion is in neither view") {
  const std::string body = "<w:p>" + run("a") + "<w:ins w:author=\"B\">" + run("b") + deleted("c") + "</w:ins></w:p>";
  CHECK(words(body, View::Final) == "ab");
  CHECK(words(body, View::Original) == "a");
}

TEST_CASE("a deleted field is no field of the final view, and is one of the original") {
  const auto character = [](std::string_view type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
  };
  const std::string body = "<w:p>" + run("see ") + "<w:del w:author=\"S\">" + character("begin") +
                           "<w:r><w:delInstrText> REF x </w:delInstrText></w:r>" + character("separate") +
                           "<w:r><w:delText>8.2</w:delText></w:r>" + character("end") + "</w:del>" + run("here") +
                           "</w:p>";
  CHECK(words(body, View::Final) == "see here");
  CHECK(words(body, View::Original) == "see 8.2here");
}

TEST_CASE("runs know who changed them, and when") {
  CHECK(changed(read(kPeriod, View::Final)) == "24[Insertion Buyer 2026-01-02T03:04:05Z]");
  CHECK(changed(read(kPeriod, View::Original)) == "12[Deletion Seller ]");
  const Document two = read(
      "<w:p>" + inserted("a", "A &amp; Co") + inserted("b", "A &amp; Co") + inserted("c", "C") + "</w:p>", View::Final);
  CHECK(two.changes.size() == 2);
  CHECK(two.changes.front().author == "A & Co");
}

TEST_CASE("what is not in the view is noted") {
  const Document final = read(kPeriod, View::Final);
  REQUIRE(final.notes.size() == 1);
  CHECK(final.notes.front().what == "tracked deletions");
  const Document original = read(kPeriod, View::Original);
  REQUIRE(original.notes.size() == 1);
  CHECK(original.notes.front().what == "tracked insertions");
}

TEST_CASE("deleted text outside a deletion is no text of the final view") {
  CHECK(words("<w:p>" + run("a") + "<w:r><w:delText>b</w:delText></w:r></w:p>", View::Final) == "a");
}

TEST_CASE("comments are the last story, each with its author and what it is about") {
  const std::string body = "<w:p>" + run("The period is ") + "<w:commentRangeStart w:id=\"7\"/>" +
                           run("twelve months") +
                           "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>" + run(".") +
                           "<w:r><w:commentReference w:id=\"9\"/></w:r></w:p>";
  const TinyPart comments =
      tiny_part("word/comments.xml", "comments",
                "<w:comment w:id=\"7\" w:author=\"Buyer\" w:date=\"2026-01-02\">" + tiny_paragraph("Ask for 24.") +
                    tiny_paragraph("Or 18.") + "</w:comment><w:comment w:id=\"8\" w:author=\"X\">" +
                    tiny_paragraph("about nothing") + "</w:comment><w:comment w:id=\"9\">" + tiny_paragraph("a point") +
                    "</w:comment>");
  const Document document = read(body, View::Final, {comments});
  REQUIRE(document.comments.size() == 3);
  const MarginComment& first = document.comments[0];
  CHECK(first.author == "Buyer");
  CHECK(first.date == "2026-01-02");
  REQUIRE(first.about);
  CHECK(document.words(*first.about) == "twelve months");
  CHECK(first.paragraph_count == 2);
  CHECK(document.words(document.paragraphs[first.first_paragraph].span) == "Ask for 24.");
  CHECK(document.paragraphs[first.first_paragraph].story == Story::Comment);
  CHECK_FALSE(document.comments[1].about);
  REQUIRE(document.comments[2].about);
  CHECK(document.comments[2].about->empty());
  CHECK(without_comments(document, document.text) == "The period is twelve months.\n");
}
