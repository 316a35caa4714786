// HTML drafts: what is text, what parts paragraphs, and where each word stands in the file.
#include "readers/html.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "support/read_html.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

std::string bold_words(std::string_view bytes) {
  const Document made = read_html_draft(bytes);
  std::string words;
  for (const Run& run : made.runs) {
    if (run.bold) words += "[" + std::string(made.words(run.span)) + "]";
  }
  return words;
}

std::string kinds(std::string_view bytes) {
  const Document made = read_html_draft(bytes);
  std::string shown;
  for (const Run& run : made.runs) {
    const char sign = run.kind == RunKind::Verbatim ? 'v' : run.kind == RunKind::Atomic ? 'a' : 's';
    shown += std::string(1, sign) + "(" + std::string(made.words(run.span)) + ")";
  }
  return shown;
}

SourceFormat format_of(const std::string& path, std::string_view bytes) {
  const auto made = read_document(path, bytes);
  REQUIRE(made);
  return made->format;
}

}  // namespace

TEST_CASE("HTML is known by what it says, and else by its extension") {
  CHECK(format_of("a.txt", "<!DOCTYPE html>\n<p>We repair.") == SourceFormat::Html);
  CHECK(format_of("a", "\xEF\xBB\xBF<!-- saved -->\n<HTML><body>We repair.") == SourceFormat::Html);
  CHECK(format_of("a.txt",
                  "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>We repair.</p></html>") ==
        SourceFormat::Html);
  CHECK(format_of("a.txt", "<div><p>We repair.</p><p>We pay.</p></div>") == SourceFormat::Html);
  CHECK(format_of("a.htm", "We repair.") == SourceFormat::Html);
  CHECK(format_of("a.XHTML", "We repair.") == SourceFormat::Html);
  CHECK(format_of("a.txt", "<DOCUMENT>\n<TYPE>EX-10.1\n<TEXT>\n<HTML><BODY>We repair.") == SourceFormat::Html);
}

TEST_CASE("text with angle brackets and Markdown with tags are not HTML") {
  CHECK(format_of("a.txt", "<PARTY A> shall repair </goods> in </time> and </place>.") == SourceFormat::Text);
  CHECK(format_of("a.txt", "<P> shall mean the Purchaser.") == SourceFormat::Text);
  CHECK(format_of("a.txt", "The tag <html> is not used.") == SourceFormat::Text);
  CHECK(format_of("a.txt", "<DOCUMENT>\n<TYPE>EX-10.1\n<TEXT>\nWe repair.") == SourceFormat::Text);
  CHECK(format_of("a.md", "<div align=\"center\"><p>x</p><b>y</b></div>\n\n# Title") == SourceFormat::Markdown);
}

TEST_CASE("blocks are paragraphs, inline elements are not") {
  CHECK(html_paragraphs(
            "<div>Supplier <font size=2>shall</font> re<b>pair</b>.<p>Parts</p>Labour<blockquote>Freight</blockquote>"
            "<dl><dt>Term</dt><dd>Two years</dd></dl></div><section>End</section>") ==
        Paragraphs{"Supplier shall repair.", "Parts", "Labour", "Freight", "Term", "Two years", "End"});
  CHECK(html_paragraphs("<p>10<sup>th</sup> day, H<sub>2</sub>O") == Paragraphs{"10th day, H2O"});
  CHECK(html_paragraphs("<div>8.2 <div style='display: inline'>Warranty</div></div>") == Paragraphs{"8.2 Warranty"});
}

TEST_CASE("white space collapses as in browsers, and a paragraph of blanks is none") {
  CHECK(kinds("<p>  one\n   two three <b> four</b>  </p><p>&nbsp; &nbsp;</p>") == "v(one)a( )v(two three )v(four)");
  CHECK(kinds("<p>维修\n  服务</p>") == "v(维修)v(服务)");
  CHECK(kinds("<p>&nbsp;&nbsp;(a)&nbsp;we</p>") == "v((a))a(\u00A0)v(we)");
}

TEST_CASE("a reference stands for its character") {
  CHECK(kinds("<p>A&amp;B &#147;x&#x201D; &#59; 1 &lt 2") == "v(A)a(&)v(B )a(“)v(x)a(”)v( )a(;)v( 1 )a(<)v( 2)");
  CHECK(html_paragraphs("<p>a&nbsp&nbsp;b &check; &quot;c&quot;") == Paragraphs{"a\u00A0\u00A0b ✓ \"c\""});
}

TEST_CASE("underlined blanks are a place to fill in") {
  CHECK(html_paragraphs(
            "<p>Within <u>&nbsp;&nbsp; &nbsp;</u> days, <u>Spare&nbsp;&nbsp;&nbsp;Parts</u> <u>&nbsp;</u>are kept") ==
        Paragraphs{"Within ____ days, Spare\u00A0\u00A0\u00A0Parts \u00A0are kept"});
  CHECK(html_paragraphs("<p><span style='text-decoration:underline'>&nbsp;&nbsp;&nbsp;&nbsp;</span> days") ==
        Paragraphs{"____ days"});
}

