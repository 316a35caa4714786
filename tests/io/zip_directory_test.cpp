// Archives made byte by byte: which ones two programs could read differently, and which ones are merely odd.
#include "io/zip_directory.hpp"

#include <libdeflate.h>
#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace clauselint;
using namespace std::string_literals;

namespace {

std::string number(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i, value >>= 8) bytes += static_cast<char>(value & 0xFF);
  return bytes;
}

constexpr std::uint64_t kAsItIs = ~std::uint64_t{0};

/// A stored member, with what its own header says otherwise than the directory.
struct Crafted {
  std::string name = "a.xml";
  std::string content = "twelve months";
  std::string own_name = {};  ///< when not empty
  std::uint64_t own_size = kAsItIs;
  std::uint64_t own_crc = kAsItIs;
  std::uint16_t flags = 0;
  std::uint16_t own_method = 0;
  std::string own_extras = {};
  std::string extras = {};
  std::string descriptor = {};
  bool wide = false;  ///< sizes in the 64-bit field of the directory
};

struct Numbers {
  std::uint64_t count = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
};

struct CraftedZip {
  std::string members;
  std::string directory;
  Numbers end;
};

CraftedZip craft(const std::vector<Crafted>& members) {
  CraftedZip zip;
  for (const Crafted& m : members) {
    const std::uint32_t crc = libdeflate_crc32(0, m.content.data(), m.content.size());
    const std::size_t offset = zip.members.size();
    const std::string& own_name = m.own_name.empty() ? m.name : m.own_name;
    const std::uint64_t own_size = m.own_size == kAsItIs ? m.content.size() : m.own_size;
    zip.members += "PK\3\4"s + number(20, 2) + number(m.flags, 2) + number(m.own_method, 2) + number(0, 4) +
                   number(m.own_crc == kAsItIs ? crc : m.own_crc, 4) + number(own_size, 4) + number(own_size, 4) +
                   number(own_name.size(), 2) + number(m.own_extras.size(), 2) + own_name + m.own_extras + m.content +
                   m.descriptor;
    const std::string size = number(m.wide ? 0xFFFFFFFF : m.content.size(), 4);
    const std::string extras =
        m.wide ? number(1, 2) + number(16, 2) + number(m.content.size(), 8) + number(m.content.size(), 8) : m.extras;
    zip.directory += "PK\1\2"s + number(20, 2) + number(20, 2) + number(m.flags, 2) + number(0, 2) + number(0, 4) +
                     number(crc, 4) + size + size + number(m.name.size(), 2) + number(extras.size(), 2) + number(0, 2) +
                     number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + m.name + extras;
  }
  zip.end = {.count = members.size(), .size = zip.directory.size(), .offset = zip.members.size()};
  return zip;
}

std::string end_record(const Numbers& numbers, const std::string& comment = {}, std::uint16_t volume = 0) {
  return "PK\5\6"s + number(volume, 2) + number(volume, 2) + number(numbers.count, 2) + number(numbers.count, 2) +
         number(numbers.size, 4) + number(numbers.offset, 4) + number(comment.size(), 2) + comment;
}

std::string archive(const std::vector<Crafted>& members, const std::string& comment = {}) {
  const CraftedZip zip = craft(members);
  return zip.members + zip.directory + end_record(zip.end, comment);
}

/// With the 64-bit records; `said` is what the old end record holds.
std::string archive64(const std::vector<Crafted>& members, const Numbers& said, std::uint64_t shift = 0) {
  const CraftedZip zip = craft(members);
  const std::string end64 = "PK\6\6"s + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 4) + number(0, 4) +
                            number(zip.end.count, 8) + number(zip.end.count, 8) + number(zip.end.size, 8) +
                            number(zip.end.offset, 8);
  const std::string locator =
      "PK\6\7"s + number(0, 4) + number(zip.end.offset + zip.end.size + shift, 8) + number(1, 4);
  return zip.members + zip.directory + end64 + locator + end_record(said);
}

constexpr Numbers kSee64{.count = 0xFFFF, .size = 0xFFFFFFFF, .offset = 0xFFFFFFFF};

