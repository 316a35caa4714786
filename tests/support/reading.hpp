// What tests of readers ask of a document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"

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

/// The first fault of a document, or of its runs: a verbatim run is its source bytes, all run in the order of the source.
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

}  // namespace clauselint
