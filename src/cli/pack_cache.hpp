// Compiled packs of the user, kept between runs.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clauselint/kept_packs.hpp"

namespace clauselint::cli {

/// One file a set of packs, in `$XDG_CACHE_HOME/clauselint` or `~/.cache/clauselint`. Nothing depends on the files, so
/// whatever goes wrong with one is passed over.
class PackCache {
 public:
  /// `folder` may be empty: then nothing is kept.
  explicit PackCache(std::string folder) : folder_(std::move(folder)) {}

  /// The folder by the environment; empty when it names none.
  static std::string folder_of_user();

  std::optional<RuleSet> find(const PackSources& sources) const;

  /// Keeps what find() gives back next time; see write_kept for `packs`.
  void keep(const PackSources& sources, std::vector<Pack> packs, const RuleSet& rules) const;

 private:
  std::string path_of(const PackSources& sources) const;
  void drop_oldest() const;

  std::string folder_;
};

}  // namespace clauselint::cli
