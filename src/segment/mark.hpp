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

struct LabelMark {
  std::uint32_t paragraph = 0;
  std::uint32_t begin = 0;            ///< byte where the label or heading begins
  std::uint32_t after = 0;            ///< byte where the words behind the label begin
  std::optional<Label> label;         ///< none: a heading without number
  std::string shown;                  ///< the label as shown
  int list_level = -1;                ///< of an automatic label
  std::uint8_t heading_level = 0;     ///< of the source format
  bool titled = false;                ///< nothing but a heading stands behind the label
  bool run_in = false;                ///< a bold lead without label, the text goes on behind it
  bool after_colon = false;           ///< the paragraph before ends with a colon: a list begins
  bool in_signatures = false;         ///< after "IN WITNESS WHEREOF", （以下无正文）, ...
  bool pairs_with_row = false;        ///< unlabelled cell of a bilingual row whose other cell opened a clause
  Language language = Language::En;
};

std::vector<LabelMark> find_marks(const Document& document, const ParagraphRoles& roles);

}  // namespace clauselint
