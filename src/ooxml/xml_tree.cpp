// One pass over the bytes with a stack of open elements; attributes are checked for form and read when they are asked for.
#include "ooxml/xml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace clauselint {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Names are of letters, digits and a few signs, and do not begin with a digit, a hyphen or a full stop.
constexpr std::array<bool, 256> kEndsName = [] {
  std::array<bool, 256> ends{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) ends[byte] = true;
  for (char c = 'a'; c <= 'z'; ++c) ends[static_cast<unsigned char>(c)] = false;
  for (char c = 'A'; c <= 'Z'; ++c) ends[static_cast<unsigned char>(c)] = false;
  for (char c = '0'; c <= '9'; ++c) ends[static_cast<unsigned char>(c)] = false;
  for (const char c : {'_', ':', '-', '.'}) ends[static_cast<unsigned char>(c)] = false;
  return ends;
}();

// The same, and the colon behind a prefix.
constexpr std::array<bool, 256> kEndsPart = [] {
  std::array<bool, 256> ends = kEndsName;
  ends[':'] = true;
  return ends;
}();

bool ends_name(char c) { return kEndsName[static_cast<unsigned char>(c)]; }

bool begins_name(char c) { return !ends_name(c) && c != '-' && c != '.' && !(c >= '0' && c <= '9'); }

std::uint32_t find(std::string_view part, char c, std::uint32_t from, std::uint32_t end) {
  const void* const found = std::memchr(part.data() + from, c, end - from);
  return found == nullptr ? end : static_cast<std::uint32_t>(static_cast<const char*>(found) - part.data());
}

// The same for what is likely to be near, eight bytes at a time: a call costs more than most values are long.
std::uint32_t find_near(const char* bytes, char c, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHighs = 0x8080808080808080u;
  const std::uint64_t wanted = kOnes * static_cast<unsigned char>(c);
  for (; end - at >= 8; at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes + at, 8);
    eight ^= wanted;  // a zero byte where the character stands
    const std::uint64_t zeros = (eight - kOnes) & ~eight & kHighs;
    if (zeros == 0) continue;
    if constexpr (std::endian::native == std::endian::little) {
      return at + static_cast<std::uint32_t>(std::countr_zero(zeros)) / 8;
    }
    break;
  }
  while (at < end && bytes[at] != c) ++at;
  return at;
}

std::uint32_t find(std::string_view part, std::string_view words, std::uint32_t from, std::uint32_t end) {
  const std::size_t found = part.substr(0, end).find(words, from);
  return found == std::string_view::npos ? end : static_cast<std::uint32_t>(found);
}

}  // namespace

bool XmlTree::fail(std::string_view what, std::size_t at) {
  fault_ = fmt::format("is not well-formed XML ({} at byte {}): save the file anew", what, at);
  return false;
}

void XmlTree::add(const Node& node) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  Open& parent = open_.back();
  if (parent.last_child != kNone) {
    nodes_[parent.last_child].next = index;
  } else if (parent.node != kNone) {
    nodes_[parent.node].first = index;
  }
  parent.last_child = index;
  parent.has_element = parent.has_element || node.kind == Kind::Element;
  nodes_.push_back(node);
}

// White space counts only as (part of) the content of an element without child elements.
void XmlTree::read_text(std::uint32_t end) {
  const std::uint32_t begin = at_;
  at_ = find(part_, '<', at_, end);
  const char behind = at_ + 1 < end ? part_[at_ + 1] : '\0';
  const bool may_be_content = !open_.back().has_element && (behind == '/' || behind == '!' || behind == '?');
  const std::string_view words = part_.substr(begin, at_ - begin);
  if (!may_be_content && std::all_of(words.begin(), words.end(), is_space)) return;
  add({.begin = begin, .local = begin, .name_end = begin, .tag_end = at_, .end = at_, .kind = Kind::Text});
}

