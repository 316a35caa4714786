// Where an edit of the text falls in the bytes of a text file.
#include "markup/text_diff_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "markup/html_words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f'; }

std::uint32_t common_prefix(std::string_view a, std::string_view b) {
  std::uint32_t at = 0;
  while (at < a.size() && at < b.size()) {
    const CodePoint c = decode_at(a, at);
    if (b.substr(at, c.size) != a.substr(at, c.size)) break;
    at += c.size;
  }
  return at;
}

std::uint32_t common_suffix(std::string_view a, std::string_view b) {
  std::uint32_t size = 0;
  while (size < a.size() && size < b.size()) {
    const CodePoint c = decode_before(a, a.size() - size);
    const std::string_view tail = a.substr(a.size() - size - c.size, c.size);
    if (b.size() < size + c.size || b.substr(b.size() - size - c.size, c.size) != tail) break;
    size += c.size;
  }
  return size;
}

bool crosses_a_line_end(const Document& document, ByteSpan span) {
  const auto& runs = document.runs;
  auto run = std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.span.end <= span.begin; });
  for (; run != runs.end() && run->span.begin < span.end; ++run) {
    if (run->kind == RunKind::Synthetic) return true;
  }
  return false;
}

bool is_word_byte(char c) { return is_ascii_letter(static_cast<unsigned char>(c)); }

bool cuts_a_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word_byte(text[at - 1]) && is_word_byte(text[at]);
}

// The same change with fewer bytes touched. A full stop is not left behind alone on its line, and in HTML, where a tag may
// stand between the two, no half of a word.
Edit smallest(const Document& document, const Edit& edit) {
  const std::string_view old = document.words(edit.span);
  const std::string_view made = edit.replacement;
  const bool whole_words = document.format == SourceFormat::Html;
  std::uint32_t head = common_prefix(old, made);
  while (whole_words && (cuts_a_word(old, head) || cuts_a_word(made, head))) --head;
  std::uint32_t tail = common_suffix(old.substr(head), made.substr(head));
  while (whole_words && (cuts_a_word(old, old.size() - tail) || cuts_a_word(made, made.size() - tail))) --tail;
  const bool few = tail <= 3 && old.substr(old.size() - tail).find(' ') == std::string_view::npos;
  if (few && crosses_a_line_end(document, edit.span)) tail = 0;
  return {.span = {.begin = edit.span.begin + head, .end = edit.span.end - tail},
          .replacement = edit.replacement.substr(head, edit.replacement.size() - head - tail)};
}

/// One file, one document, one edit after the other.
struct Placer {
  std::string_view original;
  Encoding encoding;
  const Document& document;

  std::optional<SourceAnchor> source_within(const Run& run, ByteSpan span) const;
  std::optional<std::vector<LineSplice>> pieces_of(ByteSpan span) const;
  std::optional<LineSplice> insertion_at(std::uint32_t at) const;
  std::uint32_t line_begin(std::uint32_t at) const;
  std::uint32_t line_end(std::uint32_t at) const;
  bool begins_its_line(std::uint32_t at) const;
  bool empties_its_line(const LineSplice& splice) const;
  void take_marks(LineSplice& splice) const;
  void tidy(LineSplice& splice, bool first) const;
  std::string in_file(std::string_view words) const;
};

// The source bytes of the part of a run within `span`; nothing where the run only counts as a whole.
std::optional<SourceAnchor> Placer::source_within(const Run& run, ByteSpan span) const {
  const ByteSpan part{.begin = std::max(span.begin, run.span.begin), .end = std::min(span.end, run.span.end)};
  if (run.source.end > original.size()) return std::nullopt;
  const std::string_view bytes = original.substr(run.source.begin, run.source.end - run.source.begin);
  const std::string_view words = document.words(run.span);
  if (run.kind == RunKind::Verbatim) {
    if (bytes != words) return std::nullopt;
    const std::uint32_t begin = run.source.begin + part.begin - run.span.begin;
    return SourceAnchor{.part = 0, .begin = begin, .end = begin + part.size()};
  }
  if (part == run.span && !part.empty()) return run.source;
  if (encode(words, encoding) != bytes) return std::nullopt;
  SourceRuler ruler(original, words, encoding, run.source.begin);
  const std::uint32_t begin = ruler.source_of(part.begin - run.span.begin);
  return SourceAnchor{.part = 0, .begin = begin, .end = ruler.source_of(part.end - run.span.begin)};
}

