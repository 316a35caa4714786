// Collects a:p elements wherever they stand: the order of a part is that of the points of a diagram.
#include "readers/docx_graphic.hpp"

#include "ooxml/xml_part.hpp"
#include "readers/docx_pieces.hpp"
#include "readers/docx_text.hpp"

namespace clauselint {
namespace {

void close(DocxText& text) {
  if (!text.is_open()) return;
  if (text.is_empty()) {
    text.drop();
  } else {
    text.close({});
  }
}

void add_node(DocxText& text, XmlNode node, const PieceSource& source) {
  if (node.local() == "p") {
    close(text);
    text.open();
  } else if (node.local() == "t" && text.is_open()) {
    add_text_content(text, node, true, source, {});
  } else if (node.local() == "br" && text.is_open()) {
    add_leaf(text, node, " ", source, {});
  }
}

}  // namespace

Document read_graphic_words(PartStream& part, const std::string& name) {
  Document document;
  document.parts = {name};
  DocxText text(document);
  const PieceSource source{.part = &part, .index = 0};
  const PartStream::Piece root = part.rewind();
  if (root.opens) return document;
  for (XmlNode node = root.first; node; node = node.next_within(root.first)) add_node(text, node, source);
  close(text);
  return document;
}

}  // namespace clauselint
