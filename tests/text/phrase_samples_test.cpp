// Texts made of patterns.
#include "text/phrase_samples.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace clauselint;

namespace {

using Texts = std::vector<std::string>;

std::optional<Texts> terms(std::string_view name) {
  if (name == "soon") return Texts{"promptly", "at once"};
  if (name == "loop") return Texts{"a <loop>"};
  return std::nullopt;
}

Texts samples(std::string_view pattern, const SampleOptions& options = {}) {
  return samples_of_phrase(
      pattern, terms, [](char letter) { return std::string("<") + letter + ">"; }, options);
}

}  // namespace

TEST_CASE("every alternative and every option comes once") {
  CHECK(samples("repair*") == Texts{"repair", "repairqx"});
  CHECK(samples("(a|b c) (d )?e") == Texts{"a e", "b c e", "a d e"});
  CHECK(samples("(a|(b|c) d)") == Texts{"a", "b d", "c d"});
  CHECK(samples("((a|b) )?c") == Texts{"c", "a c", "b c"});
}

TEST_CASE("gaps, values and terms are filled in") {
  CHECK(samples("act .. <soon> ... within <duration>") == Texts{"act   promptly   within <d>"});
  CHECK(samples("在.. <duration>之?内", {.spaced = false}) == Texts{"在的<d>内", "在的<d>之内"});
}

TEST_CASE("every phrase of a term, if that is asked") {
  CHECK(samples("act <soon>", {.all_phrases = true}) == Texts{"act promptly", "act at once"});
}

TEST_CASE("a gap may be filled with as many foreign words as it takes") {
  const auto filled = [](std::string_view pattern) {
    const Texts texts = samples(pattern, {.gaps_filled = true});
    REQUIRE(texts.size() == 1);
    return texts.front();
  };
  CHECK(filled("a .. b") == "a  qqqqqqqqqqqqqqqqq  b");
  CHECK(filled("a ... b").starts_with("a  qx, qqq"));
  CHECK(filled("a ... b").size() > 75);
  CHECK(filled("a .... b").size() > 390);
}

TEST_CASE("what is malformed, unknown or endless gives nothing") {
  CHECK(samples("(a").empty());
  CHECK(samples("<late>").empty());
  CHECK(samples("<loop>").empty());
}

TEST_CASE("no more than asked for") { CHECK(samples("(a|b|c|d)", {.most = 3}).size() == 3); }
