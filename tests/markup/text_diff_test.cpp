// The unified diff of a marked text, tried with the real `patch`.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/edit_plan.hpp"
#include "clauselint/markup.hpp"
#include "clauselint/read.hpp"
#include "io/files.hpp"
#include "text/encoding.hpp"

namespace clauselint {
namespace {

namespace fs = std::filesystem;

struct Change {
  std::string from;
  std::string to;
  std::string comment = {};
};

/// A draft, its plan and the markup of it.
struct Marked {
  std::string path;
  std::string original;
  Document document;
  EditPlan plan;
  Markup markup;
};

Marked mark_up(const std::string& path, const std::string& bytes, const std::vector<Change>& changes) {
  auto document = read_document(path, bytes);
  REQUIRE(document);
  Marked marked{.path = path, .original = bytes, .document = std::move(*document), .plan = {}, .markup = {}};
  for (const Change& change : changes) {
    const std::size_t at = marked.document.text.find(change.from);
    INFO(change.from);
    REQUIRE(at != std::string::npos);
    Mark mark;
    mark.span = {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + change.from.size())};
    if (change.from != change.to) mark.edit = Edit{.span = mark.span, .replacement = change.to};
    mark.comment = change.comment;
    marked.plan.marks.push_back(std::move(mark));
  }
  auto made = mark_up_text(marked.original, marked.document, marked.plan, {});
  REQUIRE(made);
  marked.markup = std::move(*made);
  return marked;
}

bool has_patch() {
  static const bool found = std::system("patch --version >/dev/null 2>&1") == 0;
  if (!found) WARN("skipped: there is no `patch` on this machine");
  return found;
}

// The file after `patch -p1`; an error text when patch fails or says more than one line.
std::string patched(const Marked& marked) {
  std::string name = (fs::temp_directory_path() / "clauselint-patch-XXXXXX").string();
  const fs::path folder = mkdtemp(name.data());
  const std::string file = (folder / marked.path).string();
  REQUIRE(write_file_atomically(file, marked.original));
  REQUIRE(write_file_atomically((folder / "x.diff").string(), marked.markup.bytes));
  const std::string command = "cd '" + folder.string() + "' && patch --fuzz=0 -p1 < x.diff > log 2>&1";
  const int status = std::system(command.c_str());
  const std::string log = *read_file((folder / "log").string(), 1u << 20);
  const std::string result = *read_file(file, 1u << 20);
  fs::remove_all(folder);
  const bool quiet = log.find('\n') + 1 == log.size();
  return status == 0 && quiet ? result : "patch failed: " + log + "\n" + marked.markup.bytes;
}

const std::string kDraft =
    "Clause 1\nClause 2\nClause 3\nSupplier shall respond promptly.\nClause 5\nClause 6\nClause 7\nClause 8\nClause 9\n"
    "Clause 10\nClause 11\nClause 12\nRepairs are made timely.\nEnd";

}  // namespace

TEST_CASE("a plan without edits gives no bytes") {
  CHECK(mark_up("a.txt", kDraft, {}).markup.bytes.empty());
  const Marked commented = mark_up("a.txt", kDraft, {{"promptly", "promptly", "Vague."}});
  CHECK(commented.markup.bytes.empty());
  CHECK(commented.markup.remarks.size() == 1);
}

TEST_CASE("the diff of one edit is a hunk with three lines of context and its comment at the head") {
  CHECK(
      mark_up("dir/a.txt", kDraft, {{"promptly", "within 4 hours", "Vague.\nSet a time."}}).markup.bytes ==
      "# a.txt:4: Vague.\n#   Set a time.\n--- a/a.txt\n+++ b/a.txt\n@@ -1,7 +1,7 @@\n Clause 1\n Clause 2\n Clause 3\n"
      "-Supplier shall respond promptly.\n+Supplier shall respond within 4 hours.\n Clause 5\n Clause 6\n Clause 7\n");
}