// Comments, instructions and CDATA.
bool XmlTree::read_declaration(std::uint32_t end) {
  const std::string_view head = part_.substr(at_, std::min<std::size_t>(9, end - at_));
  const bool literal = head == "<![CDATA[";
  const std::string_view closing = literal ? "]]>" : head.substr(0, 4) == "<!--" ? "-->" : "?>";
  if (!literal && closing == "?>" && head[1] != '?') {
    if (head.substr(0, 3) != "<!D") return fail("a declaration that is none", at_);
    fault_ = "holds a document type declaration, which Word files never do";
    return false;
  }
  if (closing == "?>" && (head.size() < 3 || !begins_name(head[2]))) return fail("an instruction without a name", at_);
  if (head.starts_with("<?xml ") && open_.size() > 1) return fail("an XML declaration inside an element", at_);
  const std::uint32_t content = at_ + (literal ? 9 : closing == "-->" ? 4 : 2);
  const std::uint32_t close = find(part_, closing, std::min(content, end), end);
  if (close == end) return fail("a comment or instruction without an end", at_);
  const auto behind = static_cast<std::uint32_t>(close + closing.size());
  if (literal && open_.size() > 1) {
    add({.begin = at_, .local = content, .name_end = content, .tag_end = close, .end = behind, .kind = Kind::Literal});
  }
  at_ = behind;
  return true;
}

bool XmlTree::read_end_tag(std::uint32_t end) {
  if (open_.size() < 2) return fail("an end tag that closes nothing", at_);
  Node& node = nodes_[open_.back().node];
  const std::uint32_t size = node.name_end - node.begin - 1;
  const bool fits =
      end - at_ > size + 2 && std::memcmp(part_.data() + at_ + 2, part_.data() + node.begin + 1, size) == 0;
  if (!fits) return fail("an end tag that closes another element", at_);
  std::uint32_t behind = at_ + 2 + size;
  while (behind < end && is_space(part_[behind])) ++behind;
  if (behind >= end || part_[behind] != '>') return fail("an end tag that closes another element", at_);
  at_ = behind + 1;
  node.end = at_;
  open_.pop_back();
  return true;
}

// From behind the name to behind the bracket. Works on copies: nearly all bytes of a part are looked at here, and the
// last bracket of the stretch, which ends names and blanks, stands guard instead of a check of each byte.
bool XmlTree::skip_attributes(bool& empty) {
  const char* const bytes = part_.data();
  std::uint32_t at = at_;
  for (;;) {
    const std::uint32_t blank = at;
    while (is_space(bytes[at])) ++at;
    if (bytes[at] == '>') break;
    if (bytes[at] == '/' && bytes[at + 1] == '>') {
      empty = true;
      ++at;
      break;
    }
    const std::uint32_t name = at;
    while (!ends_name(bytes[at])) ++at;
    const bool named = name > blank && begins_name(bytes[name]);
    if (bytes[name] == 'x' && part_.substr(name, 5) == "xmlns") declares_ = true;
    while (is_space(bytes[at])) ++at;
    if (!named || bytes[at] != '=') return fail("an attribute that is none", name);
    ++at;
    while (is_space(bytes[at])) ++at;
    if (bytes[at] != '"' && bytes[at] != '\'') return fail("an attribute without quotes", name);
    const char quote = bytes[at++];
    at = find_near(bytes, quote, at, last_bracket_);
    if (at == last_bracket_) return fail("an attribute without an end", name);
    ++at;
  }
  at_ = at + 1;
  return true;
}

bool XmlTree::read_start_tag(std::uint32_t end) {
  const char* const bytes = part_.data();
  Node node;
  node.begin = at_;
  if (at_ >= last_bracket_) return fail("a tag without an end", at_);
  std::uint32_t at = at_ + 1;
  node.local = at;
  while (!kEndsPart[static_cast<unsigned char>(bytes[at])]) ++at;
  if (bytes[at] == ':') {
    node.local = ++at;
    while (!ends_name(bytes[at])) ++at;
  }
  if (!begins_name(bytes[node.begin + 1]) || node.local == at) return fail("a tag without a name", node.begin);
  node.name_end = at_ = at;
  bool empty = false;
  if (bytes[at] == '>') {
    ++at_;
  } else if (!skip_attributes(empty)) {
    return false;
  }
  node.tag_end = at_;
  node.end = at_;
  declares_within_ = declares_within_ || (declares_ && open_.size() > 1);
  declares_ = false;
  add(node);
  if (empty) return true;
  open_.push_back({.node = static_cast<std::uint32_t>(nodes_.size() - 1)});
  const std::string_view local = part_.substr(node.local, node.name_end - node.local);
  if (!unread_.empty() && local == unread_) at_ = find_end_tag(node, end);
  return true;
}

