// HTML files as bytes: encodings, the head of a filing, files that are cut off or hostile.
#include "readers/html_source.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/read_html.hpp"
#include "text/encoding.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;
using namespace std::string_literals;

std::string in(Encoding encoding, std::string_view text) { return *encode(text, encoding); }

std::string note_of(const Document& made) { return made.notes.empty() ? "" : made.notes.front().what; }

}  // namespace

TEST_CASE("an HTML file is read in the encoding that it declares") {
  const std::string gb = in(Encoding::Gb18030, "<meta charset='gb2312'><p>保修二十四个月，镕");
  CHECK(html_paragraphs(gb) == Paragraphs{"保修二十四个月，镕"});
  CHECK(read_html_draft(gb).encoding == "GB18030");
  const std::string big5 =
      in(Encoding::Big5, "<META http-equiv=Content-Type content='text/html; charset=BIG5'><p>維修");
  CHECK(html_paragraphs(big5) == Paragraphs{"維修"});
  const std::string latin =
      in(Encoding::Windows1252, "<?xml version='1.0' encoding=\"ISO-8859-1\"?><html><p>“caf\u00E9”");
  CHECK(html_paragraphs(latin) == Paragraphs{"“caf\u00E9”"});
  CHECK(read_html_draft(latin).encoding == "WINDOWS-1252");
  CHECK(read_html_draft("<meta charset=gbk><p>plain").encoding == "GB18030");
  CHECK(html_paragraphs("\xFF\xFE" + in(Encoding::Utf16Le, "<p>维修 &amp; <b>parts</b>")) ==
        Paragraphs{"维修 & parts"});
}

TEST_CASE("a wrong declaration is corrected, and that is noted") {
  const Document made = read_html_draft("<meta charset=gb2312><p>保修期为二十四个月");
  CHECK(made.text == "保修期为二十四个月\n");
  CHECK(made.encoding == "UTF-8");
  CHECK(note_of(made) == "wrong declarations of the encoding, corrected");
  const Document server = read_html_draft(in(
      Encoding::Gb18030, "<meta charset=iso-8859-1><p>乙方应当在接到通知后四小时内到达现场进行维修，费用由乙方承担"));
  CHECK(server.encoding == "GB18030");
  CHECK(note_of(server) == "wrong declarations of the encoding, corrected");
  CHECK(html_paragraphs("<meta charset=no-such-set><p>保修") == Paragraphs{"保修"});
  CHECK(note_of(read_html_draft("\xEF\xBB\xBF<meta charset=utf-8><p>保修")).empty());
}

TEST_CASE("the head of a filing is no text, and what follows is one document") {
  const std::string bytes =
      "<DOCUMENT>\n<TYPE>EX-10.4\n<SEQUENCE>5\n<DESCRIPTION>AGREEMENT\n<TEXT>\n<HTML><HEAD><TITLE>T</TITLE></"
      "HEAD><BODY>\n"
      "<P>We repair.</P></BODY></HTML>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-10.5\n<TEXT>\n<HTML><BODY><P>We "
      "pay.";
  CHECK(html_paragraphs(bytes) == Paragraphs{"We repair.", "We pay."});
  CHECK(read_html_draft(bytes).notes == std::vector<Note>{{.what = "headers of filings", .where = {}, .count = 2}});
}

TEST_CASE("control characters are spaces, and nothing behind them is lost") {
  CHECK(html_paragraphs("<p>We\0repair\x01it<p>now"s) == Paragraphs{"We repair it", "now"});
}

TEST_CASE("a file that is cut off is refused, with the line") {
  CHECK(
      html_refusal("<p>We repair\n<!-- note\n<p>and pay") ==
      "an HTML file that is not whole: a comment that begins in line 2 never ends, so the file may be cut off: get the "
      "whole file");
  CHECK(html_refusal("<p>We repair <a href=\"x>now</a>").find("a tag that begins in line 1") != std::string::npos);
  CHECK(html_refusal("<p>We repair<script>x").find("a script that begins in line 1") != std::string::npos);
  CHECK(html_refusal("<p>We repair</p").find("a tag that begins") != std::string::npos);
}

TEST_CASE("comments and conditions part no words") {
  CHECK(html_paragraphs("<p>re<!-- x -->pair<!-->ed<![endif]>ly<!x>!") == Paragraphs{"repairedly!"});
  CHECK(html_paragraphs("<p>a<!-- <p>b</p> -- > -->c<a title='<!--'>d</a>") == Paragraphs{"acd"});
}

TEST_CASE("an element that has no end hides nothing behind it") {
  CHECK(html_paragraphs("<p>a<embed src=x>b<source src=x>c<img hidden>d<script src='x'/>e") == Paragraphs{"abcde"});
  CHECK(html_paragraphs("<p>a<!-- x --!>b<!-- y -->c") == Paragraphs{"abc"});
}

TEST_CASE("words that a forgotten quote hides are told") {
  const Document made =
      read_html_draft("<p><font face=\"Arial>We repair.</font></p><p><font face=\"Arial\">We pay.</font>");
  CHECK(note_of(made) == "passages within the quotes of a tag");
}

TEST_CASE("deep nesting ends in an error, and in no harm") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK(html_refusal(deep + "x") ==
        "elements are nested more than 1024 deep at line 1: save the page anew from a browser or Word");
  ReadOptions generous;
  generous.limits.depth = 1'000'000;
  CHECK(html_refusal(deep + "x", generous) == "read");
}

TEST_CASE("absurd attributes are refused or read, never slow") {
  std::string many = "<p";
  for (int i = 0; i < 100'000; ++i) many += " a" + std::to_string(i) + "=1";
  CHECK(html_refusal(many + ">x").find("more than 2000 attributes") != std::string::npos);
  const std::string picture = "<p>x<img src='data:" + std::string(12u << 20, 'A') + "'>y";
  CHECK(html_paragraphs(picture) == Paragraphs{"xy"});
}

}  // namespace clauselint
