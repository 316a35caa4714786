// Every error that a pack can have, with its place and its words; and a look into the sources that none is missing here.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "clauselint/rule.hpp"
#include "support/mini_rules.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

/// Where the text of a case stands.
enum class In {
  Pack,        ///< the sections of a pack
  Rule,        ///< on line 9, a key of a rule `r` whose `when` is on line 8
  When,        ///< on line 8, behind `when: ` of a rule `r`
  Comparison,  ///< on line 9, behind `when: ` of a rule `r`, in a pack with a fact `a`
};

struct Case {
  In in;
  std::string text;
  Lines told;
};

std::string sections_of(const Case& one) {
  const std::string fact = "facts: {a: {title: {en: T, zh: 题}, value: duration, patterns: {en: [\"<duration>\"]}}}\n";
  const std::string when = "    when: {mentions: {en: [alpha], zh: [甲]}}\n";
  switch (one.in) {
    case In::Pack: return one.text;
    case In::Rule: return rule_text("r", when + "    " + one.text + "\n");
    case In::When: return rule_text("r", "    when: " + one.text + "\n");
    case In::Comparison: return fact + rule_text("r", "    when: " + one.text + "\n");
  }
  return {};
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      // YAML as such
      {In::Pack, "rules: [", {"3:8: not valid YAML: end of sequence flow not found"}},
      {In::Pack, "terms: {a: {en: [b]", {"2:1: not valid YAML: end of map flow not found"}},
      {In::Rule, "mesage: x", {"9:5: unknown key \"mesage\", did you mean \"message\"?"}},
      {In::Pack, "terms: {a: {zzzz: 1, en: [b], zh: [乙]}}", {"1:13: unknown key \"zzzz\"; known are en, zh, vague"}},
      {In::Pack,
       R"yaml(? [a, b]
: c)yaml",
       {"1:3: a key of a pack must be a word"}},
      {In::Rule, "severity: low", {"9:5: key \"severity\" is given twice"}},
      {In::Pack, "terms: [a]", {"1:8: \"terms\" must be a map, each entry under its name"}},
      {In::Pack, "terms: {a: b}", {"1:12: a term must be a map of keys and values"}},
      {In::Pack, "terms: {? [a, b] : {en: [c], zh: [丙]}}", {"1:11: a name must be a word"}},
      {In::Pack,
       R"yaml(terms:
  a: {en: [b], zh: [乙]}
  a: {en: [c], zh: [丙]})yaml",
       {"3:3: \"a\" is declared twice: give it another name"}},
      // texts, words and phrases
      {In::Rule, "caution: {en: only}", {"9:14: \"zh\" is missing"}},
      {In::Rule, "caution: only", {"9:14: \"caution\" must be given in both languages: {en: …, zh: …}"}},
      {In::Rule, "caution: {en: [a], zh: 乙}", {"9:19: \"en\" must be a single value"}},
      {In::Rule, "law: [a, [b]]", {"9:14: an entry of \"law\" must be a single value"}},
      {In::Rule, "law: {a: b}", {"9:10: \"law\" must be a value or a list of values"}},
      {In::When, "{mentions: {en: [{regexp: a}], zh: [甲]}}", {"8:28: a pattern must be a text or {regex: \"…\"}"}},
      {In::When, "{mentions: alpha}", {"8:22: \"mentions\" must be a map of keys and values"}},
      // roles
      {In::Pack,
       "roles: {maker: {title: {en: m, zh: 甲}}}",
       {"1:16: role \"maker\" has no words: give some under \"en\" and \"zh\""}},
      {In::Pack,
       R"yaml(roles: {maker: {title: {en: m, zh: 甲}, en: [""]}})yaml",
       {"1:16: a word is empty: write it, or leave it out"}},
      {In::Pack, "roles: {maker: {en: [seller]}}", {"1:16: \"title\" is missing"}},
      {In::Pack,
       "roles: {maker: {title: {en: m, zh: 甲}, en: [seller], opposite: makr}}",
       {"1:9: unknown role \"makr\", did you mean \"maker\"?"}},
      {In::Pack,
       "roles: {maker: {title: {en: m, zh: 甲}, en: [seller], does: {es: [a]}}}",
       {"1:63: unknown key \"es\", did you mean \"en\"?"}},
      // terms, topics and subjects
      {In::Pack, "terms: {a: {vague: true}}", {"1:12: term \"a\" has no phrases: give some under \"en\" and \"zh\""}},
      {In::Pack,
       "topics: {a: {title: {en: T, zh: 题}}}",
       {"1:13: topic \"a\" has no patterns: give \"headings\" or \"mentions\""}},
      {In::Pack,
       "topics: {a: {title: {en: T, zh: 题}, mentions: {en: [b]}, within: [b]}}",
       {"1:68: \"within\" says where \"supports\" count, and there are none: add some, or leave \"within\" out"}},
      {In::Pack,
       "topics: {a: {title: {en: T, zh: 题}, mentions: {en: [b]}, supports: {en: [c]}, within: [b]}}",
       {"1:10: unknown topic \"b\", did you mean \"a\"?"}},
      {In::Pack,
       "topics: {a: {title: {en: T, zh: 题}, mentions: {en: [b]}, supports: {en: [c]}, within: [a]}}",
       {"1:10: topic \"a\" is within \"a\", which is within others itself: name topics without a \"within\""}},
      {In::Pack,
       "topics: {a: {title: {en: T, zh: 题}, mentions: [b]}}",
       {"1:49: \"mentions\" must be a map of keys and values",
        "1:13: topic \"a\" has no patterns: give \"headings\" or \"mentions\""}},
      {In::Pack,
       "subjects: {a: {title: {en: T, zh: 题}}}",
       {"1:15: \"a\" has no phrases: give some under \"en\" and \"zh\""}},
      // facts
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, patterns: {en: ["<duration>"]}}})yaml",
       {"1:12: \"value\" is missing"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: durations, patterns: {en: ["<duration>"]}}})yaml",
       {"1:45: unknown value \"durations\", did you mean \"duration\"?"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: [duration], patterns: {en: ["<duration>"]}}})yaml",
       {"1:45: \"value\" must be one of duration, money, percent, count, date, reference, placeholder, hours, text"}},
      {In::Pack,
       "facts: {a: {title: {en: T, zh: 题}, value: duration}}",
       {"1:12: fact \"a\" has no patterns: give \"patterns\""}},
      {In::Pack,
       "facts: {a: {title: {en: T, zh: 题}, value: duration, patterns: {en: [soon]}}}",
       {"1:71: pattern \"soon\" of fact \"a\" holds no <duration>: it would find no value"}},
      {In::Pack,
       "facts: {a: {title: {en: T, zh: 题}, value: text, patterns: {en: [soon]}}}",
       {"1:67: pattern \"soon\" of fact \"a\" holds no term or value: it would find no value"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: duration, patterns: {en: ["<duration>"]}, except: {zh: ["<money>"]}}})yaml",
       {"1:101: pattern \"<money>\" of fact \"a\" holds no <duration>: it would find no value"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: duration, in: [b], patterns: {en: ["<duration>"]}}})yaml",
       {"1:9: unknown topic \"b\": no topic is declared"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: duration, polarity: denied, patterns: {en: ["<duration>"]}}})yaml",
       {"1:65: unknown polarity \"denied\"; known are promised, any"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: duration, under: {patterns: {en: ["<duration>"]}}, patterns: {en: ["<duration>"]}}})yaml",
       {"1:62: \"leads\" is missing"}},
      {In::Pack,
       R"yaml(facts: {a: {title: {en: T, zh: 题}, value: duration, starts: {b: {title: {en: B, zh: 乙}}}, patterns: {en: ["<duration>"]}}})yaml",
       {"1:67: \"b\" has no phrases: give some under \"en\" and \"zh\""}},
      // patterns
      {In::When,
       R"yaml({mentions: {en: [""], zh: [甲]}})yaml",
       {"8:28: in pattern \"\": an empty pattern: write its words, or leave it out"}},
      {In::When,
       R"yaml({mentions: {en: ["a\nb"], zh: [甲]}})yaml",
       {"8:28: in pattern \"a b\": a line feed in a pattern: write it on one line"}},
      {In::When,
       R"yaml({mentions: {en: ["(a"], zh: [甲]}})yaml",
       {"8:28: in pattern \"(a\": \"(\" without \")\": close it, or write \\( for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["a)"], zh: [甲]}})yaml",
       {"8:28: in pattern \"a)\": \")\" without \"(\": leave it out, or write \\) for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["<a"], zh: [甲]}})yaml",
       {"8:28: in pattern \"<a\": \"<\" without \">\": close it, or write \\< for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["?a"], zh: [甲]}})yaml",
       {"8:28: in pattern \"?a\": \"?\" with nothing before it: write \\? for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["a ... ?"], zh: [甲]}})yaml",
       {"8:28: in pattern \"a ... ?\": \"?\" must follow a group or a character: write \\? for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["a ... *"], zh: [甲]}})yaml",
       {"8:28: in pattern \"a ... *\": \"*\" must follow the beginning of a Latin word: write \\* for the sign"}},
      {In::When,
       R"yaml({mentions: {en: ["a\\"], zh: [甲]}})yaml",
       {"8:28: in pattern \"a\\\": a backslash at the end: write the character after it"}},
      {In::When,
       R"yaml({mentions: {en: ["((((((((((((((a))))))))))))))"], zh: [甲]}})yaml",
       {"8:28: in pattern \"((((((((((((((a))))))))))))))\": more than 12 groups within one another: write two "
        "patterns"}},
      {In::When,
       R"yaml({mentions: {en: ["<soon>"], zh: [甲]}})yaml",
       {"8:28: in pattern \"<soon>\": unknown term <soon>: declare it under \"terms\", or write \\< for the sign"}},
      {In::Pack,
       R"yaml(terms: {soon: {en: [promptly]}}
subjects: {a: {title: {en: T, zh: 题}, en: ["act <son>"]}})yaml",
       {"2:46: in pattern \"act <son>\": unknown term <son>, did you mean <soon>?"}},
      {In::Pack,
       R"yaml(terms: {a: {en: ["<a>"]}})yaml",
       {"1:18: in pattern \"<a>\": term <a> leads back to itself: its phrases may not use it"}},
      {In::Pack,
       R"yaml(terms: {a: {en: ["(b"]}}
subjects: {c: {title: {en: T, zh: 题}, en: ["<a>"]}})yaml",
       {"1:18: in pattern \"(b\": \"(\" without \")\": close it, or write \\( for the sign",
        "2:46: in pattern \"<a>\": in term <a>: \"(\" without \")\": close it, or write \\( for the sign"}},
      // raw expressions
      {In::When,
       R"yaml({mentions: {en: [{regex: "(a"}], zh: [甲]}})yaml",
       {"8:28: not a regular expression: missing closing parenthesis at byte 2"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "(a)\\1"}], zh: [甲]}})yaml",
       {"8:28: at byte 3 of the expression: a backreference or call: matching may take exponential time, write the "
        "words out"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "\\C"}], zh: [甲]}})yaml",
       {"8:28: at byte 0 of the expression: \\C, which may split a character: write a dot"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "a(?R)"}], zh: [甲]}})yaml",
       {"8:28: at byte 1 of the expression: recursion or a call of another group: matching may take exponential time, "
        "write the words out"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "a(?1)"}], zh: [甲]}})yaml",
       {"8:28: at byte 1 of the expression: recursion or a call of another group: matching may take exponential time, "
        "write the words out"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "(*UTF)a"}], zh: [甲]}})yaml",
       {"8:28: at byte 0 of the expression: a verb or callout of the engine: leave it out"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "(?(1)a|b)"}], zh: [甲]}})yaml",
       {"8:28: at byte 0 of the expression: a condition within the expression: write two patterns"}},
      {In::When,
       R"yaml({mentions: {en: [{regex: "(a+)+"}], zh: [甲]}})yaml",
       {"8:28: at byte 4 of the expression: a repetition without a bound inside another: give one a bound, as in "
        "{0,20}"}},
      // what a rule must have
      {In::Pack, "rules: {r: {}}", {"1:8: \"rules\" must be a list"}},
      {In::Pack, "rules: [r]", {"1:9: a rule must be a map of keys and values"}},
      {In::Pack,
       "rules: [{}]",
       {"1:9: \"id\" is missing", "1:9: \"title\" is missing", "1:9: \"dimension\" is missing",
        "1:9: \"severity\" is missing", "1:9: \"when\" is missing", "1:9: \"message\" is missing",
        "1:9: \"why\" is missing"}},
      {In::Pack,
       "rules: [{id: Bad_Id, title: {en: T, zh: 题}, dimension: warranty, severity: low, message: {en: M, zh: 信}, "
       "why: {en: W, zh: 因}, when: {placeholder: true}}]",
       {"1:14: \"Bad_Id\" is no rule id: use lower-case letters, digits and hyphens",
        "1:58: unknown dimension \"warranty\"; known are warranty-cost, customer-expectations, partner-leverage, "
        "escalation-timing"}},
      {In::Pack,
       "rules: [{id: r, title: {en: T, zh: 题}, dimension: warranty-cost, severity: hgh, message: {en: M, zh: 信}, "
       "why: {en: W, zh: 因}, when: {placeholder: true}}]",
       {"1:78: unknown severity \"hgh\", did you mean \"high\"?"}},
      {In::Pack,
       "rules: [{id: r, title: {en: T, zh: 题}, dimension: warranty-cost, severity: {buyer: low}, message: {en: M, zh: "
       "信}, why: {en: W, zh: 因}, when: {placeholder: true}}]",
       {"1:79: unknown key \"buyer\"; known are supplier, distributor, service-partner, customer"}},
      {In::Rule, "once: always", {"9:11: unknown once \"always\"; known are place, clause, section"}},
      {In::Rule, "recommended: maybe", {"9:18: unknown recommended \"maybe\"; known are false, true"}},
      {In::Rule, "since: 1 May 2027", {"9:12: \"since\" must be a date such as 2027-01-01"}},
      {In::Rule, "applies: {markt: [consumer]}", {"9:15: unknown key \"markt\", did you mean \"market\"?"}},
      {In::Rule, "applies: {language: [fr]}", {"9:25: \"fr\" is no language: en or zh"}},
      {In::Rule, "applies: {parties: [makr]}", {"2:5: unknown role \"makr\": no role is declared"}},
      {In::Rule, "applies: {role: [drft]}", {"9:21: unknown role \"drft\", did you mean \"draft\"?"}},
      {In::Rule, "where: {topics: a}", {"9:13: unknown key \"topics\", did you mean \"topic\"?"}},
      {In::Rule, "where: {topic: a}", {"2:5: unknown topic \"a\": no topic is declared"}},
      {In::Rule, "where: {fact: a}", {"2:5: unknown fact \"a\": no fact is declared"}},
      {In::Rule, "law: [cc-1]", {"2:5: unknown provision \"cc-1\": no provision is declared"}},
      // conditions
      {In::When, "{mention: {en: [a]}}", {"8:12: unknown key \"mention\", did you mean \"mentions\"?"}},
      {In::When, "mentions", {"8:11: a condition must be a map of keys and values"}},
      {In::When,
       "{placeholder: true, unresolved: true}",
       {"8:11: a condition has exactly one key; join several with \"all\""}},
      {In::When, "{placeholder: yes please}", {"8:25: write \"placeholder: true\""}},
      {In::When, "{all: {placeholder: true}}", {"8:17: \"all\" and \"any\" take a list of conditions"}},
      {In::When, "{all: []}", {"8:17: \"all\" and \"any\" take a list of conditions"}},
      {In::When,
       "{not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {placeholder: true}}}}}}}}}}}",
       {"8:65: conditions nest more than 8 deep: make two rules of it"}},
      {In::When, "{mentions: {}}", {"8:22: say what: patterns (en, zh), a fact, a topic or a value"}},
      {In::When,
       "{missing: {topic: a, fact: b}}",
       {"8:21: say one thing: patterns, a fact, a topic or a value; join several with \"all\""}},
      {In::When,
       "{mentions: {en: [a], polarity: no}}",
       {"8:42: unknown polarity \"no\"; known are promised, negated, any"}},
      {In::When,
       "{all: [{mentions: {en: [a]}}, {without: {value: duration, in: page}}]}",
       {"8:73: unknown in \"page\"; known are sentence, paragraph, clause, section, topic, document"}},
      {In::When, "{count: {en: [abc], at-least: many}}", {"8:41: \"at-least\" must be a number up to 1000"}},
      {In::When, "{count: {en: [abc]}}", {"8:19: say how often: \"at-least\", \"at-most\" or both"}},
      {In::When,
       "{count: {en: [abc], at-least: 3, at-most: 2}}",
       {"8:19: \"at-least\" is more than \"at-most\": it never holds"}},
      {In::When,
       "{all: [{mentions: {en: [abc]}}, {duty: [a]}]}",
       {"8:50: \"duty\" must be \"nobody\" or the name of a role"}},
      {In::When,
       "{all: [{mentions: {en: [abc]}}, {duty: suplier}]}",
       {"8:43: unknown role \"suplier\"; known are nobody"}},
      {In::Rule, "where: {in: [tabel]}", {"9:18: unknown in \"tabel\"; known are text, table, heading, definition"}},
      {In::Rule,
       "where: {story: margin}",
       {"9:20: unknown story \"margin\"; known are body, footnote, endnote, "
        "header, footer, text-box"}},
      {In::When,
       "{without: {value: duration}}",
       {"8:11: rule \"r\" looks for nothing: add a \"mentions\" or a \"fact\""}},
      {In::When, "{missing: {topic: a}}", {"8:11: unknown topic \"a\": no topic is declared"}},
      {In::When, "{fact: {exceeds: 12 months}}", {"8:18: \"name\" is missing"}},
      {In::When, "{fact: {name: a, exceeds: 12 months}}", {"8:11: unknown fact \"a\": no fact is declared"}},
      {In::Comparison, "{fact: {name: a}}", {"9:18: a comparison needs exactly one of exceeds, below, is, differs"}},
      {In::Comparison,
       "{fact: {name: a, exceeds: 1 year, below: 2 years}}",
       {"9:18: a comparison needs exactly one of exceeds, below, is, differs"}},
      {In::Comparison,
       "{fact: {name: a, exceeds: a long time}}",
       {"9:11: \"a long time\" is nothing to compare with: write a value (12 months, 10%), a field of the matter "
        "(matter.…) or the name of a fact"}},
      {In::Comparison,
       "{fact: {name: a, exceeds: matter.waranty.period}}",
       {"9:11: unknown matter field \"waranty.period\", did you mean \"warranty.period\"?"}},
      {In::Comparison,
       "{fact: {name: a, exceeds: matter.warranty}}",
       {"9:11: unknown matter field \"warranty\"; known are warranty.period, warranty.from, warranty.longest, "
        "warranty.after-repair"}},
      {In::Comparison,
       "{fact: {name: a, exceeds: matter.price}}",
       {"9:11: unknown matter field \"price\"; known begin with warranty, first-line, field-service, repair, "
        "spare-parts, response, returns, escalation"}},
      {In::When, "{conflict: {}}", {"8:22: \"fact\" is missing"}},
      {In::When,
       "{words-differ: {value: time}}",
       {"8:34: unknown value \"time\"; known are duration, money, percent, count, date, reference, placeholder, hours, "
        "text"}},
      {In::When, "{term: lost}", {"8:18: unknown fault \"lost\"; known are undefined, redefined, unused"}},
      // fixes and texts with names in braces
      {In::Rule,
       "fix: {replace: match, insert: sentence, with: {en: a, zh: 乙}}",
       {"9:10: a fix takes one of \"replace\", \"insert\" and \"delete\""}},
      {In::Rule,
       "fix: {replace: words, with: {en: a, zh: 乙}}",
       {"9:20: unknown target \"words\"; known are match, value, sentence"}},
      {In::Rule, "fix: {replace: <soon>, with: {en: a, zh: 乙}}", {"9:10: unknown term \"soon\": no term is declared"}},
      {In::Rule, "fix: {replace: match}", {"9:10: \"with\" is missing"}},
      {In::Rule, "fix: {delete: match, with: {en: a, zh: 乙}}", {"9:32: \"with\" needs \"replace\" or \"insert\""}},
      {In::Rule,
       "fix: {insert: article, with: {en: a, zh: 乙}}",
       {"9:19: unknown insert \"article\"; known are sentence, clause"}},
      {In::Rule,
       R"yaml(caution: {en: "{matsch}", zh: "{match}"})yaml",
       {"2:5: \"caution\" in en: unknown name {matsch}; known are {match}, {value}, {other}, {clause}, {document}, "
        "{at} and "
        "{matter.…}"}},
      {In::Rule,
       R"yaml(fix: {replace: match, with: {en: a, zh: "{matter.response.respnd}"}})yaml",
       {"9:10: \"with\" in zh: unknown matter field \"response.respnd\", did you mean \"response.respond\"?"}},
      // examples
      {In::Rule, "examples: {fires: {en: A.}}", {"9:15: \"examples\" must be a list"}},
      {In::Rule, "examples: [A.]", {"9:16: an example must be a map of keys and values"}},
      {In::Rule, "examples: [{}]", {"9:16: an example has either \"fires\" or \"passes\""}},
      {In::Rule,
       "examples: [{fires: {en: A.}, passes: {en: B.}}]",
       {"9:16: an example has either \"fires\" or \"passes\""}},
      {In::Rule, "examples: [{fires: {}}]", {"9:24: an example without a text: give one as {en: …}, {zh: …} or both"}},
      {In::Rule, "examples: [{fires: A.}]", {"9:24: an example without a text: give one as {en: …}, {zh: …} or both"}},
      {In::Rule,
       "examples: [{passes: {en: A.}, fixed: {en: B.}}]",
       {"9:42: \"fixed\" is for an example that fires: this one passes"}},
      {In::Rule,
       "examples: [{fires: {en: A.}, words: {zh: 甲}}]",
       {"9:41: \"words\" is given in zh, but the example has no text in zh"}},
      {In::Rule,
       "examples: [{fires: {en: A.}, value: soon}]",
       {"9:41: \"soon\" is no value: write one such as 12 months or 10%"}},
      {In::Rule,
       R"yaml(examples: [{fires: {en: A.}, todo: ""}])yaml",
       {"9:40: \"todo\" is empty: say in a few words what does not work yet"}},
      {In::Rule,
       "examples: [{fires: {en: A.}, todo: {zh: later}}]",
       {"9:40: \"todo\" is given in zh, but the example has no text in zh"}},
      // changes
      {In::Pack, "changes: [late]", {"1:10: \"changes\" must be a map, each entry under its name"}},
      {In::Pack, "changes: {late: {severty: low}}", {"1:18: unknown key \"severty\", did you mean \"severity\"?"}},
      {In::Pack, "changes: {late: {severity: low}}", {"1:11: unknown rule \"late\": no rule is declared"}},
      // triggers
      {In::Pack, "triggers: {}", {"1:11: \"triggers\" must be a list"}},
      {In::Pack,
       "triggers: [{id: a, text: {en: T, zh: 题}}]",
       {"1:12: a trigger has either a \"fact\" or a \"topic\""}},
      {In::Pack,
       "triggers: [{id: a, fact: b, topic: c, text: {en: T, zh: 题}}]",
       {"1:12: a trigger has either a \"fact\" or a \"topic\""}},
      {In::Pack,
       "triggers: [{id: a, fact: b, text: {en: T, zh: 题}}]",
       {"1:12: unknown fact \"b\": no fact is declared"}},
      {In::Pack,
       "triggers: [{id: a, topic: b, text: {en: T, zh: 题}}]",
       {"1:12: unknown topic \"b\": no topic is declared"}},
      {In::Pack,
       "triggers: [{id: a, fact: b, at: 0.8, text: {en: T, zh: 题}}]",
       {"1:33: \"at\" must be a share of the promised time, such as 80%"}},
      {In::Pack,
       "triggers: [{id: a, fact: b, matter: respond, text: {en: T, zh: 题}}]",
       {"1:37: unknown matter field \"respond\"; known begin with warranty, first-line, field-service, repair, "
        "spare-parts, response, returns, escalation"}},
      {In::Pack,
       R"yaml(facts: {b: {title: {en: T, zh: 题}, value: duration, patterns: {en: ["<duration>"]}}}
triggers: [{id: a, fact: b, text: {en: "{tme}", zh: 题}}])yaml",
       {"2:12: \"text\" in en: unknown name {tme}; known are {match}, {value}, {other}, {clause}, {document}, {at} and "
        "{matter.…}"}},
  };
  return all;
}