// Where the end tag of an element stands that holds none of its own name.
std::uint32_t XmlTree::find_end_tag(const Node& node, std::uint32_t end) const {
  const std::string_view name = part_.substr(node.begin + 1, node.name_end - node.begin - 1);
  return find(part_, fmt::format("</{}", name), node.tag_end, end);
}

std::string XmlTree::parse(std::uint32_t begin, std::uint32_t end, bool open) {
  const std::size_t last = part_.substr(0, end).rfind('>');
  last_bracket_ = last == std::string_view::npos ? 0 : static_cast<std::uint32_t>(last);
  nodes_.clear();
  nodes_.reserve((end - begin) / 16);  // what Word writes comes to that
  open_.assign(1, {});
  fault_.clear();
  declares_ = declares_within_ = false;
  at_ = begin;
  bool sound = true;
  while (sound && at_ < end) {
    if (part_[at_] != '<') {
      read_text(end);
      continue;
    }
    const char kind = at_ + 1 < end ? part_[at_ + 1] : '<';
    sound = kind == '/' ? read_end_tag(end) : kind == '!' || kind == '?' ? read_declaration(end) : read_start_tag(end);
  }
  if (sound && open_.size() != (open ? 2u : 1u)) fail("an element without an end", at_);
  return fault_;
}

XmlNode XmlNode::next_within(XmlNode root) const {
  const std::uint32_t next = index_ + 1;  // nodes stand in the order of the text
  const bool within = next < tree_->nodes_.size() && tree_->nodes_[next].begin < root.whole().end;
  return within ? XmlNode(tree_, next) : XmlNode();
}

std::optional<XmlNode::Attribute> XmlNode::attribute_from(std::uint32_t at) const {
  const std::string_view part = tree_->part_;
  const std::uint32_t end = tree_->nodes_[index_].tag_end - 1;
  while (at < end && (is_space(part[at]) || part[at] == '/')) ++at;
  if (at >= end) return std::nullopt;
  const std::uint32_t name = at;
  while (!ends_name(part[at])) ++at;
  Attribute found{.name = part.substr(name, at - name), .value = {}, .end = 0};
  while (part[at] != '"' && part[at] != '\'') ++at;
  const std::uint32_t close = find(part, part[at], at + 1, end);
  found.value = part.substr(at + 1, close - at - 1);
  found.end = close + 1;
  return found;
}

XmlNode only_element(XmlNode first) {
  XmlNode found;
  for (XmlNode node = first; node; node = node.next_sibling()) {
    if (!node.is_element()) continue;
    if (found) return {};
    found = node;
  }
  return found;
}

XmlNode child(XmlNode parent, std::string_view local) {
  XmlNode node = parent.first_child();
  while (node && node.local() != local) node = node.next_sibling();
  return node;
}

std::string_view attribute(XmlNode node, std::string_view local) {
  for (auto found = node.first_attribute(); found; found = node.attribute_from(found->end)) {
    const std::size_t size = found->name.size();
    if (size < local.size() || !found->name.ends_with(local)) continue;
    if (size == local.size() || found->name[size - local.size() - 1] == ':') return found->value;
  }
  return {};
}

std::string_view value_of(XmlNode node) { return attribute(node, "val"); }

bool is_on(XmlNode property, bool otherwise) {
  if (!property) return otherwise;
  const std::string_view value = value_of(property);
  return value != "0" && value != "false" && value != "off";
}

}  // namespace clauselint
