// Zip members through libzip (directory, raw bytes) and libdeflate (inflating takes half the time of zlib's).
#include "io/zip.hpp"

#include <fmt/format.h>
#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace clauselint {
namespace {

constexpr std::string_view kDirectoryEnd = "PK\x05\x06";
constexpr std::size_t kDirectoryEndSize = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint64_t kRatioMatters = 1u << 20;  // small members may well be all zeros

constexpr std::string_view kDamaged = "a damaged or truncated zip archive: fetch the file again or save it anew";

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
struct FreeInflater {
  void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
};

using Key = std::pair<std::string, std::size_t>;

std::string lowered(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, unsigned count) {
  std::uint64_t value = 0;
  for (unsigned i = count; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The last end-of-directory record whose comment fits into the file.
std::optional<std::size_t> find_directory_end(std::string_view bytes) {
  if (bytes.size() < kDirectoryEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - kDirectoryEndSize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = bytes.rfind(kDirectoryEnd, last); at != std::string_view::npos && at >= first;) {
    if (at + kDirectoryEndSize + little_endian(bytes, at + 20, 2) <= bytes.size()) return at;
    if (at == 0) break;
    at = bytes.rfind(kDirectoryEnd, at - 1);
  }
  return std::nullopt;
}

// The archive without bytes in front of it (a self-extractor) and behind it, both of which libzip stumbles over.
std::string_view archive_proper(std::string_view bytes, std::size_t directory_end) {
  const std::size_t end = directory_end + kDirectoryEndSize + little_endian(bytes, directory_end + 20, 2);
  const std::uint64_t size = little_endian(bytes, directory_end + 12, 4);
  const std::uint64_t offset = little_endian(bytes, directory_end + 16, 4);
  const bool shifted = size + offset < directory_end && bytes.substr(directory_end - size, 4) == "PK\x01\x02";
  const std::size_t begin = shifted ? directory_end - size - offset : 0;
  return bytes.substr(begin, end - begin);
}

std::string mebibytes(std::uint64_t size) { return fmt::format("{} MiB", (size + (1u << 20) - 1) >> 20); }

}  // namespace

struct ZipReader::Archive {
  std::string path;
  ReadLimits limits;
  std::uint64_t file_size = 0;
  std::uint64_t read_so_far = 0;
  std::unique_ptr<zip_t, CloseArchive> zip;
  std::unique_ptr<libdeflate_decompressor, FreeInflater> inflater;
  std::vector<ZipEntry> entries;
  std::vector<std::uint16_t> methods;
  std::vector<Key> keys;  // lower-case names, sorted

  Error refuse(std::string message) const {
    return {.kind = ErrorKind::Unreadable, .where = path, .message = std::move(message)};
  }

  std::optional<Error> list_entries();
  std::optional<Error> check_names();
  std::optional<Error> check_limits(const ZipEntry& entry) const;
  Result<std::string> packed_bytes(std::size_t index) const;
};

std::optional<Error> ZipReader::Archive::list_entries() {
  const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
  if (count < 0) return refuse(std::string(kDamaged));
  if (count > limits.entries)
    return refuse(fmt::format("a zip archive of {} files, more than {}", count, limits.entries));
  entries.reserve(static_cast<std::size_t>(count));
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    const bool known = zip_stat_index(zip.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &stat) == 0;
    if (!known || (stat.valid & ZIP_STAT_NAME) == 0) return refuse(std::string(kDamaged));
    if (stat.encryption_method != ZIP_EM_NONE) {
      return refuse("an encrypted zip archive: remove the password and try again");
    }
    entries.push_back({.name = stat.name, .packed = stat.comp_size, .size = stat.size, .crc = stat.crc});
    methods.push_back(stat.comp_method);
  }
  return std::nullopt;
}

std::optional<Error> ZipReader::Archive::check_names() {
  keys.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) keys.push_back({lowered(entries[i].name), i});
  std::sort(keys.begin(), keys.end());
  const auto same_name = [](const Key& a, const Key& b) { return a.first == b.first; };
  const auto twice = std::adjacent_find(keys.begin(), keys.end(), same_name);
  if (twice == keys.end()) return std::nullopt;
  return refuse(fmt::format("a zip archive that holds {} twice, so that programs differ in what they read",
                            entries[twice->second].name));
}

