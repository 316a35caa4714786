// How a draft in two languages is laid out paragraph by paragraph, and where a paragraph turns to the other language.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clauselint/document.hpp"
#include "segment/paragraph_role.hpp"

namespace clauselint {

/// The layouts in which the other language carries no label of its own.
struct Interleaving {
  bool by_paragraph = false;  ///< each paragraph is followed by its version in the other language
  bool in_paragraph = false;  ///< both versions stand in one paragraph
};

/// `inked` are the paragraphs with words that are part of the outline, in order.
Interleaving find_interleaving(const Document& document, const ParagraphRoles& roles,
                               const std::vector<std::uint32_t>& inked);

/// The byte at which `words` of a paragraph turn, once, from one language to the other: 质保期 | Warranty Period. Two
/// letters of each suffice, so it is to be asked of drafts that say everything twice alone.
std::optional<std::uint32_t> find_turn(const Document& document, ByteSpan words);

/// Whether letters are enough to tell a language at all, a name or a unit apart.
bool speaks(Letters letters);

}  // namespace clauselint
