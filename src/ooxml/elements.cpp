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
      std::size_t slot = slot_of(name.first.data(), name.first.size());
      while (!slots_[slot].first.empty()) slot = (slot + 1) % kSlots;
      slots_[slot] = name;
    }
  }

  // `name` ends with a zero byte.
  Element find(const char* name) const {
    const std::size_t size = std::strlen(name);
    for (std::size_t slot = slot_of(name, size); !slots_[slot].first.empty(); slot = (slot + 1) % kSlots) {
      if (slots_[slot].first == std::string_view(name, size)) return slots_[slot].second;
    }
    return Element::Unknown;
  }

 private:
  static constexpr std::size_t kSlots = 256;

  static constexpr std::size_t slot_of(const char* name, std::size_t size) {
    const auto first = static_cast<unsigned char>(name[0]);
    const auto second = static_cast<unsigned char>(size > 1 ? name[1] : '\0');
    return (first * std::size_t{7} + second * std::size_t{31} + size * std::size_t{3}) % kSlots;
  }

  std::array<Name, kSlots> slots_{};
};

constexpr WordElements kElements;

Element word_element(const char* name) {
  if (name[0] != '\0' && name[1] == '\0') {
    switch (name[0]) {
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

bool NamespaceScope::declare(pugi::xml_node node) {
  constexpr std::string_view kDeclaration = "xmlns";
  const std::size_t before = bindings_.size();
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
    if (*a.name() != 'x') continue;  // nearly all
    const std::string_view name = a.name();
    if (!begins_with(name, kDeclaration)) continue;
    if (name.size() == kDeclaration.size()) {
      bindings_.push_back({.prefix = {}, .vocabulary = vocabulary_of(a.value())});
    } else if (name[kDeclaration.size()] == ':') {
      bindings_.push_back({.prefix = std::string(name.substr(kDeclaration.size() + 1)), .vocabulary = vocabulary_of(a.value())});
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

Element NamespaceScope::element(pugi::xml_node node) const {
  const char* const start = node.name();
  if (word_is_bound_ && !word_prefix_.empty()) {
    const char* at = start;
    for (const char c : word_prefix_) {
      if (*at != c) break;
      ++at;
    }
    const bool of_word = at == start + word_prefix_.size() && *at == ':';
    if (of_word) return word_element(at + 1);
  }
  const std::string_view name = start;
  const std::size_t colon = name.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
  const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  switch (lookup(prefix)) {
    case Vocabulary::Word: return word_element(local.data());  // names end with a zero byte
    case Vocabulary::Compatibility: return compatibility_element(local);
    case Vocabulary::Math: return local == "oMath" || local == "oMathPara" ? Element::Equation : Element::Foreign;
    case Vocabulary::Office:
    case Vocabulary::Other: return Element::Foreign;
  }
  return Element::Foreign;
}

bool NamespaceScope::understands(std::string_view prefix) const { return lookup(prefix) != Vocabulary::Other; }

}  // namespace clauselint
