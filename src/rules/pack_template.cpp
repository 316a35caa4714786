// The pack that an author starts from: it loads, its examples hold, and it says where to go on.
#include <fmt/format.h>

#include "clauselint/rule.hpp"

namespace clauselint {

// The rule is about no subject of ours: it must not fire beside the default packs.
std::string pack_template(const std::string& name) {
  return fmt::format(R"yaml(# Rules of our own. docs/rules.md explains every key.
#   clauselint rules test {0}.yaml      run the examples below
#   clauselint rules check {0}.yaml     look for what is doubtful
#   clauselint check --pack {0}.yaml DRAFT
pack: {0}
version: 0.1.0
title: {{en: Our own rules, zh: 自有规则}}

# Words with a name: <our-word> in a pattern stands for one of them.
terms:
  our-word:
    en: ["goodwill (repair*|gesture*)", "as a (courtesy|favo(u)?r)"]
    zh: ["善意(维修|补偿)", 出于友好]

rules:
  - id: {0}-goodwill-promised            # named for the fault
    title: {{en: Goodwill promised in the contract, zh: 合同中承诺善意补偿}}
    dimension: warranty-cost              # warranty-cost | customer-expectations | partner-leverage | escalation-timing
    severity: {{supplier: medium, distributor: low, service-partner: low, customer: info}}
    when:
      mentions: {{en: ["(shall|will) .. <our-word>"], zh: ["(应|将).. <our-word>"]}}
    message: {{en: "“{{match}}” turns goodwill into a duty.", zh: "“{{match}}”把善意补偿变成了义务。"}}
    why: {{en: "What is promised in a contract can be claimed; goodwill is decided case by case.", zh: "写入合同的承诺可以被主张；善意补偿应个案决定。"}}
    examples:
      - fires: {{en: "Supplier shall provide goodwill repairs after expiry.", zh: "供方应提供善意维修。"}}
      - passes: {{en: "Supplier shall not be obliged to provide goodwill repairs.", zh: "供方没有义务提供善意维修。"}}
)yaml",
                     name);
}

}  // namespace clauselint
