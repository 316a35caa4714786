// What a reader of the paper sees: words, tracked changes, fields, text boxes, notes.
#include "readers/docx.hpp"

#include <catch2/catch.hpp>

#include "support/read_docx.hpp"

using namespace clauselint;

namespace {

Document read(std::string_view body, const std::vector<TinyPart>& others = {}) { return read_tiny_docx(body, others); }

std::string words(const Document& document) { return barred_words(document); }

std::string words(std::string_view body) { return words(read(body)); }

std::string in_paragraph(std::string_view runs) { return words("<w:p>" + std::string(runs) + "</w:p>"); }

// `comments x2, images in headers x1`.
std::string notes(const Document& document) {
  std::string all;
  for (const Note& note : document.notes) {
    all += (all.empty() ? "" : ", ") + note.what + (note.where.empty() ? "" : " in " + note.where) + " x" +
           std::to_string(note.count);
  }
  return all;
}

std::string run(std::string_view text) { return "<w:r><w:t>" + std::string(text) + "</w:t></w:r>"; }

std::string field(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

std::string code(std::string_view text) { return "<w:r><w:instrText>" + std::string(text) + "</w:instrText></w:r>"; }

// The obstacle of the first run that holds the words.
Obstacle obstacle_of(const Document& document, std::string_view wanted) {
  for (const Run& piece : document.runs) {
    if (document.words(piece.span).find(wanted) != std::string_view::npos) return piece.obstacle;
  }
  FAIL("no run holds " << wanted);
  return Obstacle::None;
}

}  // namespace

TEST_CASE("paragraphs, empty ones too, are read in order") {
  CHECK(words(tiny_paragraph("Warranty") + "<w:p/>" + tiny_paragraph("保修期")) == "Warranty||保修期");
}

TEST_CASE("a body without paragraphs has one that is empty") { CHECK(words("") == ""); }

TEST_CASE("runs that Word has cut are one text") {
  CHECK(in_paragraph(run("twel") + "<w:proofErr/>" + run("ve") + "<w:bookmarkStart/>" + run("!")) == "twelve!");
}

TEST_CASE("white space at the ends counts only where it is preserved") {
  CHECK(in_paragraph("<w:r><w:t> a </w:t><w:t xml:space=\"preserve\"> b </w:t></w:r>") == "a b ");
  CHECK(in_paragraph("<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>") == " ");
}

TEST_CASE("tabs, breaks and hyphens are what they look like") {
  CHECK(in_paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type=\"page\"/><w:t>d</w:t>"
                     "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:cr/></w:r>") == "a\tb cd\u2011ef ");
}

TEST_CASE("symbols are read through their font") {
  CHECK(in_paragraph("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>yes</w:t></w:r>") == "☑yes");
}

TEST_CASE("references, CDATA, comments and line ends within text are resolved") {
  CHECK(in_paragraph(run("R&amp;D &#21512;&#x540C;")) == "R&D 合同");
  CHECK(in_paragraph(run("a<!-- b -->c<![CDATA[<&d>]]>e")) == "ac<&d>e");
  CHECK(in_paragraph(run("a\r\nb\nc")) == "a b c");
}

TEST_CASE("tracked changes are read as accepted") {
  const Document document =
      read("<w:p>" + run("within ") + "<w:del w:id=\"1\"><w:r><w:delText>30</w:delText></w:r></w:del>" +
           "<w:ins w:id=\"2\">" + run("45") + "</w:ins></w:p>");
  CHECK(words(document) == "within45");
  CHECK(notes(document) == "tracked deletions x1");
  CHECK(obstacle_of(document, "45") == Obstacle::ForeignChange);
  CHECK(obstacle_of(document, "within") == Obstacle::None);
}

TEST_CASE("a moved passage is read at its new place") {
  CHECK(words("<w:p><w:moveFrom>" + run("old") + "</w:moveFrom></w:p><w:p><w:moveTo>" + run("new") +
              "</w:moveTo></w:p>") == "|new");
}

TEST_CASE("a paragraph whose mark is deleted goes on in the next") {
  const std::string deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
  CHECK(words("<w:p>" + deleted + run("a") + "</w:p>" + tiny_paragraph("b") + tiny_paragraph("c")) == "ab|c");
  CHECK(words("<w:p>" + deleted + "</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>") == "");
}

TEST_CASE("a deleted row is gone") {
  const std::string cell = "<w:tc>" + tiny_paragraph("x") + "</w:tc>";
  CHECK(words("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell + "</w:tr><w:tr>" + cell +
              "</w:tr></w:tbl>") == "x");
}

