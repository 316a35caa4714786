// What each rule comes to over many drafts, and how long it takes.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "clauselint/read.hpp"
#include "clauselint/rule_test.hpp"
#include "io/files.hpp"

namespace clauselint {
namespace {

class Counter {
 public:
  Counter(const RuleSet& rules, const Matter& matter, const Clock& clock)
      : rules_(rules), matter_(matter), clock_(clock) {
    for (const Pack& pack : rules.packs()) {
      for (const Rule& rule : pack.rules) {
        RuleCoverage& entry = coverage_.rules.emplace_back();
        entry.rule = &rule;
      }
    }
  }

  Coverage run(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const Result<std::string> bytes = read_file(file, ReadLimits{}.file);
      if (!bytes) {
        coverage_.unread.push_back(bytes.error());
        continue;
      }
      const Result<Document> document = read_document(file, *bytes);
      if (document) {
        add(*document);
      } else {
        coverage_.unread.push_back(document.error());
      }
    }
    return std::move(coverage_);
  }

 private:
  void add(const Document& document) {
    ++coverage_.drafts;
    const ClauseTree tree = segment(document);
    const Evaluation evaluation = evaluate(document, tree, rules_, matter_, all_);
    // Outcomes come in the order of the packs, as the entries do.
    for (std::size_t i = 0; i < evaluation.outcomes.size(); ++i) {
      const RuleOutcome& outcome = evaluation.outcomes[i];
      ++coverage_.rules[i].drafts[static_cast<std::size_t>(outcome.verdict)];
      if (outcome.verdict == Verdict::NotApplicable) coverage_.rules[i].reason = outcome.reason;
    }
    measure(document, tree);
  }

  void measure(const Document& document, const ClauseTree& tree) {
    std::size_t asked = 0;
    std::uint64_t since = 0;
    const RuleWatch watch = [&](const Rule*) {
      const std::uint64_t now = clock_();
      if (asked > 0) coverage_.rules[asked - 1].nanoseconds += now - since;
      ++asked;
      since = now;
    };
    const std::uint64_t begin = clock_();
    evaluate(document, tree, rules_, matter_, all_, {.watch = watch, .traced = {}});
    coverage_.nanoseconds += clock_() - begin;
  }

  const RuleSet& rules_;
  const Matter& matter_;
  const Clock& clock_;
  const RuleChoice all_{.select = {"all"}, .ignore = {}, .severity = {}, .as_of = {}};
  Coverage coverage_;
};

}  // namespace

Coverage cover_rules(const std::vector<std::string>& files, const RuleSet& rules, const Matter& matter,
                     const Clock& clock) {
  return Counter(rules, matter, clock).run(files);
}

}  // namespace clauselint
