// Elements are known by namespace, not by prefix.
#include "ooxml/elements.hpp"

#include <catch2/catch.hpp>

#include "ooxml/symbol_fonts.hpp"

using namespace clauselint;

namespace {

const std::string kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

Element root_element(const std::string& xml) {
  XmlTree tree(xml);
  REQUIRE(tree.parse(0, static_cast<std::uint32_t>(xml.size())) == "");
  NamespaceScope scope;
  REQUIRE(scope.declare(tree.first()));
  return scope.element(tree.first());
}

}  // namespace

TEST_CASE("any prefix, or none, may stand for WordprocessingML, transitional or strict") {
  CHECK(root_element("<w:p xmlns:w=\"" + kWord + "\"/>") == Element::Paragraph);
  CHECK(root_element("<zz:tbl xmlns:zz=\"" + kWord + "\"/>") == Element::Table);
  CHECK(root_element("<t xmlns=\"" + kWord + "\"/>") == Element::Text);
  CHECK(root_element("<w:r xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>") == Element::Run);
}

TEST_CASE("the prefix w of another vocabulary is foreign") {
  CHECK(root_element("<w:p xmlns:w=\"http://example.com/else\"/>") == Element::Foreign);
  CHECK(root_element("<w:p/>") == Element::Foreign);
}

TEST_CASE("every name of the table is found") {
  CHECK(root_element("<w:altChunk xmlns:w=\"" + kWord + "\"/>") == Element::ForeignChunk);
  CHECK(root_element("<w:instrText xmlns:w=\"" + kWord + "\"/>") == Element::FieldCode);
  CHECK(root_element("<w:moveFrom xmlns:w=\"" + kWord + "\"/>") == Element::MoveFrom);
  CHECK(root_element("<w:rubyBase xmlns:w=\"" + kWord + "\"/>") == Element::Transparent);
  CHECK(root_element("<w:sdt xmlns:w=\"" + kWord + "\"/>") == Element::Control);
  CHECK(root_element("<w:tab xmlns:w=\"" + kWord + "\"/>") == Element::Tab);
  CHECK(root_element("<w:txbxContent xmlns:w=\"" + kWord + "\"/>") == Element::TextBox);
  CHECK(root_element("<w:proofErr xmlns:w=\"" + kWord + "\"/>") == Element::Unknown);
}

TEST_CASE("an inner declaration holds until it is taken back") {
  const std::string xml = "<w:p xmlns:w=\"" + kWord + "\"><w:r xmlns:w=\"urn:else\"/></w:p>";
  XmlTree tree(xml);
  REQUIRE(tree.parse(0, static_cast<std::uint32_t>(xml.size())) == "");
  NamespaceScope scope;
  scope.declare(tree.first());
  const std::size_t mark = scope.mark();
  scope.declare(tree.first().first_child());
  CHECK(scope.element(tree.first().first_child()) == Element::Foreign);
  scope.restore(mark);
  CHECK(scope.element(tree.first()) == Element::Paragraph);
}

TEST_CASE("symbol fonts become the characters they look like") {
  CHECK(symbol_character("Wingdings", 0xF0FE) == U'☑');
  CHECK(symbol_character("Wingdings", 0xA8) == U'☐');
  CHECK(symbol_character("Wingdings 2", 0xF052) == U'☑');
  CHECK(symbol_character("Symbol", 0xF0B3) == U'≥');
  CHECK(symbol_character("Arial", 0x2265) == U'≥');
  CHECK(symbol_character("Webdings", 0xF012) == 0);
  CHECK(symbol_character("Webdings", 0xF068) == 0);
  CHECK(symbol_character("Symbol", 0x24) == U'∃');
  CHECK(symbol_character("Symbol", 0x35) == U'5');
  CHECK(symbol_character("Symbol", 0xF0DA) == U'∨');
}