// The members as `name=content`, or the refusal.
std::string outcome(const std::string& bytes, std::uint32_t most = 100) {
  const auto members = read_zip_directory("draft.docx", bytes, most);
  if (!members) {
    CHECK(members.error().kind == ErrorKind::Unreadable);
    CHECK(members.error().where == "draft.docx");
    return members.error().message;
  }
  std::string all;
  for (const ZipMember& member : *members) {
    all.append(all.empty() ? "" : " ").append(member.name).append("=").append(member.packed);
  }
  return all;
}

const std::string kDamaged = "a damaged or truncated zip archive: fetch the file again or save it anew";
const std::string kSecond =
    "a zip archive that holds a second one, so that programs differ in what they read: save the file anew";
const std::string kTwoWays =
    "a zip archive that describes a.xml in two ways, so that programs differ in what they read: save the file anew";

}  // namespace

TEST_CASE("the members are where the directory and their own headers say") {
  CHECK(outcome(archive({{.content = "x"}, {.name = "b.xml", .content = ""}})) == "a.xml=x b.xml=");
  CHECK(outcome(archive({})).empty());
}

TEST_CASE("sizes that follow the data are no contradiction") {
  const std::string descriptor = "PK\7\x8"s + number(0x12345678, 4) + number(1, 4) + number(1, 4);
  CHECK(outcome(archive({{.content = "x", .own_size = 0, .own_crc = 0, .flags = 8, .descriptor = descriptor},
                         {.name = "b", .content = "y"}})) == "a.xml=x b=y");
}

TEST_CASE("a member's own header that contradicts the directory is refused") {
  CHECK(outcome(archive({{.own_name = "b.xml"}})) == kTwoWays);
  CHECK(outcome(archive({{.own_size = 3}})) == kTwoWays);
  CHECK(outcome(archive({{.own_size = 3, .flags = 8}})) == kTwoWays);
  CHECK(outcome(archive({{.own_size = 0}})) == kTwoWays);
  CHECK(outcome(archive({{.own_crc = 1}})) == kTwoWays);
  CHECK(outcome(archive({{.own_method = 8}})) == kTwoWays);
}

TEST_CASE("64-bit fields are read where they are needed") {
  CHECK(outcome(archive({{.content = "x", .wide = true}})) == "a.xml=x");
  const std::string both = number(1, 2) + number(16, 2) + number(1, 8) + number(1, 8);
  CHECK(outcome(archive({{.content = "x", .own_size = 0xFFFFFFFF, .own_extras = both}})) == "a.xml=x");
  CHECK(outcome(archive({{.content = "x", .own_size = 0xFFFFFFFF}})) == kDamaged);
  CHECK(outcome(archive64({{.content = "x"}}, kSee64)) == "a.xml=x");
}

TEST_CASE("an old end record that contradicts the 64-bit one is refused") {
  CHECK(outcome(archive64({{.content = "x"}}, {.count = 2, .size = 0xFFFFFFFF, .offset = 0xFFFFFFFF})) == kSecond);
  CHECK(outcome(archive64({{.content = "x"}}, {.count = 0xFFFF, .size = 0xFFFFFFFF, .offset = 0})) == kSecond);
  CHECK(outcome(archive64({{.content = "x"}}, kSee64, 1)) == kSecond);
}

TEST_CASE("an end record that points to 64-bit ones that are not there is damaged") {
  const CraftedZip zip = craft({{}});
  CHECK(outcome(zip.members + zip.directory + end_record({.count = 1, .size = 0xFFFFFFFF, .offset = 0xFFFFFFFF})) ==
        kDamaged);
}

TEST_CASE("bytes in front and behind are passed over, unless they are an archive themselves") {
  const std::string zip = archive({{.content = "x"}});
  CHECK(outcome("From: a mail\n" + zip + std::string(1000, '\0')) == "a.xml=x");
  CHECK(outcome(archive({{.content = "other"}}) + zip) == kSecond);
  const std::string cut_off =
      archive({{.name = "word/embeddings/book.xlsx", .content = zip}}).substr(0, 30 + 25 + zip.size());
  CHECK(outcome(cut_off + "rest") == kSecond);
}