// The source bytes of a span, in order; pieces that touch are one.
std::optional<std::vector<LineSplice>> Placer::pieces_of(ByteSpan span) const {
  std::vector<LineSplice> pieces;
  const auto& runs = document.runs;
  auto run = std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.span.end <= span.begin; });
  for (; run != runs.end() && run->span.begin < span.end; ++run) {
    if (run->kind == RunKind::Synthetic) continue;
    const auto source = source_within(*run, span);
    if (!source) return std::nullopt;
    if (!pieces.empty() && pieces.back().end == source->begin) {
      pieces.back().end = source->end;
    } else {
      pieces.push_back({.begin = source->begin, .end = source->end, .bytes = {}});
    }
  }
  return pieces;
}

// Where words are put in: after the run that ends here, else before the one that begins here.
std::optional<LineSplice> Placer::insertion_at(std::uint32_t at) const {
  const auto& runs = document.runs;
  auto run = std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.span.end < at; });
  while (run != runs.end() && run->kind == RunKind::Synthetic && run->span.begin <= at) ++run;
  if (run == runs.end() || run->span.begin > at) return std::nullopt;
  if (run->kind == RunKind::Atomic && (run->span.begin == at || run->span.end == at)) {
    const std::uint32_t edge = run->span.begin == at ? run->source.begin : run->source.end;
    return LineSplice{.begin = edge, .end = edge, .bytes = {}};
  }
  const auto source = source_within(*run, {.begin = at, .end = at});
  if (!source) return std::nullopt;
  return LineSplice{.begin = source->begin, .end = source->begin, .bytes = {}};
}

std::uint32_t Placer::line_begin(std::uint32_t at) const {
  while (at > 0 && !is_line_end(original[at - 1])) --at;
  return at;
}

std::uint32_t Placer::line_end(std::uint32_t at) const {
  while (at < original.size() && !is_line_end(original[at])) ++at;
  return at;
}

bool Placer::begins_its_line(std::uint32_t at) const {
  const std::uint32_t begin = line_begin(at);
  return std::ranges::all_of(original.substr(begin, at - begin), is_blank_byte);
}

bool Placer::empties_its_line(const LineSplice& splice) const {
  const std::string_view after = original.substr(splice.end, line_end(splice.end) - splice.end);
  return splice.bytes.empty() && splice.begin < splice.end && begins_its_line(splice.begin) &&
         std::ranges::all_of(after, is_blank_byte);
}

// `**promptly**` deleted leaves no `****`.
void Placer::take_marks(LineSplice& splice) const {
  if (document.format != SourceFormat::Markdown || !splice.bytes.empty()) return;
  constexpr std::string_view kMarks = "*_~`";
  while (splice.begin > 0 && splice.end < original.size() && original[splice.begin - 1] == original[splice.end] &&
         kMarks.find(original[splice.end]) != std::string_view::npos) {
    --splice.begin;
    ++splice.end;
  }
}

// No empty line, no blanks at a line's end or before its first word that were not there.
void Placer::tidy(LineSplice& splice, bool first) const {
  take_marks(splice);
  if (empties_its_line(splice)) {
    splice.begin = line_begin(splice.begin);
    splice.end = line_end(splice.end);
    if (original.substr(splice.end).starts_with("\r\n")) {
      splice.end += 2;
    } else if (splice.end < original.size() && original[splice.end] != '\f') {
      ++splice.end;
    }
    return;
  }
  const bool to_line_end = splice.end == original.size() || is_line_end(original[splice.end]);
  if (to_line_end) {
    while (!splice.bytes.empty() && is_blank_byte(splice.bytes.back())) splice.bytes.pop_back();
    if (splice.bytes.empty()) {
      while (splice.begin > 0 && is_blank_byte(original[splice.begin - 1])) --splice.begin;
    }
  }
  if (!first && begins_its_line(splice.begin)) {
    while (splice.end < original.size() && is_blank_byte(original[splice.end])) ++splice.end;
  }
}

