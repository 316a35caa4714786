// The other documents of a matter, read for what they state.
#include <filesystem>
#include <string>
#include <utility>

#include "clauselint/lint.hpp"
#include "lint/statements.hpp"

namespace clauselint {

OtherDocument statements_of(const ClauseTree& tree, const Evaluation& evaluation, std::string file) {
  OtherDocument other{.file = std::move(file), .statements = {}};
  for (const Fact& fact : evaluation.facts) {
    if (fact.polarity == FactPolarity::Excluded || fact.value.blank) continue;
    other.statements.push_back({.fact = fact.name,
                                .value = fact.value,
                                .subject = fact.subject,
                                .clause = fact.clause == kRootClause ? "" : citation(tree, fact.clause)});
  }
  return other;
}

std::vector<OtherDocument> read_documents_of(const Matter& matter, const RuleSet& rules, std::vector<Error>& errors) {
  namespace fs = std::filesystem;
  std::vector<OtherDocument> others;
  if (matter.documents.size() < 2) return others;  // the draft alone
  for (const MatterDocument& listed : matter.documents) {
    const fs::path path = fs::path(matter.path).parent_path() / listed.file;
    const Result<Review> review = review_file(path.string(), rules, {}, {});
    if (review) {
      others.push_back(statements_of(review->tree, review->evaluation, path.filename().string()));
    } else {
      errors.push_back({.kind = ErrorKind::Configuration,
                        .where = matter.path,
                        .message = "documents: " + describe(review.error())});
    }
  }
  return others;
}

}  // namespace clauselint
