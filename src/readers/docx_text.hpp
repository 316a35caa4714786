// Builds the text of a document paragraph by paragraph, with its runs and notes.
#pragma once

#include <cstdint>
#include <string_view>

#include "clauselint/document.hpp"

namespace clauselint {

/// Keeps the invariants of Document while a walk fills it: at most one paragraph is open, runs tile it.
class DocxText {
 public:
  explicit DocxText(Document& document) : document_(&document) {}

  bool is_open() const { return open_; }
  bool is_empty() const { return document_->text.size() == begin_; }

  void open();
  /// Adds a piece to the open paragraph; `run.span` is set here.
  void add(std::string_view piece, Run run);
  /// Ends the paragraph; span and runs of `paragraph` are set here. Between words, underlined blanks become underscores
  /// of as many bytes: a line that waits for an entry.
  void close(Paragraph paragraph);
  /// Forgets an open paragraph without text.
  void drop() { open_ = false; }

  /// The index of an automatic label in the document, for Paragraph::label.
  std::uint32_t add_label(std::string shown);

  /// The index of a change in the document, for Run::change; runs of one change share it.
  std::uint32_t add_change(TrackedChange change);

  /// What is added until `end_comment` belongs to a comment; no paragraph may be open.
  void begin_comment(MarginComment comment);
  void end_comment();

  /// Appends the paragraphs of another document but its comments, with its parts behind ours. Its body becomes part of
  /// `look.story` and, outside its own tables, of `look.cell`; none of it can be edited in place. `tables` is the
  /// number of tables so far, and is moved on. No paragraph may be open.
  void append(const Document& other, const Paragraph& look, std::uint32_t& tables);

  void note(std::string_view what, std::string_view where);

  std::size_t size() const { return document_->text.size(); }
  /// True once the text has outgrown 32-bit positions; what came after is not in it.
  bool overflowed() const { return overflowed_; }

  /// A state to come back to.
  struct Mark {
    std::size_t text = 0;
    std::size_t paragraphs = 0;
    std::size_t runs = 0;
    std::size_t labels = 0;
    std::size_t changes = 0;
    std::size_t comments = 0;
    std::size_t parts = 0;
    std::vector<Note> notes;
  };
  Mark mark() const;
  void restore(const Mark& mark);

 private:
  void show_blanks_to_fill();

  Document* document_;
  std::size_t begin_ = 0;
  std::size_t first_run_ = 0;
  bool open_ = false;
  bool overflowed_ = false;
};

}  // namespace clauselint
