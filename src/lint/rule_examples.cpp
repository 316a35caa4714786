// The examples of the rules, run as little drafts.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "clauselint/edit_plan.hpp"
#include "clauselint/read.hpp"
#include "clauselint/rule_test.hpp"
#include "lint/statements.hpp"

namespace clauselint {
namespace {

struct Draft {
  Document document;
  ClauseTree tree;
};

std::optional<Draft> draft_of(const std::string& text) {
  Result<Document> document = read_document("example.txt", text);
  if (!document) return std::nullopt;
  ClauseTree tree = segment(*document);
  return Draft{.document = std::move(*document), .tree = std::move(tree)};
}

bool has_phrases(const Condition& condition, Language language) {
  const bool own = !condition.phrases.in(language).empty();
  return own || std::any_of(condition.parts.begin(), condition.parts.end(),
                            [&](const Condition& part) { return has_phrases(part, language); });
}

bool has_any_phrases(const Condition& condition) {
  return has_phrases(condition, Language::En) || has_phrases(condition, Language::Zh);
}

std::string_view name_of(Language language) { return language == Language::En ? "English" : "Chinese"; }

// The matter that an example gives, and what must be so for its rule to be asked at all.
Result<Matter> matter_of(const Rule& rule, const Example& example) {
  Matter matter;
  if (!example.matter.empty()) {
    Result<Matter> parsed = parse_matter("matter of the example", example.matter);
    if (!parsed) return parsed.error();
    matter = std::move(*parsed);
  }
  if (matter.market.empty() && !rule.gates.market.empty()) matter.market = rule.gates.market.front();
  if (matter.parties.empty() && !rule.gates.parties.empty()) {
    matter.parties.emplace_back("‹" + rule.gates.parties.front() + "›", rule.gates.parties.front());
  }
  if (matter.product.empty() && !rule.gates.product.empty()) matter.product = rule.gates.product.front();
  return matter;
}

// One example in one language; what it does otherwise than it says.
class Trial {
 public:
  Trial(const RuleSet& rules, const Rule& rule, const Example& example, Language language)
      : rules_(rules), rule_(rule), example_(example), language_(language) {}

  std::vector<std::string> run() {
    const std::string& text = example_.text.in(language_);
    const std::optional<Draft> draft = draft_of(text);
    Result<Matter> matter = matter_of(rule_, example_);
    if (matter) add_elsewhere(*matter);
    if (!draft) {
      differ(fmt::format("{}: the example cannot be read as text", rule_.id));
    } else if (!matter) {
      differ(describe(matter.error()));
    } else if (const std::vector<Finding> findings = findings_of(*draft, *matter); example_.kind == kFires) {
      if (findings.empty()) {
        differ(fmt::format("{} does not fire, {}: {}", rule_.id, instead(*draft), text));
      } else {
        compare_words(*draft, findings);
        compare_value(findings);
        try_fix(*draft, *matter, findings);
      }
    } else if (!findings.empty()) {
      differ(fmt::format("{} fires but should pass: {}", rule_.id, draft->document.words(findings.front().span)));
    }
    return std::move(differences_);
  }

 private:
  static constexpr Example::Kind kFires = Example::Kind::Fires;

  void differ(std::string message) { differences_.push_back(std::move(message)); }

  // The other document of the matter, where the example gives one.
  void add_elsewhere(Matter& matter) const {
    const std::string& text = example_.elsewhere.in(language_);
    const std::optional<Draft> other = text.empty() ? std::nullopt : draft_of(text);
    if (!other) return;
    const Evaluation found = evaluate_under(other->document, other->tree, rules_, {}, rule_.topics);
    matter.others.push_back(statements_of(other->tree, found, "elsewhere.txt"));
  }

  // What the rule does that does not fire where it should.
  std::string instead(const Draft& draft) const {
    if (outcome_.verdict != Verdict::Satisfied) return outcome_.reason.en;
    return fmt::format("it is satisfied by “{}”", draft.document.words(outcome_.evidence));
  }

  std::vector<Finding> findings_of(const Draft& draft, const Matter& matter) {
    Evaluation evaluation = evaluate_under(draft.document, draft.tree, rules_, matter, rule_.topics);
    const auto outcome = std::ranges::find(evaluation.outcomes, &rule_, &RuleOutcome::rule);
    if (outcome != evaluation.outcomes.end()) outcome_ = *outcome;
    std::erase_if(evaluation.findings, [&](const Finding& finding) { return finding.rule->id != rule_.id; });
    return std::move(evaluation.findings);
  }

  void compare_words(const Draft& draft, const std::vector<Finding>& findings) {
    const std::string& expected = example_.words.in(language_);
    std::vector<std::string> found;
    for (const Finding& finding : findings) found.emplace_back(draft.document.words(finding.span));
    if (expected.empty() || std::ranges::find(found, expected) != found.end()) return;
    differ(fmt::format("{}: fires on “{}”, not on “{}”", rule_.id, fmt::join(found, "” and “"), expected));
  }