TEST_CASE("of a field the result is read, and not to be edited") {
  const Document document = read("<w:p>" + run("see ") + field("begin") + code("REF _1") + field("separate") +
                                 run("8.2") + field("end") + run("!") + "</w:p>");
  CHECK(words(document) == "see8.2!");
  CHECK(obstacle_of(document, "8.2") == Obstacle::Field);
  CHECK(obstacle_of(document, "!") == Obstacle::None);
}

TEST_CASE("fields nest and span paragraphs") {
  CHECK(words("<w:p>" + field("begin") + code("IF") + field("begin") + field("separate") + run("hidden") +
              field("end") + "</w:p><w:p>" + run("code") + field("separate") + run("shown") + "</w:p><w:p>" +
              run("too") + field("end") + "</w:p>") == "|shown|too");
}

TEST_CASE("a field that never ends hides nothing") {
  CHECK(words("<w:p>" + field("begin") + code("PAGE") + run("a") + "</w:p>" + tiny_paragraph("b")) == "a|b");
}

TEST_CASE("form fields without a result show their state") {
  const auto form = [](std::string_view data) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + std::string(data) + "</w:ffData></w:fldChar></w:r>";
  };
  CHECK(in_paragraph(form("<w:checkBox><w:checked/></w:checkBox>") + code("FORMCHECKBOX") + field("end") +
                     run("yes")) == "☒yes");
  CHECK(in_paragraph(form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") + code("FORMCHECKBOX") + field("end")) ==
        "☐");
  CHECK(in_paragraph(
            form("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"a\"/><w:listEntry w:val=\"b\"/></w:ddList>") +
            code("FORMDROPDOWN") + field("end")) == "b");
  CHECK(in_paragraph(form("<w:ddList><w:listEntry w:val=\"two\nlines&#10;here\"/></w:ddList>") + code("FORMDROPDOWN") +
                     field("end")) == "two lines here");
}

TEST_CASE("a field without a stored result is noted, an index mark or page number is not") {
  CHECK(notes(read("<w:p>" + field("begin") + code(" REF x ") + field("end") + "</w:p>")) ==
        "fields without a stored result x1");
  CHECK(notes(read("<w:p>" + field("begin") + code(" PAGE ") + field("end") + "</w:p>")).empty());
  CHECK(notes(read("<w:p>" + field("begin") + code(" XE \"term\" ") + field("end") + "</w:p>")).empty());
}

TEST_CASE("characters that a field draws over each other or as a fraction are read") {
  const auto drawn = [](const std::vector<std::string>& pieces) {
    std::string body = field("begin");
    for (const std::string& piece : pieces) body += code(piece);
    return in_paragraph(body + field("end"));
  };
  CHECK(drawn({" eq \\o\\ac(○,", "印", ")"}) == "印");
  CHECK(drawn({" EQ \\f(1,2) "}) == "1/2");
  CHECK(drawn({" EQ \\s\\up5(a\\,b) "}) == "a,b");
  CHECK(drawn({" EQ \\f(", "1,2 "}) == "1/2 ");
  CHECK(drawn({" EQ"}) == "");
}

TEST_CASE("a drop capital is the first letter of its paragraph") {
  CHECK(words(tiny_paragraph("D", "<w:framePr w:dropCap=\"drop\"/>") + tiny_paragraph("rop cap.")) == "Drop cap.");
  CHECK(words(tiny_paragraph("", "<w:framePr w:dropCap=\"drop\"/>") + tiny_paragraph("none")) == "|none");
}

TEST_CASE("the words of a WordArt are read, and not to be edited") {
  const Document document =
      read("<w:p>" + run("body") +
           "<w:r><w:pict><v:shape><v:textpath string=\"A &amp; B\"/></v:shape></w:pict></w:r></w:p>");
  CHECK(words(document) == "body|A & B");
  CHECK(notes(document).empty());
  CHECK(obstacle_of(document, "A ") == Obstacle::TextBox);
}

TEST_CASE("lines and boxes without words are no loss") {
  CHECK(notes(read("<w:p><w:r><w:pict><v:line/></w:pict></w:r><w:r><w:pict><v:rect/></w:pict></w:r></w:p>")).empty());
}

TEST_CASE("the words of a diagram stand behind the paragraph that it is in") {
  const TinyPart data{
      "word/diagramData1.xml",
      "<dgm:dataModel xmlns:dgm=\"d\" xmlns:a=\"a\"><dgm:pt><dgm:t><a:p><a:r><a:t>Level 1: 4 hours</a:t>"
      "</a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>"
      "Level 2</a:t></a:r><a:br/><a:r><a:t>8 hours</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"};
  const std::string graphic =
      "<w:r><w:drawing><a:graphic><dgm:relIds xmlns:dgm=\"d\" r:dm=\"rId1\"/></a:graphic></w:drawing></w:r>";
  const Document document = read("<w:p>" + graphic + run("Escalation") + "</w:p>" + tiny_paragraph("end"), {data});
  CHECK(words(document) == "Escalation|Level 1: 4 hours|Level 2 8 hours|end");
  CHECK(document.paragraphs[1].story == Story::TextBox);
  CHECK(obstacle_of(document, "4 hours") == Obstacle::NotInMainPart);
  CHECK(notes(document).empty());
  CHECK(notes(read("<w:p>" + graphic + "</w:p>")) == "diagrams x1");
}

