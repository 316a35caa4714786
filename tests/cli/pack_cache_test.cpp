// Compiled packs kept between runs: the same rules come back, and nothing else is taken for them.
#include "cli/pack_cache.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/temporary_folder.hpp"

using namespace clauselint;
using namespace clauselint::cli;

namespace {

namespace fs = std::filesystem;

PackSources sources_named(const std::string& path) {
  return {.packs = {{.path = path, .text = pack_template("house")}}, .with_default_packs = true};
}

std::vector<Pack> packs_of(const PackSources& sources) {
  std::vector<Error> errors;
  std::vector<Pack> packs = default_rules().packs();
  for (const PackSource& source : sources.packs) packs.push_back(parse_pack(source.path, source.text, errors));
  REQUIRE(errors.empty());
  return packs;
}

RuleSet compiled(const std::vector<Pack>& packs) {
  std::vector<Error> errors;
  std::optional<RuleSet> rules = RuleSet::compile(packs, default_rules().provisions(), errors);
  REQUIRE(rules);
  return *rules;
}

void keep(const PackCache& cache, const PackSources& sources) {
  const std::vector<Pack> packs = packs_of(sources);
  cache.keep(sources, packs, compiled(packs));
}

std::vector<std::string> found_by(const RuleSet& rules) {
  const Result<Document> document = read_document(
      "d.txt",
      "Supplier shall respond promptly to any service request. Supplier will offer goodwill gestures to customers.\n");
  REQUIRE(document);
  std::vector<std::string> found;
  for (const Finding& finding : evaluate(*document, segment(*document), rules, {}).findings) {
    found.push_back(finding.rule->id + " " + finding.message.en + " " + std::string(document->words(finding.span)));
  }
  return found;
}

fs::path only_file_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  REQUIRE(files.size() == 1);
  return files.front();
}

}  // namespace

TEST_CASE("kept packs come back as they were, found by their bytes, their paths and the default packs") {
  const Folder folder;
  const PackCache cache(folder / "cache");
  const PackSources sources = sources_named("house.yaml");
  CHECK_FALSE(cache.find(sources));
  keep(cache, sources);
  const std::optional<RuleSet> kept = cache.find(sources);
  REQUIRE(kept);
  const std::vector<std::string> found = found_by(*kept);
  CHECK(found.size() >= 2);
  CHECK(found == found_by(compiled(packs_of(sources))));
  CHECK_FALSE(cache.find(sources_named("other.yaml")));
  PackSources changed = sources;
  changed.with_default_packs = false;
  CHECK_FALSE(cache.find(changed));
  changed = sources;
  changed.packs.front().text += "# \n";
  CHECK_FALSE(cache.find(changed));
}

TEST_CASE("a kept file that is not whole counts for nothing") {
  const Folder folder;
  const PackCache cache(folder / "cache");
  const PackSources sources = sources_named("house.yaml");
  keep(cache, sources);
  const fs::path file = only_file_in(folder / "cache");
  std::ifstream in(file, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  const auto with = [&](const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    return cache.find(sources).has_value();
  };
  CHECK(with(whole));
  CHECK_FALSE(with(""));
  CHECK_FALSE(with(whole.substr(0, whole.size() - 1)));
  CHECK_FALSE(with(whole.substr(0, 30)));
  for (const std::size_t at : {std::size_t{3}, std::size_t{26}, std::size_t{40}, whole.size() / 2, whole.size() - 2}) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    CAPTURE(at);
    CHECK_FALSE(with(damaged));
  }
}

TEST_CASE("only the newest files are kept, and without a folder none") {
  const Folder folder;
  const PackCache cache(folder / "cache");
  for (int i = 0; i < 23; ++i) keep(cache, sources_named("house" + std::to_string(i) + ".yaml"));
  const auto files = std::distance(fs::directory_iterator(folder / "cache"), fs::directory_iterator());
  CHECK(files == 20);
  CHECK(cache.find(sources_named("house22.yaml")));
  const PackCache none("");
  keep(none, sources_named("house.yaml"));
  CHECK_FALSE(none.find(sources_named("house.yaml")));
}