TEST_CASE("what is no reference and no tag is text") {
  CHECK(html_paragraphs("<p>R&D, a & b, &nothing; &, 3 < 4 <= 5, x<3 & y&#; z") ==
        Paragraphs{"R&D, a & b, &nothing; &, 3 < 4 <= 5, x<3 & y&#; z"});
  CHECK(html_paragraphs("<p>&#0;&#xD800;x") == Paragraphs{"\uFFFD\uFFFDx"});
}

TEST_CASE("two breaks part paragraphs, one parts them where a line begins something new") {
  CHECK(html_paragraphs("<p>We repair<br><br>We pay") == Paragraphs{"We repair", "We pay"});
  CHECK(html_paragraphs("<p>Supplier shall repair the<br>goods at its cost,<br/>and pay freight") ==
        Paragraphs{"Supplier shall repair the goods at its cost, and pay freight"});
  CHECK(html_paragraphs("<p>8.1 Warranty is given;<br>8.2 Parts are kept;<br>(a) here<br>(b) there") ==
        Paragraphs{"8.1 Warranty is given;", "8.2 Parts are kept;", "(a) here", "(b) there"});
  CHECK(html_paragraphs("<p>甲方：某公司<br>乙方：某厂<br>第一条 维修") ==
        Paragraphs{"甲方：某公司", "乙方：某厂", "第一条 维修"});
  CHECK(html_paragraphs("<p>as set out in Section<br>8.2 of the Agreement") ==
        Paragraphs{"as set out in Section 8.2 of the Agreement"});
}

TEST_CASE("the space that a break becomes is the tag") {
  const std::string bytes = "<p>repair the<br />goods";
  const Document made = read_html_draft(bytes);
  REQUIRE(made.runs.size() == 3);
  CHECK(bytes.substr(made.runs[1].source.begin, made.runs[1].source.end - made.runs[1].source.begin) == "<br />");
}

TEST_CASE("preformatted text is read as plain text is") {
  CHECK(html_paragraphs(
            "<pre>\n     8.2  The Supplier shall repair or replace any part that is found to be\n"
            "     defective in material or workmanship within the warranty period, and\n"
            "     shall bear the cost of labour.\n\n                 - 4 -\n<PAGE>\n     8.3  Parts.\n</pre>") ==
        Paragraphs{"8.2  The Supplier shall repair or replace any part that is found to be defective in material or "
                   "workmanship within the warranty period, and shall bear the cost of labour.",
                   "8.3  Parts."});
}

TEST_CASE("bold words and headings are known") {
  CHECK(bold_words("<p><b>A</b> b <strong>C</strong> <span style='FONT-WEIGHT: 700'>D<i>E</i></span> "
                   "<b><span style='font-weight:normal'>f</span></b>") == "[A][C][D][E]");
  CHECK(bold_words(
            "<style>.t1, p.t2 {font-weight: bold} .t3 > b {}</style><p class='x t1'>A</p><p class=t2>B<p class=t3>c") ==
        "[A][B]");
  CHECK(html_paragraphs("<h1>Terms</h1><h3>Warranty</h3>We repair") ==
        Paragraphs{"# Terms", "### Warranty", "We repair"});
}

TEST_CASE("a list shows its numbers as a browser does") {
  CHECK(html_paragraphs("<ol start=7><li>a<li value=10>b<ol type=a><li>c<li>d</ol><li>e</ol>") ==
        Paragraphs{"{7.} a", "{10.} b", "{a.} c", "{b.} d", "{11.} e"});
  CHECK(html_paragraphs("<ol type=I><li>a<li type=A>b</ol><ol reversed><li>x<li>y</ol><ul><li>z</ul>") ==
        Paragraphs{"{I.} a", "{B.} b", "{2.} x", "{1.} y", "z"});
  CHECK(html_paragraphs("<ol style='list-style-type: lower-roman'><li><p>a</p><p>b</p><li>c</ol>"
                        "<ol style='list-style:none'><li>8.2 d</ol><ol type=a start=27><li>e</ol>") ==
        Paragraphs{"{i.} a", "b", "{ii.} c", "8.2 d", "{aa.} e"});
  const Document made = read_html_draft("<ol><li>a<ol><li>b</ol></ol>");
  CHECK(made.paragraphs[0].list_level == 0);
  CHECK(made.paragraphs[1].list_level == 1);
}

TEST_CASE("a label that a style sheet computes is the one that is shown") {
  CHECK(html_paragraphs(
            "<style>.lst-x-0>li:before{content:\"\" counter(lst-ctn-x-0,decimal) \". \"}"
            ".lst-x-1>li:before{content:\"(\" counter(lst-ctn-x-1,lower-latin) \") \"}"
            ".lst-x-2>li:before{content:counter(lst-ctn-x-0,decimal) \".\" counter(lst-ctn-x-2,decimal)}</style>"
            "<ol class='lst-x-0 start' start=8><li>a</li></ol><ol class='lst-x-1 start' start=1><li>b<li>c</ol>"
            "<ol class='lst-x-0' start=9><li>d</ol><ol class='lst-x-2 start'><li>e</ol>") ==
        Paragraphs{"{8.} a", "{(a)} b", "{(b)} c", "{9.} d", "{9.1} e"});
}

