#include "clauselint/evaluate.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "clauselint/read.hpp"
#include "support/document_builder.hpp"
#include "support/mini_rules.hpp"

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
    starts:
      delivery: {title: {en: delivery, zh: 交付}, en: [from delivery], zh: [自交付]}
)";

struct Read {
  Document document;
  ClauseTree tree;
  Evaluation evaluation;
};

Read run(const RuleSet& rules, const std::string& text, const Matter& matter = {}) {
  Result<Document> read = read_document("draft.txt", text);
  REQUIRE(read);
  Read made{.document = *read, .tree = segment(*read), .evaluation = {}};
  made.evaluation = evaluate(made.document, made.tree, rules, matter);
  return made;
}

std::vector<std::string> found(const RuleSet& rules, const std::string& text, const Matter& matter = {}) {
  const Read made = run(rules, text, matter);
  std::vector<std::string> words;
  for (const Finding& finding : made.evaluation.findings) words.emplace_back(made.document.words(finding.span));
  return words;
}

Matter matter_of(const std::string& yaml) {
  const Result<Matter> matter = parse_matter("matter.yaml", yaml);
  REQUIRE(matter);
  return *matter;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("mentions finds the phrase in its language, and not where it is negated") {
  const RuleSet rules = rules_from(kTerms + rule_text("slow", R"(
    when: {mentions: {en: ["respond ... <vague>"], zh: ["<vague>.. 响应"]}}
)"));
  CHECK(found(rules, "Supplier shall respond to calls promptly.\n") == Words{"respond to calls promptly"});
  CHECK(found(rules, "供方应尽快作出响应。\n") == Words{"尽快作出响应"});
  CHECK(found(rules, "Supplier need not respond promptly.\n").empty());
}

TEST_CASE("without looks in its scope, and what it finds there is told as being in order") {
  const std::string rule = R"(
    when:
      all:
        - mentions: {en: ["respond"], zh: [响应]}
        - without: {value: duration, in: SCOPE}
)";
  const auto with_scope = [&](const std::string& scope) {
    std::string keys = rule;
    keys.replace(keys.find("SCOPE"), 5, scope);
    return rules_from(kTerms + rule_text("no-time", keys));
  };
  const std::string text = "8. Service\n8.1 Supplier shall respond to calls at once.\n8.2 The time is 4 hours.\n";
  CHECK(found(with_scope("sentence"), text) == Words{"respond"});
  CHECK(found(with_scope("document"), text).empty());
  const Read made = run(with_scope("document"), text);
  REQUIRE(made.evaluation.outcomes.front().verdict == Verdict::Satisfied);
  CHECK(made.document.words(made.evaluation.outcomes.front().evidence) == "4 hours");
}

TEST_CASE("without may ask for a promise: words that are denied do not put it in order") {
  const auto rules_of = [](const std::string& polarity) {
    return rules_from(kTerms +
                      rule_text("silent", "    when: {all: [{mentions: {en: [replace]}}, {without: {en: [consent]" +
                                              polarity + "}}]}\n"));
  };
  const std::string denied = "Supplier may replace the product without the consent of Customer.\n";
  CHECK(found(rules_of(""), denied).empty());
  CHECK(found(rules_of(", polarity: promised"), denied) == Words{"replace"});
  CHECK(found(rules_of(", polarity: promised"), "Supplier may replace it with the consent of Customer.\n").empty());
}

TEST_CASE("a rule with topics is asked only in their sentences") {
  const RuleSet rules = rules_from(kTerms + rule_text("vague-word", R"(
    where: {topic: service}
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
)"));
  CHECK(found(rules, "Invoices are paid promptly.\n").empty());
  CHECK(found(rules, "4. Service\n4.1 Calls are taken promptly.\n") == Words{"promptly"});
}

TEST_CASE("a rule about a fact is asked only in the sentences that state it") {
  const RuleSet vague = rules_from(kTerms + rule_text("vague-word", R"(
    where: {fact: period}
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
)"));
  CHECK(found(vague, "Calls are taken promptly. Invoices are paid timely.\n").empty());
  CHECK(found(vague, "Supplier shall respond promptly. The period is 4 hours, timely kept.\n") == Words{"timely"});

  const RuleSet missing = rules_from(kTerms + rule_text("no-service", R"(
    where: {fact: [period]}
    when: {missing: {topic: service}}
)"));
  CHECK(found(missing, "The sky is blue. It stays so.\n").empty());
  const Read made = run(missing, "The sky is blue. The period is 4 hours. It ends.\n");
  REQUIRE(made.evaluation.findings.size() == 1);
  CHECK(made.evaluation.findings.front().absence);
  CHECK(made.evaluation.findings.front().span.begin == made.document.text.find("The period"));
}

TEST_CASE("where asks for headings, tables, definitions or plain sentences") {
  const auto rules_in = [](const std::string& setting) {
    return rules_from(
        kTerms + rule_text("vague-word",
                           "    where: {in: " + setting + "}\n    when: {mentions: {en: [<vague>], zh: [<vague>]}}\n"));
  };
  const std::string text =
      "# 1. Promptly repaired\n\n“Repair” means a repair that is timely made.\n\nCalls are taken promptly.\n\n"
      "| Call | Time |\n|---|---|\n| a fault | promptly |\n";
  const auto found_in = [&](const std::string& setting) {
    const RuleSet rules = rules_in(setting);
    Result<Document> read = read_document("draft.md", text);
    REQUIRE(read);
    const ClauseTree tree = segment(*read);
    Words words;
    for (const Finding& finding : evaluate(*read, tree, rules, {}).findings) {
      const auto holds = [&](const Sentence& sentence) { return sentence.span.contains(finding.span); };
      const auto sentence = std::ranges::find_if(tree.sentences, holds);
      words.push_back(std::string(read->words(sentence->span)).substr(0, 12));
    }
    return words;
  };
  CHECK(found_in("heading") == Words{"Promptly rep"});
  CHECK(found_in("definition") == Words{"“Repair”"});
  CHECK(found_in("text") == Words{"Calls are ta"});
  CHECK(found_in("table") == Words{"promptly"});
  CHECK(found_in("[text, table]") == Words{"Calls are ta", "promptly"});
}

TEST_CASE("where asks for the body or for footnotes") {
  Document draft = document("Calls are taken promptly.\nCalls are taken timely.\n");
  draft.paragraphs[1].story = Story::Footnote;
  const auto found_in = [&](const std::string& story) {
    const RuleSet rules = rules_from(
        kTerms + rule_text("vague-word", "    where: {story: " + story + "}\n    when: {mentions: {en: [<vague>]}}\n"));
    Words words;
    for (const Finding& finding : evaluate(draft, segment(draft), rules, {}).findings) {
      words.emplace_back(draft.words(finding.span));
    }
    return words;
  };
  CHECK(found_in("body") == Words{"promptly"});
  CHECK(found_in("footnote") == Words{"timely"});
  CHECK(found_in("[body, footnote]") == Words{"promptly", "timely"});
  CHECK(found_in("header").empty());
}

TEST_CASE("count finds the place where a phrase stands once too often, in its scope") {
  const auto rules_of = [](const std::string& count) {
    return rules_from(kTerms + rule_text("often", "    when: {count: {en: [promptly], " + count + "}}\n"));
  };
  const std::string text =
      "1. Calls\nTaken promptly. Not answered promptly. Closed promptly.\n2. Visits\nMade promptly.\n";
  CHECK(found(rules_of("at-least: 2, in: document"), text).size() == 1);
  CHECK(found(rules_of("at-least: 3, in: document"), text).size() == 1);
  CHECK(found(rules_of("at-least: 4, in: document"), text).empty());  // one is denied
  CHECK(found(rules_of("at-least: 2, in: clause"), text).size() == 1);
  CHECK(found(rules_of("at-least: 3, in: clause"), text).empty());
  CHECK(found(rules_of("at-least: 2, in: paragraph"), text).size() == 1);
  CHECK(found(rules_of("at-least: 2"), text).empty());
  CHECK(found(rules_of("at-least: 1"), text).size() == 3);
  const RuleSet once = rules_from(kTerms + rule_text("once", R"(
    when: {all: [{mentions: {en: [closed]}}, {count: {en: [promptly], at-most: 1, in: clause}}]}
)"));
  CHECK(found(once, text).empty());
  CHECK(found(once, "Closed promptly. Taken at once.\n") == Words{"Closed"});
}

TEST_CASE("a clause is put behind the whole clause, and looks like the paragraph that opens it") {
  const RuleSet rules = rules_from(kTerms + rule_text("more", R"(
    when: {mentions: {en: [promptly]}}
    fix: {insert: clause, with: {en: "Within [●] hours.", zh: "[●]小时内。"}}
)"));
  const Result<Document> draft =
      read_document("draft.txt", "1. Calls\n1.1 Taken promptly:\n(a) day,\n(b) night.\n1.2 Other.\n");
  REQUIRE(draft);
  const Evaluation evaluation = evaluate(*draft, segment(*draft), rules, {});
  REQUIRE(evaluation.findings.size() == 1);
  const Edit& edit = evaluation.findings[0].edit.value();
  CHECK(edit.replacement == "\nWithin [●] hours.");
  CHECK(draft->text.substr(0, edit.span.begin).ends_with("(b) night."));
  CHECK(draft->words(draft->paragraphs[edit.like].span) == "1.1 Taken promptly:");
}

TEST_CASE("a section is the outermost clause with all below it") {
  const RuleSet rules = rules_from(kTerms + rule_text("open", R"(
    when: {all: [{mentions: {en: [promptly]}}, {without: {en: [hours], in: section}}]}
)"));
  CHECK(found(rules, "1. Calls\n1.1 Taken promptly.\n1.2 Within two hours.\n2. Visits\n2.1 Other.\n").empty());
  CHECK(found(rules, "1. Calls\n1.1 Taken promptly.\n2. Visits\n2.1 Within two hours.\n") == Words{"promptly"});
}

TEST_CASE("duty asks who owes what the words speak of") {
  const std::string roles = R"(
roles:
  supplier: {title: {en: supplier, zh: 供方}, en: [supplier], zh: [供方]}
  customer: {title: {en: customer, zh: 客户}, en: [customer], zh: [需方]}
)";
  const auto rules_of = [&](const std::string& party) {
    return rules_from(kTerms + roles +
                      rule_text("owed", "    when: {all: [{mentions: {en: [returned, return], zh: [退回]}}, {duty: " +
                                            party + "}]}\n"));
  };
  const std::string preamble = "Acme Pumps Ltd. (\"Supplier\") and Beta Mills Ltd. (\"Customer\") agree:\n\n";
  const std::string nobody = preamble + "Defective parts shall be returned within a week.\n";
  const std::string customer = preamble + "Customer shall return defective parts.\n";
  CHECK(found(rules_of("nobody"), nobody) == Words{"returned"});
  CHECK(found(rules_of("nobody"), customer).empty());
  CHECK(found(rules_of("customer"), customer) == Words{"return"});
  CHECK(found(rules_of("customer"), nobody).empty());
  CHECK(found(rules_of("supplier"), customer).empty());
  CHECK(found(rules_of("supplier"), preamble + "Defective parts shall be returned by Supplier.\n") ==
        Words{"returned"});
}

TEST_CASE("missing is asked once, and only where the topic is dealt with") {
  const RuleSet rules = rules_from(kTerms + rule_text("no-period", R"(
    where: {topic: service}
    when: {missing: {fact: period}}
)"));
  CHECK(found(rules, "The sky is blue today and so it will stay.\n").empty());
  const Read made = run(rules, "Supplier shall respond to calls. Partner shall respond too.\n");
  REQUIRE(made.evaluation.findings.size() == 1);
  CHECK(made.evaluation.findings.front().absence);
  CHECK(found(rules, "Supplier shall respond to calls. The period is 4 hours.\n").empty());
}

TEST_CASE("a fact is compared with the matter in any unit") {
  const RuleSet rules = rules_from(kTerms + rule_text("too-long", R"(
    when: {fact: {name: period, exceeds: matter.warranty.period}}
    fix: {replace: value, with: {en: "{matter.warranty.period}", zh: "{matter.warranty.period}"}}
)"));
  const Matter matter = matter_of("service: {warranty: {period: 12 months}}");
  CHECK(found(rules, "The period is 24 months.\n", matter) == Words{"24 months"});
  CHECK(found(rules, "The period is 1 year.\n", matter).empty());
  CHECK(found(rules, "The period is 24 months.\n").empty());
  CHECK(run(rules, "The period is 24 months.\n").evaluation.missing_matter == Words{"warranty.period"});
  const Read chinese = run(rules, "质保期为24个月，自交付起算。\n", matter);
  REQUIRE(chinese.evaluation.findings.size() == 1);
  CHECK(chinese.evaluation.findings.front().edit->replacement == "12个月");
}

TEST_CASE("a blank value is undecided, never in order") {
  const RuleSet rules = rules_from(kTerms + rule_text("too-long", R"(
    when: {fact: {name: period, exceeds: 12 months}}
)"));
  const Read made = run(rules, "The period is [●] months.\n");
  CHECK(made.evaluation.findings.empty());
  CHECK(made.evaluation.outcomes.front().verdict == Verdict::Undecided);
}

TEST_CASE("a clock without a start is found, one with a start is in order") {
  const RuleSet rules = rules_from(kTerms + rule_text("no-start", "    when: {no-start: {fact: period}}\n"));
  CHECK(found(rules, "The period is 24 months.\n") == Words{"24 months"});
  CHECK(found(rules, "The period is 24 months from delivery.\n").empty());
  CHECK(found(rules, "The period is ____ months.\n") == Words{"____ months"});
  CHECK(found(rules, "The period is ________.\n").empty());
  CHECK(found(rules, "5. Time\n5.1 The period is 24 months.\n5.2 It runs from delivery.\n").empty());
}

TEST_CASE("two clauses with different values of one fact conflict") {
  const RuleSet rules = rules_from(kTerms + rule_text("conflict", R"(
    when: {conflict: {fact: period, en: [spare], zh: [备件]}}
)"));
  CHECK(found(rules, "1. The period is 24 months.\n2. The period is 12 months.\n") == Words{"12 months"});
  CHECK(found(rules, "1. The period is 24 months.\n2. The period is 2 years.\n").empty());
  CHECK(found(rules, "1. The period is 24 months.\n2. The period of spare parts is 12 months.\n").empty());
}

TEST_CASE("documents of a matter conflict where no value of the one is among those of the other") {
  const RuleSet rules = rules_from(kTerms + rule_text("apart", R"(
    when: {conflict: {fact: period, between: documents}}
)"));
  const auto stated = [](const char* words) {
    Statement statement{.fact = "period", .value = {}, .subject = {}, .clause = "3.2"};
    REQUIRE(parse_value(words, statement.value));
    return statement;
  };
  Matter matter;
  CHECK(found(rules, "The period is 24 months.\n", matter).empty());
  matter.others = {{.file = "card.docx", .statements = {stated("12 months"), stated("6 months")}}};
  CHECK(found(rules, "The period is 24 months.\n", matter) == Words{"24 months"});
  CHECK(found(rules, "The period is 24 months. The period is one year.\n", matter).empty());
  const Read made = run(rules, "The period is 24 months.\n", matter);
  CHECK(made.evaluation.outcomes.front().verdict == Verdict::Fired);
  matter.others.front().file = "draft.txt";  // the draft itself
  CHECK(found(rules, "The period is 24 months.\n", matter).empty());
}

TEST_CASE("each fact under any is asked of its own condition") {
  const RuleSet rules = rules_from(kTerms + R"(
  other:
    title: {en: Other, zh: 其他}
    value: duration
    patterns: {en: ["other ... <duration>"]}
)" + rule_text("apart", "    when: {any: [{no-start: {fact: period}}, {no-start: {fact: other}}]}\n"));
  CHECK(found(rules, "The other is 5 days.\n\nThe period is 24 months from delivery.\n") == Words{"5 days"});
}

TEST_CASE("a reference is unresolved only when nothing in the draft answers it") {
  const RuleSet rules = rules_from(kTerms + rule_text("lost", "    when: {unresolved: true}\n"));
  CHECK(found(rules, "1. See Section 2.\n2. See Section 9.\n3. See Annex C.\n") == Words{"Section 9", "Annex C"});
  CHECK(found(rules, "1. See Section 9 of the Supply Agreement.\n2. Rest.\n").empty());
  CHECK(found(rules, "第一条 详见第二条。\n第二条 详见第九条。\n") == Words{"第九条"});
  CHECK(found(rules, "2. First we say. 2.10 Notices stand here.\n3. See Section 2.10.\n").empty());
  CHECK(found(rules, "There is no numbering here, but see Section 9.\n").empty());
}

TEST_CASE("words and digits that disagree are found") {
  const RuleSet rules = rules_from(kTerms + rule_text("differ", "    when: {words-differ: {value: duration}}\n"));
  CHECK(found(rules, "The period is twelve (18) months.\n") == Words{"twelve (18) months"});
  CHECK(found(rules, "The period is twelve (12) months.\n").empty());
}

TEST_CASE("any takes the first that holds, not turns holding into being in order") {
  const RuleSet rules = rules_from(kTerms + rule_text("any", R"(
    when:
      all:
        - any:
          - mentions: {en: [alpha], zh: [甲]}
          - mentions: {en: [beta], zh: [乙]}
        - not: {mentions: {en: [gamma], zh: [丙]}}
)"));
  CHECK(found(rules, "We say beta here.\n") == Words{"beta"});
  CHECK(found(rules, "We say beta and gamma here.\n").empty());
}

TEST_CASE("a rule behind a closed gate is not asked, and says which gate") {
  const RuleSet rules = rules_from(kTerms + rule_text("consumer", R"(
    applies: {market: [consumer]}
    when: {mentions: {en: [alpha], zh: [甲]}}
)"));
  CHECK(found(rules, "We say alpha here.\n").empty());
  CHECK(run(rules, "We say alpha here.\n").evaluation.outcomes.front().reason.en == "only for the market: consumer");
  CHECK(found(rules, "We say alpha here.\n", matter_of("market: consumer")) == Words{"alpha"});
}

TEST_CASE("severity is that of our side, and a concern is marked") {
  const RuleSet rules = rules_from(kTerms + R"(
rules:
  - id: sides
    title: {en: T, zh: 题}
    dimension: warranty-cost
    severity: {supplier: low, distributor: medium, customer: high}
    message: {en: M, zh: 言}
    why: {en: W, zh: 因}
    when: {mentions: {en: [alpha], zh: [甲]}}
)");
  const auto severity = [&](const std::string& yaml) {
    return run(rules, "We say alpha here.\n", matter_of(yaml)).evaluation.findings.front().severity;
  };
  CHECK(severity("side: supplier") == Severity::Low);
  CHECK(severity("side: customer") == Severity::High);
  CHECK(severity("side: service-partner") == Severity::Medium);
  CHECK(run(rules, "We say alpha here.\n", matter_of("concerns: [sides]")).evaluation.findings.front().concern);
}

TEST_CASE("a fix takes over a capital, and a deletion leaves one blank") {
  const RuleSet rules = rules_from(kTerms + rule_text("swap", R"(
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
    fix: {replace: <vague>, with: {en: "within [●] hours", zh: "[●]小时内"}}
)"));
  CHECK(run(rules, "Promptly we act.\n").evaluation.findings.front().edit->replacement == "Within [●] hours");
  const RuleSet removal = rules_from(kTerms + rule_text("drop", R"(
    when: {mentions: {en: [<vague>], zh: [<vague>]}}
    fix: {delete: match}
)"));
  const Read made = run(removal, "We act promptly.\n");
  CHECK(made.document.words(made.evaluation.findings.front().edit->span) == " promptly");
}

TEST_CASE("a number in an adjective stays in one") {
  const RuleSet rules = rules_from(kTerms + rule_text("too-long", R"(
    when: {fact: {name: period, exceeds: matter.warranty.period}}
    fix: {replace: value, with: {en: "{matter.warranty.period}", zh: "{matter.warranty.period}"}}
)"));
  const Matter matter = matter_of("service: {warranty: {period: 12 months}}");
  CHECK(run(rules, "The period is a 24-month one.\n", matter).evaluation.findings.front().edit->replacement ==
        "12-month");
}

TEST_CASE("the matter's words are said in the language of the clause, or not at all") {
  const RuleSet rules = rules_from(kTerms + rule_text("start", R"(
    when: {mentions: {en: [alpha], zh: [甲]}}
    fix: {replace: match, with: {en: "from {matter.warranty.from | [●]}", zh: "自{matter.warranty.from | [●]}起"}}
)"));
  const auto replacement = [&](const std::string& text, const std::string& from) {
    return run(rules, text, matter_of("service: {warranty: {from: " + from + "}}"))
        .evaluation.findings.front()
        .edit->replacement;
  };
  CHECK(replacement("我们说甲这里。\n", "delivery") == "自交付起");
  CHECK(replacement("We say alpha.\n", "交付") == "from delivery");
  CHECK(replacement("我们说甲这里。\n", "arrival") == "自[●]起");
}

TEST_CASE("patterns that would take for ever end, and what they could not decide is said") {
  const std::vector<std::string> worst = {
      R"("(r*|a) .... (r*|a) .... (r*|a) .... (r*|a) .... never")",
      R"("(repair|repair repair|refund) ... (repair|repair repair) ... (repair|refund) ... never")",
      R"({regex: "(?:repair.{0,400}){0,20}never"})",
      R"({regex: "(repair|replace|refund| ){0,400}x{1,400}never"})",
      R"({regex: "(?=.{0,900}repair)(?=.{0,900}replace).{0,900}neverr"})",
  };
  std::string rules = "rules:\n";
  for (std::size_t i = 0; i < worst.size(); ++i) {
    const std::string rule =
        rule_text("worst-" + std::to_string(i), "    when: {mentions: {en: [" + worst[i] + "]}}\n");
    rules += rule.substr(rule.find('\n') + 1);
  }
  std::string paragraph;
  const std::vector<std::string> words = {"repair", "replace", "refund", "a", "rep"};
  for (std::size_t i = 0; paragraph.size() < 200'000; ++i) paragraph += words[(i * i + i / 3) % words.size()] + ' ';
  const RuleSet set = rules_from(kTerms + rules);
  const Read made = run(set, paragraph + "xx never\n");
  for (const RuleOutcome& outcome : made.evaluation.outcomes) {
    CAPTURE(outcome.rule->id);
    CHECK((outcome.verdict == Verdict::Fired || outcome.verdict == Verdict::Undecided));
    CHECK((outcome.verdict == Verdict::Fired || outcome.reason.en.find("took too long") != std::string::npos));
  }
}