// Errors that need more than one pack, or one too large to show.
struct FurtherCase {
  std::string name;
  Lines errors;
  Lines told;
};

std::string pack_of(const std::string& sections) {
  return sections + "\npack: p\nversion: 1.0.0\ntitle: {en: T, zh: 题}\n";
}

Lines lines_of(const std::vector<Error>& errors) {
  Lines lines;
  for (const Error& error : errors) lines.push_back(describe(error));
  return lines;
}

// The same sections in `a.yaml` and `b.yaml`.
Lines errors_of_twins(const std::string& sections) {
  std::vector<Error> errors;
  std::vector<Pack> packs = {parse_pack("a.yaml", pack_of(sections), errors),
                             parse_pack("b.yaml", pack_of(sections), errors)};
  if (errors.empty()) RuleSet::compile(std::move(packs), {}, errors);
  return lines_of(errors);
}

Lines errors_of_file(const std::string& text) {
  std::vector<Error> errors;
  parse_pack("a.yaml", text, errors);
  return lines_of(errors);
}

Lines errors_of_register(const std::string& text) {
  std::vector<Error> errors;
  parse_provisions("law.yaml", text, errors);
  return lines_of(errors);
}

// Of a pack that cites what the register holds.
Lines errors_of_citing(const std::string& text, const std::string& law) {
  std::vector<Error> errors;
  std::vector<Provision> provisions = parse_provisions("law.yaml", text, errors);
  const std::string rule = rule_text("r", "    when: {mentions: {en: [alpha], zh: [甲]}}\n    law: [" + law + "]\n");
  std::vector<Pack> packs = {parse_pack("a.yaml", pack_of(rule), errors)};
  RuleSet::compile(std::move(packs), std::move(provisions), errors);
  return lines_of(errors);
}

