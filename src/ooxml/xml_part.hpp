// One small XML part of a package (styles, numbering, relationships) as a tree, and what is asked of its nodes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "clauselint/error.hpp"

namespace clauselint {

/// An error about a part: its name, what is wrong with it (`nests elements deeper than 256`), and the way out where the
/// fault does not tell one behind a colon.
Error part_error(const std::string& path, std::string_view part, std::string_view fault);

/// The text of a part in UTF-8.
struct XmlText {
  std::string bytes;
  bool transcoded = false;  ///< the part is in UTF-16
};

/// Refuses (Unreadable) U+0000, and encodings other than UTF-8 and UTF-16. `path` and `name` serve for messages.
Result<XmlText> xml_text(const std::string& path, const std::string& name, std::string bytes);

/// A parsed part; nothing in it is unescaped. Not movable, because the tree points into `bytes_`.
class XmlPart {
 public:
  /// Refuses (Unreadable) what `xml_text` refuses, ill-formed XML and any DTD.
  static Result<std::unique_ptr<XmlPart>> parse(const std::string& path, const std::string& name, std::string bytes);

  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  pugi::xml_node root() const { return root_; }

 private:
  explicit XmlPart(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string bytes_;
  pugi::xml_document tree_;
  pugi::xml_node root_;
};

/// `w:p` is `p`; a name without a prefix is itself.
std::string_view local_name(std::string_view name);

/// Whether an element has that local name.
bool is_named(pugi::xml_node node, std::string_view local);

/// The first child element of that local name, whatever its prefix; the null node if there is none. For the parts
/// and properties where one vocabulary is used and namespaces decide nothing.
pugi::xml_node child(pugi::xml_node parent, std::string_view local);

/// The value of the attribute of that local name, not unescaped; empty if there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);
bool has_attribute(pugi::xml_node node, std::string_view local);

/// The value of attribute `val`.
std::string_view value_of(pugi::xml_node node);

/// Word's on/off properties: absent is `otherwise`, present without a value is on.
bool is_on(pugi::xml_node property, bool otherwise);

/// A decimal number, clamped to [low, high]; `otherwise` for what is none.
std::int32_t number_in(std::string_view digits, std::int32_t otherwise, std::int32_t low, std::int32_t high);

/// The text with its character references and the five named entities resolved.
std::string unescaped(std::string_view text);

/// What the reference that begins `text` (with `&`) stands for and its length; {0, 0} if it is none.
struct Reference {
  char32_t value = 0;
  std::uint32_t size = 0;
};
Reference read_reference(std::string_view text);

}  // namespace clauselint
