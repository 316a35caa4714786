// What rules come to over drafts, told with a clock of our own.
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "clauselint/report.hpp"
#include "clauselint/rule_test.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

RuleSet rules() {
  const std::string slow = rule_text("slow", "    when: {mentions: {en: [soon], zh: [尽快]}}\n");
  const std::string timed = rule_text(
      "timed",
      "    when: {all: [{mentions: {en: [reply], zh: [答复]}}, {without: {value: duration}}]}\n    examples:\n"
      "      - fires: {en: We reply., zh: 我方答复。}\n      - passes: {en: We reply in 2 days., zh: "
      "我方2日内答复。}\n");
  const std::string gated =
      rule_text("gated",
                "    when: {mentions: {en: [soon], zh: [尽快]}}\n    applies: {market: [consumer]}\n"
                "    recommended: false\n");
  return rules_from(slow + timed.substr(timed.find("  - id")) + gated.substr(gated.find("  - id")));
}

// Each time it is asked it is a millisecond later.
Clock clock() {
  return [now = std::uint64_t{0}]() mutable { return now += 1'000'000; };
}

Coverage covered(const RuleSet& set, const std::vector<std::string>& texts) {
  std::string folder = (fs::temp_directory_path() / "clauselint-coverage-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  std::vector<std::string> files;
  for (const std::string& text : texts) {
    files.push_back(folder + "/" + std::to_string(files.size()) + ".txt");
    std::ofstream(files.back(), std::ios::binary) << text;
  }
  files.push_back(folder + "/missing.txt");
  Coverage coverage = cover_rules(files, set, {}, clock());
  fs::remove_all(folder);
  return coverage;
}

}  // namespace

TEST_CASE("drafts are counted by what each rule comes to in them") {
  const RuleSet set = rules();
  const Coverage coverage =
      covered(set, {"We reply soon.\n", "We reply within 2 days. We come soon.\n", "We go.\n", "We reply.\n"});
  CHECK(coverage.drafts == 4);
  CHECK(coverage.unread.size() == 1);
  REQUIRE(coverage.rules.size() == 3);
  using Counts = std::array<std::uint32_t, 4>;  // fired, satisfied, not applicable, undecided
  CHECK(coverage.rules[0].drafts == Counts{2, 0, 2, 0});
  CHECK(coverage.rules[1].drafts == Counts{2, 1, 1, 0});
  CHECK(coverage.rules[2].drafts == Counts{0, 0, 4, 0});
  CHECK(coverage.rules[2].reason.en == "only for the market: consumer");
}

TEST_CASE("time is taken of each rule alone, and of the whole evaluation") {
  const RuleSet set = rules();
  const Coverage coverage = covered(set, {"We reply soon.\n", "We go.\n"});
  for (const RuleCoverage& rule : coverage.rules) CHECK(rule.nanoseconds == 2'000'000);
  CHECK(coverage.nanoseconds == 10'000'000);  // begin, three rules, their end, end
}

TEST_CASE("the report lists the costliest first, the rules never reached and the examples that lack") {
  const RuleSet set = rules();
  Coverage coverage = covered(set, {"We reply soon.\n", "We go.\n"});
  coverage.rules[1].nanoseconds += 1'000'000;
  const std::string text = coverage_text(coverage, set);
  CAPTURE(text);
  CHECK(text.find("\ntimed       1          0          0               1       3.000\nslow ") != std::string::npos);
  CHECK(text.find("Never reached, by what is said in the last draft:\n  only for the market: consumer\n    gated\n") !=
        std::string::npos);
  CHECK(text.find("Without an example:\n  slow: none that fires in English\n") != std::string::npos);
  CHECK(text.find("timed: none") == std::string::npos);
}

TEST_CASE("the report as JSON has the same numbers") {
  const RuleSet set = rules();
  const std::string json = coverage_json(covered(set, {"We reply soon.\n", "We go.\n"}), set);
  CHECK(json.find("\"drafts\": 2") != std::string::npos);
  CHECK(json.find("\"rule\": \"slow\",\n      \"pack\": \"mini\",\n      \"fired\": 1,") != std::string::npos);
  CHECK(json.find("{\n      \"rule\": \"slow\",\n      \"example\": \"fires\",\n      \"language\": \"en\"\n    }") !=
        std::string::npos);
}
