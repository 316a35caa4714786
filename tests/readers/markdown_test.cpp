// Markdown drafts: what is text, what is a mark, and where each word stands in the file.
#include "readers/markdown.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

Document read(std::string_view bytes) {
  auto made = read_markdown("draft.md", bytes, {});
  REQUIRE(made);
  CHECK(find_fault(*made) == "");
  for (const Run& run : made->runs) {
    if (run.kind != RunKind::Verbatim) continue;
    CHECK(bytes.substr(run.source.begin, run.source.end - run.source.begin) == made->words(run.span));
  }
  return *made;
}

Paragraphs paragraphs(std::string_view bytes) {
  const Document made = read(bytes);
  Paragraphs shown;
  for (const Paragraph& paragraph : made.paragraphs) shown.emplace_back(made.words(paragraph.span));
  return shown;
}

std::string only(std::string_view bytes) {
  const Paragraphs all = paragraphs(bytes);
  REQUIRE(all.size() == 1);
  return all[0];
}

std::string bold_words(std::string_view bytes) {
  const Document made = read(bytes);
  std::string words;
  for (const Run& run : made.runs) {
    if (run.bold) words += "[" + std::string(made.words(run.span)) + "]";
  }
  return words;
}

}  // namespace

TEST_CASE("a heading has its level, and its marks are not in the text") {
  const Document made = read("# 售后服务条款\n\n## 8.2 Warranty ##\n\nText.\n");
  REQUIRE(made.paragraphs.size() == 3);
  CHECK(made.words(made.paragraphs[0].span) == "售后服务条款");
  CHECK(made.paragraphs[0].heading_level == 1);
  CHECK(made.words(made.paragraphs[1].span) == "8.2 Warranty");
  CHECK(made.paragraphs[1].heading_level == 2);
  CHECK(made.paragraphs[2].heading_level == 0);
}

TEST_CASE("an underlined line is a heading, a rule under a sentence is a rule") {
  const Document made = read("Warranty\n========\n\nParts\n-----\n\nSupplier repairs.\n---\n");
  CHECK(made.paragraphs[0].heading_level == 1);
  CHECK(made.paragraphs[1].heading_level == 2);
  CHECK(made.paragraphs[2].heading_level == 0);
  CHECK(made.paragraphs.size() == 3);
}

TEST_CASE("a heading without the blank is one before Han, a hash before a number is text") {
  CHECK(read("#质保\n").paragraphs[0].heading_level == 1);
  CHECK(only("#1 priority\n") == "#1 priority");
}

TEST_CASE("bullets are dropped, typed numbers stay") {
  CHECK(paragraphs("- parts\n* labour\n1. travel\n(a) freight\n") ==
        Paragraphs{"parts", "labour", "1. travel", "(a) freight"});
}

TEST_CASE("emphasis marks are dropped and bold is kept as bold") {
  CHECK(only("Supplier **shall** respond *promptly* to __any__ request.") ==
        "Supplier shall respond promptly to any request.");
  CHECK(bold_words("Supplier **shall** respond *promptly* to __any__ request.") == "[shall][any]");
  CHECK(only("本合同**质保期**为二十四个月") == "本合同质保期为二十四个月");
}

TEST_CASE("emphasis goes over a line end") {
  CHECK(bold_words("Some **words that go on over the end of the line they stand\nin** end.") != "");
}

TEST_CASE("stars and lines that are no emphasis stay") {
  CHECK(only("2 * 3 * 4 and snake_case_name") == "2 * 3 * 4 and snake_case_name");
  CHECK(only("within [***] days and ____ hours") == "within [***] days and ____ hours");
  CHECK(only("于__年__月__日前") == "于__年__月__日前");
}

TEST_CASE("blanks to fill stay as they are") {
  CHECK(only("within [●] days, [___], {{response_time}}, <Party A>, [ ]") ==
        "within [●] days, [___], {{response_time}}, <Party A>, [ ]");
  CHECK(only("the amount [●](the Price)") == "the amount [●](the Price)");
}

TEST_CASE("a link keeps its words") {
  CHECK(only("see [the warranty card](https://example.com/card \"Card\") and ![logo](logo.png)") ==
        "see the warranty card and logo");
}

