#include "text/literal_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace clauselint;

namespace {

using Hits = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;  // place, owner

Hits scan(const LiteralTable& table, const std::string& text) {
  Hits hits;
  table.scan(text, [&](std::uint32_t owner, std::uint32_t at) { hits.emplace(at, owner); });
  return hits;
}

}  // namespace

TEST_CASE("each literal is told at each place, to each of its owners") {
  const LiteralTable table = LiteralTable::build({{"repair", 1}, {"pair", 2}, {"repair", 3}, {"维", 4}});
  CHECK(scan(table, "repair 维修") == Hits{{0, 1}, {0, 3}, {2, 2}, {7, 4}});
}

TEST_CASE("a literal at the very end of the text is found, and a shorter text holds none") {
  const LiteralTable table = LiteralTable::build({{"fee", 1}});
  CHECK(scan(table, "no fee") == Hits{{3, 1}});
  CHECK(scan(table, "fe").empty());
  CHECK(scan(table, "").empty());
}

TEST_CASE("the table finds exactly what looking for each literal in turn finds") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<std::string, std::uint32_t>> literals;
    for (std::uint32_t owner = 0; owner < 20; ++owner) {
      std::string literal;
      for (std::size_t i = 0; i < 3 + random() % 3; ++i) literal += static_cast<char>('a' + random() % 3);
      literals.emplace_back(literal, owner);
    }
    std::string text;
    for (int i = 0; i < 200; ++i) text += static_cast<char>('a' + random() % 3);
    Hits expected;
    for (const auto& [literal, owner] : literals) {
      for (std::size_t at = text.find(literal); at != std::string::npos; at = text.find(literal, at + 1)) {
        expected.emplace(static_cast<std::uint32_t>(at), owner);
      }
    }
    CHECK(scan(LiteralTable::build({literals.begin(), literals.end()}), text) == expected);
  }
}
