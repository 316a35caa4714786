// Which part of a package is the document, and what is no document at all.
#include "ooxml/package.hpp"

#include <catch2/catch.hpp>

#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

std::string refusal(const std::vector<TinyPart>& parts) {
  const std::string bytes = tiny_zip(parts);
  const auto package = Package::open("draft.docx", bytes, {});
  return package ? std::string() : package.error().message;
}

}  // namespace

TEST_CASE("the main part is found by its relationship, wherever it stands") {
  const std::string bytes = tiny_zip(tiny_package({"text/my doc.xml", "<w:document/>"}));
  const auto package = Package::open("draft.docx", bytes, {});
  REQUIRE(package);
  CHECK(package->main_part() == "text/my doc.xml");
}

TEST_CASE("targets are resolved from the part they stand in and never leave the package") {
  CHECK(resolve_target("word/document.xml", "styles.xml") == "word/styles.xml");
  CHECK(resolve_target("word/document.xml", "/word/styles.xml") == "word/styles.xml");
  CHECK(resolve_target("word/document.xml", "./../word/my%20styles.xml") == "word/my styles.xml");
  CHECK(resolve_target("word/document.xml", "../../../etc/passwd") == "etc/passwd");
}

TEST_CASE("relationships to parts that are not there are left out") {
  const TinyPart main = tiny_part("word/document.xml", "document", "<w:body/>");
  std::vector<TinyPart> parts = tiny_package(main, {tiny_styles("")});
  parts.back().name = "word/other.xml";
  const std::string bytes = tiny_zip(parts);
  auto package = Package::open("draft.docx", bytes, {});
  REQUIRE(package);
  CHECK(package->relationships_of("word/document.xml").empty());
}

TEST_CASE("an archive that holds something else is refused by its kind") {
  CHECK_THAT(refusal({{"readme.txt", "x"}}), Catch::Contains("a zip archive, but not a Word document"));
}

TEST_CASE("two main parts are refused, since programs differ in which they read") {
  std::vector<TinyPart> parts =
      tiny_package({"word/document.xml", "<w:document/>"}, {{"word/other.xml", "<w:document/>"}});
  std::string& relationships = parts[1].content;
  const std::size_t begin = relationships.find("<Relationship ");
  std::string second = relationships.substr(begin, relationships.find("/>", begin) + 2 - begin);
  relationships.insert(begin, second);
  CHECK(refusal(parts).empty());
  relationships.replace(relationships.find("word/document.xml"), 17, "word/other.xml");
  CHECK_THAT(refusal(parts), Catch::Contains("two main parts"));
}

TEST_CASE("a part is named in one line of printable ASCII") {
  std::vector<TinyPart> parts = tiny_package({"word/document.xml", "<w:document/>"});
  const std::string bytes = tiny_zip(parts);
  auto package = Package::open("draft.docx", bytes, {});
  REQUIRE(package);
  CHECK_THAT(package->read_xml("word/a\x1B\n.xml").error().message, Catch::Contains("lacks its part word/a??.xml:"));
}

TEST_CASE("a relationship to the outside is no document") {
  std::vector<TinyPart> parts = tiny_package({"word/document.xml", "<w:document/>"});
  std::string& relationships = parts[1].content;
  relationships.replace(relationships.find("Target="), 0, "TargetMode=\"External\" ");
  CHECK_THAT(refusal(parts), Catch::Contains("not a Word document"));
}

TEST_CASE("a main part of another kind is refused") {
  std::vector<TinyPart> parts = tiny_package({"word/document.xml", "<w:document/>"});
  std::string& types = parts[0].content;
  types.replace(types.find("wordprocessingml.document"), 25, "spreadsheetml.sheet");
  CHECK_THAT(refusal(parts), Catch::Contains("an Excel workbook"));
}
