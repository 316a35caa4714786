// The labels of numbered paragraphs, counted as Word counts.
#include "ooxml/list_labels.hpp"

#include <catch2/catch.hpp>

#include "ooxml/xml_part.hpp"
#include "support/tiny_docx.hpp"
#include "text/utf8.hpp"

using namespace clauselint;

namespace {

std::string level(int index, std::string_view format, std::string_view text,
                  std::string_view more = "<w:start w:val=\"1\"/>") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\">" + std::string(more) + "<w:numFmt w:val=\"" +
         std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string list(int id, int abstract_id, std::string_view overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
         "\"/>" + std::string(overrides) + "</w:num>";
}

struct Step {
  int list = 1;
  std::uint8_t level = 0;
};

// The labels of numbered paragraphs, one after the other, with a blank between.
std::string labels(const std::string& numbering_xml, const std::vector<Step>& steps) {
  auto part = XmlPart::parse("draft.docx", "word/numbering.xml", tiny_numbering(numbering_xml).content);
  REQUIRE(part);
  const Numbering numbering((*part)->root());
  ListLabels counting(numbering);
  std::string all;
  for (const Step& step : steps) {
    const auto index = numbering.find(step.list);
    all += (all.empty() ? "" : " ") + (index ? "[" + counting.next(*index, step.level) + "]" : "none");
  }
  return all;
}

const std::string kOutline =
    level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)");

}  // namespace

TEST_CASE("inner levels start again after an outer one") {
  CHECK(labels(abstract(0, kOutline) + list(1, 0), {{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {1, 2}}) ==
        "[1.] [1.1] [1.2] [(a)] [2.] [2.1] [(a)]");
}

TEST_CASE("an outer level that was skipped counts as begun") {
  CHECK(labels(abstract(0, kOutline) + list(1, 0), {{1, 1}, {1, 0}, {1, 1}}) == "[1.1] [2.] [2.1]");
}

TEST_CASE("words and fixed numbers in the pattern stay") {
  CHECK(labels(abstract(0, level(0, "chineseCountingThousand", "第%1条、")) + list(1, 0), {{1, 0}, {1, 0}}) ==
        "[第一条、] [第二条、]");
  CHECK(labels(abstract(0, level(0, "decimal", "23.3.%1 ")) + list(1, 0), {{1, 0}}) == "[23.3.1]");
}

TEST_CASE("lists that share an abstract list go on counting") {
  CHECK(labels(abstract(0, kOutline) + list(1, 0) + list(2, 0), {{1, 0}, {2, 0}, {1, 0}}) == "[1.] [2.] [3.]");
}

TEST_CASE("a start override restarts the first time its list is used, and only then") {
  const std::string over = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
  CHECK(labels(abstract(0, kOutline) + list(1, 0) + list(2, 0, over), {{1, 0}, {1, 0}, {2, 0}, {2, 0}, {1, 0}}) ==
        "[1.] [2.] [1.] [2.] [3.]");
}

TEST_CASE("a level override changes the looks without a restart") {
  const std::string over = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1") + "</w:lvlOverride>";
  CHECK(labels(abstract(0, level(0, "decimal", "%1")) + list(1, 0) + list(2, 0, over),
               {{1, 0}, {2, 0}, {2, 0}, {1, 0}}) == "[1] [B] [C] [4]");
}

TEST_CASE("a legal level shows every number in digits") {
  const std::string levels =
      level(0, "upperRoman", "Article %1") + level(1, "decimal", "%1.%2", "<w:start w:val=\"1\"/><w:isLgl/>");
  CHECK(labels(abstract(0, levels) + list(1, 0), {{1, 0}, {1, 0}, {1, 1}}) == "[Article I] [Article II] [2.1]");
}

TEST_CASE("a level that never restarts goes on counting") {
  const std::string levels =
      level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:start w:val=\"1\"/><w:lvlRestart w:val=\"0\"/>");
  CHECK(labels(abstract(0, levels) + list(1, 0), {{1, 0}, {1, 1}, {1, 0}, {1, 1}}) == "[1.] [1)] [2.] [2)]");
}

TEST_CASE("a restart after level one ignores level two") {
  const std::string levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") +
                             level(2, "lowerLetter", "(%3)", "<w:start w:val=\"1\"/><w:lvlRestart w:val=\"1\"/>");
  CHECK(labels(abstract(0, levels) + list(1, 0), {{1, 0}, {1, 1}, {1, 2}, {1, 1}, {1, 2}, {1, 0}, {1, 2}}) ==
        "[1.] [1.1] [(a)] [1.2] [(b)] [2.] [(a)]");
}