TEST_CASE("an archive stored within another is that one's content") {
  const std::string inner = archive({{.content = "inner"}});
  CHECK(outcome(archive({{.name = "book.xlsx", .content = inner}})) == "book.xlsx=" + inner);
}

TEST_CASE("an end record in the comment of another is refused") {
  const CraftedZip zip = craft({{}});
  CHECK(outcome(zip.members + zip.directory + end_record(zip.end, "a comment")) == "a.xml=twelve months");
  CHECK(outcome(zip.members + zip.directory + end_record(zip.end, end_record({}))) == kSecond);
}

TEST_CASE("an archive whose members overlap is refused") {
  const std::string inner = archive({{.name = "b.xml", .content = "inner"}});
  CraftedZip zip = craft({{.name = "a.zip", .content = inner}, {.name = "b.xml", .content = "inner"}});
  // The second member of the directory is made to be the one within the first.
  const std::size_t within = 30 + 5;
  zip.directory.replace(zip.directory.rfind("PK\1\2") + 42, 4, number(within, 4));
  CHECK(outcome(zip.members + zip.directory + end_record(zip.end)) ==
        "a zip archive whose files overlap, as in a zip bomb: save the file anew");
}

TEST_CASE("a directory of another length or count than the end record says is damaged") {
  const CraftedZip zip = craft({{}, {.name = "b"}});
  for (const Numbers& said : {Numbers{1, zip.end.size, zip.end.offset}, Numbers{3, zip.end.size, zip.end.offset},
                              Numbers{2, zip.end.size - 1, zip.end.offset}, Numbers{2, zip.end.size, 1u << 30}}) {
    CHECK(outcome(zip.members + zip.directory + end_record(said)) == kDamaged);
  }
}

TEST_CASE("a header beyond the file is damaged") {
  CraftedZip zip = craft({{}});
  zip.directory.replace(42, 4, number(0x7FFFFFFF, 4));
  CHECK(outcome(zip.members + zip.directory + end_record(zip.end)) == kDamaged);
}

TEST_CASE("volumes, encrypted members and too many of them are named") {
  const CraftedZip zip = craft({{}});
  CHECK(outcome(zip.members + zip.directory + end_record(zip.end, {}, 1)) ==
        "one volume of a zip archive in several: join them and try again");
  for (const int flag : {1, 1 << 6, 1 << 13}) {
    CHECK(outcome(archive({{.flags = static_cast<std::uint16_t>(flag)}})) ==
          "an encrypted zip archive: remove the password and try again");
  }
  CHECK(outcome(archive({{}, {.name = "b"}}), 1) ==
        "a zip archive of 2 files, more than the limit of 1: save the document anew");
}

TEST_CASE("names are kept as they are: folders, dots, slashes, other encodings") {
  for (const std::string& name :
       {"word/"s, "../../evil"s, "/etc/evil"s, "..\\evil"s, "C:\\evil"s, "\x87\x81.txt"s, "条款.xml"s}) {
    CHECK(outcome(archive({{.name = name, .content = ""}})) == name + "=");
  }
  CHECK(outcome(archive({{.name = "a\0b"s}})) == kDamaged);
}

TEST_CASE("a second name in ASCII is refused, a name repeated in Unicode is not") {
  const auto second_name = [](const std::string& name) {
    return number(0x7075, 2) + number(5 + name.size(), 2) + "\1" + number(0, 4) + name;
  };
  CHECK(outcome(archive({{.name = "image.png", .content = "", .extras = second_name("word/document.xml")}})) ==
        "a zip archive that gives image.png a second name, so that programs differ in what they read: save the file "
        "anew");
  CHECK(outcome(archive({{.name = "\xCC\xF5\xBF\xEE", .content = "", .extras = second_name("条款")}})) ==
        "\xCC\xF5\xBF\xEE=");
}

TEST_CASE("what a message shows of a name is one line of printable ASCII") {
  CHECK(shown_name("word/a\n\x1B[31m\xFF.xml") == "word/a??[31m?.xml");
  CHECK(shown_name(std::string(100, 'x')) == std::string(80, 'x') + "...");
}
