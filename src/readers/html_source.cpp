// An HTML file before it is parsed: its encoding, and a copy for the parser in which every byte keeps its place.
#include "readers/html_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "readers/draft_text.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kHead = 4096;             // bytes in which a file declares its encoding
constexpr std::size_t kMostAttributes = 2000;   // of one tag; libxml2 compares each with all before it
constexpr std::uint32_t kMostDocuments = 1000;  // of a filing
constexpr auto kNowhere = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return is_ascii_letter(static_cast<unsigned char>(c)); }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string lowered(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), lower);
  return made;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  const auto same = [](char a, char b) { return lower(a) == b; };
  return std::ranges::equal(text.substr(0, word.size()), word, same);
}

std::string_view tag_name(std::string_view tag) {
  const std::size_t first = tag.starts_with("</") ? 2 : 1;
  std::size_t end = first;
  while (end < tag.size() && !is_white(tag[end]) && tag[end] != '>' && tag[end] != '/') ++end;
  return tag.substr(first, end - first);
}

// The value behind `name=`, quoted or not.
std::string_view value_after(std::string_view text, std::string_view name) {
  const std::size_t found = text.find(name);
  if (found == kNowhere) return {};
  std::size_t at = found + name.size();
  while (at < text.size() && (is_white(text[at]) || text[at] == '=')) ++at;
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;
  std::size_t end = at;
  while (end < text.size() && !is_white(text[end]) && std::string_view("\"'>;?/").find(text[end]) == kNowhere) ++end;
  return text.substr(at, end - at);
}

// The encoding that the head of the file names: in its XML declaration or in a meta element.
std::string_view declared_name(std::string_view head) {
  const std::size_t declaration = head.find("<?xml");
  if (declaration != kNowhere) {
    const std::size_t end = head.find("?>", declaration);
    const std::string_view name = value_after(head.substr(declaration, end - declaration), "encoding");
    if (!name.empty()) return name;
  }
  for (std::size_t at = head.find("<meta"); at != kNowhere; at = head.find("<meta", at + 1)) {
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::string_view name = value_after(head.substr(at, end - at), "charset");
    if (!name.empty()) return name;
  }
  return {};
}

/// Makes the copy for the parser, from tag to tag.
class HtmlCleaner {
 public:
  explicit HtmlCleaner(std::string_view text) : text_(text), markup_(text) {}

  /// What is wrong with the file, or nothing.
  std::optional<std::string> clean();

  std::string markup() { return std::move(markup_); }
  std::vector<ByteSpan> sheets() { return std::move(sheets_); }
  std::vector<Note> notes() const;

 private:
  std::size_t read_declaration(std::size_t at);
  std::size_t read_tag(std::size_t at);
  std::size_t read_raw(std::string_view name, std::size_t at, std::size_t tag);
  void blank(std::size_t begin, std::size_t end);
  void fill(std::size_t begin, std::size_t end);
  void clear_control_characters();
  std::size_t never_ends(std::string_view what, std::size_t at);

  std::string_view text_;
  std::string markup_;
  std::vector<ByteSpan> sheets_;
  std::string fault_;
  std::uint32_t comments_ = 0;
  std::uint32_t controls_ = 0;
  std::uint32_t filing_heads_ = 0;
  std::uint32_t literals_ = 0;   // CDATA sections
  std::uint32_t swallowed_ = 0;  // values with tags in them: somebody forgot a quote
};

std::size_t HtmlCleaner::never_ends(std::string_view what, std::size_t at) {
  const auto line = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  fault_ =
      fmt::format("{} that begins in line {} never ends, so the file may be cut off: get the whole file", what, line);
  return text_.size();
}

void HtmlCleaner::fill(std::size_t begin, std::size_t end) {
  std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(begin), markup_.begin() + static_cast<std::ptrdiff_t>(end),
            ' ');
}

// What is no text becomes a comment of the same length: unlike blanks it parts no words. Too short for one, it becomes
// characters that the parser passes over.
void HtmlCleaner::blank(std::size_t begin, std::size_t end) {
  if (end - begin < 7) {
    for (std::size_t at = begin; at < end; ++at) markup_[at] = '\x01';
    return;
  }
  fill(begin, end);
  markup_.replace(begin, 4, "<!--");
  markup_.replace(end - 3, 3, "-->");
}

