// Whole drafts as they are filed with the SEC, saved by Word, pasted from the web and exported by Google Docs.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/read_html.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

std::string draft(const std::string& name) {
  std::ifstream in(std::string(CLAUSELINT_SOURCE_DIR) + "/tests/readers/data/" + name, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  REQUIRE_FALSE(bytes.empty());
  return bytes;
}

}  // namespace

TEST_CASE("an exhibit with tables for numbers and a page end in a sentence reads on") {
  CHECK(
      html_paragraphs(draft("filing.htm")) ==
      Paragraphs{
          "Exhibit 10.4",
          "DISTRIBUTION AND SERVICE AGREEMENT",
          "THIS AGREEMENT is made as of the 1st day of June, 2019 by and between Northfield Pumps Ltd. (“Supplier”) "
          "and "
          "Harbour Trading\u00A0Co., Ltd. (the “Distributor”).",
          "8. WARRANTY.",
          "8.1 Warranty Period. Supplier warrants the Products for a period of twenty-four (24) months from delivery. "
          "Supplier shall repair or replace any defective Product promptly at its own cost, including labour, parts "
          "and "
          "freight.",
          "(a) Supplier shall respond to any service request as soon as possible, and shall keep the Distributor "
          "informed of the progress of the repair, and shall send an engineer within forty-eight (48) hours.",
          "8.2 Spare Parts. Supplier shall keep spare parts available for seven (7) years – at Distributor’s cost.",
          "[0,0,0] Severity",
          "[0,0,1] Response",
          "[0,0,2] Restoration",
          "[0,1,0] 1",
          "[0,1,1] 4 hours",
          "[0,1,2] 24 hours",
          "[0,2,0] 2",
          "[0,2,1] 8 hours",
          "[0,2,2] 5 working days",
          "IN WITNESS WHEREOF the parties have signed.",
          "[1,0,0] By:",
          "[1,0,1] __________",
          "[1,1,0] Name:",
      });
}

TEST_CASE("an exhibit of nested blocks keeps its numbers, and a blank to fill is seen") {
  const Paragraphs made = html_paragraphs(draft("inline.htm"));
  CHECK(made[3] ==
        "1.1\u00A0\u00A0The Service Partner shall acknowledge each request within four (4) hours of the notice, and "
        "shall "
        "restore operation as soon as possible.");
  CHECK(made.back() == "Within ______ days after receipt Supplier repairs.");
}

TEST_CASE("what Word saves keeps the numbers that it writes for browsers, and its tracked changes") {
  const Paragraphs made = html_paragraphs(draft("word.htm"));
  CHECK(made[0] == "Appendix C – After-Sales Service");
  CHECK(made[1].ends_with("months from delivery. The Supplier shall respond promptly to any request."));
  CHECK(made[2] == "(a)\u00A0 repairs are made at the Supplier’s cost;");
}

TEST_CASE("a Chinese page in GBK reads as its clauses") {
  CHECK(html_paragraphs(draft("paste.html")) ==
        Paragraphs{"设备售后服务协议", "第八条　质保期", "8.1 乙方对设备提供24个月的质保，自交付之日起计算。",
                   "8.2 乙方应当及时响应甲方的维修请求，并尽快派工程师到场；", "（一）备件由乙方免费供应；",
                   "（二）运费由甲方承担。", "第九条", "乙方应在接到通知后4小时内到达现场。"});
}

TEST_CASE("an export of Google Docs has the numbers that its style sheet counts") {
  const Paragraphs made = html_paragraphs(draft("export.html"));
  CHECK(made[2] == "{1.1.} Supplier warrants the goods for 12 months.");
  CHECK(made[5] == "{2.1.} Parts are kept & sold at list price.");
  CHECK(made[9] == "{i.} by air;");
}

}  // namespace clauselint
