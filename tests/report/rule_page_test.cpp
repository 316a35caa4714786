// The pages of docs/rules/ are those that the packs make.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "clauselint/report.hpp"

namespace clauselint {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("docs/rules holds a page for each rule, true to its pack, and no other") {
  const fs::path folder = fs::path(CLAUSELINT_SOURCE_DIR) / "docs/rules";
  const RuleSet& rules = default_rules();
  INFO("make them anew with: clauselint rules pages -o docs/rules");
  std::size_t pages = 1;
  CHECK(contents(folder / "README.md") == rule_index(rules));
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      ++pages;
      CAPTURE(rule.id);
      CHECK(contents(folder / (rule.id + ".md")) == rule_page(rule, rules));
    }
  }
  CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == static_cast<std::ptrdiff_t>(pages));
}

}  // namespace clauselint
