// Pieces are cut where the outline says and parsed one after the other, in the memory of the one before.
#include "ooxml/part_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "ooxml/xml_part.hpp"

namespace clauselint {

Result<std::unique_ptr<PartStream>> PartStream::open(const std::string& path, const std::string& name,
                                                     std::string bytes, const ReadLimits& limits, const Sizes& sizes) {
  auto text = xml_text(path, name, std::move(bytes));
  if (!text) return text.error();
  std::unique_ptr<PartStream> stream(new PartStream(std::move(text->bytes), text->transcoded));
  if (stream->bytes_.size() > sizes.whole) {
    stream->outline_ = outline_part(stream->bytes_, sizes.piece, limits);
  } else {
    stream->outline_.end = static_cast<std::uint32_t>(stream->bytes_.size());
  }
  std::string fault = stream->outline_.fault;
  if (fault.empty()) {
    const Piece root = stream->rewind();
    fault = root.fault;
    stream->root_name_ = root.first.local();
  }
  if (fault.empty()) return stream;
  return part_error(path, name, fault);
}

PartStream::Piece PartStream::parse(std::uint32_t begin, std::uint32_t end, bool open, bool keep) {
  if (!keep) living_ = 0;
  if (living_ == trees_.size()) trees_.emplace_back(bytes_);
  XmlTree& tree = trees_[living_++];
  Piece piece;
  piece.fault = tree.parse(begin, end, open);
  if (piece.fault.empty()) piece.first = tree.first();
  return piece;
}

// The next large element opens: its head alone.
PartStream::Piece PartStream::parse_head(bool keep) {
  const LargeElement& large = outline_.large[next_large_];
  open_.push_back({.large = next_large_++, .next_cut = 0, .at = large.head_end});
  Piece piece = parse(large.begin, large.head_end, true, keep);
  piece.opens = true;
  return piece;
}

PartStream::Piece PartStream::rewind() {
  open_.clear();
  next_large_ = 0;
  if (whole_.first) return whole_;
  const bool root_is_large = !outline_.large.empty() && outline_.large.front().begin == outline_.begin;
  if (root_is_large) return parse_head(false);
  Piece piece = parse(outline_.begin, outline_.end, false, false);
  piece.first = only_element(piece.first);
  if (!piece.first && piece.fault.empty()) piece.fault = "is not well-formed XML (not one root): save the file anew";
  outline_.declares_within = outline_.declares_within || trees_.front().declares_within();
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
    Piece piece = parse(begin, open.at, false, keep);
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

}  // namespace clauselint
