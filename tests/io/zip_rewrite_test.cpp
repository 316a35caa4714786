// Tests of rewriting single members of a zip archive.
#include "io/zip_rewrite.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "io/zip.hpp"

namespace {

using namespace clauselint;

const std::string kEmptyArchive = std::string("PK\x05\x06", 4) + std::string(18, '\0');

std::string archive(const std::vector<ZipChange>& members) { return rewrite_zip(kEmptyArchive, members).value(); }

std::string read(const std::string& bytes, const std::string& name) {
  auto zip = ZipReader::open("test.zip", bytes, ReadLimits{});
  REQUIRE(zip);
  const auto index = zip->find(name);
  REQUIRE(index);
  return zip->read(*index).value();
}

std::string names(const std::string& bytes) {
  auto zip = ZipReader::open("test.zip", bytes, ReadLimits{});
  REQUIRE(zip);
  std::string all;
  for (const ZipEntry& entry : zip->entries()) all += entry.name + " ";
  return all;
}

// The bytes of a member's local record, from its header to the next.
std::string record(const std::string& bytes, const std::string& name) {
  const std::size_t begin = bytes.find(name) - 30;
  return bytes.substr(begin, bytes.find("PK", begin + 4) - begin);
}

}  // namespace

TEST_CASE("no change gives the same bytes") {
  const std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}});
  CHECK(rewrite_zip(original, {}).value() == original);
}

TEST_CASE("a changed member holds the new content, in its old place") {
  const std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}, {"c.txt", "gamma"}});
  const std::string changed = rewrite_zip(original, {{"b.txt", std::string(5000, 'x')}}).value();
  CHECK(names(changed) == "a.txt b.txt c.txt ");
  CHECK(read(changed, "b.txt") == std::string(5000, 'x'));
  CHECK(read(changed, "c.txt") == "gamma");
}

TEST_CASE("an unchanged member keeps its record to the byte") {
  const std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}, {"c.txt", "gamma"}});
  const std::string changed = rewrite_zip(original, {{"a.txt", "something much longer than before"}}).value();
  CHECK(record(changed, "b.txt") == record(original, "b.txt"));
}

TEST_CASE("a member that was not there is added behind the others") {
  const std::string changed = rewrite_zip(archive({{"a.txt", "alpha"}}), {{"new/b.txt", "beta"}}).value();
  CHECK(names(changed) == "a.txt new/b.txt ");
  CHECK(read(changed, "new/b.txt") == "beta");
}

TEST_CASE("a changed member loses the descriptor that followed its data") {
  std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}});
  const std::size_t local = original.find("PK\x03\x04");
  const std::size_t central = original.find("PK\x01\x02");
  original[local + 6] = original[central + 8] = 8;  // the flag that announces one; sizes are told before as well
  const std::string changed = rewrite_zip(original, {{"a.txt", "other"}}).value();
  CHECK((changed[6] & 8) == 0);
  CHECK(read(changed, "a.txt") == "other");
}

TEST_CASE("the comment of the archive stays") {
  std::string original = archive({{"a.txt", "alpha"}});
  original[original.size() - 2] = 5;
  original += "hello";
  const std::string changed = rewrite_zip(original, {{"a.txt", "other"}}).value();
  CHECK(changed.substr(changed.size() - 5) == "hello");
}

TEST_CASE("bytes behind the archive stay where they are") {
  const std::string changed = rewrite_zip(archive({{"a.txt", "alpha"}}) + "tail", {{"a.txt", "other"}}).value();
  CHECK(changed.substr(changed.size() - 4) == "tail");
}

TEST_CASE("an archive that is cut off is refused") {
  const std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}});
  for (std::size_t size = 0; size < original.size(); ++size) {
    CHECK_FALSE(rewrite_zip(original.substr(0, size), {{"a.txt", "x"}}));
  }
}

TEST_CASE("members that overlap are refused") {
  std::string original = archive({{"a.txt", "alpha"}, {"b.txt", "beta"}});
  const std::size_t first = original.find("PK\x01\x02");
  const std::size_t second = original.find("PK\x01\x02", first + 4);
  original.replace(second + 42, 4, original.substr(first + 42, 4));
  CHECK_FALSE(rewrite_zip(original, {{"a.txt", "x"}}));
}

TEST_CASE("an archive with 64-bit fields is refused with the way out") {
  std::string original = archive({{"a.txt", "alpha"}});
  const std::size_t first = original.find("PK\x01\x02");
  original.replace(first + 24, 4, "\xFF\xFF\xFF\xFF");
  const auto refused = rewrite_zip(original, {{"a.txt", "x"}});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Unwritable);
  CHECK_THAT(refused.error().message, Catch::Matchers::Contains("save it again"));
}

TEST_CASE("a member that goes by another name in its extra field is refused") {
  std::string original = archive({{"a.txt", "alpha"}});
  const std::size_t central = original.find("PK\x01\x02");
  const std::string extra = std::string("\x75\x70\x0A\x00\x01", 5) + std::string(4, '\0') + "b.txt";
  original.insert(central + 46 + 5, extra);
  original[central + 30] = static_cast<char>(extra.size());
  const std::size_t end = original.find("PK\x05\x06");
  original[end + 12] = static_cast<char>(original[end + 12] + static_cast<char>(extra.size()));
  const auto refused = rewrite_zip(original, {{"a.txt", "x"}});
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Matchers::Contains("two names"));
}