  void compare_value(const std::vector<Finding>& findings) {
    Value expected;
    if (example_.value.empty() || !parse_value(example_.value, expected)) return;
    std::vector<std::string> found;
    for (const Finding& finding : findings) {
      if (!finding.value) continue;
      if (same_value(*finding.value, expected)) return;
      found.push_back(spelled(*finding.value, language_));
    }
    differ(found.empty() ? fmt::format("{}: the finding has no value, so none can be {}", rule_.id, example_.value)
                         : fmt::format("{}: the value is {}, not {}", rule_.id, fmt::join(found, " and "),
                                       spelled(expected, language_)));
  }

  void try_fix(const Draft& draft, const Matter& matter, const std::vector<Finding>& findings) {
    const std::string& expected = example_.fixed.in(language_);
    if (rule_.fix.kind == FixKind::None) {
      if (!expected.empty()) differ(fmt::format("{}: has no fix, so nothing is \"fixed\"", rule_.id));
      return;
    }
    const EditPlan plan = plan_edits(draft.document, draft.tree, findings, language_);
    const bool edits =
        std::any_of(plan.marks.begin(), plan.marks.end(), [](const Mark& mark) { return mark.edit.has_value(); });
    if (!edits) return differ(fmt::format("{}: the fix finds nothing to change", rule_.id));
    std::string fixed = apply(draft.document, plan);
    const std::optional<Draft> again = draft_of(fixed);
    if (again && !findings_of(*again, matter).empty()) {
      differ(fmt::format("{} still fires after its own fix: {}", rule_.id, fixed));
    }
    while (fixed.ends_with('\n')) fixed.pop_back();
    if (!expected.empty() && expected != fixed) {
      differ(fmt::format("{}: the fix gives\n    {}\n  not\n    {}", rule_.id, fixed, expected));
    }
  }

  const RuleSet& rules_;
  RuleOutcome outcome_;
  const Rule& rule_;
  const Example& example_;
  Language language_;
  std::vector<std::string> differences_;
};

class Tester {
 public:
  explicit Tester(const RuleSet& rules) : rules_(rules) {}

  ExampleReport run() {
    const std::vector<MissingExample> missing = missing_examples(rules_);
    auto next = missing.begin();
    for (const Pack& pack : rules_.packs()) {
      path_ = pack.path;
      for (const Rule& rule : pack.rules) {
        ++report_.rules;
        for (; next != missing.end() && next->rule == &rule; ++next) {
          fail(rule.place,
               fmt::format("{}: no example that {} in {}", rule.id,
                           next->kind == Example::Kind::Fires ? "fires" : "passes", name_of(next->language)));
        }
        for (const Example& example : rule.examples) {
          for (const Language language : {Language::En, Language::Zh}) {
            if (!example.text.in(language).empty()) test(rule, example, language);
          }
        }
      }
    }
    return std::move(report_);
  }

 private:
  Error error(Place place, std::string message) const {
    return {.kind = ErrorKind::Pack,
            .where = fmt::format("{}:{}:{}", path_, place.line, place.column),
            .message = std::move(message)};
  }
  void fail(Place place, std::string message) { report_.failures.push_back(error(place, std::move(message))); }

  void test(const Rule& rule, const Example& example, Language language) {
    ++report_.examples;
    std::vector<std::string> differences = Trial(rules_, rule, example, language).run();
    const std::string& todo = example.todo.in(language);
    if (todo.empty()) {
      for (std::string& difference : differences) fail(example.place, std::move(difference));
    } else if (differences.empty()) {
      fail(example.place,
           fmt::format("{}: the example holds in {} now, remove its \"todo\"", rule.id, name_of(language)));
    } else {
      report_.todo.push_back(error(example.place, fmt::format("{} ({}): {}", rule.id, name_of(language), todo)));
    }
  }

  const RuleSet& rules_;
  std::string path_;
  ExampleReport report_;
};

}  // namespace

std::vector<MissingExample> missing_examples(const RuleSet& rules) {
  std::vector<MissingExample> missing;
  for (const Pack& pack : rules.packs()) {
    for (const Rule& rule : pack.rules) {
      for (const Language language : {Language::En, Language::Zh}) {
        // A rule without phrases (a comparison of facts, say) works in both languages.
        const bool speaks = has_phrases(rule.when, language) || !has_any_phrases(rule.when);
        if (!speaks) continue;
        for (const Example::Kind kind : {Example::Kind::Fires, Example::Kind::Passes}) {
          const bool has = std::ranges::any_of(rule.examples, [&](const Example& example) {
            return example.kind == kind && example.holds_in(language);
          });
          if (!has) missing.push_back({.rule = &rule, .kind = kind, .language = language});
        }
      }
    }
  }
  return missing;
}

ExampleReport test_rules(const RuleSet& rules) { return Tester(rules).run(); }

}  // namespace clauselint
