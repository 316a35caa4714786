// One small XML part of a package (styles, numbering, relationships) as a tree, and what is asked of its nodes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "clauselint/error.hpp"
#include "ooxml/xml_tree.hpp"

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

/// A small part as a whole. Not movable, because the tree points into `bytes_`.
class XmlPart {
 public:
  /// Refuses (Unreadable) what `xml_text` refuses, ill-formed XML and any DTD.
  /// What stands in elements of the local name `unread` is passed over.
  static Result<std::unique_ptr<XmlPart>> parse(const std::string& path, const std::string& name, std::string bytes,
                                                std::string_view unread = {});

  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  XmlNode root() const { return root_; }

 private:
  XmlPart(std::string bytes, std::string_view unread) : bytes_(std::move(bytes)), tree_(bytes_, unread) {}

  std::string bytes_;
  XmlTree tree_;
  XmlNode root_;
};

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
