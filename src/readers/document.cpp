// The questions a Document answers about itself: which paragraph, which source bytes, and whether it is well formed.
#include "clauselint/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

// The source bytes of the part of `run` that lies within `span`; an atomic run counts whole.
SourceAnchor source_of_piece(const Run& run, ByteSpan span) {
  if (run.kind != RunKind::Verbatim) return run.source;
  const std::uint32_t begin = std::clamp(span.begin, run.span.begin, run.span.end) - run.span.begin;
  const std::uint32_t end = std::clamp(span.end, run.span.begin, run.span.end) - run.span.begin;
  return {.part = run.source.part, .begin = run.source.begin + begin, .end = run.source.begin + end};
}

// Where something stands that has no source bytes of its own: after what comes before it, else before what follows.
SourceAnchor nearest_source(std::span<const Run> runs, std::uint32_t at) {
  const auto later = std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.span.end < at; });
  auto touching = later;
  while (touching != runs.end() && touching->span.begin <= at && touching->kind == RunKind::Synthetic) ++touching;
  const bool found = touching != runs.end() && touching->span.begin <= at && touching->kind != RunKind::Synthetic;
  if (found) return source_of_piece(*touching, {.begin = at, .end = at});
  for (auto run = later; run != runs.begin();) {
    --run;
    if (run->kind == RunKind::Synthetic) continue;
    return {.part = run->source.part, .begin = run->source.end, .end = run->source.end};
  }
  for (auto run = later; run != runs.end(); ++run) {
    if (run->kind == RunKind::Synthetic) continue;
    return {.part = run->source.part, .begin = run->source.begin, .end = run->source.begin};
  }
  return {};
}

bool splits_a_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

std::string find_text_fault(std::string_view text) {
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) return fmt::format("the text is not valid UTF-8 at byte {}", invalid);
  const std::size_t zero = text.find('\0');
  if (zero != std::string_view::npos) return fmt::format("the text holds U+0000 at byte {}", zero);
  return {};
}

std::string find_run_fault(const Document& document, std::size_t index) {
  const Run& run = document.runs[index];
  if (run.span.end < run.span.begin) return fmt::format("run {} ends before it begins", index);
  if (splits_a_character(document.text, run.span.begin)) return fmt::format("run {} begins within a character", index);
  if (run.change != kUnchanged && run.change >= document.changes.size()) {
    return fmt::format("run {} names no change", index);
  }
  if (run.kind == RunKind::Synthetic) return {};
  if (run.source.part >= document.parts.size()) return fmt::format("run {} names no part", index);
  if (run.source.end < run.source.begin) return fmt::format("the source of run {} ends before it begins", index);
  const bool same_size = run.span.size() == run.source.end - run.source.begin;
  if (run.kind == RunKind::Verbatim && !same_size) {
    return fmt::format("run {} is verbatim, but its source has another size", index);
  }
  return {};
}

// The runs of paragraph `index` follow those of the paragraph before it (`next_run`) and tile its span.
std::string find_tiling_fault(const Document& document, std::size_t index, std::size_t next_run) {
  const Paragraph& paragraph = document.paragraphs[index];
  if (paragraph.run_count > 0 && paragraph.first_run != next_run) {
    return fmt::format("the runs of paragraph {} do not follow those before it", index);
  }
  if (next_run + paragraph.run_count > document.runs.size()) return fmt::format("paragraph {} names no runs", index);
  std::uint32_t covered = paragraph.span.begin;
  for (std::size_t run = next_run; run < next_run + paragraph.run_count; ++run) {
    if (document.runs[run].span.begin != covered) return fmt::format("run {} leaves a gap or overlaps", run);
    if (std::string fault = find_run_fault(document, run); !fault.empty()) return fault;
    covered = document.runs[run].span.end;
  }
  if (covered != paragraph.span.end) return fmt::format("the runs of paragraph {} do not tile it", index);
  return {};
}

// The span of paragraph `index` begins at `next` and ends at the line feed.
std::string find_span_fault(const Document& document, std::size_t index, std::size_t next) {
  const Paragraph& paragraph = document.paragraphs[index];
  if (paragraph.span.begin != next) return fmt::format("paragraph {} does not follow the one before it", index);
  if (paragraph.span.end < paragraph.span.begin) return fmt::format("paragraph {} ends before it begins", index);
  const bool closed = paragraph.span.end < document.text.size() && document.text[paragraph.span.end] == '\n';
  if (!closed) return fmt::format("paragraph {} does not end with a line feed", index);
  if (document.words(paragraph.span).find('\n') != std::string_view::npos) {
    return fmt::format("paragraph {} holds a line feed", index);
  }
  if (paragraph.label >= document.labels.size()) return fmt::format("paragraph {} names no label", index);
  if (paragraph.heading_level > 9) return fmt::format("paragraph {} has no such heading level", index);
  return {};
}

}  // namespace

std::uint32_t paragraph_at(const Document& document, std::uint32_t at) {
  assert(!document.paragraphs.empty());
  const auto& all = document.paragraphs;
  const auto found = std::partition_point(all.begin(), all.end(), [&](const Paragraph& p) { return p.span.end < at; });
  const auto last = static_cast<std::ptrdiff_t>(all.size()) - 1;
  return static_cast<std::uint32_t>(std::min(found - all.begin(), last));
}

SourceAnchor source_of(const Document& document, ByteSpan span) {
  const std::span<const Run> runs = document.runs;
  auto run = std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.span.end <= span.begin; });
  bool found = false;
  SourceAnchor source;
  for (; run != runs.end() && run->span.begin < span.end; ++run) {
    if (run->kind == RunKind::Synthetic) continue;
    const SourceAnchor piece = source_of_piece(*run, span);
    if (!found) {
      source = piece;
      found = true;
    } else if (piece.part == source.part) {
      source.begin = std::min(source.begin, piece.begin);
      source.end = std::max(source.end, piece.end);
    }
  }
  return found ? source : nearest_source(runs, span.begin);
}

std::string_view without_comments(const Document& document, std::string_view text) {
  const auto is_comment = [](const Paragraph& paragraph) { return paragraph.story == Story::Comment; };
  const auto first = std::ranges::find_if(document.paragraphs, is_comment);
  const std::size_t size = first == document.paragraphs.end() ? 0 : document.text.size() - first->span.begin;
  return text.substr(0, text.size() - size);
}

std::string find_fault(const Document& document) {
  if (std::string fault = find_text_fault(document.text); !fault.empty()) return fault;
  std::size_t next = 0;
  std::size_t next_run = 0;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    if (std::string fault = find_span_fault(document, i, next); !fault.empty()) return fault;
    if (std::string fault = find_tiling_fault(document, i, next_run); !fault.empty()) return fault;
    next = document.paragraphs[i].span.end + std::size_t{1};
    next_run += document.paragraphs[i].run_count;
  }
  if (next != document.text.size()) return "the text goes on after its last paragraph";
  if (next_run != document.runs.size()) return "there are runs that belong to no paragraph";
  return {};
}

}  // namespace clauselint
