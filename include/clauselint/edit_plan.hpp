// Which findings change the text and which only comment on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/finding.hpp"

namespace clauselint {

/// One mark in the draft: a comment over `span`, and with `edit` a tracked change too.
struct Mark {
  std::uint32_t finding = 0;  ///< index into Evaluation::findings
  ByteSpan span;              ///< what the comment is anchored to; never empty when the paragraph has text
  std::optional<Edit> edit;
  std::string comment;  ///< paragraphs separated by '\n'
  std::string refusal;  ///< why a proposed edit became a comment only; empty otherwise
};

/// Marks in the order of the text. Edits do not overlap, stay within a paragraph, and touch no obstacle.
struct EditPlan {
  std::vector<Mark> marks;
};

/// Drops edits that meet an obstacle or a graver finding's edit, and says so in the mark.
EditPlan plan_edits(const Document& document, const ClauseTree& tree, const std::vector<Finding>& findings,
                    Language comments_in);

/// The text with every edit of the plan made.
std::string apply(const Document& document, const EditPlan& plan);

}  // namespace clauselint
