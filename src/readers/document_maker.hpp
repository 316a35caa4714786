// Makes a Document out of pieces of a decoded text file, with their places in its bytes.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Paragraphs one after the other, each of pieces in the order of the source. Keeps the invariants of Document.
class DocumentMaker {
 public:
  /// `bytes` and `decoded` must outlive the maker.
  DocumentMaker(const std::string& path, SourceFormat format, std::string_view bytes, const Decoded& decoded);

  /// Adds bytes of the decoded text. Control characters become a space.
  void add(ByteSpan piece, bool bold = false);

  /// Adds `shown` in place of bytes of the decoded text: a character for an entity, a space for a tag.
  void add_in_place(ByteSpan piece, std::string_view shown, bool bold = false);

  /// Adds text that has no source: the space between two joined lines.
  void add_synthetic(std::string_view shown);

  /// Makes the runs to come part of a tracked change (kUnchanged: of none).
  void in_change(std::uint32_t change) { change_ = change; }

  /// Adds a change or a label, and gives its index in the document.
  std::uint32_t add_change(TrackedChange change);
  std::uint32_t add_label(std::string shown);
  void read_as(View view) { document_.view = view; }

  /// Ends the paragraph; one without text is dropped. `look` gives heading level, story and cell.
  void end_paragraph(const Paragraph& look = {});

  void note(Note note) { document_.notes.push_back(std::move(note)); }
  bool in_paragraph() const { return document_.text.size() > paragraph_begin_; }

  /// The document; the maker is empty after that.
  Document finish();

 private:
  void add_run(ByteSpan piece, std::string_view shown, RunKind kind, bool bold);
  RunKind kind_of(ByteSpan piece, SourceAnchor source) const;

  std::string_view bytes_;
  const Decoded& decoded_;
  SourceRuler ruler_;
  Document document_;
  std::size_t paragraph_begin_ = 0;
  std::size_t first_run_ = 0;
  std::uint32_t change_ = kUnchanged;
  std::uint32_t control_characters_ = 0;
};

}  // namespace clauselint
