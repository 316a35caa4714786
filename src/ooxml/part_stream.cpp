// Pieces are cut where the outline says, copied and parsed in place; the part itself is never written to.
#include "ooxml/part_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_fragment | pugi::parse_embed_pcdata;

}  // namespace

Result<std::unique_ptr<PartStream>> PartStream::open(const std::string& path, const std::string& name,
                                                     std::string bytes, const ReadLimits& limits, std::uint32_t piece) {
  auto text = xml_text(path, name, std::move(bytes));
  if (!text) return text.error();
  std::unique_ptr<PartStream> stream(new PartStream(std::move(text->bytes), text->transcoded));
  stream->outline_ = outline_part(stream->bytes_, piece, limits);
  if (!stream->outline_.fault.empty()) {
    return Error{
        .kind = ErrorKind::Unreadable, .where = path, .message = fmt::format("{} {}", name, stream->outline_.fault)};
  }
  return stream;
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
  const bool root_is_large = !outline_.large.empty() && outline_.large.front().begin == outline_.begin;
  return root_is_large ? parse_head(false) : parse(outline_.begin, outline_.end, {}, false);
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

std::string_view PartStream::root_name() const {
  const std::string_view tag = std::string_view(bytes_).substr(outline_.begin + std::size_t{1});
  return local_name(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
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
