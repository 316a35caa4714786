// Words that stand in other vocabularies: equations, and documents embedded in a document.
#include <catch2/catch.hpp>

#include "support/read_docx.hpp"

using namespace clauselint;

namespace {

Document read(std::string_view body, const std::vector<TinyPart>& others = {}, const ReadOptions& options = {}) {
  return read_tiny_docx(body, others, options);
}

std::string words(const Document& document) { return barred_words(document); }

std::string r(std::string_view text) { return "<m:r><m:t>" + std::string(text) + "</m:t></m:r>"; }
std::string e(std::string_view text) { return "<m:e>" + r(text) + "</m:e>"; }

std::string equation(std::string_view inner) {
  return words(read("<w:p><m:oMathPara><m:oMath>" + std::string(inner) + "</m:oMath></m:oMathPara></w:p>"));
}

constexpr std::string_view kChunk = "<w:altChunk r:id=\"rId1\"/>";

}  // namespace

TEST_CASE("equations are read as plain text") {
  CHECK(equation(r("LD=P×0.05%")) == "LD=P×0.05%");
  CHECK(equation("<m:f><m:fPr/><m:num>" + r("a+b") + "</m:num><m:den>" + r("2") + "</m:den></m:f>") == "(a+b)/2");
  CHECK(equation("<m:sSup>" + e("x") + "<m:sup>" + r("2") + "</m:sup></m:sSup>") == "x^2");
  CHECK(equation("<m:sSubSup>" + e("x") + "<m:sub>" + r("i") + "</m:sub><m:sup>" + r("n+1") + "</m:sup></m:sSubSup>") ==
        "x_i^(n+1)");
  CHECK(equation("<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/>" + e("x+1") + "</m:rad>") == "√(x+1)");
  CHECK(equation("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>" + r("i=1") + "</m:sub><m:sup>" + r("n") +
                 "</m:sup>" + e("x") + "</m:nary>") == "∑_(i=1)^nx");
  CHECK(equation("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/><m:sepChr m:val=\",\"/></m:dPr>" + e("a") +
                 e("b") + "</m:d>") == "[a,b]");
  CHECK(equation("<m:d><m:dPr><m:sepChr m:val=\"&#10;\"/></m:dPr>" + e("a") + e("b") + "</m:d>") == "(a b)");
  CHECK(equation("<m:m><m:mr>" + e("a") + e("b") + "</m:mr><m:mr>" + e("c") + e("d") + "</m:mr></m:m>") ==
        "a, b; c, d");
  CHECK(equation("<m:acc>" + e("v") + "</m:acc>") == "v\u0302");
  CHECK(equation("<m:func><m:fName>" + r("min") + "</m:fName><m:e><m:d>" + e("a") + "</m:d></m:e></m:func>") ==
        "min(a)");
}

TEST_CASE("words of an equation have their places, the signs between have none, and none can be edited") {
  const Document document = read("<w:p><w:r><w:t>rate </w:t></w:r><m:oMath><m:f><m:num>" + r("a b") +
                                 "</m:num><m:den>" + r("12") + "</m:den></m:f></m:oMath></w:p>");
  std::string kinds;
  for (const Run& run : document.runs) {
    kinds += std::string(document.words(run.span)) + (run.kind == RunKind::Verbatim ? "!" : "?");
    CHECK((run.obstacle == Obstacle::Equation) == (run.span.begin >= 4));
  }
  CHECK(kinds == "rate!(?a b!)?/?12!");
}

TEST_CASE("tracked changes in an equation are read as the view says") {
  const std::string body = "<w:p><m:oMath><w:ins w:author=\"B\">" + r("2") + "</w:ins><w:del w:author=\"B\">" + r("1") +
                           "</w:del></m:oMath></w:p>";
  CHECK(words(read(body)) == "2");
  CHECK(words(read(body, {}, {.view = View::Original})) == "1");
}

TEST_CASE("an embedded text is read where it stands, and is not to be edited") {
  const Document document = read(tiny_paragraph("before") + std::string(kChunk) + tiny_paragraph("behind"),
                                 {{"word/aFChunk1.txt", "8.2 Spare parts are free.\n\n8.3 Labour is not.\n"}});
  CHECK(words(document) == "before|8.2 Spare parts are free.|8.3 Labour is not.|behind");
  CHECK(document.parts == std::vector<std::string>{"word/document.xml", "word/aFChunk1.txt"});
  CHECK(document.runs[1].obstacle == Obstacle::NotInMainPart);
  CHECK(document.runs[1].source.part == 1);
  CHECK(document.runs[1].source.begin == 0);
}

TEST_CASE("an embedded Word file is read with its tables, lists and headers, one level deep") {
  const std::string table = "<w:tbl><w:tr><w:tc>" + tiny_paragraph("cell") + "</w:tc></w:tr></w:tbl>";
  const std::string inner =
      tiny_docx(table + tiny_paragraph("inner") + std::string(kChunk), {{"word/aFChunk1.txt", "deep"}});
  const Document document = read(table + std::string(kChunk) + table, {{"word/aFChunk1.docx", inner}});
  CHECK(words(document) == "cell|cell|inner|cell");
  CHECK(document.paragraphs[0].cell->table == 0);
  CHECK(document.paragraphs[1].cell->table == 1);
  CHECK(document.paragraphs[3].cell->table == 2);
  CHECK(document.parts[1] == "word/aFChunk1.docx!/word/document.xml");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].what == "embedded documents");
}

TEST_CASE("an embedded document in a table cell stays in the cell") {
  const Document document = read("<w:tbl><w:tr><w:tc>" + std::string(kChunk) + "<w:p/></w:tc></w:tr></w:tbl>",
                                 {{"word/aFChunk1.txt", "in the cell"}});
  REQUIRE(document.paragraphs[0].cell);
  CHECK(words(document) == "in the cell|");
}

TEST_CASE("an embedded document that cannot be read, or one too many, is noted") {
  const Document unknown = read(kChunk, {{"word/aFChunk1.rtf", "{\\rtf1 words}"}});
  REQUIRE(unknown.notes.size() == 1);
  CHECK(unknown.notes[0].what == "embedded documents");
  ReadOptions one;
  one.limits.embedded = 1;
  const Document many = read(std::string(kChunk) + std::string(kChunk), {{"word/aFChunk1.txt", "once"}}, one);
  CHECK(words(many) == "once");
  REQUIRE(many.notes.size() == 1);
  CHECK(many.notes[0].count == 1);
}