TEST_CASE("code keeps its words and all marks in it") {
  CHECK(only("type `a * b **c**` now") == "type a * b **c** now");
  CHECK(paragraphs("```\n# not a heading\n- not an item\n```\nText.\n") ==
        Paragraphs{"# not a heading", "- not an item", "Text."});
}

TEST_CASE("a backslash makes a mark a character") {
  CHECK(only("\\*not emphasis\\* and 1\\. no list") == "*not emphasis* and 1. no list");
}

TEST_CASE("entities and line breaks stand for their characters") {
  const Document made = read("A&amp;B &#x7532;<br>C &unknown; D");
  CHECK(made.words(made.paragraphs[0].span) == "A&B 甲 C &unknown; D");
  CHECK(made.runs[1].kind == RunKind::Atomic);
}

TEST_CASE("comments and tags are left out, comments are noted") {
  const Document made = read("Supplier <!-- which? --><u>shall</u> repair.\n<!-- a\nlong\none -->\nAnd replace.\n");
  CHECK(made.words(made.paragraphs[0].span) == "Supplier shall repair.");
  CHECK(made.words(made.paragraphs[1].span) == "And replace.");
  CHECK(made.notes == std::vector<Note>{{.what = "HTML comments", .where = {}, .count = 2}});
}

TEST_CASE("front matter is left out and noted") {
  const Document made = read("---\ntitle: Appendix\ndate: 2020\n---\nText.\n");
  CHECK(made.paragraphs.size() == 1);
  CHECK(made.notes == std::vector<Note>{{.what = "lines of front matter", .where = {}, .count = 2}});
}

TEST_CASE("each cell of a table is a paragraph with its place") {
  const Document made =
      read("| Severity | Response |\n|---|:--:|\n| 1 | **4 hours** |\n| 2 | 8 \\| 9 hours |\n\nText.\n");
  REQUIRE(made.paragraphs.size() == 7);
  CHECK(made.paragraphs[0].cell == Cell{.table = 0, .row = 0, .column = 0});
  CHECK(made.words(made.paragraphs[3].span) == "4 hours");
  CHECK(made.paragraphs[3].cell == Cell{.table = 0, .row = 1, .column = 1});
  CHECK(made.words(made.paragraphs[5].span) == "8 | 9 hours");
  CHECK(made.paragraphs[5].cell == Cell{.table = 0, .row = 2, .column = 1});
  CHECK_FALSE(made.paragraphs[6].cell);
}

TEST_CASE("wrapped lines of an item are joined") {
  CHECK(paragraphs("- The Supplier shall repair or replace any part that is found to be\n"
                   "  defective in material or workmanship.\n"
                   "- The Distributor shall hold spare parts.\n") ==
        Paragraphs{"The Supplier shall repair or replace any part that is found to be defective in material or "
                   "workmanship.",
                   "The Distributor shall hold spare parts."});
}

TEST_CASE("quotation marks at the line head are dropped") {
  CHECK(paragraphs("> Quoted words.\n>\n> More.\n") == Paragraphs{"Quoted words.", "More."});
}

TEST_CASE("a definition of a link is no text, a footnote is, without their marks") {
  const Document made = read(
      "See the [card][1], the [list][] and the [Terms].[^a]\n\n"
      "[1]: https://example.com/card \"The card\"\n[list]: /list\n[terms]: <https://example.com/terms>\n\n"
      "[^a]: Freight excluded.\n\nText.\n");
  REQUIRE(made.paragraphs.size() == 3);
  CHECK(made.words(made.paragraphs[0].span) == "See the card, the list and the Terms.");
  CHECK(made.words(made.paragraphs[1].span) == "Freight excluded.");
  CHECK(made.paragraphs[1].story == Story::Footnote);
  CHECK(made.paragraphs[2].story == Story::Body);
  CHECK(made.notes == std::vector<Note>{{.what = "link addresses", .where = {}, .count = 3}});
}

