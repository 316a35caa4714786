// Rules that speak once for several places.
#include "rules/told_once.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const char* const kDraft =
    "1. Service\n1.1 Alpha one. The alpha two.\n1.2 Alpha three.\n2. Repair\n2.1 Alpha four.\n\n2.2 甲在后。\n";

// Where each finding stands and the words of its further places, a line a finding.
std::string told(const std::string& keys, const std::string& text = kDraft) {
  const RuleSet rules = rules_from(rule_text("alpha", "    when: {mentions: {en: [alpha], zh: [甲]}}\n" + keys));
  const Result<Document> document = read_document("draft.txt", text);
  REQUIRE(document);
  std::string lines;
  for (const Finding& finding : evaluate(*document, segment(*document), rules, {}).findings) {
    lines += std::to_string(finding.span.begin);
    for (const ByteSpan also : finding.also) {
      CHECK(also.begin > finding.span.begin);
      lines += " " + std::string(document->words(also));
    }
    lines += "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("a rule speaks at each place, once a clause or once a section") {
  CHECK(told("") == told("    once: place\n"));
  CHECK(told("    once: place\n") == "15\n30\n45\n72\n88\n");
  CHECK(told("    once: clause\n") == "15 alpha\n45\n72\n88\n");
  CHECK(told("    once: section\n") == "15 alpha Alpha\n72\n88\n");
}

TEST_CASE("a draft without clauses is one section") {
  CHECK(told("    once: section\n", "Alpha here.\n\nAnd alpha there.\n") == "0 alpha\n");
}
