#include "text/folded_text.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.hpp"

using namespace clauselint;

namespace {

// The original words that a stretch of the folded text came from.
std::string origin(const std::string& text, const FoldedText& folded, const std::string& part) {
  const std::size_t at = folded.text().find(part);
  REQUIRE(at != std::string::npos);
  const ByteSpan span{.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(at + part.size())};
  return std::string(slice(text, folded.original(span)));
}

}  // namespace

TEST_CASE("case, width, quotes and dashes are made equal") {
  CHECK(fold_words("The “Warranty” Period – １２ Months") == "the \"warranty\" period - 12 months");
  CHECK(fold_words("ＲＭＡ（退货）") == "rma(退货)");
}

TEST_CASE("soft hyphens and zero-width characters vanish, runs of blanks become one") {
  CHECK(fold_words("war\u00ADran\u200Bty  \t period") == "warranty period");
}

TEST_CASE("blanks beside Han characters say nothing") {
  CHECK(fold_words("质保期　为 24 个 月") == "质保期为24个月");
  CHECK(fold_words("提供 RMA 编号") == "提供rma编号");
}

TEST_CASE("a place in the folded text leads back to the words it came from") {
  const std::string text = "甲方（以下简称“供方”）应在　２４ 小时内响应 PROMPTLY.";
  const FoldedText folded = fold(text);
  CHECK(origin(text, folded, "供方") == "供方");
  CHECK(origin(text, folded, "24小时") == "２４ 小时");
  CHECK(origin(text, folded, "promptly") == "PROMPTLY");
}

TEST_CASE("values are bracketed, and the brackets belong to the sentence that holds the value") {
  const std::string text = "within 24 hours of";
  const std::vector<ValueMark> marks{{.span = {.begin = 7, .end = 15}, .kind = 'd'}};
  const FoldedText folded = fold(text, marks);
  CHECK(folded.text() ==
        "within \x01"
        "d24 hours\x02 of");
  CHECK(slice(folded.text(), folded.folded({.begin = 7, .end = 15})) ==
        "\x01"
        "d24 hours\x02");
  CHECK(folded.original({.begin = 7, .end = 18}) == ByteSpan{.begin = 7, .end = 15});
}

TEST_CASE("folding and mapping back never leaves the text, whatever it holds") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a",  "Z",  " ", "　", "\u00AD", "质", "（",
                                           "２", "\n", "“", "é",  "😀",      "\t", "。"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::vector<std::uint32_t> borders{0};
    const std::size_t length = random() % 30;
    for (std::size_t i = 0; i < length; ++i) {
      text += pieces[random() % pieces.size()];
      borders.push_back(static_cast<std::uint32_t>(text.size()));
    }
    const FoldedText folded = fold(text);
    CHECK(find_invalid_utf8(folded.text()) == std::string::npos);
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at < folded.text().size();) {
      const std::uint32_t size = decode_at(folded.text(), at).size;
      const ByteSpan back = folded.original({.begin = at, .end = at + size});
      CHECK(back.begin >= last);
      CHECK(back.end <= text.size());
      const std::string character = folded.text().substr(at, size);
      if (character == " ") {
        CHECK(trimmed(fold_words(slice(text, back))).empty());
      } else {
        CHECK(fold_words(slice(text, back)).find(character) != std::string::npos);
      }
      last = back.begin;
      at += size;
    }
    for (const std::uint32_t border : borders) {
      const ByteSpan there = folded.folded({.begin = 0, .end = border});
      CHECK(there.end <= folded.text().size());
    }
  }
}