// Terms `t` with so many phrases of 1,900 letters, and a subject with this pattern, on line 2.
std::string large(int phrases, const std::string& pattern) {
  std::string list;
  for (int i = 0; i < phrases; ++i) list += std::string(i == 0 ? "" : ", ") + std::string(1900, 'a');
  return "terms: {t: {en: [" + list + "]}}\nsubjects: {s: {title: {en: S, zh: 题}, en: [\"" + pattern + "\"]}}";
}

std::vector<FurtherCase> further_cases() {
  const std::string provision = "- {id: a, instrument: {en: I, zh: 法}, mark: M, says: {en: S, zh: 说}}\n";
  const std::string title = "title: {en: T, zh: 题}";
  return {
      {"no file at all", errors_of_file(""), {"a.yaml:1:1: the file is empty"}},
      {"brackets", errors_of_file("a: " + std::string(61, '[')), {"a.yaml:1:1: brackets nest more than 60 deep"}},
      {"indentation",
       errors_of_file("a:\n" + std::string(401, ' ') + "b: c\n"),
       {"a.yaml:1:1: lines are indented by more than 400 columns"}},
      {"size",
       errors_of_file("# " + std::string(9u << 20, 'a')),
       {"a.yaml:1:1: the file is larger than 8 MiB: split it"}},
      {"encoding",
       errors_of_pack(rule_text("r", "    when: {placeholder: true}\n    caution: {en: \"\xFF\", zh: a}\n")),
       {"9:14: \"caution\" is not valid UTF-8"}},
      {"a term in two packs",
       errors_of_twins("terms: {a: {en: [b], zh: [乙]}}"),
       {"b.yaml:1:9: term \"a\" is declared twice, first at a.yaml:1: give it another name"}},
      {"a topic in two packs",
       errors_of_twins("topics: {a: {" + title + ", mentions: {en: [b]}}}"),
       {"b.yaml:1:10: topic \"a\" is declared twice, first at a.yaml:1: give it another name"}},
      {"a subject in two packs",
       errors_of_twins("subjects: {a: {" + title + ", en: [b]}}"),
       {"b.yaml:1:12: subject \"a\" is declared twice, first at a.yaml:1: give it another name"}},
      {"a fact in two packs",
       errors_of_twins("facts: {a: {" + title + ", value: duration, patterns: {en: [\"<duration>\"]}}}"),
       {"b.yaml:1:9: fact \"a\" is declared twice, first at a.yaml:1: give it another name"}},
      {"a role in two packs",
       errors_of_twins("roles: {a: {" + title + ", en: [b]}}"),
       {"b.yaml:1:9: role \"a\" is declared twice, first at a.yaml:1: give it another name"}},
      {"a rule in two packs",
       errors_of_twins(rule_text("r", "    when: {placeholder: true}\n")),
       {"b.yaml:2:5: rule \"r\" is declared twice, first at a.yaml:2: give it another name"}},
      {"a register that is none",
       errors_of_register("a: b"),
       {"law.yaml:1:1: the register of provisions must be a list"}},
      {"a provision twice",
       errors_of_register(provision + provision),
       {"law.yaml:2:3: provision \"a\" is given twice: give one of them another id"}},
      {"a provision that nobody read",
       errors_of_citing(provision, "a"),
       {"a.yaml:2:5: provision \"a\" was not read in its source (mark M): it may not be cited until it is marked V"}},
      {"a provision that is not there",
       errors_of_citing(provision, "b"),
       {"a.yaml:2:5: unknown provision \"b\", did you mean \"a\"?"}},
      {"a long pattern",
       errors_of_pack("subjects: {s: {" + title + ", en: [" + std::string(2001, 'a') + "]}}"),
       {"1:46: in pattern \"" + std::string(120, 'a') + "…\": a pattern of more than 2000 bytes: write two"}},
      {"a long expression",
       errors_of_pack("subjects: {s: {" + title + ", en: [{regex: " + std::string(2001, 'a') + "}]}}"),
       {"1:46: at byte 0 of the expression: an expression of more than 2000 bytes: write two"}},
      {"a large term",
       errors_of_pack(large(32, "<t>")),
       {"2:46: in pattern \"<t>\": the pattern is too large with term <t> filled in: write two"}},
      {"a large pattern",
       errors_of_pack(large(31, "<t> " + std::string(1500, 'b'))),
       {"2:46: in pattern \"<t> " + std::string(116, 'b') + "…\": the pattern is too large: write two"}},
  };
}

