// The examples of the rules, run as little drafts.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "clauselint/lint.hpp"

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

class Tester {
 public:
  explicit Tester(const RuleSet& rules) : rules_(rules) {}

  ExampleReport run() {
    for (const Pack& pack : rules_.packs()) {
      path_ = pack.path;
      for (const Rule& rule : pack.rules) test(rule);
    }
    return std::move(report_);
  }

 private:
  void fail(Place place, std::string message) {
    report_.failures.push_back({.kind = ErrorKind::Pack,
                                .where = fmt::format("{}:{}:{}", path_, place.line, place.column),
                                .message = std::move(message)});
  }

  void test(const Rule& rule) {
    ++report_.rules;
    for (const Language language : {Language::En, Language::Zh}) {
      // A rule without phrases (a comparison of facts, say) works in both languages.
      const bool speaks = has_phrases(rule.when, language) || !has_any_phrases(rule.when);
      if (!speaks) continue;
      for (const Example::Kind kind : {Example::Kind::Fires, Example::Kind::Passes}) {
        const bool has = std::any_of(rule.examples.begin(), rule.examples.end(), [&](const Example& example) {
          return example.kind == kind && !example.text.in(language).empty();
        });
        if (!has) {
          fail(rule.place,
               fmt::format("{}: no example that {} in {}", rule.id, kind == Example::Kind::Fires ? "fires" : "passes",
                           language == Language::En ? "English" : "Chinese"));
        }
      }
    }
    for (const Example& example : rule.examples) {
      for (const Language language : {Language::En, Language::Zh}) {
        if (!example.text.in(language).empty()) test(rule, example, language);
      }
    }
  }

  std::vector<Finding> findings_of(const Rule& rule, const Draft& draft, const Matter& matter) const {
    Evaluation evaluation = evaluate_under(draft.document, draft.tree, rules_, matter, rule.topics);
    std::erase_if(evaluation.findings, [&](const Finding& finding) { return finding.rule->id != rule.id; });
    return std::move(evaluation.findings);
  }

  void test(const Rule& rule, const Example& example, Language language) {
    ++report_.examples;
    const std::string& text = example.text.in(language);
    const std::optional<Draft> draft = draft_of(text);
    if (!draft) return fail(example.place, fmt::format("{}: the example cannot be read as text", rule.id));
    Matter matter;
    if (!example.matter.empty()) {
      const Result<Matter> parsed = parse_matter("matter of the example", example.matter);
      if (!parsed) return fail(example.place, describe(parsed.error()));
      matter = *parsed;
    }
    if (matter.market.empty() && !rule.gates.market.empty()) matter.market = rule.gates.market.front();
    if (matter.product.empty() && !rule.gates.product.empty()) matter.product = rule.gates.product.front();
    const std::vector<Finding> findings = findings_of(rule, *draft, matter);
    if (example.kind == Example::Kind::Passes) {
      if (!findings.empty()) {
        fail(example.place,
             fmt::format("{} fires but should pass: {}", rule.id, draft->document.words(findings.front().span)));
      }
      return;
    }
    if (findings.empty()) return fail(example.place, fmt::format("{} does not fire: {}", rule.id, text));
    test_fix(rule, example, language, *draft, findings, matter);
  }

  void test_fix(const Rule& rule, const Example& example, Language language, const Draft& draft,
                const std::vector<Finding>& findings, const Matter& matter) {
    if (rule.fix.kind == FixKind::None) return;
    const EditPlan plan = plan_edits(draft.document, draft.tree, findings, language);
    const bool edits =
        std::any_of(plan.marks.begin(), plan.marks.end(), [](const Mark& mark) { return mark.edit.has_value(); });
    if (!edits) return fail(example.place, fmt::format("{}: the fix finds nothing to change", rule.id));
    std::string fixed = apply(draft.document, plan);
    const std::optional<Draft> again = draft_of(fixed);
    if (again && !findings_of(rule, *again, matter).empty()) {
      fail(example.place, fmt::format("{} still fires after its own fix: {}", rule.id, fixed));
    }
    while (fixed.ends_with('\n')) fixed.pop_back();
    const std::string& expected = example.fixed.in(language);
    if (!expected.empty() && expected != fixed) {
      fail(example.place, fmt::format("{}: the fix gives\n    {}\n  not\n    {}", rule.id, fixed, expected));
    }
  }

  const RuleSet& rules_;
  std::string path_;
  ExampleReport report_;
};

}  // namespace

ExampleReport test_rules(const RuleSet& rules) { return Tester(rules).run(); }

}  // namespace clauselint
