// Replaces members of a zip archive by copying all other records raw.
#include "io/zip_rewrite.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include "io/zip_records.hpp"

namespace clauselint {
namespace {

using namespace zip_record;

constexpr std::uint16_t kVersionForDeflate = 20;
constexpr std::uint16_t kFirstDosDate = 0x0021;  // 1 January 1980: no clock in a deterministic program

void put16(std::string& bytes, std::size_t at, std::uint16_t value) {
  bytes[at] = static_cast<char>(value & 0xFFu);
  bytes[at + 1] = static_cast<char>(value >> 8);
}

void put32(std::string& bytes, std::size_t at, std::uint32_t value) {
  put16(bytes, at, static_cast<std::uint16_t>(value & 0xFFFFu));
  put16(bytes, at + 2, static_cast<std::uint16_t>(value >> 16));
}

Error refusal(std::string message) {
  return {.kind = ErrorKind::Unwritable, .where = {}, .message = std::move(message)};
}

/// A member: its central record, and the bytes from its local header up to what follows.
struct Member {
  std::string_view name;
  std::string_view central;
  std::string_view local;
  std::uint32_t offset = 0;
};

struct Archive {
  std::vector<Member> members;  ///< in the order of the central directory
  std::string_view end;         ///< the end record with the archive's comment
};

/// What a changed member holds now.
struct Packed {
  std::string deflated;
  std::uint32_t crc = 0;
  std::uint32_t size = 0;
};

// The record at `at`, or nullopt when it does not fit below `limit`.
std::optional<Member> central_record(std::string_view bytes, std::size_t at, std::size_t limit) {
  if (at + kCentralSize > limit || u32(bytes, at) != kCentralSignature) return std::nullopt;
  const std::size_t name = u16(bytes, at + 28);
  const std::size_t size = kCentralSize + name + u16(bytes, at + 30) + u16(bytes, at + 32);
  if (size > limit - at) return std::nullopt;
  return Member{.name = bytes.substr(at + kCentralSize, name),
                .central = bytes.substr(at, size),
                .local = {},
                .offset = u32(bytes, at + 42)};
}

// Gives each member the bytes from its local header to the next one's: data, descriptor and any gap.
bool find_local_records(std::string_view bytes, std::size_t directory, std::vector<Member>& members) {
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return members[a].offset < members[b].offset; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    Member& member = members[order[i]];
    const std::size_t limit = i + 1 < order.size() ? members[order[i + 1]].offset : directory;
    const std::size_t begin = member.offset;
    if (limit > directory || begin + kLocalSize > limit || u32(bytes, begin) != kLocalSignature) return false;
    const std::size_t head = kLocalSize + u16(bytes, begin + 26) + u16(bytes, begin + 28);
    if (head + u32(member.central, 20) > limit - begin) return false;
    member.local = bytes.substr(begin, limit - begin);
  }
  return order.empty() || members[order.front()].offset == 0;
}

// Readers disagree on which name such a member goes by, so that a change by name could meet the wrong one.
bool has_two_names(const Member& member) {
  std::string_view extra = member.central.substr(kCentralSize + member.name.size(), u16(member.central, 30));
  while (extra.size() >= 4) {
    const std::size_t size = std::min<std::size_t>(4u + u16(extra, 2), extra.size());
    if (u16(extra, 0) == kExtraUnicodeName && size > 9 && extra.substr(9, size - 9) != member.name) return true;
    extra.remove_prefix(size);
  }
  return false;
}

Result<Archive> read_archive(std::string_view bytes) {
  const auto end = find_end_record(bytes);
  if (!end) return refusal("the file is not a zip archive, or it is cut off; open it in Word and save it again");
  const std::size_t size = u32(bytes, *end + 12);
  const std::size_t directory = u32(bytes, *end + 16);
  const std::size_t count = u16(bytes, *end + 10);
  const bool locator = *end >= kLocator64Size && u32(bytes, *end - kLocator64Size) == kLocator64Signature;
  if (locator || directory == kSee64 || count == 0xFFFF) {
    return refusal("the zip archive uses 64-bit fields; open it in Word and save it again");
  }
  const Error damaged = refusal("the directory of the zip archive is damaged; open it in Word and save it again");
  if (directory + size != *end || u16(bytes, *end + 8) != count) return damaged;
  Archive archive{.members = {}, .end = bytes.substr(*end)};
  std::size_t at = directory;
  for (std::size_t i = 0; i < count; ++i) {
    const auto member = central_record(bytes, at, *end);
    if (!member) return damaged;
    if (u32(member->central, 20) == kSee64 || u32(member->central, 24) == kSee64 || member->offset == kSee64) {
      return refusal("the zip archive uses 64-bit fields; open it in Word and save it again");
    }
    if (has_two_names(*member)) {
      return refusal("a member of the zip archive has two names; open it in Word and save it again");
    }
    at += member->central.size();
    archive.members.push_back(*member);
  }
  if (at != *end || !find_local_records(bytes, directory, archive.members)) return damaged;
  return archive;
}

Result<Packed> pack(std::string_view content) {
  if (content.size() >= kSee64) return refusal("a part of the marked file would exceed 4 GB");
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
  if (!compressor) return Error{.kind = ErrorKind::Internal, .where = {}, .message = "no memory for compression"};
  Packed packed{.deflated = std::string(libdeflate_deflate_compress_bound(compressor.get(), content.size()), '\0'),
                .crc = libdeflate_crc32(0, content.data(), content.size()),
                .size = static_cast<std::uint32_t>(content.size())};
  packed.deflated.resize(libdeflate_deflate_compress(compressor.get(), content.data(), content.size(),
                                                     packed.deflated.data(), packed.deflated.size()));
  return packed;
}

// Extra fields without the 64-bit sizes, which would contradict the new ones.
std::string extra_without_64(std::string_view extra) {
  std::string kept;
  while (extra.size() >= 4) {
    const std::size_t size = std::min<std::size_t>(4u + u16(extra, 2), extra.size());
    if (u16(extra, 0) != kExtra64) kept += extra.substr(0, size);
    extra.remove_prefix(size);
  }
  return kept.append(extra);
}

// Version, flags, method, check sum and sizes stand in the same order in both headers, from `at` on.
void put_packed(std::string& header, std::size_t at, const Packed& packed) {
  put16(header, at, std::max(u16(header, at), kVersionForDeflate));
  put16(header, at + 2, u16(header, at + 2) & kUtf8Flag);  // no descriptor, no deflate hints
  put16(header, at + 4, kDeflated);
  put32(header, at + 10, packed.crc);
  put32(header, at + 14, static_cast<std::uint32_t>(packed.deflated.size()));
  put32(header, at + 18, packed.size);
}

std::string changed_local(std::string_view local, const Packed& packed) {
  const std::size_t name = u16(local, 26);
  const std::string extra = extra_without_64(local.substr(kLocalSize + name, u16(local, 28)));
  std::string out(local.substr(0, kLocalSize + name));
  put_packed(out, 4, packed);
  put16(out, 28, static_cast<std::uint16_t>(extra.size()));
  return out.append(extra).append(packed.deflated);
}

std::string changed_central(std::string_view central, const Packed& packed) {
  const std::size_t name = u16(central, 28);
  const std::size_t extra_size = u16(central, 30);
  const std::string extra = extra_without_64(central.substr(kCentralSize + name, extra_size));
  std::string out(central.substr(0, kCentralSize + name));
  put_packed(out, 6, packed);
  put16(out, 30, static_cast<std::uint16_t>(extra.size()));
  return out.append(extra).append(central.substr(kCentralSize + name + extra_size));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string new_local(std::string_view name, const Packed& packed) {
  std::string out(kLocalSize, '\0');
  put32(out, 0, kLocalSignature);
  put16(out, 6, is_ascii(name) ? 0 : kUtf8Flag);
  put16(out, 12, kFirstDosDate);
  put16(out, 26, static_cast<std::uint16_t>(name.size()));
  put_packed(out, 4, packed);
  return out.append(name).append(packed.deflated);
}

std::string new_central(std::string_view name, const Packed& packed) {
  std::string out(kCentralSize, '\0');
  put32(out, 0, kCentralSignature);
  put16(out, 4, kVersionForDeflate);
  put16(out, 8, is_ascii(name) ? 0 : kUtf8Flag);
  put16(out, 14, kFirstDosDate);
  put16(out, 28, static_cast<std::uint16_t>(name.size()));
  put_packed(out, 6, packed);
  return out.append(name);
}

/// One member as it will be written.
struct Written {
  std::string_view kept_local;  ///< when the member is unchanged
  std::string local;
  std::string central;
  std::uint32_t order = 0;  ///< place of the local record in the original
};

Result<std::vector<Written>> plan_members(const Archive& archive, const std::vector<ZipChange>& changes) {
  std::vector<Written> written;
  std::vector<bool> used(changes.size(), false);
  for (const Member& member : archive.members) {
    const auto change =
        std::find_if(changes.begin(), changes.end(), [&](const ZipChange& c) { return c.name == member.name; });
    if (change == changes.end()) {
      written.push_back(
          {.kept_local = member.local, .local = {}, .central = std::string(member.central), .order = member.offset});
      continue;
    }
    if (u16(member.central, 8) & kEncryptedFlag) return refusal("the part " + change->name + " is encrypted");
    const auto packed = pack(change->content);
    if (!packed) return packed.error();
    used[static_cast<std::size_t>(change - changes.begin())] = true;
    written.push_back({.kept_local = {},
                       .local = changed_local(member.local, *packed),
                       .central = changed_central(member.central, *packed),
                       .order = member.offset});
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (used[i]) continue;
    const auto packed = pack(changes[i].content);
    if (!packed) return packed.error();
    written.push_back({.kept_local = {},
                       .local = new_local(changes[i].name, *packed),
                       .central = new_central(changes[i].name, *packed),
                       .order = kSee64});
  }
  return written;
}

}  // namespace

Result<std::string> rewrite_zip(std::string_view original, const std::vector<ZipChange>& changes) {
  if (changes.empty()) return std::string(original);
  const auto archive = read_archive(original);
  if (!archive) return archive.error();
  auto written = plan_members(*archive, changes);
  if (!written) return written.error();

  std::vector<Written*> by_place;
  for (Written& member : *written) by_place.push_back(&member);
  std::stable_sort(by_place.begin(), by_place.end(),
                   [](const Written* a, const Written* b) { return a->order < b->order; });
  std::string out;
  out.reserve(original.size() + original.size() / 4);
  for (Written* member : by_place) {
    put32(member->central, 42, static_cast<std::uint32_t>(out.size()));
    out.append(member->kept_local).append(member->local);
  }
  const std::size_t directory = out.size();
  for (const Written& member : *written) out.append(member.central);
  const std::size_t end = out.size();
  if (end >= kSee64 || written->size() >= 0xFFFF) return refusal("the marked file would need 64-bit zip fields");
  out.append(archive->end);
  put16(out, end + 8, static_cast<std::uint16_t>(written->size()));
  put16(out, end + 10, static_cast<std::uint16_t>(written->size()));
  put32(out, end + 12, static_cast<std::uint32_t>(end - directory));
  put32(out, end + 16, static_cast<std::uint32_t>(directory));
  return out;
}

}  // namespace clauselint
