// A stack of open elements; what is large is told when it closes, and kept only while all that holds it can be large.
#include "ooxml/part_outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace clauselint {
namespace {

// The elements that a walk reads child by child, in the order in which they stand.
constexpr std::array<std::string_view, 16> kPiecewise{
    "document",  "body", "tbl", "tr",        "tc",       "p",        "sdt",     "sdtContent",
    "customXml", "hdr",  "ftr", "footnotes", "endnotes", "footnote", "endnote", "comments"};

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_piecewise(std::string_view name) {
  return std::find(kPiecewise.begin(), kPiecewise.end(), local_part(name)) != kPiecewise.end();
}

// `pPr`, `trPr`, `tblPrEx`: what says how the rest of its parent is to be read.
bool is_property(std::string_view name) {
  const bool may_be = name.back() == 'r' || name.back() == 'x';
  return may_be && (name.ends_with("Pr") || name.ends_with("PrEx"));
}

// A blank, control character, slash or bracket.
bool ends_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || c == '/' || c == '>';
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct OpenElement {
  std::string_view name;
  std::uint32_t begin = 0;
  std::uint32_t head_end = 0;
  std::uint32_t last_cut = 0;
  bool in_head = true;  // nothing but properties so far
  bool holds_large = false;
  std::vector<std::uint32_t> cuts;
};

class Outliner {
 public:
  Outliner(std::string_view xml, std::uint32_t piece, const ReadLimits& limits)
      : xml_(xml), piece_(piece), limits_(limits) {}

  PartOutline outline();

 private:
  bool skip_markup();
  bool read_tag();
  bool read_end_tag();
  bool find_tag_end(std::size_t from);
  // Where the character stands in [from, end), or `end`.
  std::size_t find_before(char c, std::size_t from, std::size_t end) const {
    const std::size_t found = xml_.substr(from, end - from).find(c);
    return found == std::string_view::npos ? end : from + found;
  }
  void open(std::string_view name, std::uint32_t begin);
  void close(std::uint32_t close_begin);
  bool fail(std::string_view why);
  bool refuse(std::string why) {
    outline_.fault = std::move(why);
    return false;
  }

