// Equations as plain text, so that a formula for a price or a rate is not lost: `(a + b)/2`, `x^2`.
#pragma once

#include "readers/docx_pieces.hpp"

namespace clauselint {

/// Adds the words of an m:oMath or m:oMathPara, each with its place, and between them the signs that plain text needs.
void add_equation_text(DocxText& text, XmlNode equation, View view, const PieceSource& source, const Run& look);

}  // namespace clauselint
