// Appends pieces, runs and paragraphs to a Document.
#include "readers/docx_text.hpp"

#include <algorithm>
#include <utility>

namespace clauselint {
namespace {

constexpr std::size_t kLargestText = 0xFFFFFFF0u;

}  // namespace

void DocxText::open() {
  open_ = true;
  begin_ = document_->text.size();
  first_run_ = document_->runs.size();
}

void DocxText::add(std::string_view piece, Run run) {
  if (piece.empty()) return;
  if (document_->text.size() + piece.size() > kLargestText) {
    overflowed_ = true;
    return;
  }
  run.span.begin = static_cast<std::uint32_t>(document_->text.size());
  document_->text.append(piece);
  run.span.end = static_cast<std::uint32_t>(document_->text.size());
  document_->runs.push_back(run);
}

void DocxText::close(Paragraph paragraph) {
  open_ = false;
  paragraph.span = {.begin = static_cast<std::uint32_t>(begin_),
                    .end = static_cast<std::uint32_t>(document_->text.size())};
  paragraph.first_run = static_cast<std::uint32_t>(first_run_);
  paragraph.run_count = static_cast<std::uint32_t>(document_->runs.size() - first_run_);
  document_->text.push_back('\n');
  document_->paragraphs.push_back(std::move(paragraph));
}

std::uint32_t DocxText::add_label(std::string shown) {
  if (shown.empty()) return 0;
  document_->labels.push_back(std::move(shown));
  return static_cast<std::uint32_t>(document_->labels.size() - 1);
}

void DocxText::note(std::string_view what, std::string_view where) {
  std::vector<Note>& notes = document_->notes;
  const auto same = [&](const Note& n) { return n.what == what && n.where == where; };
  const auto known = std::find_if(notes.begin(), notes.end(), same);
  if (known != notes.end()) {
    ++known->count;
  } else {
    notes.push_back({.what = std::string(what), .where = std::string(where), .count = 1});
  }
}

DocxText::Mark DocxText::mark() const {
  return {.text = document_->text.size(),
          .paragraphs = document_->paragraphs.size(),
          .runs = document_->runs.size(),
          .labels = document_->labels.size(),
          .notes = document_->notes};
}

void DocxText::restore(const Mark& mark) {
  document_->text.resize(mark.text);
  document_->paragraphs.resize(mark.paragraphs);
  document_->runs.resize(mark.runs);
  document_->labels.resize(mark.labels);
  document_->notes = mark.notes;
  open_ = false;
}

}  // namespace clauselint
