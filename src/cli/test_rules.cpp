// clauselint rules test: whether the examples of packs and the expectations in drafts hold; what the rules come to in drafts.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <vector>

#include "clauselint/report.hpp"
#include "clauselint/rule_test.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"

namespace clauselint::cli {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::uint64_t now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

int report_coverage(const Options& options, const std::vector<std::string>& files, const RuleSet& rules,
                    const Matter& matter) {
  const Coverage coverage = cover_rules(files, rules, matter, now);
  complain(coverage.unread);
  if (coverage.drafts == 0) return kUnreadable;
  if (!print(options.format == "json" ? coverage_json(coverage, rules) : coverage_text(coverage, rules)))
    return kUnreadable;
  return coverage.unread.empty() ? kClean : kUnreadable;
}

/// What all drafts came to.
struct DraftTests {
  DraftTest sum;
  std::vector<Error> unread;
};

void append(std::vector<Error>& to, const std::vector<Error>& from) { to.insert(to.end(), from.begin(), from.end()); }

DraftTests test_drafts(const std::vector<std::string>& files, const RuleSet& rules, const Matter& matter) {
  DraftTests tests;
  for (const std::string& file : files) {
    const Result<DraftTest> test = test_draft(file, rules, matter);
    if (!test) {
      tests.unread.push_back(test.error());
      continue;
    }
    tests.sum.expectations += test->expectations;
    append(tests.sum.failures, test->failures);
    append(tests.sum.todo, test->todo);
  }
  return tests;
}

}  // namespace

int rules_test(const Options& options) {
  Options own = options;
  std::vector<std::string> drafts;
  std::ranges::partition_copy(options.paths, std::back_inserter(drafts), std::back_inserter(own.packs), names_drafts);
  std::vector<Error> errors;
  const std::optional<RuleSet> rules = load_rules(own, errors);
  if (!rules) return complain(errors);
  const Result<Matter> matter = load_matter(options.matter);
  if (!matter) return complain(std::vector{matter.error()});
  const Inputs inputs = find_inputs(drafts);
  if (!inputs.errors.empty()) return complain(inputs.errors);
  if (inputs.files.empty() && (options.coverage || !drafts.empty())) {
    complain(Error{.kind = ErrorKind::Usage,
                   .where = options.coverage ? "--coverage" : "",
                   .message = "no draft found: name drafts or folders of them"});
    return kUsage;
  }
  if (options.coverage) return report_coverage(options, inputs.files, *rules, *matter);

  const ExampleReport examples = test_rules(*rules);
  const DraftTests tested = test_drafts(inputs.files, *rules, *matter);
  std::vector<Error> failures = examples.failures;
  append(failures, tested.sum.failures);
  std::vector<Error> todo = examples.todo;
  append(todo, tested.sum.todo);
  complain(failures);
  complain(tested.unread);

  std::string out;
  for (const Error& entry : todo) out += fmt::format("todo: {}\n", describe(entry));
  out += fmt::format("{}, {}, ", counted(examples.rules, "rule", "rules"),
                     counted(examples.examples, "example", "examples"));
  if (!drafts.empty()) {
    out += fmt::format("{} in {}, ", counted(tested.sum.expectations, "expectation", "expectations"),
                       counted(inputs.files.size(), "draft", "drafts"));
  }
  if (!todo.empty()) out += fmt::format("{} to do, ", todo.size());
  out += counted(failures.size(), "failure", "failures") + "\n";
  if (!print(out) || !tested.unread.empty()) return kUnreadable;
  return failures.empty() ? kClean : kFindings;
}

}  // namespace clauselint::cli
