// Any bytes as a zip archive: read whole or refused, the same each time, and rewritten without a change to themselves.
#include <libdeflate.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/expect.hpp"
#include "io/zip.hpp"
#include "io/zip_rewrite.hpp"
#include "readers/foreign.hpp"

using namespace clauselint;

namespace {

constexpr ReadLimits kSmall{.file = 1u << 20, .part = 4u << 20, .package = 8u << 20, .entries = 200};

/// The contents in order, or the refusal of the archive or of one member.
struct Unpacked {
  std::vector<std::string> names;
  std::vector<std::string> contents;
  std::string refusal;

  bool operator==(const Unpacked&) const = default;
};

void expect_refusal(const Error& error) {
  expect(error.kind == ErrorKind::Unreadable, "an error of the zip layer is of kind Unreadable");
  expect(!error.message.empty() && error.message.find('\n') == std::string::npos, "a refusal is one line");
}

Unpacked unpack(std::string_view bytes) {
  Unpacked unpacked;
  auto zip = ZipReader::open("draft.docx", bytes, kSmall);
  if (!zip) {
    expect_refusal(zip.error());
    unpacked.refusal = zip.error().message;
    return unpacked;
  }
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < zip->entries().size(); ++i) {
    const ZipEntry& entry = zip->entries()[i];
    expect(zip->find(entry.name) == i, "a member is found by its name");
    const auto content = zip->read(i);
    if (!content) {
      expect_refusal(content.error());
      unpacked.refusal = content.error().message;
      return unpacked;
    }
    total += content->size();
    expect(content->size() == entry.size, "a member has the size that it says");
    expect(libdeflate_crc32(0, content->data(), content->size()) == entry.crc,
           "a member has the checksum that it says");
    expect(total <= kSmall.package, "no more is inflated than the limit says");
    unpacked.names.push_back(entry.name);
    unpacked.contents.push_back(*content);
  }
  return unpacked;
}

// Every member is kept but the first, which is written anew with the content it has.
void expect_rewritten(std::string_view bytes, const Unpacked& unpacked) {
  const auto same = rewrite_zip(bytes, {});
  expect(same && *same == bytes, "no change gives the same bytes");
  if (unpacked.names.empty()) return;
  const auto rewritten = rewrite_zip(bytes, {{.name = unpacked.names.front(), .content = unpacked.contents.front()}});
  if (!rewritten) {
    expect(rewritten.error().kind == ErrorKind::Unwritable, "an archive that is not rewritten is refused");
    return;
  }
  expect(unpack(*rewritten) == unpacked, "a rewritten archive holds what it held: " + unpack(*rewritten).refusal);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view archive = as_text(bytes, size);
  const std::string foreign = describe_foreign("draft", archive);
  expect(foreign.find('\n') == std::string::npos, "what is said of a foreign file is one line");
  const Unpacked unpacked = unpack(archive);
  expect(unpack(archive) == unpacked, "the same bytes give the same members");
  if (unpacked.refusal.empty()) expect_rewritten(archive, unpacked);
  return 0;
}
