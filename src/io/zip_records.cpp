// Finds records in a zip archive.
#include "io/zip_records.hpp"

#include <algorithm>

namespace clauselint::zip_record {

std::optional<std::string_view> extra_field(std::string_view extras, std::uint16_t kind) {
  constexpr std::size_t kHead = 4;
  while (extras.size() >= kHead) {
    const std::size_t size = std::min<std::size_t>(u16(extras, 2), extras.size() - kHead);
    if (u16(extras, 0) == kind) return extras.substr(kHead, size);
    extras.remove_prefix(kHead + size);
  }
  return std::nullopt;
}

std::optional<std::size_t> find_end_record(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.size() < kEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - kEndSize;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = bytes.rfind("PK\5\6"sv, last); at != std::string_view::npos && at >= first;) {
    if (at + kEndSize + u16(bytes, at + 20) <= bytes.size()) return at;
    if (at == 0) break;
    at = bytes.rfind("PK\5\6"sv, at - 1);
  }
  return std::nullopt;
}

}  // namespace clauselint::zip_record
