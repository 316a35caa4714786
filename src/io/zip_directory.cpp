// Reads the end record, the directory and each member's own header, and compares what they say.
#include "io/zip_directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "io/zip_records.hpp"

namespace clauselint {
namespace {

using namespace zip_record;

constexpr std::string_view kDamaged = "a damaged or truncated zip archive: fetch the file again or save it anew";
constexpr std::string_view kTwoArchives =
    "a zip archive that holds a second one, so that programs differ in what they read: save the file anew";
constexpr std::string_view kEncrypted = "an encrypted zip archive: remove the password and try again";
constexpr std::string_view kVolumes = "one volume of a zip archive in several: join them and try again";

/// Nothing, or the message of a refusal.
using Refusal = std::optional<std::string>;

Refusal damaged() { return std::string(kDamaged); }

/// The numbers of the end record, or of the 64-bit one where there is one.
struct DirectoryPlace {
  std::uint64_t count = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
  std::size_t end = 0;  ///< where the directory ends in the file
};

/// The numbers that both headers of a member have.
struct HeaderNumbers {
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;  ///< of the member's own header; the directory has it alone
};

// Numbers that do not fit stand in the 64-bit field, in the order of the header, and only those.
bool widen(HeaderNumbers& numbers, std::string_view extras) {
  std::string_view wide = extra_field(extras, kExtra64).value_or(std::string_view());
  for (std::uint64_t* number : {&numbers.size, &numbers.packed, &numbers.offset}) {
    if (*number != kSee64) continue;
    if (wide.size() < 8) return false;
    *number = u64(wide, 0);
    wide.remove_prefix(8);
  }
  return true;
}

// A name in ASCII beside another name could pass for a part of the document in some programs.
bool has_second_name(std::string_view name, std::string_view extras) {
  constexpr std::size_t kHead = 5;  // version and check sum
  const auto field = extra_field(extras, kExtraUnicodeName);
  if (!field || field->size() < kHead) return false;
  const std::string_view second = field->substr(kHead);
  const bool ascii = std::ranges::all_of(second, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii && second != name;
}

class DirectoryReader {
 public:
  DirectoryReader(std::string_view bytes, std::uint32_t most) : bytes_(bytes), most_(most) {}

  Refusal read();
  std::vector<ZipMember> take_members() { return std::move(members_); }

 private:
  Refusal find_directory();
  Refusal read_end64(std::size_t end);
  Refusal read_members();
  Refusal read_member(std::string_view central);
  Refusal compare_own_header(ZipMember& member, std::uint16_t flags, const HeaderNumbers& numbers);
  Refusal check_overlaps() const;

  std::string_view bytes_;  // from the first byte of the archive proper
  std::uint32_t most_;
  DirectoryPlace place_;
  std::vector<ZipMember> members_;
  std::vector<std::pair<std::size_t, std::size_t>> stretches_;  // of the file, header and data of each member
};

Refusal DirectoryReader::read_end64(std::size_t end) {
  if (end < kLocator64Size || u32(bytes_, end - kLocator64Size) != kLocator64Signature) {
    const bool needed = place_.size == kSee64 || place_.offset == kSee64;
    return needed ? damaged() : std::nullopt;
  }
  if (end < kLocator64Size + kEnd64Size) return damaged();
  const std::size_t at = end - kLocator64Size - kEnd64Size;  // no extensible data: nobody writes any
  if (u32(bytes_, at) != kEnd64Signature || u64(bytes_, at + 4) != kEnd64Size - 12) return damaged();
  if (u32(bytes_, at + 16) != 0 || u32(bytes_, at + 20) != 0 || u64(bytes_, at + 24) != u64(bytes_, at + 32)) {
    return std::string(kVolumes);
  }
  const DirectoryPlace wide{
      .count = u64(bytes_, at + 32), .size = u64(bytes_, at + 40), .offset = u64(bytes_, at + 48), .end = at};
  const std::uint64_t located = u64(bytes_, end - kLocator64Size + 8);
  const bool same = located - wide.offset == wide.size &&  // programs that go by the locator find this record too
                    (place_.count == kSee64Short || place_.count == wide.count) &&
                    (place_.size == kSee64 || place_.size == wide.size) &&
                    (place_.offset == kSee64 || place_.offset == wide.offset);
  place_ = wide;
  return same ? std::nullopt : Refusal(kTwoArchives);
}

Refusal DirectoryReader::find_directory() {
  const auto end = find_end_record(bytes_);
  if (!end) return damaged();
  // Another end record whose comment reaches over this one is found first by programs that search forwards.
  constexpr std::string_view kEndRecord = "PK\x05\x06";
  const std::size_t farthest = *end - std::min(*end, kLongestComment);
  for (std::size_t at = bytes_.find(kEndRecord, farthest); at < *end; at = bytes_.find(kEndRecord, at + 1)) {
    if (at + kEndSize + u16(bytes_, at + 20) > *end) return std::string(kTwoArchives);
  }
  place_ = {
      .count = u16(bytes_, *end + 10), .size = u32(bytes_, *end + 12), .offset = u32(bytes_, *end + 16), .end = *end};
  const auto first_volume = [&](std::size_t at) { return u16(bytes_, at) == 0 || u16(bytes_, at) == kSee64Short; };
  if (!first_volume(*end + 4) || !first_volume(*end + 6)) return std::string(kVolumes);
  if (u16(bytes_, *end + 8) != place_.count) return damaged();
  if (auto refused = read_end64(*end)) return refused;
  if (place_.count > most_) {
    return fmt::format("a zip archive of {} files, more than the limit of {}: save the document anew", place_.count,
                       most_);
  }
  const bool fits = place_.size <= place_.end && place_.offset <= place_.end - place_.size;
  if (!fits || place_.count > place_.size / kCentralSize) return damaged();
  if (place_.count > 0 && u32(bytes_, place_.end - place_.size) != kCentralSignature) return damaged();
  const std::size_t front = place_.end - place_.size - place_.offset;  // of a self-extractor, or of a mail
  if (front > 0 && bytes_.starts_with("PK\x03\x04")) return std::string(kTwoArchives);
  bytes_.remove_prefix(front);
  place_.end -= front;
  return std::nullopt;
}

// What the member's own header says must be what the directory says: some programs go by the one, some by the other.
Refusal DirectoryReader::compare_own_header(ZipMember& member, std::uint16_t flags, const HeaderNumbers& numbers) {
  if (numbers.offset > place_.offset || place_.offset - numbers.offset < kLocalSize) return damaged();
  const std::string_view own = bytes_.substr(numbers.offset, place_.offset - numbers.offset);
  if (u32(own, 0) != kLocalSignature) return damaged();
  const std::size_t name_size = u16(own, 26);
  const std::size_t head = kLocalSize + name_size + u16(own, 28);
  if (head > own.size() || numbers.packed > own.size() - head) return damaged();
  const std::uint16_t own_flags = u16(own, 6);
  if (own_flags & (kEncryptedFlag | kStrongEncryptionFlag | kMaskedFlag)) return std::string(kEncrypted);

  HeaderNumbers told{.crc = u32(own, 14), .packed = u32(own, 18), .size = u32(own, 22), .offset = 0};
  if (!widen(told, own.substr(kLocalSize + name_size, head - kLocalSize - name_size))) return damaged();
  const bool later = ((own_flags | flags) & kDescriptorFlag) != 0;  // the numbers follow the data
  const auto agrees = [later](std::uint64_t a, std::uint64_t b) { return a == b || (later && a == 0); };
  const bool same = own.substr(kLocalSize, name_size) == member.name && u16(own, 8) == member.method &&
                    agrees(told.crc, numbers.crc) && agrees(told.packed, numbers.packed) &&
                    agrees(told.size, numbers.size);
  if (!same) {
    return fmt::format(
        "a zip archive that describes {} in two ways, so that programs differ in what they read: save the file anew",
        shown_name(member.name));
  }
  member.packed = own.substr(head, numbers.packed);
  stretches_.push_back({numbers.offset, numbers.offset + head + numbers.packed});
  return std::nullopt;
}

Refusal DirectoryReader::read_member(std::string_view central) {
  const std::size_t name_size = u16(central, 28);
  const std::uint16_t flags = u16(central, 8);
  ZipMember member{
      .name = central.substr(kCentralSize, name_size), .method = u16(central, 10), .crc = 0, .size = 0, .packed = {}};
  const std::string_view extras = central.substr(kCentralSize + name_size, u16(central, 30));
  if (flags & (kEncryptedFlag | kStrongEncryptionFlag | kMaskedFlag)) return std::string(kEncrypted);
  if (u16(central, 34) != 0 && u16(central, 34) != kSee64Short) return std::string(kVolumes);
  HeaderNumbers numbers{
      .crc = u32(central, 16), .packed = u32(central, 20), .size = u32(central, 24), .offset = u32(central, 42)};
  if (!widen(numbers, extras) || member.name.empty() || member.name.find('\0') != std::string_view::npos)
    return damaged();
  if (has_second_name(member.name, extras)) {
    return fmt::format(
        "a zip archive that gives {} a second name, so that programs differ in what they read: save the file anew",
        shown_name(member.name));
  }
  member.crc = numbers.crc;
  member.size = numbers.size;
  if (auto refused = compare_own_header(member, flags, numbers)) return refused;
  members_.push_back(member);
  return std::nullopt;
}

Refusal DirectoryReader::read_members() {
  members_.reserve(place_.count);
  std::string_view rest = bytes_.substr(place_.offset, place_.size);
  for (std::uint64_t i = 0; i < place_.count; ++i) {
    if (rest.size() < kCentralSize || u32(rest, 0) != kCentralSignature) return damaged();
    const std::size_t size = kCentralSize + u16(rest, 28) + u16(rest, 30) + u16(rest, 32);
    if (size > rest.size()) return damaged();
    if (auto refused = read_member(rest.substr(0, size))) return refused;
    rest.remove_prefix(size);
  }
  return rest.empty() ? std::nullopt : damaged();
}

Refusal DirectoryReader::check_overlaps() const {
  auto stretches = stretches_;
  std::ranges::sort(stretches);
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    if (stretches[i].first < stretches[i - 1].second) {
      return "a zip archive whose files overlap, as in a zip bomb: save the file anew";
    }
  }
  return std::nullopt;
}

Refusal DirectoryReader::read() {
  if (auto refused = find_directory()) return refused;
  if (auto refused = read_members()) return refused;
  return check_overlaps();
}

}  // namespace

std::string shown_name(std::string_view name) {
  constexpr std::size_t kLongest = 80;
  std::string shown(name.substr(0, kLongest));
  for (char& c : shown) {
    if (c < ' ' || c > '~') c = '?';
  }
  return name.size() > kLongest ? shown + "..." : shown;
}

Result<std::vector<ZipMember>> read_zip_directory(const std::string& path, std::string_view bytes, std::uint32_t most) {
  DirectoryReader reader(bytes, most);
  if (auto refused = reader.read()) {
    return Error{.kind = ErrorKind::Unreadable, .where = path, .message = std::move(*refused)};
  }
  return reader.take_members();
}

}  // namespace clauselint
