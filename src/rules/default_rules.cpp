// The packs that the build embedded.
#include <cassert>
#include <optional>
#include <utility>

#include "rules/default_packs.hpp"
#include "rules/pack_image.hpp"

namespace clauselint {

const RuleSet& default_rules() {
  // Never destroyed: at the end of the process its memory goes back as a whole.
  static const RuleSet& rules = *new RuleSet([] {
    PackImage image;
    [[maybe_unused]] const bool read = read_image(default_pack_image(), image);
    assert(read && "the embedded packs are of another version");
    std::vector<Error> errors;
    std::optional<RuleSet> compiled =
        RuleSet::compile(std::move(image.packs), std::move(image.provisions), errors, &image.translations);
    assert(read && compiled && "the embedded packs were checked when they were built");
    return *std::move(compiled);
  }());
  return rules;
}

}  // namespace clauselint
