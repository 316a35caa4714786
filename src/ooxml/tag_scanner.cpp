// A raw tokenizer over XML bytes; positions first, meaning left to the callers.
#include "ooxml/tag_scanner.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace clauselint {
namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_name(char c) { return is_space(c) || c == '/' || c == '>' || c == '=' || c == '<'; }

std::string_view name_at(std::string_view text, std::size_t at) {
  const auto* const begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
  const auto* const end = std::find_if(begin, text.end(), ends_name);
  return text.substr(static_cast<std::size_t>(begin - text.begin()), static_cast<std::size_t>(end - begin));
}

/// A namespace declaration in force while `depth` elements are open.
struct Declaration {
  std::string_view prefix;
  std::string_view uri;
  std::size_t depth = 0;
};

class ElementBuilder {
 public:
  explicit ElementBuilder(std::string_view xml) : xml_(xml) {}

  bool take(const Tag& tag) {
    switch (tag.kind) {
      case TagKind::Open: return open(tag, false);
      case TagKind::Empty: return open(tag, true);
      case TagKind::Close: return close(tag);
      case TagKind::Text: return !open_.empty() || is_blank_text(tag);
      case TagKind::CData: return !open_.empty();
      case TagKind::Comment:
      case TagKind::Instruction: return true;
    }
    return false;
  }

  bool complete() const { return open_.empty() && !elements_.empty(); }
  std::vector<XmlElement> take_elements() { return std::move(elements_); }

 private:
  bool open(const Tag& tag, bool empty) {
    if (open_.empty() && !elements_.empty()) return false;  // a second root
    const auto index = static_cast<std::uint32_t>(elements_.size());
    declare(xml_.substr(tag.begin, tag.end - tag.begin));
    XmlElement element{.name = tag.name,
                       .namespace_uri = uri_of(tag_prefix(tag.name)),
                       .begin = tag.begin,
                       .open_end = tag.end,
                       .close_begin = tag.end,
                       .end = tag.end,
                       .parent = open_.empty() ? kNoElement : open_.back(),
                       .after = index + 1};
    elements_.push_back(element);
    if (empty) {
      undeclare();
    } else {
      open_.push_back(index);
    }
    return true;
  }

  bool close(const Tag& tag) {
    if (open_.empty() || elements_[open_.back()].name != tag.name) return false;
    XmlElement& element = elements_[open_.back()];
    element.close_begin = tag.begin;
    element.end = tag.end;
    element.after = static_cast<std::uint32_t>(elements_.size());
    open_.pop_back();
    undeclare();
    return true;
  }

  void declare(std::string_view tag) {
    if (tag.find("xmlns") == std::string_view::npos) return;
    for (const TagAttribute& found : attributes_of(tag)) {
      if (found.name == "xmlns") {
        declarations_.push_back({.prefix = {}, .uri = found.value, .depth = open_.size() + 1});
      } else if (tag_prefix(found.name) == "xmlns") {
        declarations_.push_back({.prefix = tag_local(found.name), .uri = found.value, .depth = open_.size() + 1});
      }
    }
  }

  void undeclare() {
    while (!declarations_.empty() && declarations_.back().depth > open_.size()) declarations_.pop_back();
  }

  std::string_view uri_of(std::string_view prefix) const {
    if (prefix == "xml") return kXmlNamespace;
    const auto found = std::find_if(declarations_.rbegin(), declarations_.rend(),
                                    [&](const Declaration& d) { return d.prefix == prefix; });
    return found == declarations_.rend() ? std::string_view() : found->uri;
  }

  bool is_blank_text(const Tag& tag) const {
    const std::string_view text = xml_.substr(tag.begin, tag.end - tag.begin);
    const bool mark = tag.begin == 0 && text.starts_with("\xEF\xBB\xBF");
    return std::all_of(text.begin() + (mark ? 3 : 0), text.end(), is_space);
  }

  std::string_view xml_;
  std::vector<XmlElement> elements_;
  std::vector<std::uint32_t> open_;
  std::vector<Declaration> declarations_;
};

}  // namespace

