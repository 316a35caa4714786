// Writes comments: appended to the part that is there, or a part of its own with relationship and content type.
#include "markup/docx_comments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "markup/docx_part.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view kTransitionalType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
constexpr std::string_view kStrictType = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
constexpr std::string_view kRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

bool is_strict(std::string_view word_namespace) { return word_namespace.starts_with("http://purl.oclc.org/"); }

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return low;
}

// Code points that XML 1.0 has no way to write.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || c == 0xFFFE || c == 0xFFFF;
}

/// An element found by its children, as text.
std::string_view tag_of(std::string_view xml, const XmlElement& element) {
  return xml.substr(element.begin, element.open_end - element.begin);
}

// The text with `addition` as the last child of its root.
Result<std::string> with_last_child(const PackagePart& part, std::string_view addition) {
  const std::string& xml = *part.bytes;
  const auto elements = scan_elements(xml);
  if (!elements) {
    return Error{.kind = ErrorKind::Unwritable, .where = part.name, .message = elements.error().message};
  }
  const XmlElement& root = elements->front();
  if (root.open_end != root.end) return std::string(xml).insert(root.close_begin, addition);
  const std::size_t slash = root.end - 2;
  return xml.substr(0, slash).append(">").append(addition).append("</").append(root.name).append(">").append(
      xml, root.end, std::string::npos);
}

std::string initials_of(std::string_view author) {
  std::string initials;
  bool start = true;
  for (std::size_t at = 0; at < author.size() && initials.size() < 8;) {
    const CodePoint c = decode_at(author, at);
    const bool blank = is_blank(c.value);
    if (start && !blank) append_utf8(initials, c.value);
    start = blank;
    at += c.size;
  }
  return initials;
}

std::string paragraph(const WordNames& n, std::string_view text, bool first, const StyleIds& styles) {
  std::string xml = fmt::format("<{}p>", n.element);
  if (!styles.comment_text.empty()) {
    xml += fmt::format("<{0}pPr><{0}pStyle {1}val=\"{2}\"/></{0}pPr>", n.element, n.attribute, styles.comment_text);
  }
  if (first) {
    const std::string properties = styles.comment_reference.empty()
                                       ? std::string()
                                       : fmt::format("<{0}rPr><{0}rStyle {1}val=\"{2}\"/></{0}rPr>", n.element,
                                                     n.attribute, styles.comment_reference);
    xml += fmt::format("<{0}r>{1}<{0}annotationRef/></{0}r>", n.element, properties);
  }
  if (!text.empty()) {
    xml += fmt::format("<{0}r><{0}t xml:space=\"preserve\">{1}</{0}t></{0}r>", n.element, xml_escaped(text));
  }
  return xml + fmt::format("</{}p>", n.element);
}

std::string entry(const WordNames& n, const Comment& comment, const StyleIds& styles, const MarkupOptions& options) {
  std::string xml =
      fmt::format("<{0}comment{5} {1}id=\"{2}\" {1}author=\"{3}\" {1}initials=\"{4}\"", n.element, n.attribute,
                  comment.id, xml_escaped(options.author), xml_escaped(initials_of(options.author)), n.declaration);
  xml +=
      options.date.empty() ? std::string(">") : fmt::format(" {}date=\"{}\">", n.attribute, xml_escaped(options.date));
  std::string_view rest = comment.text;
  for (bool first = true, more = true; more; first = false) {
    const std::size_t line = rest.find('\n');
    more = line != std::string_view::npos;
    xml += paragraph(n, rest.substr(0, line), first, styles);
    rest.remove_prefix(more ? line + 1 : rest.size());
  }
  return xml + fmt::format("</{}comment>", n.element);
}

std::string new_relationship_id(std::string_view xml, const std::vector<XmlElement>& elements) {
  std::uint32_t highest = 0;
  for (const XmlElement& element : elements) {
    const std::string_view id = tag_attribute(tag_of(xml, element), "Id").value_or("");
    const std::string low = lower(id);
    const std::uint32_t number = low.starts_with("rid") ? word_id(id.substr(3)) : kNoElement;
    if (number != kNoElement) highest = std::max(highest, number);
  }
  return "rId" + std::to_string(highest + 1);
}

std::string with_colon(std::string_view prefix) { return prefix.empty() ? std::string() : std::string(prefix) + ":"; }

Result<ZipChange> relate(const DocxPackage& package, std::string_view word_namespace) {
  PackagePart part = package.relationships;
  if (!part.bytes) part.bytes = fmt::format("{}<Relationships xmlns=\"{}\"/>", kDeclaration, kRelationships);
  const auto elements = scan_elements(*part.bytes);
  if (!elements) return Error{.kind = ErrorKind::Unwritable, .where = part.name, .message = elements.error().message};
  const std::string_view type = is_strict(word_namespace) ? kStrictType : kTransitionalType;
  const std::string target = package.comments.name.substr(package.comments.name.rfind('/') + 1);
  auto bytes = with_last_child(part, fmt::format("<{}Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"/>",
                                                 with_colon(tag_prefix(elements->front().name)),
                                                 new_relationship_id(*part.bytes, *elements), type, target));
  if (!bytes) return bytes.error();
  return ZipChange{.name = part.name, .content = std::move(*bytes)};
}

