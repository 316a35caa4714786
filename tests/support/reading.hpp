// What tests of readers ask of a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "text/utf8.hpp"

namespace clauselint {

inline std::vector<std::string> paragraphs_of(const Document& document) {
  std::vector<std::string> shown;
  for (const Paragraph& paragraph : document.paragraphs) shown.emplace_back(document.words(paragraph.span));
  return shown;
}

/// How many of something a reader says it left out, 0 for nothing said.
inline std::uint32_t noted(const Document& document, std::string_view what) {
  for (const Note& note : document.notes) {
    if (note.what == what) return note.count;
  }
  return 0;
}

/// The first fault of a document, or of its runs: a verbatim run is its source bytes, all runs in the order of the source.
inline std::string find_reading_fault(const Document& document, std::string_view bytes) {
  if (std::string fault = find_fault(document); !fault.empty()) return fault;
  std::uint32_t last = 0;
  for (const Run& run : document.runs) {
    if (run.kind == RunKind::Synthetic) continue;
    if (run.source.end > bytes.size()) return "a run stands behind the end of the file";
    if (run.source.begin < last) return "a run stands before the one it follows";
    last = run.source.end;
    const std::string_view source = bytes.substr(run.source.begin, run.source.end - run.source.begin);
    if (run.kind == RunKind::Verbatim && source != document.words(run.span)) return "a verbatim run is not its source";
  }
  return {};
}

/// Lines of a UTF-8 file of which a letter, figure or Han is in no run.
inline std::uint32_t count_lines_left_out(const Document& document, std::string_view bytes) {
  std::vector<bool> read(bytes.size() + 1);
  for (const Run& run : document.runs) {
    if (run.kind == RunKind::Synthetic) continue;
    for (std::uint32_t at = run.source.begin; at < run.source.end; ++at) read[at] = true;
  }
  const char end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::uint32_t lines = 0;
  bool left_out = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_at(bytes, at);
    const bool counts = is_ascii_letter(c.value) || is_ascii_digit(c.value) || is_han(c.value);
    left_out = left_out || (counts && !read[at]);
    const bool ends = bytes[at] == end || at + c.size >= bytes.size();
    lines += ends && left_out ? 1 : 0;
    if (ends) left_out = false;
    at += c.size;
  }
  return lines;
}

}  // namespace clauselint
