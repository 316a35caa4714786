// The trace of a rule, as it is printed.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "clauselint/report.hpp"
#include "report/golden.hpp"
#include "support/mini_rules.hpp"
#include "text/utf8.hpp"

using namespace clauselint;

namespace {

const std::string kTerms = R"(
terms:
  vague: {vague: true, en: [promptly, timely], zh: [及时, 尽快]}
topics:
  service:
    title: {en: service, zh: 服务}
    headings: {en: [service], zh: [服务]}
    mentions: {en: ["respond*"], zh: [响应]}
facts:
  period:
    title: {en: Period, zh: 期限}
    value: duration
    patterns: {en: ["period ... <duration>"], zh: ["期.. <duration>"]}
)";

const std::string kSlow = R"(
    applies: {law: [prc], market: [industrial]}
    where: {topic: service}
    when:
      all:
        - mentions: {en: ["respond ... <vague>", "attend ... <vague>"], zh: ["<vague>.. 响应"]}
        - without: {value: duration, in: sentence}
)";

struct Told {
  Language language = Language::En;
  Matter matter = {};
  RuleChoice choice = {};
};

std::string trace_of(const std::string& keys, const std::string& text, const Told& told = {}) {
  const RuleSet rules = rules_from(kTerms + rule_text("rule", keys));
  Result<Document> read = read_document("draft.txt", text);
  REQUIRE(read);
  LintOptions options;
  options.trace = {"rule"};
  options.choice = told.choice;
  const Review review = review_document(std::move(*read), rules, told.matter, options);
  return trace_text(review, {.colour = false, .language = told.language, .rules = &rules});
}

Matter industrial() {
  Matter matter;
  matter.market = "industrial";
  return matter;
}

const std::string kDraft =
    "1. Scope\n1.1 Invoices are paid promptly.\n2. Service\n2.1 Supplier shall respond to calls promptly.\n"
    "2.2 Supplier shall respond promptly, and within 4 hours.\n2.3 Supplier need not respond promptly.\n";

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a trace tells choice, gates, where, phrases, places and verdict in the order of deciding") {
  CHECK(golden_difference("trace_en.txt", trace_of(kSlow, kDraft, {.matter = industrial()})) == "");
}

TEST_CASE("a Chinese trace is Chinese but for names") {
  const std::string draft = "第一条 范围\n供方及时付款。\n第二条 服务\n供方应尽快响应。\n供方应及时响应，最迟4小时。\n";
  CHECK(golden_difference("trace_zh.txt", trace_of(kSlow, draft, {.language = Language::Zh, .matter = industrial()})) ==
        "");
}

TEST_CASE("a rule that is not asked says why, and what it would have said") {
  const std::string closed = trace_of(kSlow, kDraft);
  CHECK(holds(closed, "law prc: open\n"));
  CHECK(holds(closed, "market industrial: closed, the matter does not say\n"));
  CHECK(holds(closed, "asked     all the same, to show what it would say: of 2 places\n"));
  CHECK(holds(closed, "verdict   not applicable: only for the market: industrial\n            were it asked: fired\n"));
  const std::string ignored =
      trace_of(kSlow, kDraft,
               {.matter = industrial(), .choice = {.select = {}, .ignore = {"rule"}, .severity = {}, .as_of = {}}});
  CHECK(holds(ignored, "choice    not asked: switched off by the configuration\n"));
}

TEST_CASE("a sentence outside where is told with the topics it has") {
  const std::string keys = R"(
    where: {topic: service}
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
)";
  CHECK(holds(trace_of(keys, kDraft),
              "outside its where: 1\n              1.1 para 2  “Invoices are paid "
              "promptly.” (no topic)\n"));
}

TEST_CASE("a trace tells of a fact what the draft states and what it denies") {
  const std::string keys = "\n    when: {fact: {name: period, exceeds: matter.warranty.period}}\n";
  const std::string silent = trace_of(keys, "The period is 24 months.\n");
  CHECK(holds(silent, "facts     Period (period): para 1 “24 months”\n"));
  CHECK(holds(silent, "silent\n"));
  CHECK(holds(trace_of(keys, "The sky is blue.\n"), "facts     Period (period): not stated\n"));
}

TEST_CASE("a long draft gives a page, and the rest is counted") {
  std::string draft;
  for (int i = 1; i <= 60; ++i) draft += std::to_string(i) + ". Supplier shall respond to calls promptly.\n";
  const std::string text = trace_of(kSlow, draft, {.matter = industrial()});
  CHECK(std::count(text.begin(), text.end(), '\n') < 70);
  CHECK(holds(text, "… and 57 more\n"));
  CHECK(holds(text, "… and 53 more: 53 holds\n"));
  CHECK(holds(text, "verdict   fired: 60 findings\n"));
}

TEST_CASE("without a traced rule there is no trace") {
  const RuleSet rules = rules_from(kTerms + rule_text("rule", kSlow));
  Result<Document> read = read_document("draft.txt", kDraft);
  REQUIRE(read);
  CHECK(trace_text(review_document(std::move(*read), rules, {}, {}), {.rules = &rules}).empty());
}

TEST_CASE("a trace of any default rule fits a terminal, in both languages") {
  const RuleSet& rules = default_rules();
  LintOptions options;
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) options.trace.push_back(rule.id);
  }
  const std::string path = std::string(CLAUSELINT_SOURCE_DIR) + "/samples/bilingual-service/draft.docx";
  const Result<Review> review = review_file(path, rules, {}, options);
  REQUIRE(review);
  for (const Language language : {Language::En, Language::Zh}) {
    const std::string text = trace_text(*review, {.language = language, .rules = &rules});
    CHECK(text.find("{}") == std::string::npos);
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
      const std::string line = text.substr(at, end - at);
      if (!holds(line, path)) CHECK(display_width(line) <= 100);
    }
  }
}