std::optional<Error> ZipReader::Archive::check_limits(const ZipEntry& entry) const {
  if (entry.packed > file_size) return refuse(std::string(kDamaged));
  if (entry.size > limits.part) {
    return refuse(fmt::format("{} inflates to {}, more than the limit of {}", entry.name, mebibytes(entry.size),
                              mebibytes(limits.part)));
  }
  if (entry.size > limits.package - read_so_far) {
    return refuse(fmt::format("the parts inflate to more than the limit of {}", mebibytes(limits.package)));
  }
  if (entry.size > kRatioMatters && entry.size / limits.ratio > entry.packed) {
    return refuse(
        fmt::format("{} inflates to more than {} times its size, as a zip bomb does", entry.name, limits.ratio));
  }
  return std::nullopt;
}

Result<std::string> ZipReader::Archive::packed_bytes(std::size_t index) const {
  const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(zip.get(), index, ZIP_FL_COMPRESSED));
  if (!member) return refuse(std::string(kDamaged));
  std::string packed(entries[index].packed, '\0');
  const zip_int64_t got = zip_fread(member.get(), packed.data(), packed.size());
  if (got < 0 || static_cast<std::uint64_t>(got) != packed.size()) return refuse(std::string(kDamaged));
  return packed;
}

ZipReader::ZipReader(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

const std::vector<ZipEntry>& ZipReader::entries() const { return archive_->entries; }

std::optional<std::size_t> ZipReader::find(std::string_view name) const {
  const std::string key = lowered(name);
  const auto before = [](const Key& entry, const std::string& wanted) { return entry.first < wanted; };
  const auto found = std::lower_bound(archive_->keys.begin(), archive_->keys.end(), key, before);
  if (found == archive_->keys.end() || found->first != key) return std::nullopt;
  return found->second;
}

Result<std::string> ZipReader::read(std::size_t index) {
  const ZipEntry& entry = archive_->entries[index];
  if (auto refused = archive_->check_limits(entry)) return *refused;
  auto packed = archive_->packed_bytes(index);
  if (!packed) return packed.error();
  std::string content;
  switch (archive_->methods[index]) {
    case ZIP_CM_STORE: content = std::move(*packed); break;
    case ZIP_CM_DEFLATE: {
      content.resize(entry.size);
      const libdeflate_result inflated = libdeflate_deflate_decompress(
          archive_->inflater.get(), packed->data(), packed->size(), content.data(), content.size(), nullptr);
      if (inflated != LIBDEFLATE_SUCCESS)
        return archive_->refuse(fmt::format("{} is damaged: save the file anew", entry.name));
      break;
    }
    default:
      return archive_->refuse(
          fmt::format("{} is compressed in a way that Word does not know: save the file anew", entry.name));
  }
  const bool intact = content.size() == entry.size && libdeflate_crc32(0, content.data(), content.size()) == entry.crc;
  if (!intact) return archive_->refuse(fmt::format("{} is damaged (checksum): fetch the file again", entry.name));
  archive_->read_so_far += entry.size;
  return content;
}

Result<ZipReader> ZipReader::open(const std::string& path, std::string_view bytes, const ReadLimits& limits) {
  auto archive = std::make_unique<Archive>();
  archive->path = path;
  archive->limits = limits;
  if (bytes.size() > limits.file)
    return archive->refuse(fmt::format("larger than the limit of {}", mebibytes(limits.file)));
  const auto directory_end = find_directory_end(bytes);
  if (!directory_end) return archive->refuse(std::string(kDamaged));
  // libzip allocates for as many entries as the record claims; 0xFFFF stands for "see the 64-bit record".
  const std::uint64_t claimed = little_endian(bytes, *directory_end + 10, 2);
  if (claimed > limits.entries) {
    return archive->refuse(
        fmt::format("a zip archive of {} files or more, beyond the limit of {}", claimed, limits.entries));
  }
  const std::string_view proper = archive_proper(bytes, *directory_end);
  archive->file_size = proper.size();

  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(proper.data(), proper.size(), 0, &error);
  if (source == nullptr) return archive->refuse(std::string(kDamaged));
  archive->zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!archive->zip) {
    zip_source_free(source);
    return archive->refuse(std::string(kDamaged));
  }
  archive->inflater.reset(libdeflate_alloc_decompressor());
  if (!archive->inflater) return archive->refuse("not enough memory to inflate the file");
  if (auto refused = archive->list_entries()) return *refused;
  if (auto refused = archive->check_names()) return *refused;
  return ZipReader(std::move(archive));
}

}  // namespace clauselint
