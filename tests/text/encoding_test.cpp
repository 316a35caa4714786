// Which encoding bytes are in, and the way back.
#include "text/encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace clauselint {
namespace {

using namespace std::string_literals;

constexpr std::string_view kSimplified = "质保期为交货后二十四个月，乙方应当在接到通知后48小时内响应。";
constexpr std::string_view kTraditional = "保固期為交貨後二十四個月，乙方應當於接獲通知後48小時內回應。";

std::string bytes_of(std::string_view text, Encoding encoding) {
  auto encoded = encode(text, encoding);
  REQUIRE(encoded);
  return *encoded;
}

void check_read_as(const std::string& bytes, Encoding encoding, std::string_view text) {
  const auto decoded = decode(bytes);
  REQUIRE(decoded);
  CHECK(name_of(decoded->encoding) == name_of(encoding));
  CHECK(decoded->text == text);
}

}  // namespace

TEST_CASE("valid UTF-8 is read as it is, its mark left out") {
  check_read_as("plain", Encoding::Utf8, "plain");
  check_read_as(std::string(kSimplified), Encoding::Utf8, kSimplified);
  check_read_as("\xEF\xBB\xBF" + std::string(kSimplified), Encoding::Utf8, kSimplified);
}

TEST_CASE("UTF-16 is read with its mark") {
  check_read_as("\xFF\xFE" + bytes_of(kSimplified, Encoding::Utf16Le), Encoding::Utf16Le, kSimplified);
  check_read_as("\xFE\xFF" + bytes_of(kSimplified, Encoding::Utf16Be), Encoding::Utf16Be, kSimplified);
}

TEST_CASE("UTF-16 is known by its zero bytes") {
  check_read_as(bytes_of("The warranty period is 24 months.", Encoding::Utf16Le), Encoding::Utf16Le,
                "The warranty period is 24 months.");
  check_read_as(bytes_of("保修 12 months\n保修\n", Encoding::Utf16Be), Encoding::Utf16Be, "保修 12 months\n保修\n");
}

TEST_CASE("Chinese in UTF-16 without its mark is known, frames and cut ends included") {
  const std::string text = std::string(kSimplified) + "\n┌────┬────┐\n│ 部件 │ 期限 │\n└────┴────┘\n";
  for (const Encoding encoding : {Encoding::Utf16Le, Encoding::Utf16Be}) {
    check_read_as(bytes_of(text, encoding), encoding, text);
    check_read_as(bytes_of(kTraditional, encoding), encoding, kTraditional);
    check_read_as(bytes_of(text, encoding) + "\x4E", encoding, text + "\xEF\xBF\xBD");
  }
}

TEST_CASE("English with a few quotes is not taken for UTF-16") {
  const std::string text = "The Supplier shall repair the goods. " + std::string(400, 'x') + " “Goods” are goods.";
  check_read_as(bytes_of(text, Encoding::Windows1252), Encoding::Windows1252, text);
}

TEST_CASE("a file cut within its last character keeps its encoding, and the cut is counted") {
  const struct {
    Encoding encoding;
    std::string_view text;
  } kCases[] = {{Encoding::Gb18030, kSimplified}, {Encoding::Big5, kTraditional}};
  for (const auto& [encoding, text] : kCases) {
    std::string bytes = bytes_of(std::string(text) + "保", encoding);
    bytes.pop_back();
    check_read_as(bytes, encoding, std::string(text) + "\xEF\xBF\xBD");
    CHECK(decode(bytes)->bad_bytes == 1);
  }
  std::string cut = "Seven days after “receipt”";
  cut.pop_back();
  CHECK(decode(cut)->encoding == Encoding::Utf8);
}

TEST_CASE("a broken byte in the midst of a file does not move the words behind it") {
  for (const Encoding encoding : {Encoding::Gb18030, Encoding::Utf16Le}) {
    const std::string before = bytes_of(kSimplified, encoding);
    const std::string broken = encoding == Encoding::Utf16Le ? std::string("\x00\xDC", 2) : std::string("\xFF", 1);
    const std::string bytes = before + broken + bytes_of("\nword", encoding);
    const auto decoded = decode(bytes);
    REQUIRE(decoded);
    CHECK(decoded->encoding == encoding);
    CHECK(decoded->bad_bytes == 1);
    SourceRuler ruler(bytes, *decoded);
    const auto at = static_cast<std::uint32_t>(decoded->text.find("word"));
    CHECK(bytes.substr(ruler.source_of(at)) == bytes_of("word", encoding));
  }
}

TEST_CASE("the byte 80 is a character of its own in Big5") {
  const std::string bytes =
      bytes_of(std::string(kTraditional) + std::string(kTraditional), Encoding::Big5) + "\x80 word";
  const auto decoded = decode(bytes);
  REQUIRE(decoded);
  CHECK(decoded->encoding == Encoding::Big5);
  SourceRuler ruler(bytes, *decoded);
  CHECK(bytes.substr(ruler.source_of(static_cast<std::uint32_t>(decoded->text.find("word")))) == "word");
}