TEST_CASE("a bullet has no label, and its number is not shown inside others") {
  CHECK(labels(abstract(0, level(0, "bullet", "•") + level(1, "decimal", "%1%2.")) + list(1, 0), {{1, 0}, {1, 1}}) ==
        "[] [1.]");
}

TEST_CASE("a list that points to a numbering style means the list linked to that style") {
  const std::string link = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Outline\"/></w:abstractNum>";
  const std::string target =
      "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Outline\"/>" + kOutline + "</w:abstractNum>";
  CHECK(labels(link + target + list(1, 1) + list(2, 2), {{1, 0}, {2, 0}, {1, 1}}) == "[1.] [2.] [2.1]");
}

TEST_CASE("a format in alternatives is read from the choice") {
  const std::string custom =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt "
      "w:val=\"custom\" "
      "w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback>"
      "</mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>";
  CHECK(labels(abstract(0, custom) + list(1, 0), {{1, 0}}) == "[001]");
}

TEST_CASE("a list that is not defined gives nothing") { CHECK(labels(list(1, 7), {{1, 0}}) == "none"); }

TEST_CASE("each list with a start override restarts once, whichever of them come between") {
  const auto over = [](int start) {
    return "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" + std::to_string(start) + "\"/></w:lvlOverride>";
  };
  CHECK(labels(abstract(0, kOutline) + list(1, 0, over(1)) + list(2, 0, over(5)) + list(3, 0),
               {{1, 0}, {2, 0}, {2, 1}, {1, 0}, {2, 0}, {3, 0}}) == "[1.] [5.] [5.1] [6.] [7.] [8.]");
}

TEST_CASE("numbering styles may lead to one another, and a circle of them ends") {
  const auto link = [](int id, std::string_view own, std::string_view other) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\"><w:styleLink w:val=\"" + std::string(own) +
           "\"/><w:numStyleLink w:val=\"" + std::string(other) + "\"/></w:abstractNum>";
  };
  const std::string target =
      "<w:abstractNum w:abstractNumId=\"9\"><w:styleLink w:val=\"C\"/>" + kOutline + "</w:abstractNum>";
  CHECK(labels(link(1, "A", "B") + link(2, "B", "C") + target + list(1, 1), {{1, 0}, {1, 1}}) == "[1.] [1.1]");
  CHECK(labels(link(1, "A", "B") + link(2, "B", "A") + list(1, 1), {{1, 0}}) == "[]");
  CHECK(labels(link(1, "A", "A") + list(1, 1), {{1, 0}}) == "[]");
  CHECK(labels(link(1, "A", "nowhere") + list(1, 1), {{1, 0}}) == "[]");
}

TEST_CASE("a level without a pattern, without a definition or beyond the ninth has no label") {
  CHECK(labels(abstract(0, "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl>") + list(1, 0), {{1, 0}}) ==
        "[]");
  CHECK(labels(abstract(0, level(0, "decimal", "%1.")) + list(1, 0), {{1, 0}, {1, 8}, {1, 0}}) == "[1.] [] [2.]");
  CHECK(labels(abstract(0, level(0, "decimal", "%1.") + level(9, "decimal", "%9") + level(-1, "decimal", "x")) +
                   list(1, 0),
               {{1, 0}}) == "[1.]");
}

TEST_CASE("what is no number of a level stays as it is") {
  CHECK(labels(abstract(0, level(0, "decimal", "100%, %0 %1%")) + list(1, 0), {{1, 0}}) == "[100%, %0 1%]");
}

TEST_CASE("a level without a number between others leaves its dots") {
  CHECK(labels(abstract(0, level(0, "decimalZero", "%1.") + level(1, "none", "%1.") + level(2, "decimal", "%1.%2.%3")) +
                   list(1, 0),
               {{1, 0}, {1, 1}, {1, 2}}) == "[01.] [01.] [01..1]");
}

TEST_CASE("a start of zero and one that is missing count from zero") {
  CHECK(labels(abstract(0, level(0, "decimalZero", "%1", "<w:start w:val=\"0\"/>") + level(1, "decimal", "%2", "")) +
                   list(1, 0),
               {{1, 0}, {1, 1}, {1, 0}}) == "[00] [0] [01]");
}

TEST_CASE("a label that no contract has is cut at a whole character") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "条%1";
  const std::string all =
      labels(abstract(0, level(0, "upperRoman", pattern, "<w:start w:val=\"30000\"/>")) + list(1, 0), {{1, 0}});
  CHECK(all.size() <= 257);
  CHECK(find_invalid_utf8(all) == std::string::npos);
}

TEST_CASE("the first of two definitions with one number counts") {
  CHECK(labels(
            abstract(0, level(0, "decimal", "%1.")) + abstract(0, level(0, "decimal", "%1)")) + list(1, 0) + list(1, 7),
            {{1, 0}}) == "[1.]");
}
