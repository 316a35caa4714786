// Parsed packs as one block of bytes: what the build embeds, so that starting parses no YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/rule.hpp"
#include "rules/compiled.hpp"

namespace clauselint {

struct PackImage {
  std::vector<Pack> packs;
  std::vector<Provision> provisions;
  RuleSet::Translations translations{};
};

std::string write_image(const PackImage& image);

/// False when the bytes are not an image of this version, or are cut short.
bool read_image(std::string_view bytes, PackImage& image);

}  // namespace clauselint