// The words of a source without its comments, statement by statement, each as the list of its string literals.
struct ErrorCall {
  std::string code;  ///< without the literals
  Lines literals;
};

std::vector<ErrorCall> statements_of(const std::string& source) {
  std::vector<ErrorCall> found(1);
  for (std::size_t at = 0; at < source.size(); ++at) {
    const char c = source[at];
    if (source.compare(at, 2, "//") == 0) {
      at = std::min(source.find('\n', at), source.size());
    } else if (c == '\'' && std::isalnum(static_cast<unsigned char>(source[at - 1])) == 0) {  // else `60'000`
      at = std::min(source.find('\'', at + (source[at + 1] == '\\' ? 3 : 2)), source.size());
    } else if (c == '"') {
      std::string literal;
      for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] == '\\') ++at;
        literal += source[at];
      }
      found.back().literals.push_back(literal);
    } else if (c == ';') {
      found.emplace_back();
    } else {
      found.back().code += c;
    }
  }
  return found;
}

// The pieces of a message between its braces that are more than a word.
Lines pieces_of(const std::string& literal) {
  Lines pieces;
  for (std::size_t begin = 0; begin <= literal.size();) {
    const std::size_t end = std::min(literal.find_first_of("{}", begin), literal.size());
    const std::string piece = literal.substr(begin, end - begin);
    if (piece.find(' ') != std::string::npos) pieces.push_back(piece);
    begin = end + 1;
  }
  return pieces;
}

