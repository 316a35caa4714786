// Lines of a text file that speak to the linter.
#include "readers/linter_lines.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "clauselint/read.hpp"

using namespace clauselint;

namespace {

Document read(const std::string& bytes) {
  const Result<Document> made = read_document("draft.txt", bytes);
  REQUIRE(made);
  return *made;
}

}  // namespace

TEST_CASE("a draft reads with its lines for the linter as without them, and they are counted") {
  const std::string wrapped =
      "The Supplier shall repair whatever of the Products is found to be broken\nwithin ten days.\n";
  const std::string before = "# clauselint: fires some-rule\n";
  const std::string within =
      "The Supplier shall repair whatever of the Products is found to be broken\n"
      "  # clauselint: passes some-rule\nwithin ten days.\n";
  const std::string plain = read(wrapped + wrapped).text;
  const Document marked = read(before + wrapped + within + before);
  CHECK(marked.text == plain);
  CHECK(marked.notes == std::vector<Note>{{.what = "lines for clauselint", .where = {}, .count = 3}});
  CHECK(find_fault(marked).empty());
}

TEST_CASE("other lines with a hash are words of the draft") {
  CHECK(read("# Warranty\nOne year.\n").text.find("# Warranty") != std::string::npos);
  CHECK(read("The file says # clauselint: fires a.\n").text.find("clauselint") != std::string::npos);
}

TEST_CASE("a page that begins with such a line begins with the line behind it") {
  const std::string text = "one\f# clauselint: fires a\ntwo\n";
  std::vector<Line> lines = split_lines(text);
  CHECK(cut_linter_lines(text, lines) == 1);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].new_page);
}