  std::string_view xml_;
  std::uint32_t piece_;
  const ReadLimits& limits_;
  std::size_t at_ = 0;
  std::uint32_t elements_ = 0;
  std::size_t depth_ = 0;
  std::vector<OpenElement> open_;  // the first `depth_` are open; the rest wait to be used again
  PartOutline outline_;
};

bool Outliner::fail(std::string_view why) {
  return refuse(fmt::format("is not well-formed XML ({} at byte {}): save the file anew", why, at_));
}

// Comments, instructions and CDATA: nothing in them is a tag.
bool Outliner::skip_markup() {
  const std::string_view rest = xml_.substr(at_, 9);
  std::string_view closing = ">";
  if (rest.substr(0, 4) == "<!--") {
    closing = "-->";
  } else if (rest == "<![CDATA[" && depth_ > 0) {
    closing = "]]>";
  } else if (rest.substr(0, 2) == "<?") {
    closing = "?>";
  } else {
    return rest.substr(0, 3) == "<!D" ? refuse("holds a document type declaration, which Word files never do")
                                      : fail("a declaration that is none");
  }
  const std::size_t end = xml_.find(closing, at_ + (closing == "-->" ? 4 : 2));
  if (end == std::string_view::npos) return fail("a comment or instruction without an end");
  at_ = end + closing.size();
  return true;
}

// Moves behind the tag whose name ends at `from`. A `>` within quotes does not end it.
bool Outliner::find_tag_end(std::size_t from) {
  std::uint32_t values = 0;
  std::size_t bracket = xml_.find('>', from);
  const bool single_quotes = find_before('\'', from, bracket) < bracket;
  for (std::size_t at = from; bracket != std::string_view::npos;) {
    std::size_t quote = find_before('"', at, bracket);
    if (single_quotes) quote = std::min(quote, find_before('\'', at, bracket));
    if (quote >= bracket) break;
    const std::size_t closing = xml_.find(xml_[quote], quote + 1);
    if (closing == std::string_view::npos) return fail("a tag without an end");
    ++values;
    at = closing + 1;
    if (closing > bracket) bracket = xml_.find('>', at);
  }
  if (bracket == std::string_view::npos) return fail("a tag without an end");
  at_ = bracket + 1;
  if (values <= limits_.attributes) return true;
  return refuse(fmt::format("holds an element with more than {} attributes", limits_.attributes));
}

void Outliner::open(std::string_view name, std::uint32_t begin) {
  if (depth_ > 0 && open_[depth_ - 1].in_head) open_[depth_ - 1].in_head = is_property(name);
  if (depth_ == open_.size()) open_.emplace_back();
  OpenElement& element = open_[depth_++];
  element.name = name;
  element.begin = begin;
  element.head_end = static_cast<std::uint32_t>(at_);
  element.last_cut = element.head_end;
  element.in_head = true;
  element.holds_large = false;
  element.cuts.clear();
}

// The innermost element ends at `at_`.
void Outliner::close(std::uint32_t close_begin) {
  OpenElement& element = open_[--depth_];
  const auto end = static_cast<std::uint32_t>(at_);
  const bool has_pieces = element.holds_large || !element.cuts.empty();
  bool is_large = false;
  if (has_pieces) {
    is_large = is_piecewise(element.name);
    std::vector<LargeElement>& large = outline_.large;
    if (is_large) {
      large.push_back({.begin = element.begin,
                       .head_end = element.head_end,
                       .close_begin = close_begin,
                       .end = end,
                       .cuts = std::exchange(element.cuts, {})});
    } else {
      while (!large.empty() && large.back().begin > element.begin) large.pop_back();
    }
  }
  if (depth_ == 0) {
    outline_.end = end;
    return;
  }
  OpenElement& parent = open_[depth_ - 1];
  if (is_large) {
    parent.holds_large = true;
    parent.last_cut = end;
  } else if (parent.in_head) {
    parent.head_end = end;
    parent.last_cut = end;
  } else if (end - parent.last_cut >= piece_) {
    parent.cuts.push_back(end);
    parent.last_cut = end;
  }
}

bool Outliner::read_end_tag() {
  const auto begin = static_cast<std::uint32_t>(at_);
  if (depth_ == 0) return fail("an end tag that closes nothing");
  const std::string_view name = open_[depth_ - 1].name;
  if (xml_.compare(at_ + 2, name.size(), name) != 0) return fail("an end tag that closes another element");
  std::size_t at = at_ + 2 + name.size();
  while (at < xml_.size() && is_space(xml_[at])) ++at;
  if (at >= xml_.size() || xml_[at] != '>') return fail("an end tag that closes another element");
  at_ = at + 1;
  close(begin);
  return true;
}

bool Outliner::read_tag() {
  const std::size_t begin = at_;
  if (depth_ == 0 && elements_ > 0) return fail("a second root");
  std::size_t name_end = begin + 1;
  while (name_end < xml_.size() && !ends_name(xml_[name_end])) ++name_end;
  const std::string_view name = xml_.substr(begin + 1, name_end - begin - 1);
  if (name_end == xml_.size()) return fail("a tag without an end");
  if (name.empty()) return fail("a tag without a name");
  if (++elements_ > limits_.elements) return refuse(fmt::format("holds more than {} elements", limits_.elements));
  if (xml_[name_end] == '>') {
    at_ = name_end + 1;
  } else if (!find_tag_end(name_end)) {
    return false;
  }
  if (depth_ == 0) {
    outline_.begin = static_cast<std::uint32_t>(begin);
    outline_.declares_within = xml_.find("xmlns", at_) != std::string_view::npos;
  }
  const bool is_empty = xml_[at_ - 2] == '/' && at_ - 2 >= name_end;
  open(name, static_cast<std::uint32_t>(begin));
  if (depth_ > limits_.depth) return refuse(fmt::format("nests elements deeper than {}", limits_.depth));
  if (is_empty) close(static_cast<std::uint32_t>(at_));
  return true;
}

PartOutline Outliner::outline() {
  bool sound = true;
  while (sound) {
    const void* const next = at_ < xml_.size() ? std::memchr(xml_.data() + at_, '<', xml_.size() - at_) : nullptr;
    if (next == nullptr) break;
    at_ = static_cast<std::size_t>(static_cast<const char*>(next) - xml_.data());
    const char kind = at_ + 1 < xml_.size() ? xml_[at_ + 1] : '\0';
    if (kind == '/') {
      sound = read_end_tag();
    } else if (kind == '!' || kind == '?') {
      sound = skip_markup();
    } else {
      sound = read_tag();
    }
  }
  at_ = xml_.size();
  if (sound && (depth_ > 0 || elements_ == 0)) fail(elements_ == 0 ? "no element" : "an element without an end");
  // They were found as they closed.
  std::sort(outline_.large.begin(), outline_.large.end(),
            [](const LargeElement& a, const LargeElement& b) { return a.begin < b.begin; });
  return std::move(outline_);
}

}  // namespace

PartOutline outline_part(std::string_view xml, std::uint32_t piece, const ReadLimits& limits) {
  return Outliner(xml, piece, limits).outline();
}

}  // namespace clauselint