TagScanner::TagScanner(std::string_view xml) : xml_(xml) {}

std::optional<Tag> TagScanner::until(std::string_view closing, std::size_t skip, TagKind kind) {
  const std::size_t found = xml_.find(closing, at_ + skip);
  if (found == std::string_view::npos) {
    failed_ = true;
    return std::nullopt;
  }
  const std::size_t begin = std::exchange(at_, found + closing.size());
  return Tag{
      .kind = kind, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(at_), .name = {}};
}

std::optional<Tag> TagScanner::element() {
  const std::size_t begin = at_;
  const bool closes = xml_.compare(begin + 1, 1, "/") == 0;
  const std::string_view name = name_at(xml_, begin + (closes ? 2 : 1));
  std::size_t at = begin + (closes ? 2 : 1) + name.size();
  char quote = '\0';
  for (; at < xml_.size(); ++at) {
    const char c = xml_[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>' || c == '<') {
      break;
    }
  }
  if (name.empty() || at >= xml_.size() || xml_[at] != '>') {
    failed_ = true;
    return std::nullopt;
  }
  at_ = at + 1;
  const bool empty = !closes && xml_[at - 1] == '/';
  return Tag{.kind = closes  ? TagKind::Close
                     : empty ? TagKind::Empty
                             : TagKind::Open,
             .begin = static_cast<std::uint32_t>(begin),
             .end = static_cast<std::uint32_t>(at_),
             .name = name};
}

std::optional<Tag> TagScanner::next() {
  if (failed_ || at_ >= xml_.size()) return std::nullopt;
  if (xml_.size() > std::numeric_limits<std::uint32_t>::max() - 1) {
    failed_ = true;
    return std::nullopt;
  }
  const std::string_view rest = xml_.substr(at_);
  if (rest.front() != '<') {
    const std::size_t begin = at_;
    at_ = std::min(xml_.find('<', at_), xml_.size());
    return Tag{.kind = TagKind::Text,
               .begin = static_cast<std::uint32_t>(begin),
               .end = static_cast<std::uint32_t>(at_),
               .name = {}};
  }
  if (rest.starts_with("<!--")) return until("-->", 4, TagKind::Comment);
  if (rest.starts_with("<![CDATA[")) return until("]]>", 9, TagKind::CData);
  if (rest.starts_with("<?")) return until("?>", 2, TagKind::Instruction);
  if (rest.starts_with("<!")) {
    failed_ = true;
    return std::nullopt;
  }
  return element();
}

std::vector<TagAttribute> attributes_of(std::string_view tag) {
  std::vector<TagAttribute> found;
  std::size_t at = 1 + name_at(tag, 1).size();
  while (at < tag.size()) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::string_view name = name_at(tag, at);
    const std::size_t open = tag.find_first_of("\"'", at + name.size());
    if (name.empty() || open == std::string_view::npos) break;
    const std::size_t close = tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) break;
    found.push_back({.name = name, .value = tag.substr(open + 1, close - open - 1)});
    at = close + 1;
  }
  return found;
}

std::optional<std::string_view> tag_attribute(std::string_view tag, std::string_view name) {
  const auto all = attributes_of(tag);
  const auto found = std::find_if(all.begin(), all.end(), [&](const TagAttribute& a) { return a.name == name; });
  if (found == all.end()) return std::nullopt;
  return found->value;
}

std::string_view tag_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view tag_local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Result<std::vector<XmlElement>> scan_elements(std::string_view xml) {
  TagScanner scanner(xml);
  ElementBuilder builder(xml);
  bool paired = true;
  while (const auto tag = scanner.next()) {
    paired = builder.take(*tag);
    if (!paired) break;
  }
  if (!paired || scanner.failed() || !builder.complete()) {
    return Error{.kind = ErrorKind::Unreadable,
                 .where = {},
                 .message = "the XML is not well-formed; open the file in Word and save it again"};
  }
  return builder.take_elements();
}

}  // namespace clauselint