TEST_CASE("patch makes exactly the edits") {
  if (!has_patch()) return;
  const Marked marked = mark_up(
      "a.txt", kDraft, {{"promptly", "within 4 hours", "Vague."}, {"timely", "in 5 working days"}, {"End", "End."}});
  CHECK(marked.markup.changes == 2);
  CHECK(marked.markup.comments == 1);
  std::string expected = kDraft + ".";
  expected.replace(expected.find("promptly"), 8, "within 4 hours");
  expected.replace(expected.find("timely"), 6, "in 5 working days");
  CHECK(patched(marked) == expected);
}

TEST_CASE("a clause of its own stands between empty lines") {
  if (!has_patch()) return;
  const auto with_clause = [](const std::string& path, const std::string& bytes) {
    auto document = read_document(path, bytes);
    REQUIRE(document);
    Marked marked{.path = path, .original = bytes, .document = std::move(*document), .plan = {}, .markup = {}};
    const ByteSpan first = marked.document.paragraphs.front().span;
    Mark mark;
    mark.span = first;
    mark.edit = Edit{.span = {.begin = first.end, .end = first.end}, .replacement = "\nNew."};
    marked.plan.marks.push_back(std::move(mark));
    auto made = mark_up_text(marked.original, marked.document, marked.plan, {});
    REQUIRE(made);
    marked.markup = std::move(*made);
    return patched(marked);
  };
  CHECK(with_clause("d.txt", "One.\n\nTwo.\n") == "One.\n\nNew.\n\nTwo.\n");
  CHECK(with_clause("d.md", "One.\r\n\r\nTwo.\r\n") == "One.\r\n\r\nNew.\r\n\r\nTwo.\r\n");
  CHECK(with_clause("d.txt", "One.") == "One.\n\nNew.");
}

TEST_CASE("comments that look like a diff mean nothing to patch") {
  if (!has_patch()) return;
  const std::string comment =
      "--- a/other.txt\n+++ b/other.txt\n@@ -1 +1 @@\nIndex: other\nPrereq: 1.0\ndiff --git a b";
  const Marked marked = mark_up("a.txt", "Respond promptly.\n", {{"promptly", "in 4 hours", comment}});
  CHECK(patched(marked) == "Respond in 4 hours.\n");
}

TEST_CASE("CR LF, a byte order mark and a missing last line end are kept") {
  if (!has_patch()) return;
  const Marked marked =
      mark_up("a.txt", "\xEF\xBB\xBF第一条\r\n及时响应。\r\n完", {{"及时", "4小时内"}, {"完", "完毕"}});
  CHECK(patched(marked) == "\xEF\xBB\xBF第一条\r\n4小时内响应。\r\n完毕");
}

TEST_CASE("a file name with blanks or Han is found by patch") {
  if (!has_patch()) return;
  CHECK(patched(mark_up("my draft 合同.txt", "a\nb\n", {{"b", "c"}})) == "a\nc\n");
}

namespace {

constexpr const char* kWrapped =
    "     The Supplier shall repair or replace any part that is found to be\n"
    "     defective in material or workmanship within the warranty period, and\n"
    "     shall bear the cost of labour.\n\nEnd.\n";

}  // namespace

TEST_CASE("an edit across a line end keeps the line end") {
  if (!has_patch()) return;
  CHECK(patched(mark_up("a.txt", kWrapped, {{"found to be defective in", "shown to fail by fault of"}})) ==
        "     The Supplier shall repair or replace any part that is shown to fail by fault of\n"
        "     material or workmanship within the warranty period, and\n"
        "     shall bear the cost of labour.\n\nEnd.\n");
}

TEST_CASE("a line that an edit empties goes") {
  if (!has_patch()) return;
  CHECK(
      patched(mark_up("a.txt", kWrapped,
                      {{" defective in material or workmanship within the warranty period, and", " defective and"}})) ==
      "     The Supplier shall repair or replace any part that is found to be\n"
      "     defective and\n"
      "     shall bear the cost of labour.\n\nEnd.\n");
  CHECK(patched(mark_up("a.txt", kWrapped, {{", and shall bear the cost of labour.", "."}})) ==
        "     The Supplier shall repair or replace any part that is found to be\n"
        "     defective in material or workmanship within the warranty period.\n\nEnd.\n");
}