Result<ZipChange> declare_type(const DocxPackage& package) {
  const PackagePart& part = package.content_types;
  const auto elements = scan_elements(*part.bytes);
  if (!elements) return Error{.kind = ErrorKind::Unwritable, .where = part.name, .message = elements.error().message};
  const std::string name = "/" + package.comments.name;
  for (const XmlElement& element : *elements) {
    const bool declared = lower(tag_attribute(tag_of(*part.bytes, element), "PartName").value_or("")) == lower(name);
    if (declared) {
      return Error{.kind = ErrorKind::Unwritable,
                   .where = part.name,
                   .message = "declares a part " + name + " that is not there; save the file anew in Word"};
    }
  }
  auto bytes = with_last_child(
      part, fmt::format("<{}Override PartName=\"{}\" ContentType=\"{}\"/>",
                        with_colon(tag_prefix(elements->front().name)), xml_escaped(name), kContentType));
  if (!bytes) return bytes.error();
  return ZipChange{.name = part.name, .content = std::move(*bytes)};
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    switch (c.value) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      default:
        if (!is_forbidden(c.value)) out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_forbidden(c.value) || c.value == U'\n' || c.value == U'\r') return true;
    at += c.size;
  }
  return find_invalid_utf8(text) != std::string_view::npos;
}

StyleIds find_styles(const DocxPackage& package) {
  StyleIds ids;
  if (!package.styles.bytes) return ids;
  const auto part = scan_word_part(*package.styles.bytes);
  if (!part) return ids;
  for (std::uint32_t i = 0; i < part->elements.size(); ++i) {
    const XmlElement& element = part->elements[i];
    if (!is_word(element, "name") || element.parent == kNoElement) continue;
    const XmlElement& style = part->elements[element.parent];
    const std::string id(word_attribute(part->open_tag(style), "styleId"));
    if (!is_word(style, "style") || id.empty()) continue;
    const std::string name = lower(word_attribute(part->open_tag(element), "val"));
    if (name == "annotation reference") ids.comment_reference = id;
    if (name == "annotation text") ids.comment_text = id;
    if (name == "hyperlink" || name == "followedhyperlink") ids.links.push_back(id);
    const bool refers = name == "annotation reference" || name == "footnote reference" || name == "endnote reference";
    if (refers) ids.references.push_back(id);
  }
  return ids;
}

std::uint32_t first_comment_id(const DocxPackage& package, const WordPart& main) {
  std::vector<std::uint32_t> used;
  const auto take = [&used](const WordPart& part) {
    for (const XmlElement& element : part.elements) {
      if (!is_word_namespace(element.namespace_uri) || !element.local().starts_with("comment")) continue;
      const std::uint32_t id = word_id(word_attribute(part.open_tag(element), "id"));
      if (id != kNoElement) used.push_back(id);
    }
  };
  take(main);
  if (package.comments.bytes) {
    if (const auto part = scan_word_part(*package.comments.bytes)) take(*part);
  }
  return first_free_id(std::move(used));
}

std::string range_begin(const WordNames& n, std::uint32_t id) {
  return fmt::format("<{0}commentRangeStart{3} {1}id=\"{2}\"/>", n.element, n.attribute, id, n.declaration);
}

std::string range_end(const WordNames& n, std::uint32_t id, const StyleIds& styles) {
  const std::string properties = styles.comment_reference.empty()
                                     ? std::string()
                                     : fmt::format("<{0}rPr><{0}rStyle {1}val=\"{2}\"/></{0}rPr>", n.element,
                                                   n.attribute, styles.comment_reference);
  return fmt::format("<{0}commentRangeEnd{3} {1}id=\"{2}\"/><{0}r{3}>{4}<{0}commentReference {1}id=\"{2}\"/></{0}r>",
                     n.element, n.attribute, id, n.declaration, properties);
}

Result<std::vector<ZipChange>> write_comments(const DocxPackage& package, std::string_view word_namespace,
                                              const std::vector<Comment>& comments, const StyleIds& styles,
                                              const MarkupOptions& options) {
  std::vector<ZipChange> changes;
  PackagePart part = package.comments;
  const bool is_new = !part.bytes;
  if (is_new) part.bytes = fmt::format("{}<w:comments xmlns:w=\"{}\"/>", kDeclaration, word_namespace);
  const auto scanned = scan_word_part(*part.bytes);
  if (!scanned) return Error{.kind = ErrorKind::Unwritable, .where = part.name, .message = scanned.error().message};
  std::string entries;
  for (const Comment& comment : comments) entries += entry(names_at(*scanned, 0), comment, styles, options);
  auto bytes = with_last_child(part, entries);
  if (!bytes) return bytes.error();
  changes.push_back({.name = part.name, .content = std::move(*bytes)});
  if (!is_new) return changes;
  for (auto change : {relate(package, word_namespace), declare_type(package)}) {
    if (!change) return change.error();
    changes.push_back(std::move(*change));
  }
  return changes;
}

}  // namespace clauselint
