// Compiled packs as bytes, to be kept between runs: translating a thousand rules takes longer than asking them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/rule.hpp"

namespace clauselint {

/// A pack as it was read: where from, and its bytes.
struct PackSource {
  std::string path;
  std::string text;
};

/// What rules are compiled from.
struct PackSources {
  std::vector<PackSource> packs;
  bool with_default_packs = true;
};

/// A number that names the sources; different ones may share it.
std::uint64_t name_of(const PackSources& sources);

/// `packs` as parsed from the sources (the default packs first, where they belong to them), `rules` compiled from them.
std::string write_kept(const PackSources& sources, std::vector<Pack> packs, const RuleSet& rules);

/// The rules of these sources; nothing unless the bytes are whole, of this build of the program, and of the same sources.
std::optional<RuleSet> read_kept(std::string_view bytes, const PackSources& sources);

}  // namespace clauselint
