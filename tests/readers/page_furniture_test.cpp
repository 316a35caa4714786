// What pages print besides the contract: left out and counted where it is certain, kept where it is not.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "readers/plain_text.hpp"
#include "support/reading.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

Document read(const std::string& bytes) {
  auto made = read_plain_text("draft.txt", bytes, {});
  REQUIRE(made);
  CHECK(find_reading_fault(*made, bytes) == "");
  return *made;
}

const std::string kPageEnd = "\n\n\n\n\n";

// Pages of one clause each, with `foot` at the end of the last line and the number of the page for `#` in it.
std::string pages_with(const std::string& foot, int pages = 5) {
  std::string bytes;
  for (int page = 1; page <= pages; ++page) {
    std::string shown = foot;
    const std::size_t at = shown.find('#');
    if (at != std::string::npos) shown.replace(at, 1, std::to_string(page));
    bytes +=
        "Clause " + std::to_string(page * 7) + " says that the Supplier repairs what is broken." + shown + kPageEnd;
  }
  return bytes;
}

}  // namespace

TEST_CASE("the number of its page is cut from the last line of each page, and counted") {
  for (const std::string foot : {" #", "    #", " -#-", " - # -"}) {
    CAPTURE(foot);
    const Document made = read(pages_with(foot));
    CHECK(made.paragraphs.size() == 5);
    CHECK(paragraphs_of(made)[2] == "Clause 21 says that the Supplier repairs what is broken.");
    CHECK(noted(made, "page numbers") == 5);
  }
}

TEST_CASE("Roman page numbers are cut too") {
  const std::string line = "The table of the clauses stands on these pages.";
  const Document made = read(line + " i" + kPageEnd + line + " ii" + kPageEnd + line + " iii" + kPageEnd);
  CHECK(paragraphs_of(made) == Paragraphs{line, line, line});
}

TEST_CASE("a sentence that a page number cuts goes on without it") {
  const Document made = read("One clause of the draft that ends here. 1" + kPageEnd +
                             "The Supplier bears the cost of labour and all reasonable 2" + kPageEnd +
                             "expenses of the repair. 3" + kPageEnd);
  CHECK(paragraphs_of(made)[1] == "The Supplier bears the cost of labour and all reasonable expenses of the repair.");
}

TEST_CASE("figures at the end of a page that count no pages stay") {
  const Document made = read("The warranty period in months is 12" + kPageEnd + "The response time in hours is 24" +
                             kPageEnd + "The number of visits is 3" + kPageEnd);
  CHECK(paragraphs_of(made)[0] == "The warranty period in months is 12");
  CHECK(noted(made, "page numbers") == 0);
}

TEST_CASE("the numbers of schedules that each fill a page stay") {
  const Document made = read("Prices as in Schedule 1" + kPageEnd + "Parts as in Schedule 2" + kPageEnd +
                             "Places as in Schedule 3" + kPageEnd + "People as in Schedule 4" + kPageEnd);
  CHECK(paragraphs_of(made)[3] == "People as in Schedule 4");
}

TEST_CASE("a running foot behind the last words of a page is cut with its number") {
  const Document made = read(pages_with("   Commercial in Confidence   Page #   May 2020"));
  CHECK(paragraphs_of(made)[4] == "Clause 35 says that the Supplier repairs what is broken.");
  CHECK(noted(made, "running heads and footers") == 5);
}

TEST_CASE("a foot with the page number in it is one foot, on the first page too") {
  std::string bytes;
  for (int page = 1; page <= 4; ++page) {
    bytes += "Clause of its own number " + std::to_string(page * 3) + ".\n\nPage " + std::to_string(page) +
             " of 4 Reseller Agreement Confidential" + kPageEnd;
  }
  const Document made = read(bytes);
  CHECK(made.paragraphs.size() == 4);
  CHECK(noted(made, "running heads and footers") == 4);
}

TEST_CASE("a foot whose page number counts on needs no gap around it") {
  std::string bytes;
  for (int page = 1; page <= 4; ++page) {
    bytes += "The Supplier repairs part number " + std::to_string(page * 3) +
             ".\n\nMaintenance Agreement          Page " + std::to_string(page) + "\n\n";
  }
  CHECK(noted(read(bytes), "running heads and footers") == 4);
}

TEST_CASE("rows that end in figures that rise are no running heads") {
  const Document made =
      read("Commission in year 2019\n\n10\n\nCommission in year 2020\n\n12\n\nCommission in year 2021\n");
  CHECK(made.paragraphs.size() == 5);
}

TEST_CASE("figures in the cells of a table that was taken apart stay") {
  std::string bytes;
  for (const std::string cell :
       {"Part", "Number", "Months", "Pump", "1", "12", "Valve", "2", "24", "Seal", "3", "36"}) {
    bytes += cell + "\n\n";
  }
  CHECK(read(bytes).paragraphs.size() == 12);
}

TEST_CASE("numbers that a law firm prints at each line are left out, and counted") {
  std::string bytes;
  for (int line = 1; line <= 28; ++line) {
    bytes += std::to_string(line) +
             (line % 7 == 0   ? "   the cost of labour and freight.\n"
              : line % 7 == 1 ? "   The Supplier shall repair what is broken, and it shall also bear all\n"
                              : "   of the cost of what it takes to find out what it is that is broken in\n");
  }
  const Document made = read(bytes);
  CHECK(made.paragraphs.size() == 4);
  CHECK(noted(made, "line numbers in the margin") == 28);
  CHECK(paragraphs_of(made)[1].starts_with(
      "The Supplier shall repair what is broken, and it shall also bear all of the"));
}

TEST_CASE("a list of many parts keeps its numbers") {
  std::string bytes;
  for (int line = 1; line <= 28; ++line) bytes += std::to_string(line) + "   Pump with its seal\n";
  CHECK(paragraphs_of(read(bytes))[4] == "5   Pump with its seal");
}

TEST_CASE("a price that ends a page stays") {
  CHECK(paragraphs_of(read("Price\n\n500" + kPageEnd + "Text.\n")) == Paragraphs{"Price", "500", "Text."});
}

}  // namespace clauselint
