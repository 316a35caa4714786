#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "clauselint/rule.hpp"
#include "clauselint/rule_test.hpp"

using namespace clauselint;

TEST_CASE("every example of the default packs does what it says") {
  const ExampleReport report = test_rules(default_rules());
  for (const Error& failure : report.failures) UNSCOPED_INFO(describe(failure));
  CHECK(report.failures.empty());
  CHECK(report.examples > 2 * report.rules);
}

TEST_CASE("there are five packs of at least six rules, in both languages") {
  std::size_t with_rules = 0;
  for (const Pack& pack : default_rules().packs()) {
    INFO(pack.name);
    CHECK_FALSE(pack.title.zh.empty());
    if (pack.topics.empty()) continue;  // words and checks that the others use
    CHECK(pack.rules.size() >= 6);
    ++with_rules;
  }
  CHECK(with_rules >= 5);
}

TEST_CASE("every provision cited was read in its source, and says what it says in both languages") {
  for (const Provision& provision : default_rules().provisions()) {
    INFO(provision.id);
    CHECK((provision.since.empty() || provision.since.size() == 10));
    CHECK_FALSE(provision.says.en.empty());
    CHECK_FALSE(provision.says.zh.empty());
  }
  for (const Pack& pack : default_rules().packs()) {
    for (const Rule& rule : pack.rules) {
      for (const std::string& id : rule.law) {
        INFO(rule.id << " cites " << id);
        const Provision* provision = default_rules().find_provision(id);
        REQUIRE(provision != nullptr);
        CHECK(provision->mark == "V");
        // Two companies are never told that consumer law voids their clause.
        if (provision->gate == "consumer") CHECK(rule.gates.market == std::vector<std::string>{"consumer"});
      }
    }
  }
}
