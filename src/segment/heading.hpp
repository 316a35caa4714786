// The words of headings: a line of its own, or the first words of a paragraph set off by bold, a stop or brackets.
#pragma once

#include "clauselint/document.hpp"

namespace clauselint {

struct Heading {
  ByteSpan words;       ///< without the punctuation that closes it; empty when there is none
  bool whole = false;   ///< nothing but the heading stands in the paragraph
  bool marked = false;  ///< set off by bold or brackets, not by its wording alone
};

/// The heading in `rest`, the words of `paragraph` behind its label. After a strong label (`第八条`, `Article 8`) more
/// is taken for a heading than after `(3)`.
Heading find_heading(const Document& document, const Paragraph& paragraph, ByteSpan rest, bool strong_label);

/// Whether a paragraph without label is a heading by its looks: a short line in capitals or in bold.
bool looks_like_heading(const Document& document, const Paragraph& paragraph);

/// Whether a short Chinese line (质量保证, 附则) has the form of a heading; its neighbours decide.
bool may_be_han_heading(std::string_view words);

/// Whether the words are set as a title: every word but the small ones with a capital, no stop inside.
bool is_titled(std::string_view words);

}  // namespace clauselint
