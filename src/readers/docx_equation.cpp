// Reads OMML structure by structure; what is not known is read as its parts, one after the other.
#include "readers/docx_equation.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

class EquationText {
 public:
  EquationText(DocxText& text, View view, const PieceSource& source, const Run& look)
      : text_(text), view_(view), source_(source), look_(look) {}

  void add(XmlNode node);

 private:
  void add_structure(XmlNode node);
  void add_all(XmlNode node);
  void add_group(XmlNode node);
  void add_scripts(XmlNode node);
  void add_fenced(XmlNode node);
  void add_list(XmlNode node, std::string_view item, std::string_view separator);
  void between(std::string_view signs) { add_between(text_, signs, look_); }

  DocxText& text_;
  View view_;
  const PieceSource& source_;
  const Run& look_;
  std::uint32_t depth_ = 0;
};

constexpr std::uint32_t kDeepest = 256;  // what is deeper is read as no text; no formula is

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0 || c == '.';
}

// Whether the content is one word or number, which needs no brackets.
bool is_one_word(XmlNode node) {
  std::size_t texts = 0;
  for (XmlNode at = node.next_within(node); at; at = at.next_within(node)) {
    if (at.local() != "t") continue;
    const std::string_view words = at.text();
    if (++texts == 2 || !std::all_of(words.begin(), words.end(), is_word_character)) return false;
  }
  return true;
}

std::string sign_of(XmlNode properties, std::string_view name, std::string_view otherwise) {
  const XmlNode sign = child(properties, name);
  return sign ? unescaped(value_of(sign)) : std::string(otherwise);
}

void EquationText::add_all(XmlNode node) {
  for (XmlNode part = node.first_child(); part; part = part.next_sibling()) add(part);
}

void EquationText::add_group(XmlNode node) {
  const bool bare = is_one_word(node);
  if (!bare) between("(");
  add_all(node);
  if (!bare) between(")");
}

void EquationText::add_scripts(XmlNode node) {
  for (XmlNode part = node.first_child(); part; part = part.next_sibling()) {
    const std::string_view name = part.local();
    const bool is_script = name == "sub" || name == "sup" || name == "lim";
    if (!is_script) {
      add(part);
    } else if (part.first_child()) {
      between(name == "sup" ? "^" : "_");
      add_group(part);
    }
  }
}

void EquationText::add_list(XmlNode node, std::string_view item, std::string_view separator) {
  bool first = true;
  for (XmlNode part = node.first_child(); part; part = part.next_sibling()) {
    if (part.local() != item) continue;
    if (!first) between(separator);
    first = false;
    if (item == "mr") {
      add_list(part, "e", ", ");
    } else {
      add_all(part);
    }
  }
}

void EquationText::add_fenced(XmlNode node) {
  const XmlNode properties = child(node, "dPr");
  between(sign_of(properties, "begChr", "("));
  add_list(node, "e", sign_of(properties, "sepChr", "|"));
  between(sign_of(properties, "endChr", ")"));
}

void EquationText::add(XmlNode node) {
  if (depth_ == kDeepest) return;
  ++depth_;
  add_structure(node);
  --depth_;
}

void EquationText::add_structure(XmlNode node) {
  const std::string_view name = node.local();
  if (name == "t") {
    add_text_content(text_, node, true, source_, look_);
  } else if (name == "f") {
    add_group(child(node, "num"));
    between("/");
    add_group(child(node, "den"));
  } else if (name == "sSup" || name == "sSub" || name == "sSubSup" || name == "sPre" || name == "limLow") {
    add_scripts(node);
  } else if (name == "rad") {
    if (!is_on(child(child(node, "radPr"), "degHide"), false)) add_all(child(node, "deg"));
    between("√");
    add_group(child(node, "e"));
  } else if (name == "nary") {
    between(sign_of(child(node, "naryPr"), "chr", "∫"));
    add_scripts(node);
  } else if (name == "acc") {
    add_all(child(node, "e"));
    between(sign_of(child(node, "accPr"), "chr", "\u0302"));
  } else if (name == "d") {
    add_fenced(node);
  } else if (name == "m") {
    add_list(node, "mr", "; ");
  } else if (name == "eqArr") {
    add_list(node, "e", "; ");
  } else if (name == "ins" || name == "moveTo") {
    if (view_ == View::Final) add_all(node);
  } else if (name == "del" || name == "moveFrom") {
    if (view_ == View::Original) add_all(node);
  } else if (!name.ends_with("Pr")) {
    add_all(node);
  }
}

}  // namespace

void add_equation_text(DocxText& text, XmlNode equation, View view, const PieceSource& source, const Run& look) {
  EquationText(text, view, source, look).add(equation);
}

}  // namespace clauselint
