#include "rules/pack_image.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

PackImage default_image() {
  return {.packs = default_rules().packs(), .provisions = default_rules().provisions(), .translations = {}};
}

}  // namespace

TEST_CASE("an image gives back the packs it was written from") {
  const std::string bytes = write_image(default_image());
  PackImage read;
  REQUIRE(read_image(bytes, read));
  CHECK(write_image(read) == bytes);
  REQUIRE(read.packs.size() == default_rules().packs().size());
  CHECK(read.packs.front().rules.front().message.zh == default_rules().packs().front().rules.front().message.zh);
}

TEST_CASE("an image keeps what examples expect") {
  const RuleSet rules =
      rules_from(rule_text("r",
                           "    when: {mentions: {en: [alpha]}}\n    examples:\n"
                           "      - {fires: {en: Alpha.}, words: {en: Alpha}, value: 2 days, todo: later}\n"));
  PackImage read;
  REQUIRE(read_image(write_image({.packs = rules.packs(), .provisions = {}, .translations = {}}), read));
  const Example& example = read.packs.front().rules.front().examples.front();
  CHECK(example.words.en == "Alpha");
  CHECK(example.value == "2 days");
  CHECK(example.todo.zh == "later");
}

TEST_CASE("an image that was cut short, or is of another version, is refused") {
  const std::string bytes = write_image(default_image());
  PackImage read;
  CHECK_FALSE(read_image("", read));
  CHECK_FALSE(read_image("clauselint-packs-0", read));
  for (const std::size_t size : {bytes.size() - 1, bytes.size() / 2, std::size_t{20}}) {
    PackImage cut;
    CHECK_FALSE(read_image(bytes.substr(0, size), cut));
  }
}
