#include "rules/gates.hpp"

#include <catch2/catch.hpp>

using namespace clauselint;

TEST_CASE("a gate without a word of the matter is closed, but for the law, which is prc") {
  const Matter silent;
  const GateContext nothing{.matter = silent};
  Gates gates;
  CHECK(closed_gate(gates, nothing).empty());
  gates.law = {"prc"};
  CHECK(closed_gate(gates, nothing).empty());
  gates.market = {"consumer", "retail"};
  CHECK(closed_gate(gates, nothing).en == "only for the market: consumer, retail");
}

TEST_CASE("the first closed gate is the reason, and a trace tells all") {
  Gates gates;
  gates.market = {"consumer"};
  gates.product = {"bicycle"};
  gates.role = {"draft"};
  Matter matter;
  matter.market = "industrial";
  CHECK(closed_gate(gates, {.matter = matter}).en == "only for the market: consumer");
  const std::vector<GateTrace> asked = trace_gates(gates, {.matter = matter});
  REQUIRE(asked.size() == 3);
  CHECK((asked[0].name == "market" && !asked[0].open && asked[0].said == "industrial"));
  CHECK((asked[1].name == "product" && !asked[1].open && asked[1].said.empty()));
  CHECK((asked[2].name == "role" && asked[2].open));
}

TEST_CASE("the gate of parties opens for a draft in which one of the roles is played") {
  const Matter matter;
  Gates gates;
  gates.parties = {"distributor", "service-partner"};
  CHECK(closed_gate(gates, {.matter = matter}).en == "only where a party is: distributor, service-partner");
  CHECK(closed_gate(gates, {.matter = matter, .parties = {"supplier", "distributor"}}).empty());
  CHECK(trace_gates(gates, {.matter = matter, .parties = {"supplier", "customer"}}).front().said ==
        "supplier, customer");
}

TEST_CASE("a rule without a gate of languages speaks both") {
  Gates gates;
  CHECK(speaks(gates, Language::Zh));
  gates.language = {"en"};
  CHECK(speaks(gates, Language::En));
  CHECK_FALSE(speaks(gates, Language::Zh));
}
