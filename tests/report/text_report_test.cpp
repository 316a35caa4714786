// The report for the terminal.
#include <catch2/catch.hpp>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "report/review_maker.hpp"

namespace clauselint {

TEST_CASE("a text report quotes, points, helps and cites, in the order of the draft") {
  const RuleSet rules = sample_rules();
  const ReviewMaker english = english_review();
  CHECK(golden_difference("text_en.txt", text_report({&english.review, 1}, {.rules = &rules})) == "");
}

TEST_CASE("a Chinese text report is Chinese throughout") {
  const RuleSet rules = sample_rules();
  const ReviewMaker chinese = chinese_review();
  CHECK(golden_difference("text_zh.txt",
                          text_report({&chinese.review, 1}, {.language = Language::Zh, .rules = &rules})) == "");
}

TEST_CASE("colours appear only when asked for, and change no word") {
  const ReviewMaker maker = english_review();
  const std::string plain = text_report({&maker.review, 1}, {});
  std::string coloured = text_report({&maker.review, 1}, {.colour = true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find("\x1b[1;31mhigh\x1b[0m") != std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == plain);
}

TEST_CASE("minor findings of one rule are shown three times, then counted") {
  ReviewMaker maker(
      "draft.txt", Language::En,
      {{"1", "", "blank"}, {"2", "", "blank"}, {"3", "", "blank"}, {"4", "", "blank"}, {"5", "", "blank"}});
  const Rule& rule = maker.rule("open-blank", {.en = "Blank", .zh = "空白"}, Dimension::WarrantyCost);
  for (const Paragraph& paragraph : maker.review.document.paragraphs) {
    Finding& made = maker.finding(rule, Severity::Info, "blank", {.en = "To be filled.", .zh = "待填。"});
    made.span = {.begin = paragraph.span.end - 5, .end = paragraph.span.end};
  }
  const std::string report = text_report({&maker.review, 1}, {});
  CHECK(report.find("para 3: info open-blank: To be filled.\n    3 blank\n      ^~~~~\n  … and 2 more like this\n") !=
        std::string::npos);
  CHECK(report.find("para 4") == std::string::npos);
  CHECK(report.find("5 info in 1 file") != std::string::npos);
}

TEST_CASE("nothing found is said, and in how many files") {
  const ReviewMaker maker("a.txt", Language::En, {{"1", "", "Nothing."}});
  const std::vector<Review> reviews = {maker.review, maker.review};
  CHECK(text_report(reviews, {}) == "no findings in 2 files; 0 checks in order\n");
}

TEST_CASE("a reading of the original view says so") {
  ReviewMaker maker("a.txt", Language::En, {{"1", "", "Nothing."}});
  maker.review.document.view = View::Original;
  CHECK(text_report({&maker.review, 1}, {}).find("a.txt: Read as if every tracked change were rejected\n") !=
        std::string::npos);
}

TEST_CASE("a file name cannot command the terminal") {
  ReviewMaker maker = english_review();
  maker.review.path = "a\x1b[2Jb\nc.txt";
  CHECK(text_report({&maker.review, 1}, {}).find('\x1b') == std::string::npos);
}

}  // namespace clauselint
