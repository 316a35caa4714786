// The service-risk summary.
#include <catch2/catch.hpp>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "report/review_maker.hpp"

namespace clauselint {
namespace {

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a summary tells the four parts and what was and was not examined") {
  const RuleSet rules = sample_rules();
  const ReviewMaker maker = english_review();
  Matter matter;
  matter.path = "matter.yaml";
  matter.name = "East [China] appendix";
  matter.side = Side::Supplier;
  matter.market = "industrial";
  matter.concerns = {"repeat-complaints"};
  CHECK(golden_difference("summary_en.md", summary_markdown(maker.review, matter, {.rules = &rules})) == "");
}

TEST_CASE("a Chinese summary is Chinese throughout, and says what was assumed without a matter") {
  const RuleSet rules = sample_rules();
  const ReviewMaker maker = chinese_review();
  CHECK(golden_difference("summary_zh.md",
                          summary_markdown(maker.review, {}, {.language = Language::Zh, .rules = &rules})) == "");
}

TEST_CASE("a matter that names no side is told apart from no matter at all") {
  const ReviewMaker maker = english_review();
  Matter matter;
  CHECK(holds(summary_markdown(maker.review, matter, {}),
              "Read for the supplier (assumed: no matter file); market not stated"));
  matter.path = "matter.yaml";
  CHECK(holds(summary_markdown(maker.review, matter, {}), "Read for the supplier (assumed: the matter names no side)"));
}

TEST_CASE("a concern that no rule knows is not said to rank anything higher") {
  const RuleSet rules = sample_rules();
  const ReviewMaker maker = english_review();
  Matter matter;
  matter.concerns = {"repeat-complaints"};
  const std::string summary = summary_markdown(maker.review, matter, {.rules = &rules});
  CHECK(holds(summary, "no rule knows the concern: repeat-complaints"));
  CHECK_FALSE(holds(summary, "ranked higher"));
}

TEST_CASE("a draft without findings gets a summary that says so") {
  const ReviewMaker maker("clean.txt", Language::En, {{"1", "", "Nothing."}});
  const std::string summary = summary_markdown(maker.review, {}, {});
  CHECK(holds(summary, "No clause calls for action."));
  CHECK(holds(summary, "⚪ not judged | 0 / 0 / 0 | The draft gives nothing to judge."));
  CHECK(holds(summary, "None: the draft is returned unchanged."));
}

TEST_CASE("page one shows the gravest mark-ups, the end of the summary the others") {
  ReviewMaker maker("long.txt", Language::En, {{"1", "", "minor grave"}});
  const Rule& minor = maker.rule("minor", {.en = "Minor", .zh = "小"}, Dimension::WarrantyCost);
  const Rule& grave = maker.rule("grave", {.en = "Grave", .zh = "大"}, Dimension::WarrantyCost);
  for (int i = 0; i < 80; ++i) {
    maker.finding(minor, Severity::Low, "minor", {.en = "Minor.", .zh = "小。"});
    maker.mark();
  }
  maker.finding(grave, Severity::High, "grave", {.en = "Grave.", .zh = "大。"});
  maker.mark();
  maker.summarise_findings();
  const std::string summary = summary_markdown(maker.review, {}, {});
  const std::string page_one = summary.substr(0, summary.find("## Open questions"));
  CHECK(count(page_one, "(`minor`)") == 9);
  CHECK(count(page_one, "(`grave`)") == 1);
  CHECK(holds(page_one, "… and 71 more, at the end."));
  CHECK(count(summary, "(`minor`)") == 59);
  CHECK(holds(summary, "… and 21 more, of no higher rank, in the marked-up draft."));
}

TEST_CASE("triggers that find no room on page one stand at the end") {
  ReviewMaker maker = english_review();
  maker.review.summary.triggers.clear();
  for (int i = 1; i <= 8; ++i) {
    TriggerNote note;
    note.text = {.en = "Trigger " + std::to_string(i), .zh = {}};
    maker.review.summary.triggers.push_back(note);
  }
  const std::string summary = summary_markdown(maker.review, {}, {});
  CHECK(holds(summary, "- Trigger 6\n- … and 2 more, at the end.\n"));
  CHECK(holds(summary, "## Continued from page one\n\n### 3. Escalation triggers\n\n- Trigger 7\n- Trigger 8\n"));
}

TEST_CASE("a table cell holds no line feed and no bar of the draft") {
  ReviewMaker maker("bar.txt", Language::En, {{"1", "", "a | b"}});
  const Rule& rule = maker.rule("bar", {.en = "Bar | and\nline", .zh = "竖线"}, Dimension::WarrantyCost);
  maker.finding(rule, Severity::High, "a | b", {.en = "Bar.", .zh = "竖线。"}).edit =
      Edit{.span = maker.span_of("a | b"), .replacement = "c\n| d"};
  maker.mark();
  maker.summarise_findings();
  const std::string summary = summary_markdown(maker.review, {}, {});
  CHECK(holds(summary, "| 1 | Bar \\| and line (`bar`) | high | “a \\| b” → “c \\| d” |\n"));
}

}  // namespace clauselint
