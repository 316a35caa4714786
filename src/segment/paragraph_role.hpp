// What part each paragraph plays in the outline: prose may open clauses, a table of contents or a price list may not.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "segment/language.hpp"

namespace clauselint {

enum class Role : std::uint8_t {
  Prose,      ///< may open clauses
  Layout,     ///< in a table that only sets texts side by side: may open clauses
  Entry,      ///< in a table of data: opens none
  Contents,   ///< a line of the table of contents: opens none
  Furniture,  ///< a page header, footer or number repeated in a plain text: opens none
  Apart,      ///< footnote, header, text box: opens none
};

/// A table whose cells hold clauses.
struct LayoutTable {
  bool is_layout = false;
  bool bilingual = false;     ///< rows say the same in two languages
  bool labels_apart = false;  ///< the labels stand in a cell of their own
};

struct ParagraphRoles {
  std::vector<Role> roles;          ///< one a paragraph
  std::vector<Letters> letters;     ///< one a paragraph
  std::vector<LayoutTable> tables;  ///< by Cell::table
};

ParagraphRoles find_roles(const Document& document);

/// The words of a paragraph, without blanks and table bars at either end.
ByteSpan words_of(const Document& document, const Paragraph& paragraph);

}  // namespace clauselint
