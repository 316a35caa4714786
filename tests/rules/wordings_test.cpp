// What the default packs find in single sentences: tests/golden/rules/wordings_{en,zh}.txt, each sentence a draft of its
// own, so without the context that headings give. A sentence that states nothing is listed too. Sentences are added by
// hand; CLAUSELINT_APPROVE=1 writes the facts below them anew: read the diff.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "clauselint/rule.hpp"

using namespace clauselint;

namespace {

std::string facts_of(const RuleSet& rules, const std::string& sentence) {
  const Result<Document> document = read_document("draft.txt", sentence + "\n");
  REQUIRE(document);
  std::string lines;
  for (const Fact& fact : evaluate(*document, segment(*document), rules, {}).facts) {
    lines +=
        fmt::format("  {} {}{}{}\n", fact.name, canonical(fact.value), fact.start.empty() ? "" : " from " + fact.start,
                    fact.polarity == FactPolarity::Excluded ? ", denied" : "");
  }
  return lines;
}

}  // namespace

TEST_CASE("each wording states the facts listed below it") {
  const RuleSet& rules = default_rules();
  const bool approve = std::getenv("CLAUSELINT_APPROVE") != nullptr;
  for (const char* const name : {"wordings_en.txt", "wordings_zh.txt"}) {
    const auto path = std::filesystem::path(CLAUSELINT_SOURCE_DIR) / "tests/golden/rules" / name;
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    std::stringstream approved;
    approved << in.rdbuf();
    std::string made;
    int sentences = 0;
    for (std::string line; std::getline(approved, line);) {
      if (line.starts_with("  ")) continue;
      made += line + "\n";
      if (line.empty() || line.starts_with("#")) continue;
      made += facts_of(rules, line);
      ++sentences;
    }
    CAPTURE(name);
    CHECK(sentences >= 50);
    if (approve) std::ofstream(path, std::ios::binary) << made;
    CHECK((approve || made == approved.str()));
    if (!approve && made != approved.str()) {
      std::istringstream left(approved.str());
      std::istringstream right(made);
      std::string was;
      std::string is;
      while (std::getline(left, was) && std::getline(right, is) && was == is) continue;
      FAIL_CHECK("approved: " + was + "\nmade:     " + is);
    }
  }
}