TEST_CASE("U+FFFD that the file itself holds is one character of it") {
  const std::string text = std::string(kSimplified) + "\xEF\xBF\xBD word";
  const std::string bytes = bytes_of(text, Encoding::Utf16Le);
  const auto decoded = decode(bytes);
  REQUIRE(decoded);
  SourceRuler ruler(bytes, *decoded);
  CHECK(bytes.substr(ruler.source_of(static_cast<std::uint32_t>(decoded->text.find("word")))) ==
        bytes_of("word", Encoding::Utf16Le));
}

TEST_CASE("frames of tables are simplified Chinese as well") {
  const std::string text = "┌──────┬──┐\n│船 名│ │\n├──────┼──┤\n";
  check_read_as(bytes_of(text, Encoding::Gb18030), Encoding::Gb18030, text);
}

TEST_CASE("a guess from few characters is doubtful, one from a paragraph is not") {
  CHECK(decode(bytes_of("within ● days", Encoding::Gb18030))->doubtful);
  CHECK_FALSE(decode(bytes_of(kSimplified, Encoding::Gb18030))->doubtful);
  CHECK_FALSE(decode(bytes_of(kTraditional, Encoding::Big5))->doubtful);
  CHECK_FALSE(decode(kSimplified)->doubtful);
}

TEST_CASE("simplified Chinese in GB18030 is read") {
  check_read_as(bytes_of(kSimplified, Encoding::Gb18030), Encoding::Gb18030, kSimplified);
}

TEST_CASE("traditional Chinese in Big5 is read") {
  check_read_as(bytes_of(kTraditional, Encoding::Big5), Encoding::Big5, kTraditional);
}

TEST_CASE("English with the quotes of Windows-1252 is read") {
  constexpr std::string_view kText = "The “Warranty Period” – for the café’s machine – is 24 months at €5.";
  check_read_as(bytes_of(kText, Encoding::Windows1252), Encoding::Windows1252, kText);
}

TEST_CASE("a few broken bytes do not make UTF-8 another encoding") {
  std::string bytes;
  for (int i = 0; i < 10; ++i) bytes += kSimplified;
  bytes.resize(bytes.size() - 1);
  const auto decoded = decode(bytes);
  REQUIRE(decoded);
  CHECK(decoded->encoding == Encoding::Utf8);
  CHECK(decoded->bad_bytes == 2);
  CHECK(decoded->text.ends_with("响应\xEF\xBF\xBD\xEF\xBF\xBD"));
}

TEST_CASE("the ruler finds a word in the source of every encoding") {
  using enum Encoding;
  for (const Encoding encoding : {Utf8, Utf16Le, Utf16Be, Gb18030, Windows1252}) {
    const bool western = encoding == Windows1252;
    const std::string before = western ? "“café” – " : "“质保” 12𠀀 ";
    const std::string text = before + "word";
    const Decoded decoded{.encoding = encoding, .mark_size = 0, .bad_bytes = 0, .text = text};
    const std::string bytes = bytes_of(text, encoding);
    SourceRuler ruler(bytes, decoded);
    INFO(name_of(encoding));
    CHECK(ruler.source_of(static_cast<std::uint32_t>(before.size())) == bytes_of(before, encoding).size());
    CHECK(ruler.source_of(static_cast<std::uint32_t>(text.size())) == bytes.size());
  }
}

TEST_CASE("source offsets count the byte order mark") {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "word";
  const auto decoded = decode(bytes);
  REQUIRE(decoded);
  CHECK(SourceRuler(bytes, *decoded).source_of(0) == 3);
}

TEST_CASE("text that has no place in an encoding is not encoded") {
  CHECK_FALSE(encode("within [●] hours", Encoding::Windows1252));
  CHECK_FALSE(encode("質保期为", Encoding::Big5));
  CHECK(encode("within [●] hours 质保", Encoding::Gb18030));
}

TEST_CASE("an encoding is found by its name") {
  CHECK(encoding_named("GB18030") == Encoding::Gb18030);
  CHECK_FALSE(encoding_named("KOI8-R"));
}

TEST_CASE("what a file declares goes before a guess, and never before what its bytes prove") {
  const std::string gb = *encode("质保期", Encoding::Gb18030);
  CHECK(decode(gb, Encoding::Gb18030)->text == "质保期");
  CHECK(decode("质保期", Encoding::Gb18030)->encoding == Encoding::Utf8);
  CHECK(decode("warranty", Encoding::Gb18030)->encoding == Encoding::Gb18030);
  CHECK(decode("\xEF\xBB\xBFwarranty", Encoding::Gb18030)->encoding == Encoding::Utf8);
  const std::string letter = *encode("Très bien, “oui”", Encoding::Windows1252);
  CHECK(decode(letter, Encoding::Windows1252)->encoding == Encoding::Windows1252);
}

TEST_CASE("a label of the web names the encoding that browsers take") {
  CHECK(encoding_labelled(" GB2312 ") == Encoding::Gb18030);
  CHECK(encoding_labelled("ISO-8859-1") == Encoding::Windows1252);
  CHECK(encoding_labelled("UTF8") == Encoding::Utf8);
  CHECK_FALSE(encoding_labelled("koi8-r"));
  CHECK_FALSE(encoding_labelled(""));
}

}  // namespace clauselint