TEST_CASE("brackets that name no link stay") {
  CHECK(only("within [30] days of [●], see [^9] and [Party A][1]") ==
        "within [30] days of [●], see [^9] and [Party A][1]");
  CHECK(only("[Party A]: the Supplier") == "[Party A]: the Supplier");
}

TEST_CASE("an address may hold brackets, blanks in angles, or a title") {
  CHECK(only("see [one](https://example.com/a_(b)), [two](<my card.pdf>) and [three](/c 'Card')") ==
        "see one, two and three");
}

TEST_CASE("template logic is left out and noted, placeholders stay") {
  const Document made = read(
      "{% if warranty %}\nThe period is {{ months }} months{% if ext %} and {{ ext | round }} more{% endif %}.\n"
      "{% endif %}\n{# which? #}\n");
  REQUIRE(made.paragraphs.size() == 1);
  CHECK(made.words(made.paragraphs[0].span) == "The period is {{ months }} months and {{ ext | round }} more.");
  CHECK(made.notes == std::vector<Note>{{.what = "HTML comments", .where = {}, .count = 1},
                                        {.what = "tags of template logic", .where = {}, .count = 4}});
}

TEST_CASE("the words of cells in HTML stay apart") {
  CHECK(only("<tr><td>Severity 1</td><td>4 hours</td></tr>") == "Severity 1 4 hours");
  CHECK(only("<p>Supplier <b>shall</b> repair.</p>") == "Supplier shall repair.");
}

TEST_CASE("front matter in TOML is left out too, a draft that begins with a rule is not") {
  CHECK(paragraphs("+++\ntitle = \"Appendix\"\n[params]\nx = 1\n+++\nText.\n") == Paragraphs{"Text."});
  CHECK(paragraphs("---\nThe Supplier repairs: at its cost.\n\n---\n\nText.\n") ==
        Paragraphs{"The Supplier repairs: at its cost.", "Text."});
  CHECK(paragraphs("---\n标题: 附件\nparties:\n  - a\n---\nText.\n") == Paragraphs{"Text."});
}

TEST_CASE("a bar in a placeholder does not end a cell, a table may stand in a quotation") {
  const Document made = read("> | Item | Price |\n> |---|---|\n> | Pump | {{ price | money }} |\n");
  REQUIRE(made.paragraphs.size() == 4);
  CHECK(made.words(made.paragraphs[3].span) == "{{ price | money }}");
  CHECK(made.paragraphs[3].cell == Cell{.table = 0, .row = 1, .column = 1});
}

TEST_CASE("the definition of a term is a paragraph, and a heading loses its attributes") {
  CHECK(paragraphs("Warranty Period\n: 24 months from delivery\n") ==
        Paragraphs{"Warranty Period", "24 months from delivery"});
  CHECK(only("## Warranty {#sec:warranty .unnumbered}\n") == "Warranty");
  CHECK(only("## The {{ product }}\n") == "The {{ product }}");
}

TEST_CASE("a sentence broken by the writer's editor is one paragraph, short entries are not") {
  CHECK(only("The Supplier shall **repair\nor replace** any part.\n") ==
        "The Supplier shall repair or replace any part.");
  CHECK(paragraphs("甲方：供应商\n乙方：经销商\n").size() == 2);
}

TEST_CASE("boxes to tick stay, since a tick says something") {
  CHECK(paragraphs("- [x] on site\n- [ ] by post\n") == Paragraphs{"[x] on site", "[ ] by post"});
}

TEST_CASE("code in a quotation ends with its fence") {
  CHECK(paragraphs("> ```\n> # code\n> ```\n\n# Heading\n") == Paragraphs{"# code", "Heading"});
}

TEST_CASE("what opens a comment and is never closed is text") {
  for (const std::string open : {"<!--", "{%", "{#"}) {
    std::string bytes;
    for (int i = 0; i < 50'000; ++i) bytes += open + "a";
    CHECK(only(bytes) == bytes);
  }
}

TEST_CASE("hostile nesting takes no time and loses no text") {
  std::string bytes;
  for (int i = 0; i < 50'000; ++i) bytes += "*a **b [c `d ";
  CHECK(only(bytes).size() > 300'000);
}

}  // namespace clauselint
