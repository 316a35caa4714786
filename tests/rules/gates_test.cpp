#include "rules/gates.hpp"

#include <catch2/catch.hpp>

using namespace clauselint;

TEST_CASE("a gate without a word of the matter is closed, but for the law, which is prc") {
  Gates gates;
  CHECK(closed_gate(gates, {}, "draft").empty());
  gates.law = {"prc"};
  CHECK(closed_gate(gates, {}, "draft").empty());
  gates.market = {"consumer", "retail"};
  CHECK(closed_gate(gates, {}, "draft").en == "only for the market: consumer, retail");
}

TEST_CASE("the first closed gate is the reason, and a trace tells all") {
  Gates gates;
  gates.market = {"consumer"};
  gates.product = {"bicycle"};
  gates.role = {"draft"};
  Matter matter;
  matter.market = "industrial";
  CHECK(closed_gate(gates, matter, "draft").en == "only for the market: consumer");
  const std::vector<GateTrace> asked = trace_gates(gates, matter, "draft");
  REQUIRE(asked.size() == 3);
  CHECK((asked[0].name == "market" && !asked[0].open && asked[0].said == "industrial"));
  CHECK((asked[1].name == "product" && !asked[1].open && asked[1].said.empty()));
  CHECK((asked[2].name == "role" && asked[2].open));
}

TEST_CASE("a rule without a gate of languages speaks both") {
  Gates gates;
  CHECK(speaks(gates, Language::Zh));
  gates.language = {"en"};
  CHECK(speaks(gates, Language::En));
  CHECK_FALSE(speaks(gates, Language::Zh));
}
