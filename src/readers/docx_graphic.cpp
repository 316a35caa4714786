// Collects a:p elements wherever they stand: the order of a part is that of the points of a diagram.
#include "readers/docx_graphic.hpp"

#include "ooxml/xml_part.hpp"
#include "readers/docx_pieces.hpp"
#include "readers/docx_text.hpp"

namespace clauselint {
namespace {

class TextCollector : public pugi::xml_tree_walker {
 public:
  TextCollector(PartStream& part, Document& document) : text_(document), source_{.part = &part, .index = 0} {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = local_name(node.name());
    if (name == "p") {
      close();
      text_.open();
    } else if (name == "t" && text_.is_open()) {
      add_text_content(text_, node, true, source_, {});
    } else if (name == "br" && text_.is_open()) {
      add_leaf(text_, node, " ", source_, {});
    }
    return true;
  }

  void close() {
    if (!text_.is_open()) return;
    if (text_.is_empty()) {
      text_.drop();
    } else {
      text_.close({});
    }
  }

 private:
  DocxText text_;
  PieceSource source_;
};

}  // namespace

Document read_graphic_words(PartStream& part, const std::string& name) {
  Document document;
  document.parts = {name};
  TextCollector collector(part, document);
  PartStream::Piece root = part.rewind();
  if (root.first && !root.opens) root.first.traverse(collector);
  collector.close();
  return document;
}

}  // namespace clauselint
