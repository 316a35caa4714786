// Element names in a hash table; the prefix of WordprocessingML is remembered, since nearly every element has it.
#include "ooxml/elements.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace clauselint {
namespace {

constexpr std::size_t kMostBindings = 256;

using Name = std::pair<std::string_view, Element>;

constexpr std::array<Name, 44> kWordElements{{
    {"altChunk", Element::ForeignChunk},
    {"bdo", Element::Transparent},
    {"body", Element::Transparent},
    {"br", Element::Break},
    {"comment", Element::Comment},
    {"commentRangeEnd", Element::CommentEnd},
    {"commentRangeStart", Element::CommentStart},
    {"commentReference", Element::CommentReference},
    {"cr", Element::CarriageReturn},
    {"customXml", Element::Transparent},
    {"del", Element::Deletion},
    {"delInstrText", Element::DeletedFieldCode},
    {"delText", Element::DeletedText},
    {"dir", Element::Transparent},
    {"drawing", Element::Drawing},
    {"endnote", Element::Footnote},
    {"fldChar", Element::FieldCharacter},
    {"fldSimple", Element::SimpleField},
    {"footnote", Element::Footnote},
    {"hyperlink", Element::Transparent},
    {"ins", Element::Insertion},
    {"instrText", Element::FieldCode},
    {"moveFrom", Element::MoveFrom},
    {"moveTo", Element::MoveTo},
    {"noBreakHyphen", Element::NoBreakHyphen},
    {"object", Element::Object},
    {"p", Element::Paragraph},
    {"pict", Element::Drawing},
    {"ptab", Element::Tab},
    {"r", Element::Run},
    {"rt", Element::RubyText},
    {"ruby", Element::Transparent},
    {"rubyBase", Element::Transparent},
    {"sdt", Element::Control},
    {"sdtContent", Element::Transparent},
    {"smartTag", Element::Transparent},
    {"subDoc", Element::ForeignChunk},
    {"sym", Element::Symbol},
    {"t", Element::Text},
    {"tab", Element::Tab},
    {"tbl", Element::Table},
    {"tc", Element::TableCell},
    {"tr", Element::Row},
    {"txbxContent", Element::TextBox},
}};

// The names by a hash of their first two characters and their length; asked for every element of every part.
class WordElements {
 public:
  constexpr WordElements() {
    for (const Name& name : kWordElements) {
      std::size_t slot = slot_of(name.first);
      while (!slots_[slot].first.empty()) slot = (slot + 1) % kSlots;
      slots_[slot] = name;
    }
  }

  Element find(std::string_view name) const {
    for (std::size_t slot = slot_of(name); !slots_[slot].first.empty(); slot = (slot + 1) % kSlots) {
      if (slots_[slot].first == name) return slots_[slot].second;
    }
    return Element::Unknown;
  }

 private:
  static constexpr std::size_t kSlots = 256;

  // No name is empty.
  static constexpr std::size_t slot_of(std::string_view name) {
    const auto first = static_cast<unsigned char>(name[0]);
    const auto second = static_cast<unsigned char>(name.size() > 1 ? name[1] : '\0');
    return (first * std::size_t{7} + second * std::size_t{31} + name.size() * std::size_t{3}) % kSlots;
  }

  std::array<Name, kSlots> slots_{};
};

constexpr WordElements kElements;

Element word_element(std::string_view name) {
  if (name.size() == 1) {
    switch (name.front()) {
      case 'p': return Element::Paragraph;
      case 'r': return Element::Run;
      case 't': return Element::Text;
      default: return Element::Unknown;
    }
  }
  return kElements.find(name);
}

Element compatibility_element(std::string_view name) {
  if (name == "AlternateContent") return Element::AlternateContent;
  if (name == "Choice") return Element::Choice;
  return name == "Fallback" ? Element::Fallback : Element::Unknown;
}

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

}  // namespace

NamespaceScope::Vocabulary NamespaceScope::vocabulary_of(std::string_view uri) {
  if (uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
      uri == "http://purl.oclc.org/ooxml/wordprocessingml/main") {
    return Vocabulary::Word;
  }
  if (uri == "http://schemas.openxmlformats.org/markup-compatibility/2006") return Vocabulary::Compatibility;
  if (uri == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
      uri == "http://purl.oclc.org/ooxml/officeDocument/math") {
    return Vocabulary::Math;
  }
  const bool office = begins_with(uri, "http://schemas.microsoft.com/office/") ||
                      begins_with(uri, "http://schemas.openxmlformats.org/") ||
                      begins_with(uri, "http://purl.oclc.org/ooxml/");
  return office ? Vocabulary::Office : Vocabulary::Other;
}

bool NamespaceScope::declare(XmlNode node) {
  constexpr std::string_view kDeclaration = "xmlns";
  const std::size_t before = bindings_.size();
  for (auto a = node.first_attribute(); a; a = node.attribute_from(a->end)) {
    const std::string_view name = a->name;
    if (name.front() != 'x' || !begins_with(name, kDeclaration)) continue;  // nearly all
    if (name.size() == kDeclaration.size()) {
      bindings_.push_back({.prefix = {}, .vocabulary = vocabulary_of(a->value)});
    } else if (name[kDeclaration.size()] == ':') {
      bindings_.push_back(
          {.prefix = std::string(name.substr(kDeclaration.size() + 1)), .vocabulary = vocabulary_of(a->value)});
    }
  }
  if (bindings_.size() != before) find_word_prefix();
  return bindings_.size() <= kMostBindings;
}

void NamespaceScope::restore(std::size_t mark) {
  if (bindings_.size() == mark) return;
  bindings_.resize(mark);
  find_word_prefix();
}

NamespaceScope::Vocabulary NamespaceScope::lookup(std::string_view prefix) const {
  const auto bound =
      std::find_if(bindings_.rbegin(), bindings_.rend(), [&](const Binding& b) { return b.prefix == prefix; });
  return bound == bindings_.rend() ? Vocabulary::Other : bound->vocabulary;
}

void NamespaceScope::find_word_prefix() {
  const auto is_word = [this](const Binding& b) {
    return b.vocabulary == Vocabulary::Word && lookup(b.prefix) == Vocabulary::Word;
  };
  const auto found = std::find_if(bindings_.begin(), bindings_.end(), is_word);
  word_is_bound_ = found != bindings_.end();
  word_prefix_ = word_is_bound_ ? found->prefix : std::string();
}

Element NamespaceScope::element(XmlNode node) const {
  const std::string_view prefix = node.prefix();
  if (word_is_bound_ && !word_prefix_.empty() && prefix == word_prefix_) return word_element(node.local());
  switch (lookup(prefix)) {
    case Vocabulary::Word: return word_element(node.local());
    case Vocabulary::Compatibility: return compatibility_element(node.local());
    case Vocabulary::Math:
      return node.local() == "oMath" || node.local() == "oMathPara" ? Element::Equation : Element::Foreign;
    case Vocabulary::Office:
    case Vocabulary::Other: return Element::Foreign;
  }
  return Element::Foreign;
}

bool NamespaceScope::understands(std::string_view prefix) const { return lookup(prefix) != Vocabulary::Other; }

}  // namespace clauselint