// `<!-- -->`, `<!doctype html>`, `<![if !supportLists]>`, `<?xml ?>`; `at` is at the bracket.
std::size_t HtmlCleaner::read_declaration(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  const bool comment = rest.starts_with("<!--");
  const bool literal = rest.starts_with("<![CDATA[");
  const bool short_comment = rest.starts_with("<!-->") || rest.starts_with("<!--->");
  const std::string_view closing = comment ? "-->" : literal ? "]]>" : ">";
  std::size_t end = rest.find(closing, short_comment ? 2 : comment ? 4 : 0);
  if (end == kNowhere) return never_ends(comment ? "a comment" : "a declaration", at);
  end += closing.size();
  if (comment) end = std::min(end, rest.substr(0, end).find("--!>") == kNowhere ? end : rest.find("--!>") + 4);
  end += at;
  comments_ += comment ? 1 : 0;
  literals_ += literal ? 1 : 0;
  blank(at, end);
  return end;
}

// The content of a script or style, which is no text.
std::size_t HtmlCleaner::read_raw(std::string_view name, std::size_t at, std::size_t tag) {
  for (std::size_t close = text_.find("</", at); close != kNowhere; close = text_.find("</", close + 2)) {
    if (!begins_with_word(text_.substr(close + 2), name)) continue;
    if (name == "style") {
      sheets_.push_back({.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(close)});
    }
    fill(at, close);
    return close;
  }
  return never_ends(fmt::format("a {}", name), tag);
}

// The tag at `at`, with the quotes of its values minded; what stands in the file before the first page of an EDGAR
// document goes with its tag.
std::size_t HtmlCleaner::read_tag(std::size_t at) {
  std::size_t end = at + 1;
  std::size_t attributes = 0;
  while (end < text_.size() && text_[end] != '>') {
    const char c = text_[end];
    if (is_white(c) && !is_white(text_[end - 1])) ++attributes;
    if (c == '=') {
      do ++end;
      while (end < text_.size() && is_white(text_[end]));
      if (end >= text_.size()) break;
      const char quote = text_[end];
      if (quote == '"' || quote == '\'') {
        const std::size_t begin = end;
        end = text_.find(quote, end + 1);
        if (end == kNowhere) return never_ends("a tag", at);
        if (text_.substr(begin, end - begin).find("</") != kNowhere) ++swallowed_;
        ++end;
      }
      continue;
    }
    ++end;
  }
  if (end >= text_.size()) return never_ends("a tag", at);
  ++end;
  if (attributes > kMostAttributes) {
    fault_ =
        fmt::format("a tag has more than {} attributes: open the page in a browser and save it anew", kMostAttributes);
    return text_.size();
  }
  const std::string name = lowered(tag_name(text_.substr(at, std::min<std::size_t>(end - at, 32))));
  const bool closing = text_[at + 1] == '/';
  // In `src=x/>` the slash belongs to the value.
  const bool empty =
      text_[end - 2] == '/' && (attributes == 0 || std::string_view("\"' \t\r\n").find(text_[end - 3]) != kNowhere);
  if (!closing && !empty && (name == "script" || name == "style")) return read_raw(name, end, at);
  if (name == "document" || name == "text") {
    const bool head = name == "document" && !closing && filing_heads_ < kMostDocuments;
    const std::size_t text_tag = head ? lowered(text_.substr(at, kHead)).find("<text>") : kNowhere;
    if (head) ++filing_heads_;
    if (text_tag != kNowhere) end = at + text_tag + 6;
    blank(at, end);
  }
  return end;
}

void HtmlCleaner::clear_control_characters() {
  for (std::size_t at = 0; at < markup_.size(); ++at) {
    const auto byte = static_cast<unsigned char>(markup_[at]);
    if ((byte < 0x20 && !is_white(markup_[at])) || byte == 0x7F) {
      markup_[at] = ' ';
      ++controls_;
    }
    // U+FFFE and U+FFFF are no characters to the parser; U+FEFF at the beginning is a second mark to it.
    const bool odd = byte == 0xEF && at + 2 < markup_.size() && markup_[at + 1] == '\xBF' &&
                     static_cast<unsigned char>(markup_[at + 2]) >= 0xBE;
    if (odd) markup_[at + 2] = '\xBD';
  }
  if (markup_.starts_with("\xEF\xBB\xBF")) fill(0, 3);
}

