// The text of a w:t element as pieces that are the same, byte for byte, in part and text, and the few that are not.
#pragma once

#include "clauselint/document.hpp"
#include "ooxml/part_stream.hpp"
#include "readers/docx_text.hpp"

namespace clauselint {

/// Where pieces come from and what they have in common.
struct PieceSource {
  const PartStream* part = nullptr;
  std::uint32_t index = 0;  ///< of the part in Document::parts
};

/// Adds the content of a w:t: plain stretches verbatim, a reference or line break as one atomic run each.
/// Without `preserve`, white space at the ends is not text.
void add_text_content(DocxText& text, XmlNode node, bool preserve, const PieceSource& source, const Run& look);

/// Adds the value of an attribute, by its local name: the text of a WordArt.
void add_attribute_text(DocxText& text, XmlNode node, std::string_view name, const PieceSource& source,
                        const Run& look);

/// Adds text that has no source of its own: what holds the parts of an equation together. Line ends become blanks.
void add_between(DocxText& text, std::string_view piece, const Run& look);

/// Adds what an element without text content stands for (a tab, a symbol). Line ends become blanks.
void add_leaf(DocxText& text, XmlNode node, std::string_view piece, const PieceSource& source, const Run& look);

}  // namespace clauselint
