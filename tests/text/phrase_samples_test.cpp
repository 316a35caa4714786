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

Texts samples(std::string_view pattern, bool spaced = true, std::size_t most = 200) {
  return samples_of_phrase(
      pattern, spaced, terms, [](char letter) { return std::string("<") + letter + ">"; }, most);
}

}  // namespace

TEST_CASE("every alternative and every option comes once") {
  CHECK(samples("repair*") == Texts{"repair"});
  CHECK(samples("(a|b c) (d )?e") == Texts{"a e", "b c e", "a d e"});
  CHECK(samples("(a|(b|c) d)") == Texts{"a", "b d", "c d"});
  CHECK(samples("((a|b) )?c") == Texts{"c", "a c", "b c"});
}

TEST_CASE("gaps, values and terms are filled in") {
  CHECK(samples("act .. <soon> ... within <duration>") == Texts{"act   promptly   within <d>"});
  CHECK(samples("在.. <duration>之?内", false) == Texts{"在的<d>内", "在的<d>之内"});
}

TEST_CASE("what is malformed, unknown or endless gives nothing") {
  CHECK(samples("(a").empty());
  CHECK(samples("<late>").empty());
  CHECK(samples("<loop>").empty());
}

TEST_CASE("no more than asked for") { CHECK(samples("(a|b|c|d)", true, 3).size() == 3); }