bool tells_an_error(const ErrorCall& statement) {
  for (const char* sign :
       {"fail(", "error_ =", "PhraseError{", "RegexDanger{", "return fmt::format(", "wrong =", "message +="}) {
    if (statement.code.find(sign) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every error of a pack is told at its place, with the way out") {
  for (const Case& one : cases()) {
    CAPTURE(one.text);
    CHECK(errors_of_pack(sections_of(one)) == one.told);
  }
}

TEST_CASE("so are the errors of several packs, of the register, and of packs beyond reason") {
  for (const FurtherCase& one : further_cases()) {
    CAPTURE(one.name);
    CHECK(one.errors == one.told);
  }
}

TEST_CASE("no error of the sources is missing above") {
  std::string told;
  for (const Case& one : cases()) {
    for (const std::string& line : one.told) told += line + '\n';
  }
  for (const FurtherCase& one : further_cases()) {
    for (const std::string& line : one.told) told += line + '\n';
  }
  // What a library throws that nobody foresaw: no pack is known that comes so far.
  const std::string unforeseen = "could not be read: ";
  std::size_t looked_at = 0;
  for (const char* source : {"io/yaml.cpp", "rules/pack_reader.cpp", "rules/parse_pack.cpp", "rules/parse_rule.cpp",
                             "rules/parse_condition.cpp", "rules/rule_set.cpp", "rules/rule_changes.cpp",
                             "rules/render.cpp", "text/phrase.cpp", "text/phrase_tree.cpp", "text/regex_danger.cpp"}) {
    std::ifstream in(fs::path(CLAUSELINT_SOURCE_DIR) / "src" / source, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(text.empty());
    for (const ErrorCall& statement : statements_of(text)) {
      if (!tells_an_error(statement)) continue;
      for (const std::string& literal : statement.literals) {
        if (literal.find(unforeseen) != std::string::npos) continue;
        for (const std::string& piece : pieces_of(literal)) {
          CAPTURE(source, literal);
          CHECK(told.find(piece) != std::string::npos);
          ++looked_at;
        }
      }
    }
  }
  CHECK(looked_at > 100);
}
