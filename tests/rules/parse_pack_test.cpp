#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/mini_rules.hpp"

using namespace clauselint;

namespace {

using Lines = std::vector<std::string>;

Lines errors_of_rule(const std::string& keys) { return errors_of_pack(rule_text("r", keys)); }

const std::string kWhen = "    when: {mentions: {en: [alpha], zh: [甲]}}\n";

}  // namespace

TEST_CASE("an unknown key is told with what was meant") {
  CHECK(errors_of_pack("term: {}") == Lines{"1:1: unknown key \"term\", did you mean \"terms\"?"});
  CHECK(errors_of_rule(kWhen + "    mesage: x\n") == Lines{"9:5: unknown key \"mesage\", did you mean \"message\"?"});
}

TEST_CASE("a key given twice is an error, not a choice") {
  CHECK(errors_of_rule(kWhen + "    severity: low\n") == Lines{"9:5: key \"severity\" is given twice"});
}

TEST_CASE("a subject has a title and phrases, and is declared once") {
  CHECK(errors_of_pack("subjects: {a: {title: {en: A, zh: 甲}}}") ==
        Lines{"1:15: \"a\" has no phrases: give some under \"en\" and \"zh\""});
  CHECK(errors_of_pack("subjects: {a: {titel: {en: A, zh: 甲}, en: [x]}}").front() ==
        "1:16: unknown key \"titel\"; known are title, en, zh");
  CHECK(errors_of_pack("subjects:\n  a: {title: {en: A, zh: 甲}, en: [x], zh: [乙]}\n  a: {title: {en: A, zh: 甲}, en: "
                       "[x], zh: [乙]}")
            .front() == "3:3: \"a\" is declared twice: give it another name");
}

TEST_CASE("texts need both languages") {
  CHECK(errors_of_rule(kWhen + "    caution: {en: only}\n") == Lines{"9:14: \"zh\" is missing"});
}

TEST_CASE("a condition has one key, out of a closed list") {
  CHECK(errors_of_rule("    when: {mention: {en: [a]}}\n").front() ==
        "8:12: unknown key \"mention\", did you mean \"mentions\"?");
  CHECK(errors_of_rule("    when: {placeholder: true, unresolved: true}\n") ==
        Lines{"8:11: a condition has exactly one key; join several with \"all\""});
  CHECK(errors_of_rule("    when: {without: {value: duration}}\n") ==
        Lines{"8:11: rule \"r\" looks for nothing: add a \"mentions\" or a \"fact\""});
}

TEST_CASE("names that do not exist are told with what was meant") {
  CHECK(errors_of_pack("terms: {vague-time: {en: [soon], zh: [尽快]}}\n" +
                       rule_text("r", "    when: {mentions: {en: [\"act <vague-tme>\"], zh: [甲]}}\n")) ==
        Lines{"9:28: in pattern \"act <vague-tme>\": unknown term <vague-tme>, did you mean <vague-time>?"});
  CHECK(errors_of_rule(kWhen + "    where: {topic: service}\n").size() == 1);
  CHECK(errors_of_rule("    when: {fact: {name: period, exceeds: 12 months}}\n")
            .front()
            .find("unknown fact \"period\"") != std::string::npos);
  CHECK(errors_of_rule(kWhen + "    law: [cc-1]\n").front().find("unknown provision \"cc-1\"") != std::string::npos);
  CHECK(errors_of_rule(kWhen + "    fix: {replace: <soon>, with: {en: a, zh: 乙}}\n")
            .front()
            .find("unknown term \"soon\"") != std::string::npos);
}

TEST_CASE("a message may use only names that will be filled") {
  CHECK(errors_of_rule(kWhen + "    caution: {en: \"{matsch}\", zh: \"{match}\"}\n") ==
        Lines{"2:5: \"caution\" in en: unknown name {matsch}; known are {match}, {value}, {other}, {clause}, "
              "{document}, {at} and "
              "{matter.…}"});
  CHECK(errors_of_rule(kWhen + "    caution: {en: \"{matter.waranty}\", zh: x}\n") ==
        Lines{"2:5: \"caution\" in en: unknown matter field \"waranty\"; known begin with warranty, first-line, "
              "field-service, repair, spare-parts, response, returns, escalation"});
}

TEST_CASE("a malformed pattern is told with its place") {
  CHECK(errors_of_rule("    when: {mentions: {en: [\"(a\"], zh: [甲]}}\n") ==
        Lines{"8:28: in pattern \"(a\": \"(\" without \")\": close it, or write \\( for the sign"});
  CHECK(errors_of_rule("    when: {mentions: {en: [{regex: \"(a+)+\"}], zh: [甲]}}\n") ==
        Lines{"8:28: at byte 4 of the expression: a repetition without a bound inside another: give one a bound, as in "
              "{0,20}"});
  CHECK(errors_of_rule("    when: {mentions: {en: [{regex: \"(a\"}], zh: [甲]}}\n")
            .front()
            .find("not a regular expression") != std::string::npos);
}

TEST_CASE("an id is lower case with hyphens, and used once") {
  CHECK(errors_of_pack(rule_text("Bad_Id", kWhen)).front().find("is no rule id") != std::string::npos);
  std::string twice = rule_text("r", kWhen);
  std::string second = rule_text("r", kWhen);
  twice += second.substr(second.find("  - id"));
  CHECK(errors_of_pack(twice) ==
        Lines{"9:5: rule \"r\" is declared twice, first at mini.yaml:2: give it another name"});
}

TEST_CASE("YAML that is broken, nested or huge beyond reason is one clear error") {
  CHECK(errors_of_pack("rules: [").front().find("not valid YAML") != std::string::npos);
  CHECK(errors_of_pack("rules: " + std::string(100, '[')).front() == "1:1: brackets nest more than 60 deep");
  CHECK(errors_of_pack("x: \"" + std::string(9u << 20, 'a') + "\"").front() ==
        "1:1: the file is larger than 8 MiB: split it");
}

TEST_CASE("a topic's keys are a closed list, and within names topics that stand on their own") {
  const std::string topic = "topics:\n  a: {title: {en: a, zh: 甲}, mentions: {en: [alpha], zh: [甲]}";
  CHECK(errors_of_pack(topic + ", support: {en: [x], zh: [乙]}}\n") ==
        Lines{"2:68: unknown key \"support\", did you mean \"supports\"?"});
  CHECK(errors_of_pack(topic + ", within: [a]}\n") ==
        Lines{"2:76: \"within\" says where \"supports\" count, and there are none: add some, or leave \"within\" out"});
  CHECK(errors_of_pack(topic + ", supports: {en: [x], zh: [乙]}, within: [b]}\n").front().find("unknown topic \"b\"") !=
        std::string::npos);
  CHECK(errors_of_pack(topic + ", supports: {en: [x], zh: [乙]}, within: [a]}\n") ==
        Lines{"2:3: topic \"a\" is within \"a\", which is within others itself: name topics without a \"within\""});
}

TEST_CASE("roles are plain words, and an opposite role must be there") {
  CHECK(errors_of_pack("roles: {maker: {title: {en: m, zh: 甲}, en: [seller], zh: [卖方]}}\n").empty());
  CHECK(errors_of_pack("roles: {maker: {title: {en: m, zh: 甲}}}\n") ==
        Lines{"1:16: role \"maker\" has no words: give some under \"en\" and \"zh\""});
  CHECK(errors_of_pack("roles: {maker: {title: {en: m, zh: 甲}, en: [seller], opposite: makr}}\n").size() == 1);
  CHECK(errors_of_rule("    when: {term: lost}\n").front().find("fault") != std::string::npos);
}
