// Plain text drafts: paragraphs, joined lines, page furniture, and where each word stands in the file.
#include "readers/plain_text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/encoding.hpp"

namespace clauselint {
namespace {

using Paragraphs = std::vector<std::string>;

Document read(std::string_view bytes) {
  auto made = read_plain_text("draft.txt", bytes, {});
  REQUIRE(made);
  CHECK(find_fault(*made) == "");
  for (const Run& run : made->runs) {
    if (run.kind != RunKind::Verbatim) continue;
    CHECK(bytes.substr(run.source.begin, run.source.end - run.source.begin) == made->words(run.span));
  }
  return *made;
}

Paragraphs paragraphs(std::string_view bytes) {
  const Document made = read(bytes);
  Paragraphs shown;
  for (const Paragraph& paragraph : made.paragraphs) shown.emplace_back(made.words(paragraph.span));
  return shown;
}

std::string note_of(const Document& document, std::string_view what) {
  for (const Note& note : document.notes) {
    if (note.what == what) return std::to_string(note.count);
  }
  return "none";
}

std::string source_words(std::string_view bytes, const Document& document, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(document.text.find(words));
  const SourceAnchor source = source_of(document, {.begin = at, .end = at + static_cast<std::uint32_t>(words.size())});
  return std::string(bytes.substr(source.begin, source.end - source.begin));
}

// A wrapped clause that shows the reader that the file is wrapped.
constexpr std::string_view kWrapped =
    "     The Supplier shall repair or replace any part that is found to be\n"
    "defective in material or workmanship within the warranty period, and\n"
    "shall bear the cost of labour.\n\n";

}  // namespace

TEST_CASE("each line of an unwrapped draft is a paragraph, blank lines are none") {
  CHECK(paragraphs("第一条 质保期为十二个月。\n\n第二条 备件供应。\r\n") ==
        Paragraphs{"第一条 质保期为十二个月。", "第二条 备件供应。"});
}

TEST_CASE("short sentences one below the other stay apart") {
  CHECK(paragraphs("Supplier shall respond promptly to any service request.\nDistributor shall keep parts in stock.\n")
            .size() == 2);
}

TEST_CASE("wrapped lines are joined by one space that has no source") {
  const Document made = read(kWrapped);
  REQUIRE(made.paragraphs.size() == 1);
  CHECK(made.words(made.paragraphs[0].span) ==
        "The Supplier shall repair or replace any part that is found to be defective in material or workmanship within "
        "the warranty period, and shall bear the cost of labour.");
  REQUIRE(made.runs.size() == 5);
  CHECK(made.runs[1].kind == RunKind::Synthetic);
  CHECK(made.words(made.runs[1].span) == " ");
}

TEST_CASE("wrapped Chinese is joined without a space") {
  CHECK(paragraphs("    乙方应当自验收合格之日起对设备提供为期二十四个月的质量保证服务并\n"
                   "承担因此产生的人工费、差旅费以及更换零部件所产生的全部合理必要的费\n"
                   "用，但因甲方使用不当造成的除外。\n")[0] ==
        "乙方应当自验收合格之日起对设备提供为期二十四个月的质量保证服务并承担因此产生的人工费、差旅费以及更换零部件所产"
        "生的全部合理必要"
        "的费用，但因甲方使用不当造成的除外。");
}

TEST_CASE("a wrapped line that begins with a label begins a paragraph") {
  const auto made = paragraphs(std::string(kWrapped) +
                               "8.1  The Supplier shall answer each request for service within two days\n"
                               "after receipt of it by the service desk of the Supplier in writing;\n"
                               "8.2  The Distributor shall hold the spare parts of the list below; and\n"
                               "(b)  any other part.\n");
  REQUIRE(made.size() == 4);
  CHECK(made[1].ends_with("in writing;"));
  CHECK(made[2].starts_with("8.2"));
  CHECK(made[3] == "(b)  any other part.");
}

TEST_CASE("the number after Section at a line end is no label") {
  const auto made = paragraphs(std::string(kWrapped) +
                               "The period that is named above begins when delivery under Section\n"
                               "8.2 Delivery has been made and the goods have been accepted.\n");
  REQUIRE(made.size() == 2);
  CHECK(made[1].find("under Section 8.2 Delivery") != std::string::npos);
}

TEST_CASE("a heading in capitals is not joined to the text below it") {
  const auto made = paragraphs(std::string(kWrapped) +
                               "LIMITED WARRANTY\n"
                               "The warranty that is given in this clause is in place of any other one\n"
                               "that the law may give.\n");
  CHECK(made[1] == "LIMITED WARRANTY");
}

TEST_CASE("a disclaimer in capitals is one paragraph") {
  const auto made = paragraphs(std::string(kWrapped) +
                               "EXCEPT AS STATED ABOVE THE SUPPLIER MAKES NO WARRANTY OF ANY KIND, BE\n"
                               "IT EXPRESS OR IMPLIED, INCLUDING THAT OF FITNESS FOR ANY PURPOSE AND\n"
                               "OF MERCHANTABILITY.\n");
  CHECK(made.size() == 2);
}

TEST_CASE("frames are no text, framed rows and blanks to fill stay lines") {
  CHECK(paragraphs("    乙方应当自验收合格之日起对设备提供为期二十四个月的质量保证服务并\n"
                   "承担因此产生的人工费、差旅费以及更换零部件所产生的全部合理必要的费\n"
                   "用，按下表：\n"
                   "┌────────────────┬──────────────────────────────────────────┐\n"
                   "│部件                            │质保期                                                           "
                   "                   │\n"
                   "│主机                            │24个月                                                           "
                   "                   │\n"
                   "____________________________________________________________________\n")
            .size() == 4);
}

TEST_CASE("rows of a table stay lines") {
  const auto made = paragraphs(std::string(kWrapped) +
                               "Severity 1        4 hours        48 hours on site\n"
                               "Severity 2        8 hours        five working days\n");
  CHECK(made.size() == 3);
}

TEST_CASE("page numbers and the heads of pages are left out, counted, and the sentence goes on") {
  std::string bytes;
  for (int page = 1; page <= 5; ++page) {
    bytes += "Supply Agreement of the Parties\n\nClause " + std::to_string(page) + " of many.\n\n";
    if (page == 5) bytes += "The Supplier shall repair the\n\n";
    bytes += std::to_string(page) + "\n\f" + "\n";
  }
  bytes += "Supply Agreement of the Parties\n\nproducts.\n";
  const Document made = read(bytes);
  CHECK(made.words(made.paragraphs[0].span) == "Supply Agreement of the Parties");
  CHECK(note_of(made, "page numbers") == "5");
  CHECK(note_of(made, "running heads and footers") == "5");
  CHECK(made.words(made.paragraphs.back().span) == "The Supplier shall repair the products.");
}

TEST_CASE("a number that counts no pages stays") {
  CHECK(paragraphs("Quantity\n\n12\n\nPrice\n\n500\n") == Paragraphs{"Quantity", "12", "Price", "500"});
}

TEST_CASE("numbers that say they are page numbers are left out") {
  CHECK(paragraphs("One.\n\nPage 3 of 9\n\nTwo.\n\n- 4 -\n\nThree.\n\n第 5 页 共 9 页\n\nFour.\n").size() == 4);
}

TEST_CASE("the lines of a signature block that repeats are no running heads") {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += "Agreed and accepted.\n\n\n\nBy: ________________\n\nName:\n\n\n\n\n";
  CHECK(paragraphs(bytes).size() == 12);
}

TEST_CASE("the dotted lines of a table of contents are left out") {
  const Document made =
      read("CONTENTS\n1. Definitions ................ 1\n2. Warranty . . . . . . . . . 4\n\nWarranty\n");
  CHECK(made.paragraphs.size() == 2);
  CHECK(note_of(made, "lines of a table of contents") == "2");
}

TEST_CASE("the line typed under a heading is no text, a blank to fill is") {
  CHECK(paragraphs("1.2  The Territory.              -------------\n") == Paragraphs{"1.2  The Territory."});
  CHECK(paragraphs("Signed: ______________\n") == Paragraphs{"Signed: ______________"});
  CHECK(paragraphs("Heading\n=======\nText.\n") == Paragraphs{"Heading", "Text."});
}

TEST_CASE("indentation and trailing blanks are not in the text") {
  CHECK(paragraphs("\t　　第一条  质保  　\r\n") == Paragraphs{"第一条  质保"});
}

TEST_CASE("control characters read as a space and are counted") {
  const std::string bytes("within\0 30\x01 days", 16);
  const Document made = read(bytes);
  CHECK(made.words(made.paragraphs[0].span) == "within  30  days");
  CHECK(note_of(made, "control characters, read as spaces") == "2");
}

TEST_CASE("anchors are bytes of the file, a byte order mark counted") {
  const std::string bytes = "\xEF\xBB\xBF  保修期\r\n  12 months";
  const Document made = read(bytes);
  CHECK(source_words(bytes, made, "保修期") == "保修期");
  CHECK(source_words(bytes, made, "12 months") == "12 months");
}

TEST_CASE("words of a GB18030 file stand at their own bytes") {
  const auto bytes = encode("第一条 质保期为24个月，自交货之日起计算。\n第二条 备件由乙方供应。\n", Encoding::Gb18030);
  REQUIRE(bytes);
  const Document made = read(*bytes);
  CHECK(made.encoding == "GB18030");
  CHECK(source_words(*bytes, made, "24") == "24");
  CHECK(source_words(*bytes, made, "第二条") == encode("第二条", Encoding::Gb18030));
}

TEST_CASE("words of a UTF-16 file stand in their line") {
  const auto bytes = encode("Warranty period: 24 months\r\nSpare parts\r\n", Encoding::Utf16Le);
  REQUIRE(bytes);
  const Document made = read("\xFF\xFE" + *bytes);
  CHECK(made.encoding == "UTF-16LE");
  CHECK(made.paragraphs.size() == 2);
}

TEST_CASE("a draft whose encoding was guessed from little says so") {
  const auto bytes = encode("within ● days", Encoding::Gb18030);
  REQUIRE(bytes);
  CHECK(note_of(read(*bytes), "characters read as GB18030, though nothing in the file says so") == "1");
}

TEST_CASE("a draft reads the same in each encoding") {
  const std::string text =
      std::string(kWrapped) + "第一条 质保期为24个月，自“交货”之日起计算。\n\n8.2  The “Parts” – see list.\n";
  for (const Encoding encoding : {Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030}) {
    const auto bytes = encode(text, encoding);
    REQUIRE(bytes);
    CHECK(read(*bytes).text == read(text).text);
  }
}

TEST_CASE("bytes that are no text are refused") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes.push_back(static_cast<char>((i * 37) % 11));
  CHECK_FALSE(read_plain_text("draft.txt", bytes, {}));
}

}  // namespace clauselint
