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
