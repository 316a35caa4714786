// One draft from bytes to findings; and many drafts on all cores.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/edit_plan.hpp"
#include "clauselint/evaluate.hpp"
#include "clauselint/read.hpp"
#include "clauselint/summary.hpp"

namespace clauselint {

struct LintOptions {
  std::optional<Language> language;  ///< of messages; default: English if the draft has any, else Chinese
  View view = View::Final;           ///< of drafts with tracked changes, for `review_file`
  RuleChoice choice;                 ///< which rules are asked
  bool parties = false;              ///< find the parties and who owes which duty
  std::vector<std::string> trace;    ///< ids of rules whose decisions are recorded
};

/// Everything known about one draft.
struct Review {
  std::string path;
  Document document;
  ClauseTree tree;
  Evaluation evaluation;
  EditPlan plan;
  Summary summary;
  Language language = Language::En;
};

Review review_document(Document document, const RuleSet& rules, const Matter& matter, const LintOptions& options);

/// Reads and reviews one file.
Result<Review> review_file(const std::string& path, const RuleSet& rules, const Matter& matter,
                           const LintOptions& options);

/// Reads the documents that the matter lists, relative to its file, for what they state. Errors: those that cannot be
/// read, each named with the matter's file.
std::vector<OtherDocument> read_documents_of(const Matter& matter, const RuleSet& rules, std::vector<Error>& errors);

/// Runs `work(index)` for 0..count-1 on up to `threads` threads and hands the results to `done` in the order of the
/// indexes, each as soon as it and all before it are ready. `done` is called from one thread at a time.
void for_each_in_order(std::size_t count, unsigned threads, const std::function<std::string(std::size_t)>& work,
                       const std::function<void(std::size_t, std::string)>& done);

}  // namespace clauselint
