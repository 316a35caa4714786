// Compiled packs of the user, kept between runs.
#include "cli/pack_cache.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "io/files.hpp"

namespace clauselint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".packs";
constexpr std::size_t kLargest = std::size_t{256} << 20;
constexpr std::size_t kMostFiles = 20;

}  // namespace

std::string PackCache::folder_of_user() {
  const auto absolute = [](const char* name) {
    const char* const value = std::getenv(name);
    return value != nullptr && *value == '/' ? std::string(value) : std::string();
  };
  if (const std::string caches = absolute("XDG_CACHE_HOME"); !caches.empty()) return caches + "/clauselint";
  const std::string home = absolute("HOME");
  return home.empty() ? home : home + "/.cache/clauselint";
}

std::string PackCache::path_of(const PackSources& sources) const {
  return fmt::format("{}/{:016x}{}", folder_, name_of(sources), kExtension);
}

std::optional<RuleSet> PackCache::find(const PackSources& sources) const {
  if (folder_.empty()) return std::nullopt;
  const std::string path = path_of(sources);
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  const Result<std::string> file = read_file(path, kLargest);
  return file ? read_kept(*file, sources) : std::nullopt;
}

void PackCache::keep(const PackSources& sources, std::vector<Pack> packs, const RuleSet& rules) const {
  if (folder_.empty() || !make_folders(folder_)) return;
  std::error_code ignored;
  fs::permissions(folder_, fs::perms::owner_all, ignored);
  const std::string bytes = write_kept(sources, std::move(packs), rules);
  if (bytes.size() <= kLargest && write_file_atomically(path_of(sources), bytes)) drop_oldest();
}

void PackCache::drop_oldest() const {
  std::error_code ignored;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    if (entry.path().extension() == kExtension) files.emplace_back(entry.last_write_time(ignored), entry.path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end());
  for (std::size_t i = 0; i + kMostFiles < files.size(); ++i) fs::remove(files[i].second, ignored);
}

}  // namespace clauselint::cli
