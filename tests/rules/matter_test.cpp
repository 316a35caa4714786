#include "clauselint/matter.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace clauselint;

namespace {

std::string error_of(const std::string& yaml) {
  const Result<Matter> matter = parse_matter("matter.yaml", yaml);
  return matter ? "" : describe(matter.error());
}

}  // namespace

TEST_CASE("the service model is read as paths, and a list's first entry answers for the list") {
  const Result<Matter> matter = parse_matter("matter.yaml", R"(
side: distributor
service:
  warranty: {period: 12 months}
  field-service: {cities: [Shanghai, Suzhou]}
  response: [{severity: 1, respond: 4 hours}, {severity: 2, respond: 8 hours}]
)");
  REQUIRE(matter);
  CHECK(matter->side == Side::Distributor);
  CHECK(service_entry(*matter, "warranty.period") == "12 months");
  CHECK(service_entry(*matter, "field-service.cities") == "Shanghai, Suzhou");
  CHECK(service_entry(*matter, "response.respond") == "4 hours");
  CHECK(service_entry(*matter, "response.1.respond") == "8 hours");
  CHECK_FALSE(service_entry(*matter, "repair.turnaround"));
}

TEST_CASE("a slip of the pen is told with its place and what was meant") {
  CHECK(error_of("sides: supplier") == "matter.yaml:1:1: unknown key \"sides\", did you mean \"side\"?");
  CHECK(error_of("side: suplier") == "matter.yaml:1:7: unknown side \"suplier\", did you mean \"supplier\"?");
  CHECK(error_of("service:\n  waranty: {period: 1 year}") ==
        "matter.yaml:2:3: unknown key \"waranty\", did you mean \"warranty\"?");
  CHECK(error_of("side: supplier\nside: customer") == "matter.yaml:2:1: key \"side\" is given twice");
  CHECK(error_of("service: {warranty: 12 months}") ==
        "matter.yaml:1:21: \"warranty\" must be a map with the keys period, from, longest, after-repair");
  CHECK(error_of("documents: [{role: draft}]").find("\"file\" is missing") != std::string::npos);
  CHECK(error_of("").find("the file is empty") != std::string::npos);
  CHECK(error_of("side: [").find("not valid YAML") != std::string::npos);
}

TEST_CASE("the file that init writes is one that can be read") {
  const Result<Matter> matter = parse_matter("matter.yaml", matter_template());
  REQUIRE(matter);
  CHECK(matter->side == Side::Supplier);
  CHECK(service_entry(*matter, "warranty.from") == "delivery");
}

TEST_CASE("the matter says which part a party plays, by what the draft calls it") {
  const Result<Matter> matter = parse_matter("matter.yaml", "parties: {Party A: supplier, 乙方: distributor}\n");
  REQUIRE(matter);
  CHECK(matter->parties ==
        std::vector<std::pair<std::string, std::string>>{{"Party A", "supplier"}, {"乙方", "distributor"}});
  CHECK(error_of("parties: [乙方]\n") ==
        "matter.yaml:1:10: \"parties\" must be a map of what the draft calls a party to its role");
  CHECK(error_of("parties: {乙方: [a]}\n") == "matter.yaml:1:11: a party is written ALIAS: ROLE");
}
