// The tags of an XML text with their byte positions, for edits that must keep every other byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"

namespace clauselint {

enum class TagKind : std::uint8_t { Open, Close, Empty, Text, CData, Comment, Instruction };

/// One token; tokens tile the text. `name` is the qualified name of a tag, else empty.
struct Tag {
  TagKind kind = TagKind::Text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view name;
};

/// Reads token after token. Checks what positions depend on (brackets, quotes), not well-formedness as a whole: the text
/// has been parsed before. Stops at a DTD: none is allowed in a Word file. Views live as long as the text.
class TagScanner {
 public:
  explicit TagScanner(std::string_view xml);

  /// The next token; nullopt at the end or at a fault.
  std::optional<Tag> next();

  /// A fault ended the scan.
  bool failed() const { return failed_; }

 private:
  std::optional<Tag> until(std::string_view closing, std::size_t skip, TagKind kind);
  std::optional<Tag> element();

  std::string_view xml_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

/// An attribute of a tag, its value raw (entities not resolved), positions relative to the tag.
struct TagAttribute {
  std::string_view name;
  std::string_view value;
};

/// The attributes of an open or empty tag in order; `tag` is the whole tag, brackets included.
std::vector<TagAttribute> attributes_of(std::string_view tag);

/// The raw value of one attribute by its qualified name.
std::optional<std::string_view> tag_attribute(std::string_view tag, std::string_view name);

/// The part of a qualified name before the colon (empty without one), and behind it.
std::string_view tag_prefix(std::string_view name);
std::string_view tag_local(std::string_view name);

constexpr std::uint32_t kNoElement = 0xFFFFFFFF;

/// An element: where its tags stand, and who holds it. Preorder; `open_end` is where its content begins, `close_begin`
/// where it ends (both are `end` for an empty tag).
struct XmlElement {
  std::string_view name;           ///< qualified
  std::string_view namespace_uri;  ///< raw, of the declaration in force; empty for none
  std::uint32_t begin = 0;
  std::uint32_t open_end = 0;
  std::uint32_t close_begin = 0;
  std::uint32_t end = 0;
  std::uint32_t parent = kNoElement;
  std::uint32_t after = 0;  ///< index of the first element behind this one and its descendants

  std::string_view local() const { return tag_local(name); }
};

/// All elements of a text, in preorder. Fails (Unreadable) when tags do not pair or there is not exactly one root.
Result<std::vector<XmlElement>> scan_elements(std::string_view xml);

}  // namespace clauselint