std::optional<std::string> HtmlCleaner::clean() {
  clear_control_characters();
  for (std::size_t at = text_.find('<'); at < text_.size() && fault_.empty(); at = text_.find('<', at)) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    const bool closing = next == '/' && at + 2 < text_.size() && is_letter(text_[at + 2]);
    if (next == '!' || next == '?') {
      at = read_declaration(at);
    } else if (is_letter(next) || closing) {
      at = read_tag(at);
    } else {
      ++at;
    }
  }
  if (!fault_.empty()) return fault_;
  return std::nullopt;
}

std::vector<Note> HtmlCleaner::notes() const {
  struct Counted {
    std::string_view what;
    std::uint32_t count;
  };
  const std::array<Counted, 5> counted = {{{"HTML comments", comments_},
                                           {"control characters, read as spaces", controls_},
                                           {"headers of filings", filing_heads_},
                                           {"CDATA sections", literals_},
                                           {"passages within the quotes of a tag", swallowed_}}};
  std::vector<Note> notes;
  for (const Counted& kind : counted) {
    if (kind.count > 0) notes.push_back({.what = std::string(kind.what), .where = {}, .count = kind.count});
  }
  return notes;
}

// Elements that a page may begin with; `<P>` is not among them: a contract may begin `<P> shall mean`.
constexpr std::array<std::string_view, 19> kFirstTags = {
    "head", "body", "meta", "title", "style", "table", "div", "section", "article", "center",
    "font", "span", "h1",   "h2",    "h3",    "link",  "p",   "main",    "ol"};

bool is_first_tag(std::string_view head) {
  return std::ranges::find(kFirstTags, tag_name(head)) != kFirstTags.end() && head.find('>') != kNowhere;
}

// Closing tags of elements that may come first: three of them are no accident.
bool holds_closing_tags(std::string_view head) {
  std::uint32_t found = 0;
  for (std::size_t at = head.find("</"); at != kNowhere && found < 3; at = head.find("</", at + 2)) {
    if (std::ranges::find(kFirstTags, tag_name(head.substr(at, 16))) != kFirstTags.end()) ++found;
  }
  return found >= 3;
}

std::string_view without_preface(std::string_view head) {
  while (true) {
    const std::size_t first = head.find_first_not_of(" \t\r\n\f");
    head.remove_prefix(std::min(first, head.size()));
    const bool comment = head.starts_with("<!--");
    if (!comment && !head.starts_with("<?xml")) return head;
    const std::string_view closing = comment ? "-->" : "?>";
    const std::size_t end = head.find(closing);
    if (end == kNowhere) return {};
    head.remove_prefix(end + closing.size());
  }
}

}  // namespace

bool is_html_content(std::string_view bytes, bool markdown) {
  constexpr std::size_t kProbe = 32u << 10;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.substr(0, 256).find('<') == kNowhere) return false;
  const std::string probe = lowered(bytes.substr(0, kProbe));
  const std::string_view head = without_preface(probe);
  const auto has_root = [](std::string_view text) {
    return text.starts_with("<!doctype html") || tag_name(text.substr(0, 16)) == "html";
  };
  if (!head.starts_with('<')) return false;
  if (has_root(head)) return true;
  if (tag_name(head.substr(0, 16)) == "document") {
    const std::size_t text = head.find("<text>");
    return text != kNowhere &&
           (has_root(without_preface(head.substr(text + 6))) || head.find("<html", text) != kNowhere);
  }
  return !markdown && is_first_tag(head) && holds_closing_tags(head);
}

Result<HtmlSource> open_html(const std::string& path, std::string_view bytes) {
  const std::string head = lowered(bytes.substr(0, kHead));
  const std::string_view name = declared_name(head);
  const std::optional<Encoding> declared = encoding_labelled(name);
  Result<Decoded> decoded = decode_draft(path, bytes, declared);
  if (!decoded) return decoded.error();
  HtmlSource source{.decoded = std::move(*decoded), .markup = {}, .sheets = {}, .notes = {}};
  HtmlCleaner cleaner(source.decoded.text);
  if (const auto fault = cleaner.clean()) {
    return Error{.kind = ErrorKind::Unreadable, .where = path, .message = "an HTML file that is not whole: " + *fault};
  }
  source.markup = cleaner.markup();
  source.sheets = cleaner.sheets();
  source.notes = cleaner.notes();
  const bool wrong = !name.empty() && declared != source.decoded.encoding;
  if (wrong) source.notes.push_back({.what = "wrong declarations of the encoding, corrected", .where = {}, .count = 1});
  return source;
}

}  // namespace clauselint
