// Reads a Word file made in memory, and shows its paragraphs on one line.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/docx.hpp"
#include "support/tiny_docx.hpp"

namespace clauselint {

/// The document whose body is `body`; it must be read, and keep the invariants.
inline Document read_tiny_docx(std::string_view body, const std::vector<TinyPart>& others = {},
                               const ReadOptions& options = {}) {
  auto document = read_docx("draft.docx", tiny_docx(body, others), options);
  REQUIRE(document);
  CHECK(find_fault(*document).empty());
  return std::move(*document);
}

/// The paragraphs with a bar between.
inline std::string barred_words(const Document& document) {
  std::string all;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (&paragraph != document.paragraphs.data()) all += "|";
    all += document.words(paragraph.span);
  }
  return all;
}

}  // namespace clauselint
