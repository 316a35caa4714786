// What each mark of a plan becomes in the main part: deletions, new words, comment ranges, or a remark.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/edit_plan.hpp"
#include "markup/docx_comments.hpp"
#include "markup/docx_part.hpp"
#include "markup/docx_places.hpp"
#include "markup/docx_splices.hpp"

namespace clauselint {

/// The document and what its file offers; all outlive the planning.
struct MarkContext {
  const Document& document;
  const WordPart& part;
  const Places& places;
  const StyleIds& styles;
  bool comments_only = false;
};

/// Everything to be written, in terms of the original part.
struct PlannedMarks {
  std::vector<Deletion> deletions;
  std::vector<GapMarkup> markups;
  std::vector<Comment> comments;
  EditPlan made;              ///< the plan without the edits that could not be made
  std::uint32_t changes = 0;  ///< changed stretches
  std::vector<std::string> remarks;
};

/// Plans the marks in order. Counts the ids it uses.
PlannedMarks plan_marks(const MarkContext& context, const EditPlan& plan, Revisions& revisions,
                        std::uint32_t first_comment);

}  // namespace clauselint
