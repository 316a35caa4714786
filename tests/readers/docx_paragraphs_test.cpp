// What is known of a paragraph besides its words: label, level, heading, cell, bold.
#include "readers/docx.hpp"

#include <catch2/catch.hpp>

#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

const TinyPart kNumbering = tiny_numbering(
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"chineseCountingThousand\"/>"
    "<w:lvlText w:val=\"第%1条 \"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"lowerLetter\"/><w:lvlText "
    "w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");

std::string in_list(int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>";
}

Document read(std::string_view body, const std::vector<TinyPart>& others = {kNumbering}) {
  auto document = read_docx("draft.docx", tiny_docx(body, others), {});
  REQUIRE(document);
  return std::move(*document);
}

// `第一条 Warranty|(a) parts`.
std::string labelled(std::string_view body) {
  const Document document = read(body);
  std::string all;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (&paragraph != document.paragraphs.data()) all += "|";
    if (paragraph.label != 0) all += document.label_of(paragraph) + " ";
    all += document.words(paragraph.span);
  }
  return all;
}

// `words@table,row,column` of every paragraph.
std::string cells(std::string_view body) {
  const Document document = read(body);
  std::string all;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!all.empty()) all += " ";
    all += document.words(paragraph.span);
    if (!paragraph.cell) continue;
    all += "@" + std::to_string(paragraph.cell->table) + "," + std::to_string(paragraph.cell->row) + "," +
           std::to_string(paragraph.cell->column);
  }
  return all;
}

std::string cell(std::string_view text, std::string_view properties = {}) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + tiny_paragraph(text) + "</w:tc>";
}

}  // namespace

TEST_CASE("labels are those of the lists, without the blank behind them") {
  CHECK(labelled(tiny_paragraph("Warranty", in_list(0)) + tiny_paragraph("parts", in_list(1)) +
                 tiny_paragraph("labour", in_list(1)) + tiny_paragraph("plain") +
                 tiny_paragraph("Returns", in_list(0))) == "第一条 Warranty|(a) parts|(b) labour|plain|第二条 Returns");
}

TEST_CASE("a deleted paragraph does not count") {
  const std::string gone =
      "<w:p><w:pPr>" + in_list(0) +
      "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>";
  CHECK(labelled(tiny_paragraph("a", in_list(0)) + gone + tiny_paragraph("b", in_list(0))) == "第一条 a|第二条 b");
}

TEST_CASE("a paragraph that is only a section break, or all hidden, does not count") {
  const std::string section = "<w:p><w:pPr>" + in_list(0) + "<w:sectPr/></w:pPr></w:p>";
  const std::string hidden =
      "<w:p><w:pPr>" + in_list(0) +
      "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>";
  CHECK(labelled(section + hidden + tiny_paragraph("a", in_list(0))) == "||第一条 a");
}

TEST_CASE("a list in a text box does not count in the body") {
  const std::string box = "<w:r><w:pict><v:textbox><w:txbxContent>" + tiny_paragraph("x", in_list(0)) +
                          "</w:txbxContent></v:textbox></w:pict></w:r>";
  CHECK(labelled(tiny_paragraph("a", in_list(0)) + "<w:p>" + box + "</w:p>" + tiny_paragraph("b", in_list(0))) ==
        "第一条 a||第一条 x|第二条 b");
}

TEST_CASE("heading levels come from the paragraph, then from its style") {
  const TinyPart styles =
      tiny_styles("<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>");
  const Document document =
      read(tiny_paragraph("a", "<w:pStyle w:val=\"H2\"/>") + tiny_paragraph("b", "<w:outlineLvl w:val=\"0\"/>") +
               tiny_paragraph("c", "<w:pStyle w:val=\"H2\"/><w:outlineLvl w:val=\"9\"/>") + tiny_paragraph("d"),
           {styles});
  CHECK(document.paragraphs[0].heading_level == 2);
  CHECK(document.paragraphs[1].heading_level == 1);
  CHECK(document.paragraphs[2].heading_level == 0);
  CHECK(document.paragraphs[3].heading_level == 0);
}

TEST_CASE("cells are counted by row and by grid column") {
  CHECK(cells("<w:tbl><w:tr>" + cell("a", "<w:gridSpan w:val=\"2\"/>") + cell("b") +
              "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("c") + "</w:tr></w:tbl>" +
              tiny_paragraph("d") + "<w:tbl><w:tr>" + cell("e") + "</w:tr></w:tbl>") ==
        "a@0,0,0 b@0,0,2 c@0,1,1 d e@1,0,0");
}

TEST_CASE("a cell merged downwards keeps its first row") {
  CHECK(cells("<w:tbl><w:tr>" + cell("a", "<w:vMerge w:val=\"restart\"/>") + cell("b") + "</w:tr><w:tr>" +
              cell("c", "<w:vMerge/>") + cell("d") + "</w:tr><w:tr>" + cell("e") + cell("f") + "</w:tr></w:tbl>") ==
        "a@0,0,0 b@0,0,1 c@0,0,0 d@0,1,1 e@0,2,0 f@0,2,1");
}

TEST_CASE("a table in a cell has its own places, and the outer cell goes on behind it") {
  CHECK(cells("<w:tbl><w:tr><w:tc>" + tiny_paragraph("a") + "<w:tbl><w:tr>" + cell("b") + "</w:tr></w:tbl>" +
              tiny_paragraph("c") + "</w:tc></w:tr></w:tbl>") == "a@0,0,0 b@1,0,0 c@0,0,0");
}

TEST_CASE("bold comes from the run, or from either style, but not from both") {
  const TinyPart styles = tiny_styles(
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:b/></w:rPr></w:style>");
  const auto run = [](std::string_view properties) {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t>x</w:t></w:r>";
  };
  const Document document = read("<w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>" + run("") +
                                     run("<w:rStyle w:val=\"C\"/>") + run("<w:b w:val=\"0\"/>") + "</w:p><w:p>" +
                                     run("") + run("<w:rStyle w:val=\"C\"/>") + run("<w:b/>") + "</w:p>",
                                 {styles});
  std::string bold;
  for (const Run& piece : document.runs) bold += piece.bold ? "B" : ".";
  CHECK(bold == "B...BB");
}
