// Drafts with expectations on what the rules are to say of their paragraphs.
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "clauselint/rule_test.hpp"
#include "support/mini_rules.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

// One rule that fires on "soon"; one that is asked of consumers alone.
const RuleSet& rules() {
  static const RuleSet made = [] {
    const std::string slow = rule_text("slow", "    when: {mentions: {en: [soon], zh: [尽快]}}\n");
    const std::string gated =
        rule_text("gated", "    when: {mentions: {en: [soon], zh: [尽快]}}\n    applies: {market: [consumer]}\n");
    return rules_from(slow + gated.substr(gated.find("  - id")));
  }();
  return made;
}

struct Told {
  std::uint32_t expectations = 0;
  Lines failures;
  Lines todo;
};

// The draft stands in a folder of its own; its path is left out of what is told.
Told told(const std::string& name, const std::string& bytes) {
  std::string folder = (fs::temp_directory_path() / "clauselint-expectations-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  const Result<DraftTest> test = test_draft(path, rules(), {});
  fs::remove_all(folder);
  REQUIRE(test);
  Told made{.expectations = test->expectations, .failures = {}, .todo = {}};
  for (const Error& failure : test->failures) made.failures.push_back(describe(failure).substr(folder.size() + 1));
  for (const Error& todo : test->todo) made.todo.push_back(describe(todo).substr(folder.size() + 1));
  return made;
}

}  // namespace

TEST_CASE("an expectation above a paragraph, or behind it on its line, is about that paragraph") {
  const Told made =
      told("a.md",
           "# Terms\n\n<!-- clauselint: fires slow -->\nWe reply soon.\n\n"
           "We reply today. <!-- clauselint: passes slow -->\n\nWe come soon. <!-- clauselint: fires slow -->\n");
  CHECK(made.failures == Lines{});
  CHECK(made.expectations == 3);
}

TEST_CASE("an expectation that lacks its colon is one all the same, other comments are none") {
  const Told made = told("a.md",
                         "<!-- clauselint passes slow -->\nWe reply soon.\n\n<!-- clauselint is a linter -->\nWe come "
                         "today.\n");
  CHECK(made.expectations == 1);
  CHECK(made.failures.size() == 1);
}

TEST_CASE("an expectation that does not hold names file and line, and what happens instead") {
  CHECK(told("a.md", "<!-- clauselint: fires slow -->\nWe reply.\n\nWe come soon.\n").failures ==
        Lines{"a.md:1: slow does not fire here, but at line 4: We reply."});
  CHECK(told("a.md", "<!-- clauselint: fires slow -->\nWe reply.\n").failures ==
        Lines{"a.md:1: slow does not fire here, the draft says nothing that this rule asks about: We reply."});
  CHECK(told("a.md", "Terms.\n\n<!-- clauselint: passes slow -->\nWe reply soon.\n").failures ==
        Lines{"a.md:3: slow fires but should pass: soon"});
  CHECK(told("a.md", "<!-- clauselint: fires gated -->\nWe reply soon.\n").failures ==
        Lines{"a.md:1: gated does not fire here, only for the market: consumer: We reply soon."});
}

TEST_CASE("several rules, several expectations and several lines") {
  const Told made =
      told("a.md", "<!-- clauselint: passes slow,\n gated -->\n<!-- clauselint: passes slow -->\nWe reply.\n");
  CHECK(made.failures == Lines{});
  CHECK(made.expectations == 3);
}

TEST_CASE("in a text an expectation is a line of its own") {
  CHECK(told("a.txt", "Terms.\n\n# clauselint: fires slow\nWe reply soon.\n\n# clauselint: passes slow\nWe come.\n")
            .failures == Lines{});
  CHECK(told("a.txt", "# clauselint: fires slow\r\nWe reply.\r\n").failures ==
        Lines{"a.txt:1: slow does not fire here, the draft says nothing that this rule asks about: We reply."});
}

TEST_CASE("in HTML an expectation is a comment before or in a paragraph, or behind it") {
  const Told made =
      told("a.html",
           "<p>Terms.</p>\n<!-- clauselint: fires slow -->\n<p>We reply soon.</p>\n"
           "<p><!-- clauselint: passes slow -->We come.</p><!-- clauselint: passes slow --><p>We go soon.</p>\n");
  CHECK(made.failures == Lines{});
  CHECK(made.expectations == 3);
}

TEST_CASE("what is to do is listed, and a failure once it holds") {
  const Told made = told("a.md",
                         "<!-- clauselint: todo fires slow -->\nWe reply early.\n\n"
                         "<!-- clauselint: todo passes slow -->\nWe come.\n");
  CHECK(made.todo ==
        Lines{"a.md:1: slow does not fire here, the draft says nothing that this rule asks about: We reply early."});
  CHECK(made.failures == Lines{"a.md:4: slow passes here now, remove the \"todo\""});
}

TEST_CASE("an expectation that says nothing, names no rule or stands above nothing is a failure") {
  CHECK(
      told("a.md", "<!-- clauselint: fire slow -->\nWe come.\n").failures ==
      Lines{"a.md:1: \"clauselint: fire slow\" says nothing: write \"clauselint: fires RULE\" or \"clauselint: passes "
            "RULE\""});
  CHECK(told("a.md", "<!-- clauselint: fires -->\nWe come.\n").failures.size() == 1);
  CHECK(told("a.md", "<!-- clauselint: fires slo -->\nWe come.\n").failures ==
        Lines{"a.md:1: unknown rule \"slo\", did you mean \"slow\"?"});
  CHECK(told("a.md", "We come.\n\n<!-- clauselint: passes slow -->\n").failures ==
        Lines{"a.md:3: no paragraph stands below: write the expectation above the paragraph that it is about"});
  CHECK(told("a.md", "<!-- a word to the reader -->\nWe come.\n").expectations == 0);
}

TEST_CASE("in a Word file a comment in the margin is an expectation on the paragraph of its words") {
  const std::string body =
      tiny_paragraph("Terms.") +
      R"(<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>We reply soon.</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p>)"
      R"(<w:p><w:commentRangeStart w:id="2"/><w:r><w:t>We come.</w:t></w:r><w:commentRangeEnd w:id="2"/></w:p>)";
  const TinyPart comments = tiny_part(
      "word/comments.xml", "comments",
      R"(<w:comment w:id="1" w:author="A"><w:p><w:r><w:t>clauselint: fires slow</w:t></w:r></w:p></w:comment>)"
      R"(<w:comment w:id="2" w:author="A"><w:p><w:r><w:t>clauselint: fires slow</w:t></w:r></w:p></w:comment>)");
  const Told made = told("a.docx", tiny_docx(body, {comments}));
  CHECK(made.expectations == 2);
  CHECK(made.failures == Lines{"a.docx, paragraph 3: slow does not fire here, but at paragraph 2: We come."});
}
