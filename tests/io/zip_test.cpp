// Archives that are read, and archives that are refused before they cost anything.
#include "io/zip.hpp"

#include <catch2/catch.hpp>

#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

std::string refusal(std::string_view bytes, const ReadLimits& limits = {}) {
  auto zip = ZipReader::open("draft.docx", bytes, limits);
  if (!zip) return zip.error().message;
  for (std::size_t i = 0; i < zip->entries().size(); ++i) {
    const auto content = zip->read(i);
    if (!content) return content.error().message;
  }
  return {};
}

std::string content_of(std::string_view bytes, std::string_view name) {
  auto zip = ZipReader::open("draft.docx", bytes, {});
  REQUIRE(zip);
  const auto index = zip->find(name);
  REQUIRE(index);
  const auto content = zip->read(*index);
  REQUIRE(content);
  return *content;
}

// The place of the n-th central directory header.
std::size_t directory_header(const std::string& zip, int n) {
  std::size_t at = zip.find("PK\x01\x02");
  for (; n > 0; --n) at = zip.find("PK\x01\x02", at + 4);
  return at;
}

}  // namespace

TEST_CASE("a deflated and a stored member are read alike") {
  CHECK(content_of(tiny_zip({{"a.xml", "twelve months"}}), "a.xml") == "twelve months");
  CHECK(content_of(tiny_zip({{"a.xml", "twelve months"}}, ZIP_CM_STORE), "a.xml") == "twelve months");
}

TEST_CASE("an empty member is read") { CHECK(content_of(tiny_zip({{"a", ""}, {"b", "x"}}), "a").empty()); }

TEST_CASE("a member is found whatever the case of its name") {
  CHECK(content_of(tiny_zip({{"word/Document.xml", "x"}}), "Word/document.XML") == "x");
}

TEST_CASE("bytes in front of and behind the archive do not matter") {
  const std::string zip = "#!/bin/sh\n" + tiny_zip({{"a.xml", "x"}}) + std::string(1000, '\0');
  CHECK(content_of(zip, "a.xml") == "x");
}

TEST_CASE("two members of one name are refused, since programs differ in which they read") {
  const std::string zip = tiny_zip({{"a.xml", "lower"}, {"A.xml", "upper"}});
  CHECK_THAT(refusal(zip), Catch::Contains("a.xml twice"));
}

TEST_CASE("a truncated archive is refused with the way out") {
  const std::string zip = tiny_zip({{"a.xml", "twelve months"}});
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{21}, zip.size() / 2, zip.size() - 1}) {
    CAPTURE(size);
    CHECK_THAT(refusal(std::string_view(zip).substr(0, size)), Catch::Contains("fetch the file again"));
  }
}

TEST_CASE("a wrong checksum is refused") {
  std::string zip = tiny_zip({{"a.xml", "twelve months"}});
  zip[directory_header(zip, 0) + 16] ^= 1;
  zip[14] ^= 1;  // and in the member's own header
  CHECK_THAT(refusal(zip), Catch::Contains("a.xml is damaged (checksum)"));
}

TEST_CASE("a member that inflates to another size than it says is refused") {
  std::string zip = tiny_zip({{"a.xml", std::string(1000, 'x')}});
  for (const std::size_t size : {directory_header(zip, 0) + 24, std::size_t{22}}) {
    zip[size] = 50;
    zip[size + 1] = 0;
  }
  CHECK_THAT(refusal(zip), Catch::Contains("a.xml is damaged"));
}

TEST_CASE("an encrypted archive is refused by name") {
  std::string zip = tiny_zip({{"a.xml", "twelve months"}});
  zip[directory_header(zip, 0) + 8] |= 1;
  CHECK_THAT(refusal(zip), Catch::Contains("remove the password"));
}

TEST_CASE("a directory that claims more files than the limit is refused before it is read") {
  std::string zip = tiny_zip({{"a.xml", "x"}});
  const std::size_t end = zip.rfind("PK\x05\x06");
  for (const std::size_t at : {8, 9, 10, 11}) zip[end + at] = static_cast<char>(0xFF);
  CHECK_THAT(refusal(zip), Catch::Contains("65535 files"));
}

TEST_CASE("limits on a part, on the package and on the ratio hold before anything is inflated") {
  const std::string zip = tiny_zip({{"a.xml", std::string(3u << 20, 'x')}, {"b.xml", std::string(3u << 20, 'y')}});
  ReadLimits part;
  part.part = 1u << 20;
  CHECK_THAT(refusal(zip, part), Catch::Contains("a.xml inflates to 3 MiB, more than the limit of 1 MiB"));
  ReadLimits package;
  package.package = 4u << 20;
  package.ratio = 100'000;
  CHECK_THAT(refusal(zip, package), Catch::Contains("more than the limit of 4 MiB"));
  CHECK_THAT(refusal(zip), Catch::Contains("zip bomb"));
  ReadLimits entries;
  entries.entries = 1;
  CHECK_THAT(refusal(zip, entries), Catch::Contains("2 files, more than the limit of 1"));
  ReadLimits file;
  file.file = 10;
  CHECK_THAT(refusal(zip, file), Catch::Contains("larger than the limit"));
}

TEST_CASE("small members that inflate to much are refused once they pass the limit of the package") {
  std::vector<TinyPart> parts;
  for (int i = 0; i < 8; ++i) parts.push_back({std::to_string(i), std::string(1u << 20, 'x')});
  ReadLimits limits;
  limits.package = 4u << 20;
  CHECK_THAT(refusal(tiny_zip(parts), limits), Catch::Contains("more than the limit of 4 MiB"));
}

TEST_CASE("what is read twice counts twice") {
  const std::string bytes = tiny_zip({{"a", std::string(1000, 'x')}});
  ReadLimits limits;
  limits.package = 1500;
  auto zip = ZipReader::open("draft.docx", bytes, limits);
  REQUIRE(zip);
  CHECK(zip->read(0));
  CHECK_FALSE(zip->read(0));
}

TEST_CASE("a method other than stored and deflated is refused by the member's name") {
  CHECK_THAT(refusal(tiny_zip({{"a.xml", "twelve months"}}, ZIP_CM_BZIP2)),
             Catch::Contains("a.xml is compressed in a way that Word does not know"));
}
