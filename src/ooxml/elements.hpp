// The elements of a Word text that matter to a reader, found by namespace and name whatever the prefixes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml_tree.hpp"

namespace clauselint {

enum class Element : std::uint8_t {
  Unknown,  ///< of WordprocessingML, but of no interest
  Foreign,  ///< of another vocabulary
  // structure
  Transparent,
  Paragraph,
  Run,
  Text,
  Table,
  Row,
  TableCell,
  TextBox,
  Footnote,
  Comment,
  Control,
  SimpleField,
  // in runs
  Tab,
  Break,
  CarriageReturn,
  NoBreakHyphen,
  Symbol,
  FieldCharacter,
  FieldCode,
  CommentStart,
  CommentEnd,
  CommentReference,
  DeletedText,
  DeletedFieldCode,
  Drawing,
  Object,
  RubyText,
  // changes
  Insertion,
  Deletion,
  MoveTo,
  MoveFrom,
  // of other vocabularies
  AlternateContent,
  Choice,
  Fallback,
  Equation,
  // not read
  ForeignChunk,
};

/// The namespaces in force at the element that a walk has reached.
class NamespaceScope {
 public:
  /// Takes the declarations on an element into force until `restore(mark)`; false when
  /// there are more than any sane file has, so that look-ups stay cheap.
  bool declare(XmlNode node);
  std::size_t mark() const { return bindings_.size(); }
  void restore(std::size_t mark);

  Element element(XmlNode node) const;

  /// Whether the vocabulary of a prefix is one that Word draws, for the `Requires` of an mc:Choice.
  bool understands(std::string_view prefix) const;

 private:
  enum class Vocabulary : std::uint8_t { Other, Office, Word, Compatibility, Math };
  struct Binding {
    std::string prefix;  // its own: the nodes of a part come and go
    Vocabulary vocabulary = Vocabulary::Other;
  };

  static Vocabulary vocabulary_of(std::string_view uri);
  Vocabulary lookup(std::string_view prefix) const;
  void find_word_prefix();

  std::vector<Binding> bindings_;
  std::string word_prefix_;  // the common case, without a search
  bool word_is_bound_ = false;
};

}  // namespace clauselint
