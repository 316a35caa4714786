// What paragraphs inherit from their styles.
#include "ooxml/styles.hpp"

#include <catch2/catch.hpp>

#include "ooxml/xml_part.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

std::unique_ptr<XmlPart> parse(const TinyPart& part) {
  auto parsed = XmlPart::parse("draft.docx", part.name, part.content);
  REQUIRE(parsed);
  return std::move(*parsed);
}

std::string style(std::string_view id, std::string_view inner) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\">" + std::string(inner) + "</w:style>";
}

const std::string kLists =
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:pStyle w:val=\"Heading1\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:pStyle w:val=\"Heading2\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>";

const std::string kNumbered = "<w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr>";

// `list:level` of a paragraph, or `none`.
std::string place(const std::string& styles_xml, std::string_view id, const ParagraphFormat& own = {}) {
  const auto style_part = parse(tiny_styles(styles_xml));
  const auto numbering_part = parse(tiny_numbering(kLists));
  const Styles styles(style_part->root());
  const Numbering numbering(numbering_part->root());
  const auto found = styles.list_place(styles.find(id), own, numbering);
  return found ? std::to_string(found->list) + ":" + std::to_string(found->level) : "none";
}

}  // namespace

TEST_CASE("a style with a list is entered at the level linked to it") {
  CHECK(place(style("Heading2", kNumbered), "Heading2") == "0:1");
}

TEST_CASE("a style based on a linked one takes its level") {
  CHECK(place(style("Heading2", kNumbered) + style("Clause", "<w:basedOn w:val=\"Heading2\"/>"), "Clause") == "0:1");
}

TEST_CASE("a list number of the paragraph's own beats the style, and zero means no list") {
  ParagraphFormat own;
  own.list = 0;
  CHECK(place(style("Heading2", kNumbered), "Heading2", own) == "none");
  own.list = 5;
  CHECK(place(style("Heading2", kNumbered), "Heading2", own) == "0:0");
}

TEST_CASE("a level of the paragraph's own goes with the list of its style") {
  ParagraphFormat own;
  own.level = 3;
  CHECK(place(style("Heading2", kNumbered), "Heading2", own) == "0:3");
}

TEST_CASE("a circle of styles ends") {
  const std::string circle =
      style("A", "<w:basedOn w:val=\"B\"/><w:rPr><w:b/></w:rPr>") + style("B", "<w:basedOn w:val=\"A\"/>");
  const auto part = parse(tiny_styles(circle));
  const Styles styles(part->root());
  CHECK(styles.find("A")->run.bold == true);
}

TEST_CASE("a style named heading 2 is a heading even if it does not say so") {
  const auto part = parse(tiny_styles(style("Titel2", "<w:name w:val=\"Heading 2\"/>")));
  const Styles styles(part->root());
  CHECK(styles.find("Titel2")->paragraph.outline == 1);
}

TEST_CASE("the nearest style decides, and off is a decision") {
  const auto part = parse(tiny_styles(style("A", "<w:rPr><w:b/></w:rPr>") +
                                      style("B", "<w:basedOn w:val=\"A\"/><w:rPr><w:b w:val=\"0\"/></w:rPr>")));
  const Styles styles(part->root());
  CHECK(styles.find("B")->run.bold == false);
}
