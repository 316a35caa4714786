// Which lines of a text draft are one paragraph.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "readers/plain_text.hpp"
#include "support/reading.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

Paragraphs paragraphs(const std::string& bytes) {
  const auto made = read_plain_text("draft.txt", bytes, {});
  REQUIRE(made);
  CHECK(find_reading_fault(*made, bytes) == "");
  return paragraphs_of(*made);
}

const std::string kPageEnd = "\n\n\n\n\n";

// Shows the reader that the file is wrapped at some seventy columns.
const std::string kWrapped =
    "    乙方应当自验收合格之日起对设备提供为期二十四个月的质量保证服务并\n"
    "承担因此产生的人工费、差旅费以及更换零部件所产生的全部合理必要的费\n"
    "用，但因甲方使用不当造成的除外。\n";

// A line of prose as long as a paragraph, without its stop.
const std::string kLong =
    "The Supplier shall repair or replace at its own cost any part of the goods that is found to be defective in "
    "material or workmanship within the period that is named in the order, and shall bear the cost of any";

}  // namespace

TEST_CASE("a Chinese heading without a stop is not joined to the text below it") {
  const auto made = paragraphs(
      kWrapped + "二、双方一般责任\n本条按具体工程和实际情况，逐款列出各项工作的名称、内容、完成时间和要\n求。\n");
  REQUIRE(made.size() == 3);
  CHECK(made[1] == "二、双方一般责任");
}

TEST_CASE("full-width labels begin a clause") {
  for (const std::string label : {"第５条", "１５．", "（１）", "ａ．"}) {
    CAPTURE(label);
    const auto made =
        paragraphs(kWrapped.substr(0, kWrapped.rfind("用，")) + label + " 甲方代表按照以下要求行使职权。\n");
    CHECK(made.size() == 2);
  }
}

TEST_CASE("what is left over when Chinese lines were wrapped twice goes on") {
  const auto made = paragraphs(
      kWrapped + "承包人应按照发包人提供的图纸以及其他的有关资料所约定的时间，按单\n位\n工程提交进度报告。\n");
  CHECK(made.back().ends_with("按单位工程提交进度报告。"));
}

TEST_CASE("a line that begins with a comma goes on with the line before it") {
  CHECK(paragraphs(kWrapped + "具体数额以附件为准。丙方分三次付清\n，每次出资的日期由各方约定。\n").back() ==
        "具体数额以附件为准。丙方分三次付清，每次出资的日期由各方约定。");
}

TEST_CASE("prose that a page cuts goes on, whatever the next page begins with") {
  CHECK(paragraphs(kLong + " Spare" + kPageEnd + "Parts that are used.\n").size() == 1);
  CHECK(paragraphs(kLong + " amount within thirty" + kPageEnd + "(30) days of the notice.\n").size() == 1);
  CHECK(paragraphs(kLong + " claim under this Section" + kPageEnd + "13.1, unless it is late.\n").size() == 1);
  CHECK(paragraphs(kLong + " lien or claim" + kPageEnd + "(collectively, the \"Claims\") of third parties.\n").size() ==
        1);
  CHECK(paragraphs(kLong + " ITS LIABILITY SHALL NOT EXCEED THE AMOUNTS PAID BY" + kPageEnd + "CUSTOMER IN ONE YEAR.\n")
            .size() == 1);
  CHECK(paragraphs("The amount due under this clause shall be paid to the" + kPageEnd + "Supplier.\n").size() == 1);
}

TEST_CASE("what begins anew on the next page is not joined") {
  CHECK(paragraphs(kLong + " claim." + kPageEnd + "Parts that are used.\n").size() == 2);
  CHECK(paragraphs(kLong + " claim" + kPageEnd + "EXHIBIT B the prices of all parts.\n").size() == 2);
  CHECK(paragraphs(kLong + " claim" + kPageEnd + "\"Parts\" means the parts of the list.\n").size() == 2);
  CHECK(paragraphs("LIMITED WARRANTY" + kPageEnd + "the parts of the list.\n").size() == 2);
  CHECK(paragraphs(kLong + " claim" + kPageEnd + "TERMS AND CONDITIONS of the sale.\n").size() == 2);
}

TEST_CASE("a blank line within a sentence does not end it, one behind a heading or an item does") {
  CHECK(paragraphs(kLong + " kind, and of the\n\nlabour that it needs.\n").size() == 1);
  CHECK(paragraphs("Warranty of the Supplier\n\nand of the Distributor.\n").size() == 2);
  CHECK(paragraphs(kLong + " kind; and\n\nlabour.\n").size() == 2);
}

TEST_CASE("a draft typed with a blank line after each line is joined all the same") {
  const auto made = paragraphs(
      "The Supplier shall repair or replace any part that is found to be\n\n"
      "defective in material or workmanship within the warranty period, and\n\n"
      "shall bear the cost of labour.\n\n\n"
      "8.2  The Distributor shall hold the spare parts of the list below and\n\n"
      "shall report their number each month.\n");
  REQUIRE(made.size() == 2);
  CHECK(made[0].ends_with("period, and shall bear the cost of labour."));
}

TEST_CASE("bullets stay apart, the letter o among them") {
  CHECK(paragraphs("o    Remote support of the system by the\n\no    change of modules\n").size() == 2);
}

}  // namespace clauselint
