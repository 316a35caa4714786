// Reads HTML for tests, and holds what must be true of every reading.
#pragma once

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/read.hpp"
#include "readers/html.hpp"

namespace clauselint {

/// Verbatim runs are their source bytes, runs tile, and sources come in the order of the file.
inline void check_places(const Document& made, std::string_view bytes) {
  CHECK(find_fault(made) == "");
  std::uint32_t last = 0;
  for (const Run& run : made.runs) {
    if (run.kind == RunKind::Synthetic) continue;
    CHECK(run.source.begin >= last);
    CHECK(run.source.end > run.source.begin);
    last = run.source.end;
    if (run.kind == RunKind::Verbatim) {
      CHECK(bytes.substr(run.source.begin, run.source.end - run.source.begin) == made.words(run.span));
    }
  }
}

inline Document read_html_draft(std::string_view bytes, View view = View::Final) {
  auto made = read_html("draft.html", bytes, {.view = view, .limits = {}});
  INFO((made ? std::string() : made.error().message));
  REQUIRE(made);
  check_places(*made, bytes);
  return *made;
}

/// Each paragraph: its cell, automatic label and heading level where it has them, then its words.
inline std::vector<std::string> html_paragraphs(std::string_view bytes, View view = View::Final) {
  const Document made = read_html_draft(bytes, view);
  std::vector<std::string> shown;
  for (const Paragraph& paragraph : made.paragraphs) {
    std::string line;
    if (paragraph.cell) {
      line += "[" + std::to_string(paragraph.cell->table) + "," + std::to_string(paragraph.cell->row) + "," +
              std::to_string(paragraph.cell->column) + "] ";
    }
    if (paragraph.label != 0) line += "{" + made.label_of(paragraph) + "} ";
    if (paragraph.heading_level != 0) line += std::string(paragraph.heading_level, '#') + " ";
    shown.push_back(line + std::string(made.words(paragraph.span)));
  }
  return shown;
}

inline std::string html_refusal(std::string_view bytes, const ReadOptions& options = {}) {
  const auto made = read_html("draft.html", bytes, options);
  return made ? "read" : made.error().message;
}

}  // namespace clauselint
