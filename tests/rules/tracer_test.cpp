#include "rules/tracer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "clauselint/report.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

const std::string kTerms = R"(
terms:
  vague: {vague: true, en: [promptly, timely], zh: [及时]}
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
    starts:
      delivery: {title: {en: delivery, zh: 交付}, en: [from delivery], zh: [自交付]}
  limit:
    title: {en: Limit, zh: 上限}
    value: duration
    patterns: {en: ["limit ... <duration>"], zh: ["上限.. <duration>"]}
)";

struct Traced {
  RuleSet rules;  // what the trace points into
  Document document;
  ClauseTree tree;
  Evaluation evaluation;

  const RuleTrace& trace() const { return evaluation.traces.front(); }
  const ConditionTrace& when(std::size_t place = 0) const { return trace().places.at(place).when; }
  std::string words(ByteSpan span) const { return std::string(document.words(span)); }
  std::string step(std::size_t index, TraceStep::Kind kind) const {
    const TraceStep& seen = when(0).steps.at(index);
    CHECK(seen.kind == kind);
    return words(seen.words);
  }
};

struct Asked {
  Matter matter = {};
  RuleChoice choice = {};
};

// The one rule of the pack is `rule`.
Traced run(const std::string& keys, const std::string& text, const Asked& asked = {}) {
  Result<Document> read = read_document("draft.txt", text);
  REQUIRE(read);
  Traced made{.rules = rules_from(kTerms + rule_text("rule", keys)),
              .document = *read,
              .tree = segment(*read),
              .evaluation = {}};
  made.evaluation =
      evaluate(made.document, made.tree, made.rules, asked.matter, asked.choice, {.watch = {}, .traced = {"rule"}});
  REQUIRE(made.evaluation.traces.size() == 1);
  return made;
}

Matter matter_of(const std::string& yaml) {
  const Result<Matter> matter = parse_matter("matter.yaml", yaml);
  REQUIRE(matter);
  return *matter;
}

const std::string kSlow = R"(
    when: {mentions: {en: ["respond ... <vague>"], zh: ["<vague>.. 响应"]}}
)";

}  // namespace

TEST_CASE("a trace tells which words a phrase matched, and which phrase it was") {
  const Traced made = run(kSlow, "Supplier shall respond to calls promptly.\n");
  REQUIRE(made.trace().places.size() == 1);
  CHECK(made.when().state == State::Holds);
  CHECK(made.words(made.when().evidence) == "respond to calls promptly");
  CHECK(made.step(0, TraceStep::Kind::Matched) == "respond to calls promptly");
  CHECK(made.when().steps[0].pattern->pattern == "respond ... <vague>");
}

TEST_CASE("a trace counts the sentences that a phrase may hold, those it matches, and the negated ones") {
  const Traced made = run(kSlow,
                          "Supplier shall respond to calls promptly.\nSupplier need not respond promptly.\n"
                          "Promptly the letter came to respond.\nNothing else is said.\n");
  REQUIRE(made.trace().phrases.size() == 2);
  const PhraseTrace& english = made.trace().phrases[0];
  CHECK(english.language == Language::En);
  CHECK(english.candidates == 3);
  CHECK(english.matched == 2);
  CHECK(english.negated == 1);
  CHECK(made.trace().phrases[1].candidates == 0);
  REQUIRE(made.trace().left_out.size() == 1);
  CHECK(made.trace().left_out[0].why == PlaceLeftOut::Why::Polarity);
  CHECK(made.words(made.trace().left_out[0].words) == "respond promptly");
}

TEST_CASE("a sentence that the rule is asked about tells which of its phrases is negated") {
  const Traced made = run(R"(
    when:
      all:
        - mentions: {en: [visit]}
        - mentions: {en: [respond]}
)",
                          "Supplier shall visit the site but shall not respond.\n");
  REQUIRE(made.when().parts.size() == 2);
  const ConditionTrace& second = made.when().parts[1];
  CHECK(second.state == State::Nothing);
  REQUIRE(second.steps.size() == 1);
  CHECK(second.steps[0].kind == TraceStep::Kind::Polarity);
  CHECK(made.words(second.steps[0].words) == "respond");
}