TEST_CASE("links and wrappers are transparent") {
  CHECK(in_paragraph("<w:hyperlink>" + run("a") + "</w:hyperlink><w:smartTag><w:customXml>" + run("b") +
                     "</w:customXml></w:smartTag><w:ruby><w:rt>" + run("x") + "</w:rt><w:rubyBase>" + run("c") +
                     "</w:rubyBase></w:ruby>") == "abc");
}

TEST_CASE("content controls are read wherever they stand, and locked ones are not to be edited") {
  const auto control = [](std::string_view properties, const std::string& content) {
    return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  const Document document = read(control("", tiny_paragraph("block")) + "<w:p>" +
                                 control("<w:lock w:val=\"contentLocked\"/>", run("locked")) +
                                 control("<w:lock w:val=\"sdtLocked\"/>", run("free")) +
                                 control("<w:showingPlcHdr/>", run("click here")) + "</w:p>");
  CHECK(words(document) == "block|lockedfreeclick here");
  CHECK(obstacle_of(document, "locked") == Obstacle::LockedControl);
  CHECK(obstacle_of(document, "free") == Obstacle::None);
  CHECK(obstacle_of(document, "click") == Obstacle::LockedControl);
}

TEST_CASE("hidden text is left out and noted, whether a run or its style hides it") {
  const Document document = read(
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle "
      "w:val=\"Secret\"/></w:rPr><w:t>b</w:t></w:r>" +
          run("c") + "</w:p>",
      {tiny_styles("<w:style w:type=\"character\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>")});
  CHECK(words(document) == "c");
  CHECK(notes(document) == "passages of hidden text x2");
}

TEST_CASE("a text box is read once, behind the paragraph that holds it") {
  const std::string box = "<w:txbxContent>" + tiny_paragraph("boxed") + "</w:txbxContent>";
  const Document document =
      read("<w:p>" + run("before ") +
           "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + box +
           "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
           "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("after") + "</w:p>" +
           tiny_paragraph("next"));
  CHECK(words(document) == "beforeafter|boxed|next");
  CHECK(document.paragraphs[1].story == Story::TextBox);
  CHECK(obstacle_of(document, "boxed") == Obstacle::TextBox);
  CHECK(notes(document).empty());
}

TEST_CASE("the fallback is read where the choice is of an unknown kind") {
  CHECK(in_paragraph("<mc:AlternateContent><mc:Choice Requires=\"zz\">" + run("new") + "</mc:Choice><mc:Fallback>" +
                     run("old") + "</mc:Fallback></mc:AlternateContent>") == "old");
}

TEST_CASE("what is not text is noted") {
  CHECK(notes(read(
            "<w:p><w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing><w:object/><w:commentReference/></w:r>"
            "<w:r><w:pict><v:rect/></w:pict></w:r></w:p><w:altChunk/>")) ==
        "images x1, embedded objects x1, comments x1, embedded documents x1");
}

TEST_CASE("notes and headers follow the body, each with its story and part") {
  const Document document =
      read(tiny_paragraph("body"),
           {tiny_header(tiny_paragraph("Confidential")),
            tiny_footnotes("<w:footnote w:type=\"separator\">" + tiny_paragraph("-") +
                           "</w:footnote><w:footnote w:id=\"1\">" + tiny_paragraph("a note") + "</w:footnote>")});
  CHECK(words(document) == "body|a note|Confidential");
  CHECK(document.paragraphs[1].story == Story::Footnote);
  CHECK(document.paragraphs[2].story == Story::Header);
  CHECK(obstacle_of(document, "a note") == Obstacle::NotInMainPart);
  CHECK(document.parts == std::vector<std::string>{"word/document.xml", "word/footnotes.xml", "word/header1.xml"});
}

TEST_CASE("a header without words is left out") {
  const Document document = read(tiny_paragraph("body"), {tiny_header("<w:p/>")});
  CHECK(words(document) == "body");
  CHECK(document.parts.size() == 1);
}

TEST_CASE("nesting beyond the limit is refused") {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt><w:sdtContent>";
  deep += "<w:p/>";
  for (int i = 0; i < 300; ++i) deep += "</w:sdtContent></w:sdt>";
  const auto document = read_docx("draft.docx", tiny_docx(deep), {});
  REQUIRE_FALSE(document);
  CHECK_THAT(document.error().message, Catch::Contains("nests elements deeper than 256"));
}
