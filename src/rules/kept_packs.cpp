// Compiled packs as bytes, to be kept between runs.
#include "clauselint/kept_packs.hpp"

#include <libdeflate.h>

#include <cstdint>
#include <cstring>
#include <utility>

#include "rules/default_packs.hpp"
#include "rules/pack_image.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kMagic = "clauselint-pack-cache-1\n";

std::uint32_t checksum(std::string_view bytes) { return libdeflate_crc32(0, bytes.data(), bytes.size()); }

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_text(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out.append(text);
}

// What the bytes must begin with to be of this build and these packs.
std::string key_of(const PackSources& sources) {
  std::string key;
  put(key, default_pack_stamp());
  put(key, static_cast<std::uint8_t>(sources.with_default_packs));
  put(key, static_cast<std::uint32_t>(sources.packs.size()));
  for (const PackSource& source : sources.packs) {
    put_text(key, source.path);
    put_text(key, source.text);
  }
  return key;
}

}  // namespace

std::uint64_t name_of(const PackSources& sources) {
  const std::string key = key_of(sources);
  return (std::uint64_t{checksum(key)} << 32) | static_cast<std::uint32_t>(key.size());
}

std::string write_kept(const PackSources& sources, std::vector<Pack> packs, const RuleSet& rules) {
  std::string body = key_of(sources);
  body += write_image(
      {.packs = std::move(packs), .provisions = rules.provisions(), .translations = rules.compiled().translations});
  std::string bytes(kMagic);
  put(bytes, checksum(body));
  return bytes + body;
}

std::optional<RuleSet> read_kept(std::string_view bytes, const PackSources& sources) {
  std::uint32_t sum = 0;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + sizeof sum) return std::nullopt;
  bytes.remove_prefix(kMagic.size());
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  const std::string key = key_of(sources);
  if (checksum(bytes) != sum || !bytes.starts_with(key)) return std::nullopt;
  PackImage image;
  if (!read_image(bytes.substr(key.size()), image)) return std::nullopt;
  std::vector<Error> errors;
  return RuleSet::compile(std::move(image.packs), std::move(image.provisions), errors, &image.translations);
}

}  // namespace clauselint
