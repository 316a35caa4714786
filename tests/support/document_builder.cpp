// Documents for tests, made of plain text without any reader.
#include "support/document_builder.hpp"

#include <algorithm>
#include <cassert>

namespace clauselint {

Document document(std::string_view text) {
  Document made;
  made.path = "draft.txt";
  made.parts = {std::string()};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const ByteSpan span{.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
    made.text.append(text.substr(begin, end - begin)).push_back('\n');
    Paragraph paragraph;
    paragraph.span = span;
    paragraph.first_run = static_cast<std::uint32_t>(made.runs.size());
    if (!span.empty()) {
      Run run;
      run.span = span;
      run.source = {.part = 0, .begin = span.begin, .end = span.end};
      made.runs.push_back(run);
      paragraph.run_count = 1;
    }
    made.paragraphs.push_back(paragraph);
    begin = end + 1;
  }
  assert(find_fault(made).empty());
  return made;
}

void label(Document& document, std::size_t paragraph, std::string_view shown) {
  document.paragraphs[paragraph].label = static_cast<std::uint32_t>(document.labels.size());
  document.labels.emplace_back(shown);
}

}  // namespace clauselint
