// Key terms for spreadsheets.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "clauselint/report.hpp"
#include "report/review_maker.hpp"

namespace clauselint {

TEST_CASE("every row has the columns of the head") {
  const ReviewMaker maker = english_review();
  const std::string head = facts_table_head();
  CHECK(head.starts_with("\xEF\xBB\xBF\"path\",\"fact\","));
  const std::string rows = facts_table_rows(maker.review, {});
  CHECK(std::ranges::count(rows, '\n') == 2);
  CHECK(
      rows.starts_with("\"drafts/appendix.md\",\"sample.period\",\"\",\"P24M\",\"24 "
                       "months\",\"delivery\",\"8.2(a)\",\"\",\"granted\","));
  const std::string line = rows.substr(0, rows.find("\r\n"));
  CHECK(std::ranges::count(line, ',') == std::ranges::count(head, ','));
}

TEST_CASE("quotes are doubled, and no cell begins as a formula") {
  ReviewMaker maker("=a\".md", Language::En, {{"1", "", "Answers within 4 hours."}});
  maker.fact("sample.answer", "4 hours", "within 4 hours");
  CHECK(facts_table_rows(maker.review, {}).starts_with("\"'=a\"\".md\","));
}

}  // namespace clauselint
