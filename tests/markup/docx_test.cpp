// Tests of marking a Word file: what the bytes of the main part become, and what is commented instead.
#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/markup.hpp"
#include "clauselint/read.hpp"
#include "io/zip.hpp"
#include "io/zip_rewrite.hpp"

namespace {

using namespace clauselint;

constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kMainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const std::string kEmptyArchive = std::string("PK\x05\x06", 4) + std::string(18, '\0');

/// A Word file of a body and parts beside it, each related to the main part by the last word of its relationship.
struct File {
  std::string body;
  std::string root = std::string("<w:document xmlns:w=\"") + kWord + "\"><w:body>";
  std::string root_end = "</w:body></w:document>";
  std::vector<ZipChange> related = {};  ///< name is the kind: `styles` becomes word/styles.xml
  std::vector<ZipChange> others = {};
};

std::string bytes_of(const File& file) {
  std::vector<ZipChange> members = {
      {"[Content_Types].xml",
       std::string(
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
           "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"") +
           kMainType + "\"/></Types>"},
      {"_rels/.rels",
       std::string("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                   "<Relationship Id=\"rId1\" Type=\"") +
           kOffice + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml", file.root + file.body + file.root_end}};
  std::string relations;
  for (const ZipChange& part : file.related) {
    relations += "<Relationship Id=\"rId9\" Type=\"" + std::string(kOffice) + "/" + part.name + "\" Target=\"" +
                 part.name + ".xml\"/>";
    members.push_back({"word/" + part.name + ".xml", part.content});
  }
  if (!relations.empty()) {
    members.push_back({"word/_rels/document.xml.rels",
                       "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                           relations + "</Relationships>"});
  }
  for (const ZipChange& other : file.others) members.push_back(other);
  return rewrite_zip(kEmptyArchive, members).value();
}

std::string part_of(const std::string& bytes, const std::string& name) {
  auto zip = ZipReader::open("test.docx", bytes, ReadLimits{});
  REQUIRE(zip);
  const auto index = zip->find(name);
  return index ? zip->read(*index).value() : std::string("(no " + name + ")");
}

Document read(const std::string& bytes) {
  auto document = read_document("test.docx", bytes);
  REQUIRE(document);
  return std::move(*document);
}

ByteSpan find(const Document& document, const std::string& words) {
  const std::size_t at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  return {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + words.size())};
}

/// A change of some words (for a comment alone: without `change`), with or without a comment.
struct Wish {
  std::string words;
  std::string replacement = {};
  std::string comment = {};
  bool change = true;
  bool behind = false;  ///< insert behind the words
};

Result<Markup> try_mark(const File& file, const std::vector<Wish>& wishes) {
  const std::string bytes = bytes_of(file);
  const Document document = read(bytes);
  EditPlan plan;
  for (const Wish& wish : wishes) {
    const ByteSpan span = find(document, wish.words);
    Mark mark{.finding = 0, .span = span, .edit = std::nullopt, .comment = wish.comment, .refusal = {}};
    const ByteSpan place = wish.behind ? ByteSpan{.begin = span.end, .end = span.end} : span;
    if (wish.change) mark.edit = Edit{.span = place, .replacement = wish.replacement};
    plan.marks.push_back(mark);
  }
  return mark_up_docx(bytes, document, plan, MarkupOptions{.author = "L", .date = "2026-01-01T00:00:00Z"});
}

Markup mark(const File& file, const std::vector<Wish>& wishes) {
  auto marked = try_mark(file, wishes);
  if (!marked) FAIL(describe(marked.error()));
  return std::move(*marked);
}

// The body with our signature shortened, as `w:del 1` for readability.
std::string body_of(const Markup& markup, const File& file) {
  std::string xml = part_of(markup.bytes, "word/document.xml");
  xml = xml.substr(file.root.size(), xml.size() - file.root.size() - file.root_end.size());
  const std::string signature = " w:author=\"L\" w:date=\"2026-01-01T00:00:00Z\"";
  for (std::size_t at = xml.find(signature); at != std::string::npos; at = xml.find(signature))
    xml.erase(at, signature.size());
  const std::string preserve = " xml:space=\"preserve\"";
  for (std::size_t at = xml.find(preserve); at != std::string::npos; at = xml.find(preserve))
    xml.replace(at, preserve.size(), "_");
  return xml;
}

std::string marked_body(const File& file, const std::vector<Wish>& wishes) { return body_of(mark(file, wishes), file); }

std::string p(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
std::string r(const std::string& text, const std::string& looks = {}) {
  return "<w:r>" + (looks.empty() ? "" : "<w:rPr>" + looks + "</w:rPr>") + "<w:t>" + text + "</w:t></w:r>";
}

}  // namespace

TEST_CASE("a replaced word splits its run, and all pieces keep its looks") {
  const File file{.body = p(r("reply promptly now", "<w:b/>"))};
  CHECK(marked_body(file, {{.words = "promptly", .replacement = "quickly"}}) ==
        p("<w:r><w:rPr><w:b/></w:rPr><w:t_>reply </w:t></w:r>"
          "<w:del w:id=\"1\"><w:r><w:rPr><w:b/></w:rPr><w:delText_>promptly</w:delText></w:r></w:del>"
          "<w:ins w:id=\"0\"><w:r><w:rPr><w:b/></w:rPr><w:t_>quickly</w:t></w:r></w:ins>"
          "<w:r><w:rPr><w:b/></w:rPr><w:t_> now</w:t></w:r>"));
}

TEST_CASE("without marks the file is the same bytes") {
  const File file{.body = p(r("a"))};
  CHECK(mark(file, {}).bytes == bytes_of(file));
}

TEST_CASE("the same marks and date give the same bytes") {
  const File file{.body = p(r("reply promptly now"))};
  const std::vector<Wish> wishes = {{.words = "promptly", .replacement = "quickly", .comment = "why"}};
  CHECK(mark(file, wishes).bytes == mark(file, wishes).bytes);
}

TEST_CASE("an insertion deletes nothing and stands behind its words") {
  const File file{.body = p(r("reply now,") + r("then"))};
  CHECK(marked_body(file, {{.words = "now,", .replacement = " & here;", .behind = true}}) ==
        p(r("reply now,") + "<w:ins w:id=\"0\"><w:r><w:t_> &amp; here;</w:t></w:r></w:ins>" + r("then")));
}

TEST_CASE("a deletion over several runs is one deletion") {
  const File file{.body = p(r("one two") + r("three", "<w:i/>") + r("four"))};
  CHECK(
      marked_body(file, {{.words = " twothreefour", .replacement = ""}}) ==
      p("<w:r><w:t_>one</w:t></w:r><w:del w:id=\"0\"><w:r><w:delText_> two</w:delText></w:r>"
        "<w:r><w:rPr><w:i/></w:rPr><w:delText>three</w:delText></w:r><w:r><w:delText>four</w:delText></w:r></w:del>"));
}

TEST_CASE("a deletion leaves the bookmark between its runs outside") {
  const File file{
      .body = p(r("one") + "<w:bookmarkStart w:id=\"7\" w:name=\"b\"/>" + r("two") + "<w:bookmarkEnd w:id=\"7\"/>")};
  CHECK(marked_body(file, {{.words = "onetwo", .replacement = ""}}) ==
        p("<w:del w:id=\"8\"><w:r><w:delText>one</w:delText></w:r></w:del><w:bookmarkStart w:id=\"7\" w:name=\"b\"/>"
          "<w:del w:id=\"9\"><w:r><w:delText>two</w:delText></w:r></w:del><w:bookmarkEnd w:id=\"7\"/>"));
}

TEST_CASE("a tab within deleted words goes with them, a note reference stays") {
  const File file{.body = p("<w:r><w:t>a</w:t><w:tab/><w:footnoteReference w:id=\"2\"/><w:t>b</w:t></w:r>")};
  CHECK(marked_body(file, {{.words = "a\tb", .replacement = ""}}) ==
        p("<w:del w:id=\"3\"><w:r><w:delText>a</w:delText><w:tab/></w:r></w:del><w:r><w:footnoteReference "
          "w:id=\"2\"/></w:r>"
          "<w:del w:id=\"4\"><w:r><w:delText>b</w:delText></w:r></w:del>"));
}

TEST_CASE("an entity is deleted as a whole") {
  const File file{.body = p(r("A &amp; B"))};
  CHECK(marked_body(file, {{.words = "& B", .replacement = "or C"}}) ==
        p("<w:r><w:t_>A </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText_>&amp; B</w:delText></w:r></w:del>"
          "<w:ins w:id=\"0\"><w:r><w:t_>or C</w:t></w:r></w:ins>"));
}

TEST_CASE("an edit inside a hyperlink stays inside, one behind it is outside and without its looks") {
  const std::string link =
      "<w:hyperlink w:anchor=\"x\">" + r("see here", "<w:rStyle w:val=\"Hyperlink\"/>") + "</w:hyperlink>";
  const File file{.body = p(link),
                  .related = {{"styles", std::string("<w:styles xmlns:w=\"") + kWord +
                                             "\"><w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name "
                                             "w:val=\"Hyperlink\"/></w:style></w:styles>"}}};
  CHECK(marked_body(file, {{.words = "here", .replacement = ".", .behind = true}}) ==
        p(link + "<w:ins w:id=\"0\"><w:r><w:t_>.</w:t></w:r></w:ins>"));
  CHECK_THAT(marked_body(file, {{.words = "here", .replacement = "there"}}),
             Catch::Matchers::EndsWith("<w:t_>there</w:t></w:r></w:ins></w:hyperlink></w:p>"));
}

TEST_CASE("blanks that Word does not show do not appear when a text is cut") {
  const File file{.body = p("<w:r><w:t> one two </w:t></w:r>")};
  CHECK(marked_body(file, {{.words = "one", .replacement = ""}}) ==
        p("<w:del w:id=\"0\"><w:r><w:delText_>one</w:delText></w:r></w:del><w:r><w:t_> two</w:t></w:r>"));
}

TEST_CASE("a comment needs its entry, its range, its relationship and its content type") {
  const File file{.body = p(r("reply promptly now"))};
  const Markup marked = mark(file, {{.words = "promptly", .comment = "no limit\n& why", .change = false}});
  CHECK(body_of(marked, file) ==
        p("<w:r><w:t_>reply </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t_>promptly</w:t></w:r>"
          "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t_> now</w:t></w:r>"));
  const std::string comments = part_of(marked.bytes, "word/comments.xml");
  CHECK_THAT(comments, Catch::Matchers::Contains("w:author=\"L\"") && Catch::Matchers::Contains(">no limit</w:t>") &&
                           Catch::Matchers::Contains(">&amp; why</w:t>"));
  CHECK_THAT(part_of(marked.bytes, "word/_rels/document.xml.rels"),
             Catch::Matchers::Contains("Target=\"comments.xml\""));
  CHECK_THAT(part_of(marked.bytes, "[Content_Types].xml"),
             Catch::Matchers::Contains("PartName=\"/word/comments.xml\""));
  CHECK(marked.comments == 1);
}

TEST_CASE("a comment on a change holds the old and the new words") {
  const File file{.body = p(r("promptly", "<w:b/>"))};
  CHECK(marked_body(file, {{.words = "promptly", .replacement = "soon", .comment = "c"}}) ==
        p("<w:commentRangeStart w:id=\"0\"/><w:del "
          "w:id=\"1\"><w:r><w:rPr><w:b/></w:rPr><w:delText>promptly</w:delText></w:r></w:del>"
          "<w:ins w:id=\"0\"><w:r><w:rPr><w:b/></w:rPr><w:t_>soon</w:t></w:r></w:ins><w:commentRangeEnd w:id=\"0\"/>"
          "<w:r><w:commentReference w:id=\"0\"/></w:r>"));
}

TEST_CASE("without a date the marks carry none") {
  const std::string bytes = bytes_of({.body = p(r("a"))});
  EditPlan plan;
  plan.marks.push_back({.finding = 0,
                        .span = {.begin = 0, .end = 1},
                        .edit = Edit{.span = {.begin = 0, .end = 1}, .replacement = "b"},
                        .comment = "c",
                        .refusal = {}});
  const auto marked = mark_up_docx(bytes, read(bytes), plan, MarkupOptions{.author = "L", .date = ""});
  REQUIRE(marked);
  const std::string both = part_of(marked->bytes, "word/document.xml") + part_of(marked->bytes, "word/comments.xml");
  CHECK_THAT(both, !Catch::Matchers::Contains("date"));
}

TEST_CASE("comments are added to those that are there, under new numbers") {
  const std::string old = std::string("<x:comments xmlns:x=\"") + kWord + "\"><x:comment x:id=\"4\"><x:p/></x:comment>";
  const File file{.body = p(r("a")), .related = {{"comments", old + "</x:comments>"}}};
  const std::string comments =
      part_of(mark(file, {{.words = "a", .comment = "c", .change = false}}).bytes, "word/comments.xml");
  CHECK_THAT(comments, Catch::Matchers::StartsWith(old) && Catch::Matchers::Contains("<x:comment x:id=\"5\""));
}

TEST_CASE("words that a field produces get a comment around the field instead") {
  const std::string field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
      r("Clause 8") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  const File file{.body = p(r("see ") + field + r(" now"))};
  const Markup marked = mark(file, {{.words = "Clause 8", .replacement = "Clause 9", .comment = "wrong"}});
  CHECK(body_of(marked, file) ==
        p(r("see ") + "<w:commentRangeStart w:id=\"0\"/>" + field +
          "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>" + r(" now")));
  CHECK(marked.changes == 0);
  REQUIRE(marked.remarks.size() == 1);
  CHECK_THAT(marked.remarks.front(), Catch::Matchers::Contains("field"));
  CHECK_THAT(part_of(marked.bytes, "word/comments.xml"), Catch::Matchers::Contains("Proposed: “Clause 9”"));
}

TEST_CASE("another author's insertion keeps every byte") {
  const std::string theirs = "<w:ins w:id=\"3\" w:author=\"M\">" + r("promptly") + "</w:ins>";
  const File file{.body = p(r("reply ") + theirs)};
  CHECK(marked_body(file, {{.words = "promptly", .replacement = "soon", .comment = "c"}}) ==
        p(r("reply ") + "<w:commentRangeStart w:id=\"0\"/>" + theirs +
          "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"));
}

TEST_CASE("a locked content control is commented, not changed") {
  const std::string control = "<w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr><w:sdtContent>" +
                              r("12 months") + "</w:sdtContent></w:sdt>";
  const File file{.body = p(control)};
  const Markup marked = mark(file, {{.words = "12", .replacement = "24", .comment = "c"}});
  CHECK_THAT(body_of(marked, file), Catch::Matchers::Contains(control));
  CHECK(marked.comments == 1);
}

TEST_CASE("a clause of its own takes over the old mark of the paragraph before it") {
  const std::string looks = "<w:pPr><w:pStyle w:val=\"C\"/></w:pPr>";
  CHECK(marked_body({.body = p(looks + r("a")) + p(r("z"))}, {{.words = "a", .replacement = "\nb", .behind = true}}) ==
        p("<w:pPr><w:pStyle w:val=\"C\"/><w:rPr><w:ins w:id=\"0\"/></w:rPr></w:pPr>" + r("a")) +
            p(looks + "<w:ins w:id=\"1\"><w:r><w:t_>b</w:t></w:r></w:ins>") + p(r("z")));
  CHECK(marked_body({.body = p(r("a"))}, {{.words = "a", .replacement = "\nb", .behind = true}}) ==
        p("<w:pPr><w:rPr><w:ins w:id=\"0\"/></w:rPr></w:pPr>" + r("a")) +
            p("<w:ins w:id=\"1\"><w:r><w:t_>b</w:t></w:r></w:ins>"));
}

TEST_CASE("a clause of its own may look unlike the paragraph it joins when it is rejected") {
  const File file{.body = p("<w:pPr><w:pStyle w:val=\"C\"/></w:pPr>" + r("a")) +
                          p("<w:pPr><w:pStyle w:val=\"D\"/><w:rPr><w:b/></w:rPr></w:pPr>" + r("z", "<w:b/>"))};
  const std::string bytes = bytes_of(file);
  const Document document = read(bytes);
  const std::uint32_t end = document.paragraphs[1].span.end;
  EditPlan plan;
  plan.marks.push_back({.finding = 0,
                        .span = document.paragraphs[0].span,
                        .edit = Edit{.span = {.begin = end, .end = end}, .replacement = "\nnew", .like = 0},
                        .comment = "c",
                        .refusal = {}});
  const auto marked = mark_up_docx(bytes, document, plan, MarkupOptions{.author = "L", .date = "2026-01-01T00:00:00Z"});
  REQUIRE(marked);
  CHECK(marked->changes == 1);
  CHECK(body_of(*marked, file)
            .find("<w:p><w:pPr><w:pStyle w:val=\"C\"/><w:rPr><w:b/></w:rPr><w:pPrChange w:id=\"1\"><w:pPr>"
                  "<w:pStyle w:val=\"D\"/></w:pPr></w:pPrChange></w:pPr><w:ins ") != std::string::npos);
  CHECK(read(marked->bytes).text.starts_with(apply(document, plan)));
  const auto original = read_document("test.docx", marked->bytes, {.view = View::Original});
  REQUIRE(original);
  CHECK(without_comments(*original, original->text) == document.text);
}

TEST_CASE("no clause is put where the paragraph ends a section or its mark is another author's change") {
  for (const char* const properties : {"<w:sectPr/>", "<w:rPr><w:ins w:id=\"9\" w:author=\"X\"/></w:rPr>",
                                       "<w:pPrChange w:id=\"9\" w:author=\"X\"><w:pPr/></w:pPrChange>"}) {
    CAPTURE(properties);
    const Markup marked = mark({.body = p("<w:pPr>" + std::string(properties) + "</w:pPr>" + r("a")) + p(r("z"))},
                               {{.words = "a", .replacement = "\nb", .comment = "c", .behind = true}});
    CHECK(marked.changes == 0);
    CHECK(marked.remarks.size() == 1);
  }
}

TEST_CASE("a change that would add a paragraph becomes a comment") {
  const Markup marked = mark({.body = p(r("a"))}, {{.words = "a", .replacement = "b\nc", .comment = "c"}});
  CHECK(marked.changes == 0);
  CHECK(marked.comments == 1);
  CHECK(marked.remarks.size() == 1);
}

TEST_CASE("a signed file is refused") {
  const auto marked = try_mark({.body = p(r("a")), .others = {{"_xmlsignatures/sig1.xml", "<a/>"}}}, {{.words = "a"}});
  REQUIRE_FALSE(marked);
  CHECK(marked.error().kind == ErrorKind::Unwritable);
}

TEST_CASE("a file protected against changes is refused, one that allows comments gets comments") {
  const auto file = [](const std::string& edit) {
    return File{
        .body = p(r("a")),
        .related = {{"settings", std::string("<w:settings xmlns:w=\"") + kWord + "\"><w:documentProtection w:edit=\"" +
                                     edit + "\" w:enforcement=\"1\"/></w:settings>"}}};
  };
  const std::vector<Wish> wish = {{.words = "a", .replacement = "b", .comment = "c"}};
  CHECK_FALSE(try_mark(file("readOnly"), wish));
  const Markup marked = mark(file("comments"), wish);
  CHECK(marked.changes == 0);
  CHECK(marked.comments == 1);
}

TEST_CASE("a document of another prefix, or none, is marked in its own") {
  const File prefixed{.body = "<q:p><q:r><q:t>a b</q:t></q:r></q:p>",
                      .root = std::string("<q:document xmlns:q=\"") + kWord + "\"><q:body>",
                      .root_end = "</q:body></q:document>"};
  CHECK_THAT(part_of(mark(prefixed, {{.words = "b", .replacement = "c"}}).bytes, "word/document.xml"),
             Catch::Matchers::Contains("<q:del q:id=\"1\"") && Catch::Matchers::Contains("<q:delText"));
  const File bare{.body = "<p><r><t>a b</t></r></p>",
                  .root = std::string("<document xmlns=\"") + kWord + "\"><body>",
                  .root_end = "</body></document>"};
  CHECK_THAT(part_of(mark(bare, {{.words = "b", .replacement = "c", .comment = "d"}}).bytes, "word/document.xml"),
             Catch::Matchers::Contains("<del xmlns:wml=\"") && Catch::Matchers::Contains("wml:id=\"1\""));
}

TEST_CASE("a text box is commented at the paragraph that holds it") {
  const std::string box = "<w:r><w:pict><w:txbxContent>" + p(r("boxed words")) + "</w:txbxContent></w:pict></w:r>";
  const File file{.body = p(r("before") + box)};
  CHECK(marked_body(file, {{.words = "boxed", .replacement = "other", .comment = "c"}}) ==
        p(r("before") + "<w:commentRangeStart w:id=\"0\"/>" + box +
          "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"));
}

TEST_CASE("words with a tracked change of format are commented, not split") {
  const std::string run =
      "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"5\" w:author=\"M\"><w:rPr/></w:rPrChange></w:rPr><w:t>one two</w:t></w:r>";
  const File file{.body = p(run)};
  CHECK_THAT(marked_body(file, {{.words = "two", .replacement = "three", .comment = "c"}}),
             Catch::Matchers::Contains(run));
}