TEST_CASE("the space between two joined lines takes an insertion on the first line") {
  if (!has_patch()) return;
  CHECK(patched(mark_up("a.txt", "A supplier that wants to be exact shall write in lines and the\nlines end.\n",
                        {{"the lines", "the; lines"}})) ==
        "A supplier that wants to be exact shall write in lines and the;\nlines end.\n");
}

TEST_CASE("two edits that meet are not both made, and the second is told") {
  const Marked marked = mark_up("a.txt", "one two three\n", {{"one two", "1 2"}, {"two three", "2 3"}});
  REQUIRE(marked.markup.remarks.size() == 1);
  CHECK(marked.markup.remarks[0] == "a.txt:1: the change was not made: it meets another change on the same line");
}

TEST_CASE("edits that do not meet are all made, whatever the order of their marks") {
  const Marked marked = mark_up("order.txt", "alpha beta gamma\n", {{"gamma", "late"}, {"alpha", "early"}});
  CHECK(marked.markup.remarks.empty());
  CHECK(marked.markup.bytes.find("+early beta late") != std::string::npos);
}

TEST_CASE("a GB18030 file is patched in its own encoding") {
  if (!has_patch()) return;
  const std::string bytes =
      *encode("第一条 乙方应当及时响应，24小时在线。\n第二条 备件由乙方供应。\n", Encoding::Gb18030);
  const Marked marked = mark_up("a.txt", bytes, {{"及时", "[●]小时内"}, {"供应", "储备并供应"}});
  CHECK(patched(marked) ==
        *encode("第一条 乙方应当[●]小时内响应，24小时在线。\n第二条 备件由乙方储备并供应。\n", Encoding::Gb18030));
}

TEST_CASE("words that an encoding cannot write are refused, and the refusal is told") {
  const std::string bytes = *encode("The “Supplier” responds promptly.\n", Encoding::Windows1252);
  const Marked marked = mark_up("a.txt", bytes, {{"promptly", "within [●] hours"}});
  CHECK(marked.markup.bytes.empty());
  REQUIRE(marked.markup.remarks.size() == 1);
  CHECK(marked.markup.remarks[0] ==
        "a.txt:1: the change was not made: the inserted words cannot be written in WINDOWS-1252");
}

TEST_CASE("no diff is made of a UTF-16 file") {
  const std::string bytes = "\xFF\xFE" + *encode("Respond promptly.\n", Encoding::Utf16Le);
  const Marked marked = mark_up("a.txt", bytes, {{"promptly", "in 4 hours"}});
  CHECK(marked.markup.bytes.empty());
  CHECK(marked.markup.remarks.size() == 1);
}

TEST_CASE("Markdown marks stay around what is changed and go with what is deleted") {
  if (!has_patch()) return;
  CHECK(patched(mark_up("a.md", "Supplier shall **promptly** respond.\n", {{"promptly", "within 4 hours"}})) ==
        "Supplier shall **within 4 hours** respond.\n");
  CHECK(patched(mark_up("a.md", "Supplier shall **promptly** respond.\n", {{"promptly ", ""}})) ==
        "Supplier shall respond.\n");
}

TEST_CASE("an insertion goes where its empty span is") {
  if (!has_patch()) return;
  Marked marked = mark_up("a.txt", kDraft, {});
  const auto at = static_cast<std::uint32_t>(marked.document.text.find("Clause 5") + 8);
  marked.plan.marks.push_back({.finding = 0,
                               .span = {.begin = at, .end = at},
                               .edit = Edit{.span = {.begin = at, .end = at}, .replacement = ", in writing"},
                               .comment = {},
                               .refusal = {}});
  marked.markup = *mark_up_text(marked.original, marked.document, marked.plan, {});
  CHECK(patched(marked).find("Clause 5, in writing\nClause 6") != std::string::npos);
}

namespace {

// The text of the patched file, which must be what the plan says; what `patch` made is put into `made`.
void check_patched_html(const Marked& marked, std::string* made = nullptr) {
  const std::string bytes = patched(marked);
  INFO(bytes);
  const auto again = read_document(marked.path, bytes);
  REQUIRE(again);
  CHECK(again->text == apply(marked.document, marked.plan));
  if (made != nullptr) *made = bytes;
}

}  // namespace