TEST_CASE("places outside where, in headings and in other languages are told as left out") {
  const std::string keys = R"(
    applies: {language: [en]}
    where: {topic: service}
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
)";
  const Traced made = run(keys,
                          "1. Invoices\n1.1 Invoices are paid promptly.\n2. Service promptly\n2.1 Calls are taken "
                          "promptly.\n2.2 供方及时响应。\n");
  std::vector<PlaceLeftOut::Why> why;
  for (const PlaceLeftOut& place : made.trace().left_out) why.push_back(place.why);
  CHECK(why == std::vector{PlaceLeftOut::Why::Heading, PlaceLeftOut::Why::Where, PlaceLeftOut::Why::Language});
  REQUIRE(made.trace().places.size() == 1);
  CHECK(made.words(made.tree.sentences[made.trace().places[0].sentence].span) == "Calls are taken promptly.");
  CHECK(made.trace().about.size() == 3);
}

TEST_CASE("a trace tells what without found, or how many sentences it looked at") {
  const std::string keys = R"(
    when:
      all:
        - mentions: {en: [respond]}
        - without: {value: duration, in: document}
)";
  const Traced found = run(keys, "Supplier shall respond.\nThe time is 4 hours.\n");
  CHECK(found.when().state == State::InOrder);
  CHECK(found.words(found.when().parts.at(1).evidence) == "4 hours");
  const Traced none = run(keys, "Supplier shall respond.\nThe time is short.\n");
  CHECK(none.when().state == State::Holds);
  REQUIRE(none.when().parts.at(1).steps.size() == 1);
  CHECK(none.when().parts[1].steps[0].kind == TraceStep::Kind::Searched);
  CHECK(none.when().parts[1].steps[0].count == 2);
}

TEST_CASE("a rule that asks what is missing is asked once, and a heading that says it is told") {
  const std::string keys = R"(
    where: {topic: service}
    when: {missing: {en: [escalation], zh: [升级]}}
)";
  const Traced missing = run(keys, "1. Escalation\n1.1 The sky is blue.\n1.2 Supplier shall respond.\n");
  CHECK(missing.trace().whole_document);
  REQUIRE(missing.trace().places.size() == 1);
  CHECK(missing.when().state == State::Holds);
  CHECK(missing.step(1, TraceStep::Kind::InHeading) == "Escalation");
  const Traced there = run(keys, "1.1 There is an escalation.\n1.2 Supplier shall respond.\n");
  CHECK(there.when().state == State::InOrder);
  CHECK(there.words(there.when().evidence) == "escalation");
  CHECK(run(keys, "The sky is blue.\n").trace().places.empty());
}

TEST_CASE("a comparison tells the value and what it was compared with, or who is silent") {
  const std::string against_matter = "\n    when: {fact: {name: period, exceeds: matter.warranty.period}}\n";
  const std::string text = "The period is 24 months.\n";
  const Traced fired = run(against_matter, text, {.matter = matter_of("service: {warranty: {period: 12 months}}\n")});
  CHECK(fired.when().state == State::Holds);
  CHECK(fired.step(0, TraceStep::Kind::Compared) == "24 months");
  CHECK(canonical(*fired.when().steps[0].other) == "P12M");
  CHECK(run(against_matter, text).step(0, TraceStep::Kind::Silent) == "24 months");

  const std::string against_fact = "\n    when: {fact: {name: period, exceeds: limit}}\n";
  CHECK(run(against_fact, text).step(0, TraceStep::Kind::Absent) == "24 months");
  const Traced blank = run("\n    when: {fact: {name: period, exceeds: 12 months}}\n", "The period is [●] months.\n");
  CHECK(blank.when().state == State::Undecided);
  CHECK(blank.when().reason.en == "the value is still blank");
}

TEST_CASE("a conflict tells the other statement, and why others are none") {
  const std::string keys = "\n    when: {conflict: {fact: period, en: [spare], zh: [备件]}}\n";
  const std::string first = "1. First\n1.1 The period is 24 months.\n";
  const auto second = [&](const std::string& text) {
    Traced made = run(keys, first + text);
    REQUIRE(made.trace().places.size() == 2);
    REQUIRE(made.when(1).steps.size() == 1);
    return made.when(1).steps[0].kind;
  };
  CHECK(second("2. Second\n2.1 The period is 12 months.\n") == TraceStep::Kind::Contradicts);
  CHECK(second("2. Second\n2.1 The period is 2 years.\n") == TraceStep::Kind::Same);
  CHECK(second("2. Second\n2.1 The period of spare pumps is 12 months.\n") == TraceStep::Kind::Special);
  CHECK(second("2. Second\n2.1 The period is [●] months.\n") == TraceStep::Kind::Blank);
  CHECK(run(keys, "1.1 The period is 24 months. The period is 12 months.\n").when(1).steps.at(0).kind ==
        TraceStep::Kind::Apart);
}

