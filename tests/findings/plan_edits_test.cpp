#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include "clauselint/edit_plan.hpp"
#include "support/document_builder.hpp"

using namespace clauselint;

namespace {

Rule rule_named(const std::string& id) {
  Rule rule;
  rule.id = id;
  rule.title = {.en = "Title of " + id, .zh = "题"};
  return rule;
}

// A finding about `words`, which the fix would replace by `with`.
Finding finding(const Rule& rule, const Document& draft, const std::string& words, const std::string& with,
                Severity severity) {
  const auto at = static_cast<std::uint32_t>(draft.text.find(words));
  REQUIRE(at < draft.text.size());
  Finding made;
  made.rule = &rule;
  made.severity = severity;
  made.span = {.begin = at, .end = at + static_cast<std::uint32_t>(words.size())};
  made.paragraph = paragraph_at(draft, at);
  made.edit = Edit{.span = made.span, .replacement = with};
  return made;
}

EditPlan plan(const Document& draft, const std::vector<Finding>& findings) {
  return plan_edits(draft, segment(draft), findings, Language::En);
}

}  // namespace

TEST_CASE("an edit is made, and its comment names the rule") {
  const Document draft = document("Supplier shall respond promptly.\n");
  const Rule rule = rule_named("slow");
  const EditPlan made = plan(draft, {finding(rule, draft, "promptly", "within 4 hours", Severity::High)});
  CHECK(apply(draft, made) == "Supplier shall respond within 4 hours.\n");
  CHECK(made.marks.front().comment.find("Title of slow") == 0);
  CHECK(made.marks.front().comment.ends_with("[slow]"));
}

TEST_CASE("the graver finding wins a conflict, and the loser is told") {
  const Document draft = document("Supplier shall respond promptly.\n");
  const Rule light = rule_named("light");
  const Rule grave = rule_named("grave");
  const EditPlan made = plan(draft, {finding(light, draft, "respond promptly", "answer", Severity::Low),
                                     finding(grave, draft, "promptly", "within 4 hours", Severity::High)});
  CHECK(apply(draft, made) == "Supplier shall respond within 4 hours.\n");
  REQUIRE(made.marks.size() == 2);
  const Mark& loser = made.marks[0];
  CHECK_FALSE(loser.edit);
  CHECK(loser.refusal == "a graver finding changes the same words");
  CHECK(loser.comment.find("Proposed: answer") != std::string::npos);
}

TEST_CASE("words with an obstacle are commented on, not changed") {
  Document draft = document("Supplier shall respond promptly.\n");
  const Rule rule = rule_named("slow");
  for (const Obstacle obstacle : {Obstacle::Field, Obstacle::LockedControl, Obstacle::TextBox, Obstacle::ForeignChange,
                                  Obstacle::NotInMainPart}) {
    draft.runs.front().obstacle = obstacle;
    const EditPlan made = plan(draft, {finding(rule, draft, "promptly", "soon", Severity::High)});
    CHECK_FALSE(made.marks.front().edit);
    CHECK_FALSE(made.marks.front().refusal.empty());
    CHECK(apply(draft, made) == draft.text);
  }
}

TEST_CASE("what stands in more places is commented on once, with the proposal") {
  const Document draft = document("Pumps promptly.\nValves promptly.\n");
  const Rule rule = rule_named("slow");
  Finding twice = finding(rule, draft, "promptly", "within 4 hours", Severity::High);
  twice.also.push_back({.begin = 23, .end = 31});
  const EditPlan made = plan(draft, {twice});
  CHECK_FALSE(made.marks.front().edit);
  CHECK(made.marks.front().comment.find("Likewise: “promptly”") != std::string::npos);
  CHECK(made.marks.front().comment.find("Proposed: within 4 hours (not changed") != std::string::npos);
}

TEST_CASE("no sentence is put behind the entry of a table") {
  Document draft = document("4 hours\nTaken within 4 hours.\n");
  const Rule rule = rule_named("more");
  const auto changed = [&](std::uint32_t at) {
    Finding found = finding(rule, draft, "4 hours", "", Severity::High);
    found.edit = Edit{.span = {.begin = at, .end = at}, .replacement = " More."};
    return plan(draft, {found}).marks.front().edit.has_value();
  };
  CHECK(changed(7));
  for (Paragraph& paragraph : draft.paragraphs) paragraph.cell = Cell{};
  CHECK_FALSE(changed(7));
  CHECK(changed(29));
}

TEST_CASE("an edit over two paragraphs is refused") {
  const Document draft = document("First line\nSecond line\n");
  const Rule rule = rule_named("wide");
  Finding wide = finding(rule, draft, "First", "x", Severity::High);
  wide.edit->span.end = static_cast<std::uint32_t>(draft.text.size() - 2);
  const EditPlan made = plan(draft, {wide});
  CHECK(made.marks.front().refusal == "the words run over more than one paragraph");
}

TEST_CASE("a finding without words is anchored to its paragraph") {
  const Document draft = document("First line\nSecond line\n");
  const Rule rule = rule_named("empty");
  Finding absent = finding(rule, draft, "Second", "", Severity::Low);
  absent.edit.reset();
  absent.span.end = absent.span.begin;
  const EditPlan made = plan(draft, {absent});
  CHECK(draft.words(made.marks.front().span) == "Second line");
}

TEST_CASE("whatever is proposed, the edits that are made do not overlap and nothing else changes") {
  std::mt19937 random(5);
  const Document draft = document("alpha beta gamma delta\nepsilon zeta eta theta\niota kappa lambda mu\n");
  const Rule rule = rule_named("any");
  const auto size = static_cast<std::uint32_t>(draft.text.size());
  for (int round = 0; round < 300; ++round) {
    std::vector<Finding> findings;
    for (int i = 0; i < 8; ++i) {
      const std::uint32_t begin = static_cast<std::uint32_t>(random() % (size - 1));
      const std::uint32_t end = std::min<std::uint32_t>(size - 1, begin + static_cast<std::uint32_t>(random() % 6));
      Finding one;
      one.rule = &rule;
      one.severity = static_cast<Severity>(random() % 4);
      one.span = {.begin = begin, .end = end};
      one.paragraph = paragraph_at(draft, begin);
      one.edit = Edit{.span = one.span, .replacement = "<" + std::to_string(i) + ">"};
      findings.push_back(one);
    }
    const EditPlan made = plan(draft, findings);
    REQUIRE(made.marks.size() == findings.size());
    std::vector<Edit> edits;
    for (const Mark& mark : made.marks) {
      CHECK(mark.edit.has_value() == mark.refusal.empty());
      if (mark.edit) edits.push_back(*mark.edit);
    }
    std::size_t expected = draft.text.size();
    for (std::size_t i = 0; i < edits.size(); ++i) {
      expected += edits[i].replacement.size() - edits[i].span.size();
      for (std::size_t j = i + 1; j < edits.size(); ++j) CHECK_FALSE(edits[i].span.overlaps(edits[j].span));
    }
    CHECK(apply(draft, made).size() == expected);
  }
}
