// One draft from bytes to findings.
#include <algorithm>
#include <utility>

#include "clauselint/lint.hpp"
#include "io/files.hpp"

namespace clauselint {
namespace {

Language language_of(const ClauseTree& tree) {
  const bool english = std::any_of(tree.sentences.begin(), tree.sentences.end(),
                                   [](const Sentence& s) { return s.language == Language::En && s.span.size() > 40; });
  const bool chinese = std::any_of(tree.sentences.begin(), tree.sentences.end(),
                                   [](const Sentence& s) { return s.language == Language::Zh; });
  return english || !chinese ? Language::En : Language::Zh;
}

}  // namespace

Review review_document(Document document, const RuleSet& rules, const Matter& matter, const LintOptions& options) {
  Review review;
  review.path = document.path;
  review.document = std::move(document);
  review.tree = segment(review.document);
  review.language = options.language.value_or(language_of(review.tree));
  review.evaluation =
      evaluate(review.document, review.tree, rules, matter, options.choice, {.watch = {}, .traced = options.trace});
  if (options.parties) {
    Evaluation& found = review.evaluation;
    found.parties = find_parties(review.document, review.tree, found.definitions, rules.roles(), matter);
    found.duties = find_duties(review.document, review.tree, found.parties);
  }
  review.plan = plan_edits(review.document, review.tree, review.evaluation.findings, review.language);
  review.summary = summarise(review.tree, review.evaluation, matter);
  return review;
}

Result<Review> review_file(const std::string& path, const RuleSet& rules, const Matter& matter,
                           const LintOptions& options) {
  const Result<std::string> bytes = read_file(path, ReadLimits{}.file);
  if (!bytes) return bytes.error();
  Result<Document> document = read_document(path, *bytes, {.view = options.view});
  if (!document) return document.error();
  return review_document(std::move(*document), rules, matter, options);
}

}  // namespace clauselint
