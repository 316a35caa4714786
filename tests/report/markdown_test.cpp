// Words of a draft inside Markdown.
#include <catch2/catch.hpp>

#include "report/markdown.hpp"

namespace clauselint {

TEST_CASE("marks of Markdown in a draft's words are escaped") {
  CHECK(markdown("a|b *c* [●] `d` <e> ~f~ $5") == "a\\|b \\*c\\* \\[●\\] \\`d\\` \\<e> \\~f\\~ \\$5");
}

TEST_CASE("an underscore marks nothing inside a word") {
  CHECK(markdown("file_name _x_ ____") == "file_name \\_x\\_ \\_\\_\\_\\_");
}

TEST_CASE("a leading number or dash begins no list, a clause number stays as it is") {
  CHECK(markdown("8. Warranty") == "8\\. Warranty");
  CHECK(markdown("3) x") == "3\\) x");
  CHECK(markdown("- x") == "\\- x");
  CHECK(markdown("# x") == "\\# x");
  CHECK(markdown("8.2(a)") == "8.2(a)");
}

TEST_CASE("a line feed in a cell becomes a blank") { CHECK(markdown("one\ntwo") == "one two"); }

TEST_CASE("only an ampersand that could begin an entity is escaped") {
  CHECK(markdown("R&D & &#39;") == "R\\&D & \\&#39;");
}

TEST_CASE("code in a text of our own stays code") {
  CHECK(markdown_with_code("say `a_b.c*` [x]") == "say `a_b.c*` \\[x\\]");
  CHECK(markdown_with_code("`a.b`: wanted - 8. times") == "`a.b`: wanted - 8. times");
  CHECK(markdown_with_code("one ` tick") == "one \\` tick");
}

TEST_CASE("a table has a rule under its head") {
  CHECK(table_head({"a", "b"}) + table_row({"1", "2"}) == "| a | b |\n|---|---|\n| 1 | 2 |\n");
}

}  // namespace clauselint
