// Makes a Document out of pieces of a decoded text file, with their places in its bytes.
#include "readers/document_maker.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

enum class Kind { Ascii, Wide, Control };

Kind kind_of_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return Kind::Wide;
  return (byte < 0x20 && c != '\t') || byte == 0x7F ? Kind::Control : Kind::Ascii;
}

}  // namespace

DocumentMaker::DocumentMaker(const std::string& path, SourceFormat format, std::string_view bytes,
                             const Decoded& decoded)
    : bytes_(bytes), decoded_(decoded), ruler_(bytes, decoded) {
  document_.path = path;
  document_.format = format;
  document_.encoding = name_of(decoded.encoding);
  document_.parts = {std::string()};
  document_.text.reserve(decoded.text.size() + 1);
}

RunKind DocumentMaker::kind_of(ByteSpan piece, SourceAnchor source) const {
  const std::string_view original = bytes_.substr(source.begin, source.end - source.begin);
  return original == slice(decoded_.text, piece) ? RunKind::Verbatim : RunKind::Atomic;
}

void DocumentMaker::add_run(ByteSpan piece, std::string_view shown, RunKind kind, bool bold) {
  Run run;
  run.span.begin = static_cast<std::uint32_t>(document_.text.size());
  run.span.end = run.span.begin + static_cast<std::uint32_t>(shown.size());
  run.source.begin = ruler_.source_of(piece.begin);
  run.source.end = ruler_.source_of(piece.end);
  run.kind = kind == RunKind::Verbatim ? kind_of(piece, run.source) : kind;
  run.bold = bold;
  run.change = change_;
  if (change_ != kUnchanged) run.obstacle = Obstacle::ForeignChange;
  document_.text.append(shown);
  document_.runs.push_back(run);
}

void DocumentMaker::add(ByteSpan piece, bool bold) {
  const std::string_view text = decoded_.text;
  // In UTF-8 a piece is one run but for control characters; elsewhere ASCII stretches stay verbatim where they can.
  const bool clean = decoded_.encoding == Encoding::Utf8 && decoded_.bad_bytes == 0;
  for (std::uint32_t begin = piece.begin; begin < piece.end;) {
    const Kind kind = kind_of_byte(text[begin]);
    const auto belongs = [&](char c) {
      const Kind other = kind_of_byte(c);
      return other == kind || (clean && kind != Kind::Control && other != Kind::Control);
    };
    std::uint32_t end = begin;
    while (end < piece.end && belongs(text[end])) ++end;
    const ByteSpan stretch{.begin = begin, .end = end};
    if (kind == Kind::Control) {
      control_characters_ += stretch.size();
      add_run(stretch, " ", RunKind::Atomic, bold);
    } else {
      add_run(stretch, slice(text, stretch), RunKind::Verbatim, bold);
    }
    begin = end;
  }
}

void DocumentMaker::add_in_place(ByteSpan piece, std::string_view shown, bool bold) {
  add_run(piece, shown, RunKind::Atomic, bold);
}

void DocumentMaker::add_synthetic(std::string_view shown) {
  if (shown.empty()) return;
  Run run;
  run.span.begin = static_cast<std::uint32_t>(document_.text.size());
  run.span.end = run.span.begin + static_cast<std::uint32_t>(shown.size());
  run.kind = RunKind::Synthetic;
  document_.text.append(shown);
  document_.runs.push_back(run);
}

std::uint32_t DocumentMaker::add_change(TrackedChange change) {
  document_.changes.push_back(std::move(change));
  return static_cast<std::uint32_t>(document_.changes.size() - 1);
}

std::uint32_t DocumentMaker::add_label(std::string shown) {
  if (shown.empty()) return 0;
  document_.labels.push_back(std::move(shown));
  return static_cast<std::uint32_t>(document_.labels.size() - 1);
}

void DocumentMaker::end_paragraph(const Paragraph& look) {
  if (!in_paragraph()) return;
  Paragraph paragraph = look;
  paragraph.span.begin = static_cast<std::uint32_t>(paragraph_begin_);
  paragraph.span.end = static_cast<std::uint32_t>(document_.text.size());
  paragraph.first_run = static_cast<std::uint32_t>(first_run_);
  paragraph.run_count = static_cast<std::uint32_t>(document_.runs.size() - first_run_);
  document_.paragraphs.push_back(std::move(paragraph));
  document_.text.push_back('\n');
  paragraph_begin_ = document_.text.size();
  first_run_ = document_.runs.size();
}

Document DocumentMaker::finish() {
  end_paragraph();
  if (control_characters_ > 0) {
    document_.notes.push_back(
        {.what = "control characters, read as spaces", .where = {}, .count = control_characters_});
  }
  if (decoded_.bad_bytes > 0) {
    document_.notes.push_back(
        {.what = "bytes that are not " + document_.encoding, .where = {}, .count = decoded_.bad_bytes});
  }
  if (decoded_.doubtful) {
    const auto wide = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
    const auto count = static_cast<std::uint32_t>(std::ranges::count_if(decoded_.text, wide));
    document_.notes.push_back(
        {.what = "characters read as " + document_.encoding + ", though nothing in the file says so",
         .where = {},
         .count = count});
  }
  return std::exchange(document_, {});
}

}  // namespace clauselint
