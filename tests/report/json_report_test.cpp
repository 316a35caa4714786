// The JSON outputs: their shape is a promise.
#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "report/review_maker.hpp"
#include "report/version.hpp"

namespace clauselint {
namespace {

// The release number is no matter of these tests.
std::string without_version(std::string json) {
  const std::string stated = "\"version\": \"";
  const std::size_t begin = json.find(stated);
  if (begin == std::string::npos) return json;
  const std::size_t end = json.find('"', begin + stated.size());
  return json.replace(begin + stated.size(), end - begin - stated.size(), "0");
}

}  // namespace

TEST_CASE("a JSON report holds everything that is known, in a fixed order") {
  const RuleSet rules = sample_rules();
  const ReviewMaker maker = english_review();
  CHECK(golden_difference("report_en.json", without_version(json_report({&maker.review, 1}, {.rules = &rules}))) == "");
}

TEST_CASE("a report of no draft is a JSON document all the same") {
  const auto report = nlohmann::json::parse(json_report({}, {}));
  CHECK(report["tool"] == "clauselint");
  CHECK(report["format"] == 1);
  CHECK(report["documents"].empty());
}

TEST_CASE("a scan line is one line with counts, findings and notes") {
  const ReviewMaker maker = english_review();
  CHECK(golden_difference("scan_line.jsonl", scan_line(maker.review)) == "");
}

TEST_CASE("a file that could not be read has its line") {
  CHECK(
      scan_error_line(
          "a.docx", {.kind = ErrorKind::Unreadable, .where = "a.docx", .message = "a password-protected Word file"}) ==
      R"({"path":"a.docx","error":{"where":"a.docx","message":"a password-protected Word file"}})"
      "\n");
}

TEST_CASE("a path that is not UTF-8 still gives valid JSON") {
  const auto line = nlohmann::json::parse(scan_error_line("a\xFF.docx", {}));
  CHECK(line["path"] == "a\xEF\xBF\xBD.docx");
}

TEST_CASE("a place in a Word file names its part") {
  ReviewMaker maker = english_review();
  maker.review.document.format = SourceFormat::Docx;
  maker.review.document.parts = {"word/document.xml"};
  const auto line = nlohmann::json::parse(scan_line(maker.review));
  CHECK(line["findings"][0]["source"]["part"] == "word/document.xml");
}

}  // namespace clauselint