TEST_CASE("a clock with a start tells the words that start it") {
  const std::string keys = "\n    when: {no-start: {fact: period}}\n";
  CHECK(run(keys, "The period is 24 months from delivery.\n").step(0, TraceStep::Kind::Starts) == "from delivery");
  CHECK(run(keys, "The period is 24 months.\n").when().state == State::Holds);
}

TEST_CASE("who owes a duty, and how often phrases stand, is told") {
  const std::string owed = R"(
    when: {all: [{mentions: {en: [respond]}}, {duty: nobody}]}
)";
  const Traced somebody =
      run(owed, "Acme Ltd. (\"Supplier\") and Beta Ltd. (\"Customer\") agree:\n\nSupplier shall respond to calls.\n");
  REQUIRE(somebody.trace().places.size() == 1);
  REQUIRE(somebody.when().parts.size() == 2);
  CHECK(somebody.when().parts[1].state == State::Nothing);
  REQUIRE(somebody.when().parts[1].steps.size() == 1);
  CHECK(somebody.when().parts[1].steps[0].kind == TraceStep::Kind::Owes);
  CHECK_FALSE(trace_text({.path = "d.txt",
                          .document = somebody.document,
                          .tree = somebody.tree,
                          .evaluation = somebody.evaluation,
                          .plan = {},
                          .summary = {}},
                         {.rules = &somebody.rules})
                  .empty());
  const Traced counted = run("    when: {count: {en: [respond], at-least: 2, in: document}}\n",
                             "Supplier shall respond. Partner shall respond too.\n");
  REQUIRE(counted.trace().places.size() == 1);
  REQUIRE(counted.when().steps.size() == 1);
  CHECK(counted.when().steps[0].kind == TraceStep::Kind::Counted);
  CHECK(counted.when().steps[0].count == 2);
}

TEST_CASE("references, blanks, figures and terms are places of their own") {
  const Traced reference =
      run("\n    when: {unresolved: true}\n", "1. First\n1.1 See clause 9.9.\n1.2 See clause 1.1.\n");
  REQUIRE(reference.trace().places.size() == 2);
  CHECK(reference.words(reference.trace().places[0].words) == "clause 9.9");
  CHECK(reference.when(0).state == State::Holds);
  CHECK(reference.when(1).state == State::InOrder);

  const Traced blank = run("\n    when: {placeholder: true}\n", "The price is [●].\n");
  CHECK(blank.words(blank.trace().places.at(0).words) == "[●]");
  const Traced differ =
      run("\n    when: {words-differ: {value: duration}}\n", "The time is twelve (18) months and 4 hours.\n");
  REQUIRE(differ.trace().places.size() == 2);
  CHECK(differ.when(0).state == State::Holds);
  CHECK(differ.when(1).state == State::Nothing);
  const Traced term = run("\n    when: {term: redefined}\n",
                          "1. Goods\nSupplier sells pumps and valves (the \"Products\").\n2. Service\n"
                          "\"Products\" means pumps only. The Products are free of defects.\n");
  REQUIRE(term.trace().places.size() == 1);
  CHECK(term.words(term.trace().places[0].words) == "Products");
  CHECK(term.when().state == State::Holds);
}

TEST_CASE("all stops at a part with nothing to judge, any at one that holds, and not turns its part round") {
  const std::string text = "Supplier shall respond.\n";
  const Traced all = run(R"(
    when:
      all:
        - mentions: {en: [respond]}
        - mentions: {en: [repair]}
        - without: {value: duration}
)",
                         text);
  CHECK(all.when().state == State::Nothing);
  CHECK(all.when().parts.size() == 2);
  const Traced any = run(R"(
    when:
      any:
        - mentions: {en: [respond]}
        - mentions: {en: [repair]}
)",
                         text);
  CHECK(any.when().parts.size() == 1);
  const Traced negation = run(R"(
    when:
      all:
        - mentions: {en: [respond]}
        - not: {mentions: {en: [shall]}}
)",
                              text);
  REQUIRE(negation.when().parts.size() == 2);
  CHECK(negation.when().parts[1].state == State::Nothing);
  CHECK(negation.when().parts[1].parts.at(0).state == State::Holds);
}

