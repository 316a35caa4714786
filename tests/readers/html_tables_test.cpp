// Tables of data, tables that only set words in place, and pages in a page.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/read_html.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

const std::string kLong =
    "Supplier shall repair or replace any part that is found to be defective within the warranty period.";

}  // namespace

TEST_CASE("cells keep their rows and columns, spans included") {
  CHECK(html_paragraphs("<table><tr><th>Part</th><th colspan=2>Time</th></tr><tr><td rowspan=2>Seal</td><td>1 day</td>"
                        "<td>2 days</td></tr><tr><td>3 days</td><td><p>a</p><p>b</p></td></tr></table>After") ==
        Paragraphs{"[0,0,0] Part", "[0,0,1] Time", "[0,1,0] Seal", "[0,1,1] 1 day", "[0,1,2] 2 days", "[0,2,1] 3 days",
                   "[0,2,2] a", "[0,2,2] b", "After"});
}

TEST_CASE("a table in a cell is a table of its own") {
  CHECK(html_paragraphs("<table><tr><td>A<table><tr><td>x</td><td>y</td></tr></table></td><td>B</td></tr></table>") ==
        Paragraphs{"[0,0,0] A", "[1,0,0] x", "[1,0,1] y", "[0,0,1] B"});
}

TEST_CASE("a table that sets a label beside its words is a paragraph") {
  CHECK(html_paragraphs("<table><tr><td>8.2</td><td><b>Warranty</b>. We repair.</td></tr></table>") ==
        Paragraphs{"8.2 Warranty. We repair."});
  CHECK(
      html_paragraphs("<table><tr><td>&nbsp;</td><td>(a)</td><td><p>We repair.</p><p>We pay.</p></td></tr></table>") ==
      Paragraphs{"(a) We repair.", "We pay."});
  CHECK(html_paragraphs("<table><tr><td>•</td><td>parts</td></tr></table>") == Paragraphs{"• parts"});
  CHECK(html_paragraphs("<table><tr><td>第八条</td><td>保修期为二十四个月</td></tr></table>") ==
        Paragraphs{"第八条 保修期为二十四个月"});
}

TEST_CASE("a table of labelled clauses is prose, a numbered list of things is data") {
  CHECK(html_paragraphs("<table><tr><td>8.1</td><td>" + kLong + "</td></tr><tr><td>8.2</td><td>" + kLong +
                        "</td></tr></table>") == Paragraphs{"8.1 " + kLong, "8.2 " + kLong});
  CHECK(html_paragraphs("<table><tr><td>1.</td><td>Pump</td></tr><tr><td>2.</td><td>Seal</td></tr></table>") ==
        Paragraphs{"[0,0,0] 1.", "[0,0,1] Pump", "[0,1,0] 2.", "[0,1,1] Seal"});
}

TEST_CASE("a table that only indents gives plain paragraphs") {
  CHECK(html_paragraphs(
            "<table><tr><td width=10%></td><td>We repair.</td></tr><tr><td></td><td>We pay.</td></tr></table>") ==
        Paragraphs{"We repair.", "We pay."});
  CHECK(html_paragraphs("<table><tr><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>") ==
        Paragraphs{"[0,0,0] A", "[0,0,1] B"});
}

TEST_CASE("the space between a label and its words has no source, and each word keeps its own") {
  const std::string bytes = "<table><tr><td>8.2</td><td>We repair.</td></tr></table>";
  const Document made = read_html_draft(bytes);
  REQUIRE(made.runs.size() == 3);
  CHECK(made.runs[1].kind == RunKind::Synthetic);
  CHECK(made.runs[2].source.begin == bytes.find("We"));
}

TEST_CASE("page numbers and links back are left out, and a sentence goes on over the page") {
  const std::string page_end =
      "<p align=center>- 12 -</p><p style='page-break-before:always'></p><hr><h5><a href='#toc'>Table of "
      "Contents</a></h5>";
  const Document made =
      read_html_draft("<p>8.1 Supplier shall repair the</p>" + page_end +
                      "<p>goods promptly.</p><p>8.2 Supplier shall keep spare parts</p><div>13</div><hr>"
                      "<p>8.3 Freight is paid.</p>");
  CHECK(made.text ==
        "8.1 Supplier shall repair the goods promptly.\n8.2 Supplier shall keep spare parts\n8.3 Freight is paid.\n");
  CHECK(made.notes == std::vector<Note>{{.what = "links back to the table of contents", .where = {}, .count = 1},
                                        {.what = "page numbers", .where = {}, .count = 2}});
}

TEST_CASE("numbers that end no page are words") {
  CHECK(html_paragraphs(
            "<div>1</div><div>Scope</div><div>All.</div><div>2</div><div>Term</div><div>Long.</div><div>3</div>"
            "<div>End</div><div>Now.</div>")
            .size() == 9);
  CHECK(html_paragraphs("<table><tr><td>1</td><td>2</td></tr></table><hr><p>We repair.") ==
        Paragraphs{"[0,0,0] 1", "[0,0,1] 2", "We repair."});
}

}  // namespace clauselint
