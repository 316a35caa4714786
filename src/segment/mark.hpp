// The places of a draft where a clause may open: labels and headings, in the order of the text, not yet nested.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"
#include "segment/label.hpp"
#include "segment/paragraph_role.hpp"

namespace clauselint {

/// What a mark does in the outline.
enum class MarkKind : std::uint8_t {
  Clause,      ///< a label or heading opens a clause
  Echo,        ///< the clause before is said again in the other language, without a label of its own
  Resumption,  ///< the text of the clause before goes on behind its echo
  Scope,       ///< a paragraph without label that a list belongs to: a definition, or words that end in a colon
};

struct LabelMark {
  std::uint32_t paragraph = 0;
  std::uint32_t begin = 0;         ///< byte where the label or heading begins
  std::uint32_t after = 0;         ///< byte where the words behind the label begin
  std::optional<Label> label;      ///< none: a heading without number
  std::string shown;               ///< the label as shown
  int list_level = -1;             ///< of an automatic label
  std::uint8_t heading_level = 0;  ///< of the source format
  bool inside = false;             ///< words of another clause stand before it in its paragraph
  bool defines = false;            ///< of a scope: “Term” means
  bool unset = false;              ///< a number set directly before Han: a label only where 1.1 follows 1
  bool titled = false;             ///< nothing but a heading stands behind the label
  bool run_in = false;             ///< a bold lead without label, the text goes on behind it
  bool after_colon = false;        ///< the paragraph before ends with a colon: a list begins
  bool in_signatures = false;      ///< after "IN WITNESS WHEREOF", （以下无正文）, ...
  bool interrupted = false;        ///< that colon ends text which stands between the mark before and this one
  MarkKind kind = MarkKind::Clause;
  Language language = Language::En;
};

std::vector<LabelMark> find_marks(const Document& document, const ParagraphRoles& roles);

}  // namespace clauselint
