// A pack that changes the rules of another.
#include "rules/rule_changes.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kBase =
    rule_text("late",
              "    when: {mentions: {en: [alpha], zh: [甲]}}\n    fix: {replace: match, with: {en: beta, zh: 乙}}\n"
              "    examples:\n      - fires: {en: Alpha., zh: 甲。}\n        fixed: {en: beta., zh: 乙。}\n");

struct Changed {
  std::vector<Pack> packs;
  std::vector<Error> errors;

  const Rule& rule() const { return packs.front().rules.front(); }
};

Changed changed(const std::string& changes) {
  Changed made;
  const std::string head = "version: 1.0.0\ntitle: {en: T, zh: 题}\n";
  made.packs.push_back(parse_pack("base.yaml", "pack: base\n" + head + kBase, made.errors));
  made.packs.push_back(parse_pack("house.yaml", changes + "pack: house\n" + head, made.errors));
  REQUIRE(made.errors.empty());
  apply_changes(made.packs, made.errors);
  return made;
}

}  // namespace

TEST_CASE("a change sets what it names and keeps the rest") {
  const Changed made =
      changed("changes:\n  late: {severity: {customer: low}, message: {en: New., zh: 新。}, recommended: false}\n");
  CHECK(made.errors.empty());
  CHECK(made.rule().severity[static_cast<std::size_t>(Side::Customer)] == Severity::Low);
  CHECK(made.rule().severity[static_cast<std::size_t>(Side::Supplier)] == Severity::High);
  CHECK(made.rule().message.en == "New.");
  CHECK_FALSE(made.rule().recommended);
  CHECK(made.rule().why.en == "W");
  CHECK(made.rule().examples.front().fixed.en == "beta.");
}

TEST_CASE("with another wording or another condition the old examples no longer say what comes out") {
  const Changed worded = changed("changes:\n  late: {fix: {replace: match, with: {en: gamma, zh: 丙}}}\n");
  CHECK(worded.rule().fix.with.en == "gamma");
  CHECK(worded.rule().examples.size() == 1);
  CHECK(worded.rule().examples.front().fixed.empty());
  const Changed asked = changed("changes:\n  late: {when: {mentions: {en: [delta], zh: [丁]}}}\n");
  CHECK(asked.rule().when.phrases.en.front().pattern == "delta");
  CHECK(asked.rule().examples.empty());
}

TEST_CASE("a change of a rule that is not there is told with what was meant") {
  const Changed made = changed("changes:\n  lat: {severity: low}\n");
  REQUIRE(made.errors.size() == 1);
  CHECK(describe(made.errors.front()) == "house.yaml:2:3: unknown rule \"lat\", did you mean \"late\"?");
}

TEST_CASE("what a change cannot say is told with its place") {
  CHECK(errors_of_pack("changes:\n  late: {severty: low}\n").front() ==
        "2:10: unknown key \"severty\", did you mean \"severity\"?");
  CHECK(errors_of_pack("changes: [late]\n").front() == "1:10: \"changes\" must be a map, each entry under its name");
}
