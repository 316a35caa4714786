// The page on limits says what the program holds.
#include <catch2/catch.hpp>

#include <cstdint>
#include <fstream>
#include <map>
#include <string>

#include "clauselint/read.hpp"

using namespace clauselint;

namespace {

// The numbers of the table `field | value`, sizes in bytes.
std::map<std::string, std::uint64_t> documented() {
  std::ifstream page(std::string(CLAUSELINT_SOURCE_DIR) + "/docs/limits.md");
  REQUIRE(page);
  std::map<std::string, std::uint64_t> values;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("| `", 0) != 0) continue;
    const std::size_t end = line.find("` | ");
    REQUIRE(end != std::string::npos);
    std::uint64_t value = 0;
    std::size_t at = end + 4;
    for (; line[at] == ',' || (line[at] >= '0' && line[at] <= '9'); ++at) {
      if (line[at] != ',') value = value * 10 + static_cast<std::uint64_t>(line[at] - '0');
    }
    values[line.substr(3, end - 3)] = line.compare(at, 4, " MiB") == 0 ? value << 20 : value;
  }
  return values;
}

}  // namespace

TEST_CASE("the page on limits has every limit of reading, with its value") {
  // A new limit does not compile here until it is named, and then needs its row on the page.
  const auto [file, part, package, entries, ratio, depth, elements, attributes, embedded, graphics] = ReadLimits{};
  const std::map<std::string, std::uint64_t> held{
      {"file", file},         {"part", part},        {"package", package},   {"entries", entries},
      {"ratio", ratio},       {"depth", depth},      {"elements", elements}, {"attributes", attributes},
      {"embedded", embedded}, {"graphics", graphics}};
  CHECK(documented() == held);
}