// Words as the file writes them: with its line ends.
std::string Placer::in_file(std::string_view words) const {
  const bool crlf = original.find("\r\n") != std::string_view::npos;
  std::string written;
  for (const char c : words) {
    if (c == '\n' && crlf) written.push_back('\r');
    written.push_back(c);
  }
  return written;
}

Placement refused(std::string why) { return {.splices = {}, .refusal = std::move(why)}; }

// In HTML a line end is a space like another: nothing is tidied, and every character can be written.
Placement place_in_html(const Placer& placer, std::vector<LineSplice> pieces, std::string_view words) {
  pieces.front().bytes = write_html(words, placer.original, placer.encoding);
  return {.splices = std::move(pieces), .refusal = {}};
}

}  // namespace

namespace {

// A clause of its own stands between empty lines.
Placement place_paragraph(const Placer& placer, const Edit& edit) {
  const Document& document = placer.document;
  const bool in_cell = document.paragraphs[paragraph_at(document, edit.span.begin)].cell.has_value();
  if (document.format == SourceFormat::Html || in_cell) return refused("it would add a paragraph here");
  auto insertion = placer.insertion_at(edit.span.begin);
  if (!insertion) return refused("the place of the insertion stands for something else in the file");
  // Behind the end of the line, so that the line itself stays as it is; the last one may have none.
  std::uint32_t at = placer.line_end(insertion->end);
  const bool ended = at < placer.original.size() && placer.original[at] != '\f';
  if (ended) at += placer.original.substr(at).starts_with("\r\n") ? 2 : 1;
  insertion->begin = insertion->end = at;
  const auto written =
      encode(placer.in_file(ended ? edit.replacement + "\n" : "\n" + edit.replacement), placer.encoding);
  if (!written) return refused(fmt::format("the inserted words cannot be written in {}", name_of(placer.encoding)));
  insertion->bytes = *written;
  return {.splices = {*insertion}, .refusal = {}};
}

}  // namespace

Placement place_edit(std::string_view original, Encoding encoding, const Document& document, const Edit& edit) {
  const Placer placer{.original = original, .encoding = encoding, .document = document};
  if (edit.is_paragraph()) return place_paragraph(placer, edit);
  const Edit small = smallest(document, edit);
  if (small.span.empty() && small.replacement.empty()) return {};
  auto pieces = placer.pieces_of(small.span);
  if (!pieces) return refused("part of the words stands for something else in the file");
  std::string_view words = small.replacement;
  const bool over_line_end = pieces->empty() && !small.span.empty();
  if (over_line_end && document.format == SourceFormat::Html) return refused("it would only join two elements");
  if (over_line_end) {
    words = trimmed(words);
    if (words.empty()) return refused("it would only join two lines");
  }
  if (pieces->empty()) {
    const auto insertion = placer.insertion_at(small.span.begin);
    if (!insertion) return refused("the place of the insertion stands for something else in the file");
    pieces->push_back(*insertion);
  }
  if (document.format == SourceFormat::Html) return place_in_html(placer, std::move(*pieces), words);
  const auto written = encode(placer.in_file(words), encoding);
  if (!written) return refused(fmt::format("the inserted words cannot be written in {}", name_of(encoding)));
  pieces->front().bytes = *written;
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    LineSplice& piece = (*pieces)[i];
    placer.tidy(piece, i == 0);
    piece.begin = std::max(piece.begin, done);
    done = piece.end = std::max(piece.begin, piece.end);
  }
  return {.splices = std::move(*pieces), .refusal = {}};
}

}  // namespace clauselint
