#include <catch2/catch.hpp>

#include <string>

#include "clauselint/report.hpp"
#include "support/mini_rules.hpp"
#include "text/utf8.hpp"

using namespace clauselint;

namespace {

const std::string kSections = R"(
terms:
  vague: {en: [promptly, timely], zh: [及时]}
topics:
  service: {title: {en: service, zh: 服务}, mentions: {en: [service], zh: [服务]}}
)";

const std::string kKeys = R"(
    applies: {market: [consumer]}
    recommended: false
    since: 2026-01-01
    where: {topic: service}
    when:
      all:
        - mentions: {en: ["respond ... <vague>"], zh: ["<vague>.. 响应"]}
        - without: {value: duration, in: sentence}
    fix:
      replace: <vague>
      with: {en: within 4 hours, zh: 4小时内}
      fallback: {en: Next working day., zh: 下一工作日。}
      floor: {en: A number., zh: 写明数字。}
    caution: {en: Promise nothing., zh: 不作承诺。}
    examples:
      - fires: {en: Supplier shall respond promptly., zh: 供方及时响应。}
        fixed: {en: Supplier shall respond within 4 hours., zh: 供方4小时内响应。}
      - passes: {en: Supplier shall respond promptly in 4 hours., zh: 供方4小时内及时响应。}
)";

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("an explanation tells all of a rule, its conditions as the tree that they are") {
  const RuleSet rules = rules_from(kSections + rule_text("slow", kKeys));
  const std::string text = rule_explanation(*rules.find_rule("slow"), rules, Language::En);
  CHECK(holds(text, "slow\n  T\n  题\n"));
  CHECK(holds(text, "only where: market consumer; only when a configuration selects it\n"));
  CHECK(holds(text, "  dates       from 2026-01-01 (asked with --as-of)\n"));
  CHECK(holds(text, "  looks at    sentences of the topic service (service)\n"));
  CHECK(holds(text, "Proposed wording (in place of <vague>)\n  within 4 hours\n"));
  CHECK(holds(text, "Fallback\n  Next working day.\n"));
  CHECK(holds(text, "Do not go below\n  A number.\n"));
  CHECK(holds(text, "Operating caution\n  Promise nothing.\n"));
  CHECK(holds(text,
              "When it fires\n  all of\n    mentions a phrase\n      en  - respond ... <vague>\n"
              "      zh  - <vague>.. 响应\n    without a duration in the sentence\n"));
  CHECK(holds(text, "<vague>\n  promptly; timely\n"));
  CHECK(holds(
      text, "  fires       Supplier shall respond promptly.\n    becomes   Supplier shall respond within 4 hours.\n"));
  CHECK(holds(text, "  passes      Supplier shall respond promptly in 4 hours.\n"));
}

TEST_CASE("an explanation in Chinese has nothing English but names") {
  const RuleSet rules = rules_from(kSections + rule_text("slow", kKeys));
  const std::string text = rule_explanation(*rules.find_rule("slow"), rules, Language::Zh);
  CHECK(holds(text, "slow\n  题\n  T\n"));
  CHECK(holds(text, "供应商 高、经销商 高"));
  CHECK(holds(text, "建议措辞（替换<vague>）\n  4小时内\n"));
  CHECK(holds(text, "  会提示      供方及时响应。\n    改后      供方4小时内响应。\n"));
}

TEST_CASE("the explanations of all default rules fit a terminal, and their law has its date") {
  const RuleSet& rules = default_rules();
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      for (const Language language : {Language::En, Language::Zh}) {
        const std::string text = rule_explanation(rule, rules, language);
        CAPTURE(rule.id);
        CHECK(text.find("{}") == std::string::npos);
        for (const std::string& id : rule.law) {
          const Provision* provision = rules.find_provision(id);
          REQUIRE(provision != nullptr);
          CHECK(holds(text, provision->since));
        }
        std::string wide;
        for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
          const std::string line = text.substr(at, end - at);
          if (display_width(line) > 100) wide += line + "\n";
        }
        CHECK(wide == "");
      }
    }
  }
}
