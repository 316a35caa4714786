// Pieces are cut where the outline says, copied and parsed in place; the part itself is never written to.
#include "ooxml/part_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_fragment |
                            pugi::parse_embed_pcdata;

// A part to be parsed in one go: the parser finds what is wrong with it.
PartOutline outline_whole(std::string_view xml) {
  PartOutline outline;
  outline.end = static_cast<std::uint32_t>(xml.size());
  // Nearly all parts declare all namespaces at the root, in one tag.
  constexpr std::string_view kDeclaration = "xmlns";
  const std::size_t first = std::min(xml.find('>', xml.find(kDeclaration)), xml.size());
  outline.declares_within =
      memmem(xml.data() + first, xml.size() - first, kDeclaration.data(), kDeclaration.size()) != nullptr;
  return outline;
}

}  // namespace

Result<std::unique_ptr<PartStream>> PartStream::open(const std::string& path, const std::string& name,
                                                     std::string bytes, const ReadLimits& limits, const Sizes& sizes) {
  auto text = xml_text(path, name, std::move(bytes));
  if (!text) return text.error();
  std::unique_ptr<PartStream> stream(new PartStream(std::move(text->bytes), text->transcoded));
  stream->outline_ = stream->bytes_.size() > sizes.whole ? outline_part(stream->bytes_, sizes.piece, limits)
                                                         : outline_whole(stream->bytes_);
  std::string fault = stream->outline_.fault;
  if (fault.empty()) {
    const Piece root = stream->rewind();
    fault = root.fault;
    stream->root_name_ = local_name(root.first.name());
  }
  if (fault.empty()) return stream;
  return part_error(path, name, fault);
}

PartStream::Piece PartStream::parse(std::uint32_t begin, std::uint32_t end, std::string_view closing, bool keep) {
  if (!keep) living_ = 0;
  if (living_ == parsed_.size()) parsed_.emplace_back();
  Parsed& parsed = parsed_[living_++];
  parsed.begin = begin;
  parsed.bytes.assign(bytes_, begin, end - begin);
  parsed.bytes.append(closing);
  const pugi::xml_parse_result result =
      parsed.tree.load_buffer_inplace(parsed.bytes.data(), parsed.bytes.size(), kParse, pugi::encoding_utf8);
  Piece piece;
  if (!result) {
    const std::size_t at = begin + static_cast<std::size_t>(result.offset);
    piece.fault = fmt::format("is not well-formed XML ({} at byte {}): save the file anew", result.description(), at);
  } else {
    piece.first = parsed.tree.first_child();
  }
  return piece;
}

// The next large element opens: its head alone, closed as if it were empty.
PartStream::Piece PartStream::parse_head(bool keep) {
  const LargeElement& large = outline_.large[next_large_];
  open_.push_back({.large = next_large_++, .next_cut = 0, .at = large.head_end});
  const std::string_view closing = std::string_view(bytes_).substr(large.close_begin, large.end - large.close_begin);
  Piece piece = parse(large.begin, large.head_end, closing, keep);
  piece.opens = true;
  return piece;
}

PartStream::Piece PartStream::rewind() {
  open_.clear();
  next_large_ = 0;
  if (whole_.first) return whole_;
  const bool root_is_large = !outline_.large.empty() && outline_.large.front().begin == outline_.begin;
  if (root_is_large) return parse_head(false);
  Piece piece = parse(outline_.begin, outline_.end, {}, false);
  const pugi::xml_document& tree = parsed_.front().tree;
  for (const pugi::xml_node node : tree.children()) {
    if (node.type() == pugi::node_doctype) piece.fault = "holds a document type declaration, which Word files never do";
  }
  piece.first = tree.document_element();
  if (!piece.first && piece.fault.empty()) piece.fault = "is not well-formed XML (no element): save the file anew";
  whole_ = piece;
  return piece;
}

PartStream::Piece PartStream::next(bool keep) {
  assert(!open_.empty());
  for (;;) {
    OpenElement& open = open_.back();
    const LargeElement& element = outline_.large[open.large];
    if (open.at >= element.close_begin) {
      open_.pop_back();
      if (!open_.empty()) open_.back().at = element.end;
      return {};
    }
    const bool holds_large = next_large_ < outline_.large.size() && outline_.large[next_large_].begin < element.end;
    const std::uint32_t large = holds_large ? outline_.large[next_large_].begin : element.close_begin;
    if (holds_large && open.at == large) return parse_head(keep);
    while (open.next_cut < element.cuts.size() && element.cuts[open.next_cut] <= open.at) ++open.next_cut;
    const std::uint32_t cut = open.next_cut < element.cuts.size() ? element.cuts[open.next_cut] : element.close_begin;
    const std::uint32_t begin = std::exchange(open.at, std::min({large, cut, element.close_begin}));
    Piece piece = parse(begin, open.at, {}, keep);
    if (piece.first || !piece.fault.empty()) return piece;
  }
}

void PartStream::skip() {
  assert(!open_.empty());
  const std::uint32_t end = outline_.large[open_.back().large].end;
  while (next_large_ < outline_.large.size() && outline_.large[next_large_].begin < end) ++next_large_;
  open_.pop_back();
  if (!open_.empty()) open_.back().at = end;
}

std::uint32_t PartStream::offset_of(const char* value) const {
  for (std::size_t i = living_; i-- > 0;) {
    const Parsed& parsed = parsed_[i];
    const auto offset = reinterpret_cast<std::uintptr_t>(value) - reinterpret_cast<std::uintptr_t>(parsed.bytes.data());
    if (offset <= parsed.bytes.size()) return parsed.begin + static_cast<std::uint32_t>(offset);
  }
  assert(false);
  return 0;
}

ByteSpan PartStream::span_of_leaf(pugi::xml_node leaf) const {
  const std::uint32_t begin = offset_of(leaf.name()) - 1;
  const std::string_view bytes = bytes_;
  const auto tag_end = [bytes](std::size_t at) {
    char quote = '\0';
    for (; at < bytes.size(); ++at) {
      const char c = bytes[at];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        break;
      }
    }
    return std::min(at + 1, bytes.size());
  };
  std::size_t end = tag_end(begin);
  if (bytes[end - 2] != '/') end = tag_end(end);
  return {.begin = begin, .end = static_cast<std::uint32_t>(end)};
}

}  // namespace clauselint