TEST_CASE("the number that Word writes for other browsers is text") {
  CHECK(html_paragraphs("<p class=MsoNormal><![if !supportLists]><span>8.2<span>&nbsp; </span></span><![endif]>We "
                        "<o:p></o:p>repair<o:p>&nbsp;</o:p></p>") == Paragraphs{"8.2\u00A0 We repair"});
}

TEST_CASE("struck and inserted words follow the view") {
  const std::string bytes =
      "<p>within <del cite='mailto:A' datetime='2026-01-02'>4</del><ins>8</ins> hours, <s>free</s> "
      "<span style='text-decoration: line-through'>now</span> paid";
  CHECK(html_paragraphs(bytes) == Paragraphs{"within 8 hours, paid"});
  CHECK(html_paragraphs(bytes, View::Original) == Paragraphs{"within 4 hours, free now paid"});
  const Document made = read_html_draft(bytes);
  CHECK(made.notes == std::vector<Note>{{.what = "tracked deletions", .where = {}, .count = 3}});
  REQUIRE(made.changes.size() == 1);
  CHECK(made.changes[0].kind == TrackedChange::Kind::Insertion);
  CHECK(made.runs[1].obstacle == Obstacle::ForeignChange);
  CHECK(made.runs[1].change == 0);
  const Document original = read_html_draft(bytes, View::Original);
  CHECK(original.view == View::Original);
  CHECK(original.changes[0] ==
        TrackedChange{.kind = TrackedChange::Kind::Deletion, .author = "A", .date = "2026-01-02"});
}

TEST_CASE("what is left out is noted") {
  const Document made = read_html_draft(
      "<html><head><title>T</title><style>p{}</style><script>if (a<b) x='</p>';</script></head><body><!-- c --><p>We "
      "repair"
      "<img src=x alt='not text'><p style='display:none'>hidden</p><p hidden>too</p><input "
      "value=v><textarea>t</textarea>"
      "<select><option>o</select><iframe "
      "src=x>f</iframe><noscript>n</noscript><template>t</template><svg><text>s</text></svg>");
  CHECK(made.text == "We repair\n");
  std::string notes;
  for (const Note& note : made.notes) notes += std::to_string(note.count) + " " + note.what + ", ";
  CHECK(notes ==
        "1 scripts, 1 images, 2 passages of hidden text, 3 form fields, 1 embedded pages, "
        "1 texts for browsers without scripts, 1 drawings, 1 HTML comments, ");
}

TEST_CASE("words in angle brackets that a browser drops are told") {
  const Document made = read_html_draft("<p>The <Supplier> shall <u>repair</u> <o:p>it</o:p> <my-tag>now</my-tag>.");
  CHECK(made.notes ==
        std::vector<Note>{{.what = "words in angle brackets that a browser does not show", .where = {}, .count = 1}});
}

TEST_CASE("what a class hides is read: a click may show it") {
  CHECK(html_paragraphs("<style>.panel{display:none}</style><button>Warranty</button><div class=panel>We repair") ==
        Paragraphs{"Warranty", "We repair"});
}

TEST_CASE("any soup of tags keeps its places") {
  const std::vector<std::string> pieces = {
      "<p>",   "</p>", "<b>",     "</b>",    "<div>",    "</div>",  "<br>",       "&nbsp;", "&amp",  "&#147;",
      "&x;",   "&#;",  "<",       ">",       "&",        " ",       "\n",         "\r\n",   "word",  "维修",
      "8.2 ",  "<td>", "<tr>",    "<table>", "</table>", "<ol>",    "<li>",       "</ol>",  "<pre>", "</pre>",
      "<!-- ", " -->", "<![if]>", "<!x>",    "<?y?>",    "a;",      "<a href=x>", "</a>",   "<s>",   "</s>",
      "\t",    "\x01", "<h2>",    "</h2>",   "<hr>",     "</html>", "<body>",     "é"};
  std::minstd_rand random(7);
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) bytes += pieces[random() % pieces.size()];
    const auto made = read_html("draft.html", bytes, {});
    if (!made) continue;
    INFO(bytes);
    check_places(*made, bytes);
  }
}

TEST_CASE("many pages are read at the same time") {
  const std::string bytes = "<ol><li>We &amp; you<li>repair <b>now</b></ol>";
  const std::string text = read_html_draft(bytes).text;
  std::vector<std::string> read(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& mine : read) {
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i) mine = read_html("draft.html", bytes, {})->text;
      });
    }
  }
  for (const std::string& mine : read) CHECK(mine == text);
}

}  // namespace clauselint
