// The elements of a stretch of XML as a compact tree that only points into the bytes: a name or value is its own place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

class XmlTree;

/// An element or a text of a tree; lives until the tree parses anew. A default one is no node, and has nothing.
class XmlNode {
 public:
  XmlNode() = default;

  explicit operator bool() const { return tree_ != nullptr; }
  inline bool is_element() const;
  /// A text that is CDATA: references in it mean nothing.
  inline bool is_literal() const;

  /// `w:p`; empty for a text.
  inline std::string_view name() const;
  /// `p`
  inline std::string_view local() const;
  /// `w`; empty without a colon.
  inline std::string_view prefix() const;
  /// The bytes of a text, or of the first text in an element; not unescaped.
  inline std::string_view text() const;

  inline XmlNode first_child() const;
  inline XmlNode next_sibling() const;
  /// The node that comes next within `root`, in the order of the text.
  XmlNode next_within(XmlNode root) const;

  /// The start tag with its brackets, in bytes of the part.
  inline ByteSpan tag() const;
  /// From the start tag to the end tag, or the text.
  inline ByteSpan whole() const;

  /// The first attribute at or behind byte `at` of the part, within the start tag; nothing when there is none.
  struct Attribute {
    std::string_view name;
    std::string_view value;  ///< not unescaped
    std::uint32_t end = 0;   ///< where to look for the next one
  };
  std::optional<Attribute> attribute_from(std::uint32_t at) const;
  inline std::optional<Attribute> first_attribute() const;

 private:
  friend class XmlTree;
  XmlNode(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// The tree of sibling nodes. What it is made from must outlive it. White space between elements is no node.
class XmlTree {
 public:
  /// What stands in elements of the local name `unread` is passed over, as if they were empty.
  explicit XmlTree(std::string_view part, std::string_view unread = {}) : part_(part), unread_(unread) {}

  /// Parses bytes [begin, end) of the part, which hold whole elements; with `open`, the first element lacks its end tag.
  /// The nodes of before are gone. Returns what is not well-formed, or an empty string.
  std::string parse(std::uint32_t begin, std::uint32_t end, bool open = false);

  /// Whether an element in another declares a namespace.
  bool declares_within() const { return declares_within_; }

  /// The first of the siblings, if there is any.
  XmlNode first() const { return nodes_.empty() ? XmlNode() : XmlNode(this, 0); }

 private:
  friend class XmlNode;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  enum class Kind : std::uint8_t { Element, Text, Literal };
  struct Node {
    std::uint32_t begin = 0;  // of the start tag, or of the text
    std::uint32_t local = 0;  // of the local name
    std::uint32_t name_end = 0;
    std::uint32_t tag_end = 0;  // behind the start tag; of a text, its end
    std::uint32_t end = 0;      // behind the end tag; of CDATA, behind its bracket
    std::uint32_t first = kNone;
    std::uint32_t next = kNone;
    Kind kind = Kind::Element;
  };
  struct Open {
    std::uint32_t node = kNone;
    std::uint32_t last_child = kNone;
    bool has_element = false;
  };

  // These return false when they have set `fault_`.
  bool fail(std::string_view what, std::size_t at);
  void read_text(std::uint32_t end);
  bool read_declaration(std::uint32_t end);
  bool read_end_tag(std::uint32_t end);
  bool read_start_tag(std::uint32_t end);
  bool skip_attributes(bool& empty);
  std::uint32_t find_end_tag(const Node& node, std::uint32_t end) const;
  void add(const Node& node);

  std::string_view part_;
  std::string_view unread_;
  std::vector<Node> nodes_;
  std::vector<Open> open_;  // the first stands for the stretch itself
  std::uint32_t at_ = 0;
  std::uint32_t last_bracket_ = 0;  // of the stretch: no tag ends behind it
  std::string fault_;
  bool declares_ = false;  // the tag at hand
  bool declares_within_ = false;
};

inline bool XmlNode::is_element() const { return tree_ && tree_->nodes_[index_].kind == XmlTree::Kind::Element; }
inline bool XmlNode::is_literal() const { return tree_ && tree_->nodes_[index_].kind == XmlTree::Kind::Literal; }

inline std::string_view XmlNode::name() const {
  if (!is_element()) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  return tree_->part_.substr(node.begin + 1, node.name_end - node.begin - 1);
}

inline std::string_view XmlNode::local() const {
  if (!is_element()) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  return tree_->part_.substr(node.local, node.name_end - node.local);
}

inline std::string_view XmlNode::prefix() const {
  if (!is_element()) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  return node.local == node.begin + 1 ? std::string_view()
                                      : tree_->part_.substr(node.begin + 1, node.local - node.begin - 2);
}

inline XmlNode XmlNode::first_child() const {
  if (tree_ == nullptr || tree_->nodes_[index_].first == XmlTree::kNone) return {};
  return {tree_, tree_->nodes_[index_].first};
}

inline XmlNode XmlNode::next_sibling() const {
  if (tree_ == nullptr || tree_->nodes_[index_].next == XmlTree::kNone) return {};
  return {tree_, tree_->nodes_[index_].next};
}

inline std::string_view XmlNode::text() const {
  if (tree_ == nullptr) return {};
  if (is_element()) {
    for (XmlNode child = first_child(); child; child = child.next_sibling()) {
      if (!child.is_element()) return child.text();
    }
    return {};
  }
  const XmlTree::Node& node = tree_->nodes_[index_];
  return tree_->part_.substr(node.local, node.tag_end - node.local);
}

inline ByteSpan XmlNode::tag() const {
  if (tree_ == nullptr) return {};
  return {.begin = tree_->nodes_[index_].begin, .end = tree_->nodes_[index_].tag_end};
}

inline ByteSpan XmlNode::whole() const {
  if (tree_ == nullptr) return {};
  return {.begin = tree_->nodes_[index_].begin, .end = tree_->nodes_[index_].end};
}

inline std::optional<XmlNode::Attribute> XmlNode::first_attribute() const {
  if (!is_element()) return std::nullopt;
  const XmlTree::Node& node = tree_->nodes_[index_];
  if (node.tag_end - node.name_end <= 2) return std::nullopt;  // `>` or `/>`
  return attribute_from(node.name_end);
}

/// The one element among siblings; no node when there is none or more.
XmlNode only_element(XmlNode first);

/// Whether an element has that local name.
inline bool is_named(XmlNode node, std::string_view local) { return node.local() == local; }

/// The first child element of that local name, whatever its prefix; no node if there is none.
XmlNode child(XmlNode parent, std::string_view local);

/// The value of the attribute of that local name, not unescaped; empty if there is none.
std::string_view attribute(XmlNode node, std::string_view local);

/// The value of attribute `val`.
std::string_view value_of(XmlNode node);

/// Word's on/off properties: absent is `otherwise`, present without a value is on.
bool is_on(XmlNode property, bool otherwise);

}  // namespace clauselint