TEST_CASE("an edit of an HTML file lies between its tags, and signs are written as references") {
  if (!has_patch()) return;
  std::string made;
  check_patched_html(mark_up("a.html", "<html><body>\n<p>Supplier shall <b>respond</b> promptly.</p>\n<p>End</p>\n",
                             {{"promptly", "in < 4 hours & not > 5"}, {"End", "End <b>"}}),
                     &made);
  CHECK(made ==
        "<html><body>\n<p>Supplier shall <b>respond</b> in &lt; 4 hours &amp; not &gt; 5.</p>\n<p>End &lt;b&gt;</p>\n");
}

TEST_CASE("an insertion at the end of a paragraph stands within its element") {
  if (!has_patch()) return;
  std::string made;
  check_patched_html(mark_up("a.html", "<html><body><ul>\n<li>We <i>repair.</i>\n</li>\n<li>We pay.</li></ul>\n",
                             {{"repair.", "repair. A path is kept."}}),
                     &made);
  CHECK(made == "<html><body><ul>\n<li>We <i>repair. A path is kept.</i>\n</li>\n<li>We pay.</li></ul>\n");
}

TEST_CASE("words over tags, line ends and references are changed, and the tags stay") {
  if (!has_patch()) return;
  std::string made;
  check_patched_html(mark_up("a.html", "<p>Supplier shall <b>repair\n  or</b>&nbsp;replace <u>promptly</u>.</p>\n",
                             {{"repair or\u00A0replace", "replace"}, {" promptly", ""}}),
                     &made);
  CHECK(made == "<p>Supplier shall <b></b>replace<u></u>.</p>\n");
}

TEST_CASE("a new paragraph in an HTML file is an empty line in its element") {
  if (!has_patch()) return;
  check_patched_html(mark_up("a.html", "<div>We repair.</div>\n<div>We pay.</div>\n",
                             {{"We repair.", "We repair.\nParts are kept."}}));
}

TEST_CASE("a character that the encoding of an HTML file has no bytes for is a reference") {
  if (!has_patch()) return;
  std::string made;
  check_patched_html(mark_up("a.html", "<meta charset=windows-1252><p>Respond promptly \x96 always.</p>\n",
                             {{"promptly", "within [●] hours – “now”"}}),
                     &made);
  CHECK(made == "<meta charset=windows-1252><p>Respond within [&#9679;] hours \x96 \x93now\x94 \x96 always.</p>\n");
  check_patched_html(mark_up("a.html", "<p>Respond promptly.</p>\n", {{"promptly", "within [●] hours"}}), &made);
  CHECK(made == "<p>Respond within [&#9679;] hours.</p>\n");
  const std::string gb = *encode("<meta charset=gbk><p>乙方应当<b>及时</b>响应。</p>\n", Encoding::Gb18030);
  check_patched_html(mark_up("a.html", gb, {{"及时", "[●]小时内"}}), &made);
  CHECK(made == *encode("<meta charset=gbk><p>乙方应当<b>[●]小时内</b>响应。</p>\n", Encoding::Gb18030));
}

TEST_CASE("a change that the tags would turn into something else is refused, the others are made") {
  const Marked marked = mark_up("a.html",
                                "<table><tr><td>8.2</td><td>We repair promptly.</td></tr></table>\n<p>one</p>\n<p>two "
                                "three</p>\n",
                                {{"8.2 We repair", "We repair"}, {"promptly", "in 4 hours"}, {"two", "2"}});
  CHECK(marked.markup.bytes.find("+<p>2 three</p>") != std::string::npos);
  const Marked label = mark_up("b.html", "<p>Supplier repairs the<br>goods, and pays</p>\n", {{"the goods", "(a) it"}});
  const bool made = !label.markup.bytes.empty();
  CHECK(made == label.markup.remarks.empty());
  const Marked space =
      mark_up("c.html", "<table><tr><td>8.2</td><td>We repair.</td></tr></table>\n", {{"8.2 We", "8.2: We"}});
  if (space.markup.bytes.empty()) CHECK(space.markup.remarks.size() == 1);
}

}  // namespace clauselint
