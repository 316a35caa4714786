// A draft as every later stage sees it: one text, its paragraphs, and where each piece stands in the source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"

namespace clauselint {

enum class SourceFormat { Docx, Html, Markdown, Text };

/// Which of the parallel texts of a document a paragraph belongs to.
enum class Story : std::uint8_t { Body, Footnote, Endnote, Header, Footer, TextBox, Comment };

/// Which text a draft with tracked changes is read as.
enum class View : std::uint8_t {
  Final,     ///< as if every change were accepted
  Original,  ///< as if every change were rejected
};

/// Bytes [begin, end) of a part of the source: for a DOCX the (inflated) zip entry Document::parts[part], else the
/// file itself (part 0), a byte order mark included.
struct SourceAnchor {
  std::uint32_t part = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const SourceAnchor&, const SourceAnchor&) = default;
};

enum class RunKind : std::uint8_t {
  Verbatim,   ///< source bytes and text bytes are the same, one for one
  Atomic,     ///< the source range stands for the text as a whole: an entity, a tab, a break, a transcoded line
  Synthetic,  ///< no source: the space that joins two hard-wrapped lines, a label that Word computes
};

/// Why the words of a run must not be edited in place; a mark-up comments on them instead.
enum class Obstacle : std::uint8_t {
  None,
  Field,          ///< the result of a field: Word recomputes it
  LockedControl,  ///< a content control that is locked, a placeholder, or bound to data
  TextBox,        ///< stands twice in the source (mc:Choice and mc:Fallback)
  ForeignChange,  ///< inside another author's tracked insertion or move
  Equation,       ///< part of a formula
  NotInMainPart,  ///< a footnote, header or other part that mark-up does not write
};

/// A tracked change that words of the text are part of, by whom and when (as the source writes the date).
struct TrackedChange {
  enum class Kind : std::uint8_t { Insertion, Deletion, MoveTo, MoveFrom } kind = Kind::Insertion;
  std::string author;
  std::string date;

  friend bool operator==(const TrackedChange&, const TrackedChange&) = default;
};

inline constexpr std::uint32_t kUnchanged = 0xFFFFFFFF;

/// A piece of a paragraph with one place in the source. Runs tile their paragraph: in order, no gap, no overlap.
struct Run {
  ByteSpan span;
  SourceAnchor source;
  RunKind kind = RunKind::Verbatim;
  Obstacle obstacle = Obstacle::None;
  bool bold = false;
  bool underlined = false;            ///< of Word files
  std::uint32_t change = kUnchanged;  ///< index into Document::changes; in a deletion the view is Original
};

/// The place of a paragraph in a table; rows and columns count from 0, a merged cell keeps its first position.
struct Cell {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Paragraph {
  ByteSpan span;                   ///< without the line feed that ends it
  std::uint32_t label = 0;         ///< index into Document::labels; see `Document::label_of`
  std::uint8_t list_level = 0;     ///< level of the automatic label, 0 the outermost; meaningless without a label
  std::uint8_t heading_level = 0;  ///< 1..9 for headings of the source format, 0 for none
  Story story = Story::Body;
  std::optional<Cell> cell;
  std::uint32_t first_run = 0;
  std::uint32_t run_count = 0;
};

/// Something in the source that is not in the text, said in every report.
struct Note {
  std::string what;   ///< "comments", "tracked deletions", ...: a plural noun a lawyer understands
  std::string where;  ///< part or place, may be empty
  std::uint32_t count = 1;

  friend bool operator==(const Note&, const Note&) = default;
};

/// A comment in the margin: its paragraphs are of Story::Comment, its author is no party to the text.
struct MarginComment {
  std::string author;
  std::string date;               ///< as the source writes it, may be empty
  std::optional<ByteSpan> about;  ///< the words it is anchored to; nothing when the source does not say
  std::uint32_t first_paragraph = 0;
  std::uint32_t paragraph_count = 0;
};

/// Invariants (checked by `find_fault`): text is valid UTF-8 without U+0000; paragraphs are in order, each ends with
/// one '\n' that belongs to no paragraph; runs tile paragraphs; every anchor names a part, every run a known change and
/// every paragraph a known label.
struct Document {
  std::string path;
  SourceFormat format = SourceFormat::Text;
  View view = View::Final;
  std::string encoding = "UTF-8";  ///< of the source, as iconv names it
  std::string text;
  std::vector<Paragraph> paragraphs;
  std::vector<Run> runs;
  std::vector<std::string> parts;                     ///< zip entry names; one empty name for a plain file
  std::vector<std::string> labels = {std::string()};  ///< what automatic numbering shows; [0] is no label
  std::vector<TrackedChange> changes;
  std::vector<MarginComment> comments;
  std::vector<Note> notes;

  std::string_view words(ByteSpan span) const { return slice(text, span); }
  /// What automatic numbering shows before a paragraph (`8.2`, `第八条`), which is not in the text; empty for none.
  const std::string& label_of(const Paragraph& paragraph) const { return labels[paragraph.label]; }
  std::span<const Run> runs_of(const Paragraph& paragraph) const {
    return std::span(runs).subspan(paragraph.first_run, paragraph.run_count);
  }
};

/// Index of the paragraph that holds byte `at` of the text (its line feed included); `paragraphs` must not be empty.
std::uint32_t paragraph_at(const Document& document, std::uint32_t at);

/// Where a span stands in the source: from the first byte of its first run's piece to the last byte of its last.
/// Pieces of atomic runs count whole. Spans that cross parts keep the first part.
SourceAnchor source_of(const Document& document, ByteSpan span);

/// The text of a document, or what edits made of it, without its comments: they are about the contract, not part of it,
/// and come last.
std::string_view without_comments(const Document& document, std::string_view text);

/// The first broken invariant in words, or an empty string. For tests, fuzzing and debug builds.
std::string find_fault(const Document& document);

}  // namespace clauselint