TEST_CASE("a rule that is left out or whose gate is closed shows what it would say, and says nothing") {
  const std::string text = "Supplier shall respond to calls promptly.\n";
  const Traced ignored = run(kSlow, text, {.choice = {.select = {}, .ignore = {"rule"}, .severity = {}, .as_of = {}}});
  CHECK_FALSE(ignored.trace().asked());
  CHECK(ignored.trace().outcome.verdict == Verdict::NotApplicable);
  CHECK(ignored.trace().outcome.reason.en == ignored.trace().not_chosen.en);
  CHECK(ignored.trace().would_be.verdict == Verdict::Fired);
  CHECK(ignored.trace().places.size() == 1);
  CHECK(ignored.evaluation.findings.empty());

  const Traced closed =
      run("\n    applies: {market: [consumer]}\n    fix: {replace: match, with: {en: \"{matter.warranty.period | x}\", "
          "zh: \"{matter.warranty.period | x}\"}}" +
              kSlow,
          text);
  CHECK_FALSE(closed.trace().asked());
  CHECK(closed.trace().not_chosen.empty());
  CHECK(closed.trace().would_be.verdict == Verdict::Fired);
  CHECK(closed.evaluation.findings.empty());
  CHECK(closed.evaluation.missing_matter.empty());
}

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What the answers at the places of a rule come to: fired before undecided before in order.
Verdict verdict_of(const RuleTrace& trace) {
  const auto any = [&](State state) {
    return std::ranges::any_of(trace.places, [&](const PlaceTrace& place) { return place.when.state == state; });
  };
  if (any(State::Holds)) return Verdict::Fired;
  if (any(State::Undecided)) return Verdict::Undecided;
  return any(State::InOrder) ? Verdict::Satisfied : Verdict::NotApplicable;
}

std::ptrdiff_t findings_of(const Evaluation& evaluation, const Rule* rule) {
  return std::ranges::count(evaluation.findings, rule, &Finding::rule);
}

void check_traces(const Evaluation& traced, const Evaluation& plain) {
  REQUIRE(traced.outcomes.size() == plain.outcomes.size());
  REQUIRE(traced.traces.size() == plain.outcomes.size());
  REQUIRE(traced.findings.size() == plain.findings.size());
  for (std::size_t i = 0; i < plain.findings.size(); ++i) {
    CHECK(traced.findings[i].rule == plain.findings[i].rule);
    CHECK(traced.findings[i].span == plain.findings[i].span);
    CHECK(traced.findings[i].message.en == plain.findings[i].message.en);
  }
  CHECK(traced.missing_matter == plain.missing_matter);
  for (std::size_t i = 0; i < plain.outcomes.size(); ++i) {
    const RuleTrace& trace = traced.traces[i];
    const RuleOutcome& outcome = plain.outcomes[i];
    CAPTURE(trace.rule->id);
    REQUIRE(trace.rule == outcome.rule);
    CHECK(traced.outcomes[i].verdict == outcome.verdict);
    CHECK(traced.outcomes[i].evidence == outcome.evidence);
    CHECK(verdict_of(trace) == trace.would_be.verdict);
    if (!trace.asked()) {
      CHECK(outcome.verdict == Verdict::NotApplicable);
      continue;
    }
    CHECK(verdict_of(trace) == outcome.verdict);
    CHECK(findings_of(plain, trace.rule) == std::ranges::count_if(trace.places, [](const PlaceTrace& place) {
            return place.when.state == State::Holds && !place.repeated;
          }));
  }
}

}  // namespace

TEST_CASE(
    "for every default rule and sample, what a trace shows is what the evaluation decides, and tracing changes "
    "nothing") {
  const RuleSet& rules = default_rules();
  std::vector<std::string> all;
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) all.push_back(rule.id);
  }
  std::size_t drafts = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CLAUSELINT_SOURCE_DIR) / "samples")) {
    if (entry.path().stem() != "draft") continue;
    CAPTURE(entry.path().string());
    ++drafts;
    const Result<Document> document = read_document(entry.path().string(), contents(entry.path()));
    REQUIRE(document);
    const ClauseTree tree = segment(*document);
    const Matter own = matter_of(contents(entry.path().parent_path() / "matter.yaml"));
    for (const Matter& matter : {own, Matter{}}) {
      check_traces(evaluate(*document, tree, rules, matter, {}, {.watch = {}, .traced = all}),
                   evaluate(*document, tree, rules, matter));
    }
  }
  CHECK(drafts == 4);
}
