// Appends pieces, runs and paragraphs to a Document.
#include "readers/docx_text.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLargestText = 0xFFFFFFF0u;

// Letters, digits or Chinese characters, not blanks and marks alone.
bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_ascii_letter(c.value) || is_ascii_digit(c.value) || is_han(c.value)) return true;
    at += c.size;
  }
  return false;
}

// Underscores in the place of blanks, as many bytes: a wide one for what takes three.
void underscore(std::string& text, ByteSpan blanks) {
  constexpr std::string_view kWide = "＿";
  for (std::size_t at = blanks.begin; at < blanks.end;) {
    const std::size_t size = decode_at(text, at).size;
    text.replace(at, size, size == kWide.size() ? kWide : std::string_view("____", size));
    at += size;
  }
}

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

// Only beside words: a line of nothing but blanks goes on from the one before, or is a rule.
void DocxText::show_blanks_to_fill() {
  constexpr std::size_t kShortest = 2;  // bytes
  std::string& text = document_->text;
  const auto runs = std::span(document_->runs).subspan(first_run_);
  const auto is_underlined = [](const Run& run) { return run.underlined; };
  if (std::ranges::none_of(runs, is_underlined) || !has_words(std::string_view(text).substr(begin_))) return;
  for (auto begin = runs.begin(); begin != runs.end();) {
    begin = std::find_if(begin, runs.end(), is_underlined);
    const auto end = std::find_if_not(begin, runs.end(), is_underlined);
    if (begin == end) return;
    const ByteSpan line{.begin = begin->span.begin, .end = std::prev(end)->span.end};
    if (line.size() >= kShortest && trimmed(slice(text, line)).empty()) {
      underscore(text, line);
      for (Run& run : std::span(begin, end)) {
        if (run.kind == RunKind::Verbatim) run.kind = RunKind::Atomic;
      }
    }
    begin = end;
  }
}

void DocxText::close(Paragraph paragraph) {
  show_blanks_to_fill();
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

std::uint32_t DocxText::add_change(TrackedChange change) {
  constexpr std::size_t kLookedAt = 8;  // changes of one author and minute stand together
  std::vector<TrackedChange>& changes = document_->changes;
  for (std::size_t back = 1; back <= std::min(kLookedAt, changes.size()); ++back) {
    if (changes[changes.size() - back] == change) return static_cast<std::uint32_t>(changes.size() - back);
  }
  changes.push_back(std::move(change));
  return static_cast<std::uint32_t>(changes.size() - 1);
}

void DocxText::begin_comment(MarginComment comment) {
  comment.first_paragraph = static_cast<std::uint32_t>(document_->paragraphs.size());
  document_->comments.push_back(std::move(comment));
}

void DocxText::end_comment() {
  MarginComment& comment = document_->comments.back();
  comment.paragraph_count = static_cast<std::uint32_t>(document_->paragraphs.size()) - comment.first_paragraph;
}

void DocxText::append(const Document& other, const Paragraph& look, std::uint32_t& tables) {
  const auto is_comment = [](const Paragraph& paragraph) { return paragraph.story == Story::Comment; };
  const auto end = std::find_if(other.paragraphs.begin(), other.paragraphs.end(), is_comment);
  const auto first_part = static_cast<std::uint32_t>(document_->parts.size());
  const auto first_change = static_cast<std::uint32_t>(document_->changes.size());
  const std::uint32_t first_table = tables;
  document_->parts.insert(document_->parts.end(), other.parts.begin(), other.parts.end());
  document_->changes.insert(document_->changes.end(), other.changes.begin(), other.changes.end());
  for (auto from = other.paragraphs.begin(); from != end; ++from) {
    open();
    for (Run run : other.runs_of(*from)) {
      run.source.part += first_part;
      if (run.change != kUnchanged) run.change += first_change;
      run.obstacle = Obstacle::NotInMainPart;
      add(other.words(run.span), run);
    }
    Paragraph paragraph = *from;
    paragraph.label = add_label(other.label_of(*from));
    if (paragraph.story == Story::Body) paragraph.story = look.story;
    if (paragraph.cell) {
      paragraph.cell->table += first_table;
      tables = std::max(tables, paragraph.cell->table + 1);
    } else {
      paragraph.cell = look.cell;
    }
    close(paragraph);
  }
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
          .changes = document_->changes.size(),
          .comments = document_->comments.size(),
          .parts = document_->parts.size(),
          .notes = document_->notes};
}

void DocxText::restore(const Mark& mark) {
  document_->text.resize(mark.text);
  document_->paragraphs.resize(mark.paragraphs);
  document_->runs.resize(mark.runs);
  document_->labels.resize(mark.labels);
  document_->changes.resize(mark.changes);
  document_->comments.resize(mark.comments);
  document_->parts.resize(mark.parts);
  document_->notes = mark.notes;
  open_ = false;
}

}  // namespace clauselint
