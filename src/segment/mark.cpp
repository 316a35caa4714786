// The places of a draft where a clause may open: labels and headings, in the order of the text, not yet nested.
#include "segment/mark.hpp"

#include <algorithm>

#include "segment/mark_finder.hpp"
#include "segment/scan.hpp"
#include "segment/signature.hpp"

namespace clauselint {
namespace {

bool may_open(Role role) { return role == Role::Prose || role == Role::Layout; }

void add_unlabelled(MarkFinder& finder, std::uint32_t position, MarkKind kind, std::uint32_t at, Language language) {
  LabelMark mark = plain_mark(finder, position);
  mark.inside = at > mark.begin;
  mark.begin = mark.after = at;
  mark.kind = kind;
  mark.language = language;
  add_mark(finder, std::move(mark), position);
}

// Whether an unlabelled cell can say again what the mark before says: it stands further on in the same row.
bool stands_beside_mark(const MarkFinder& finder, const Paragraph& here) {
  const Paragraph& opened = finder.document.paragraphs[finder.marks.back().paragraph];
  return here.cell && opened.cell && here.cell->table == opened.cell->table && here.cell->row == opened.cell->row &&
         here.cell->column > opened.cell->column;
}

// In a draft that says everything twice: where a paragraph repeats the clause before it in the other language, goes
// on with it behind such a repetition, or turns to the other language itself.
void add_languages(MarkFinder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  const Paragraph& here = finder.document.paragraphs[index];
  const bool in_table = here.cell && finder.roles.tables[here.cell->table].bilingual;
  const Interleaving& layout = finder.interleaving;
  const bool twice = in_table || layout.by_paragraph || layout.in_paragraph;
  if (!twice || finder.marks.empty() || finder.in_signatures) return;
  const ByteSpan words = words_of(finder.document, here);
  const Language main = finder.marks.front().language;
  const bool marked = finder.marks.back().paragraph == index;
  const std::uint32_t begin = marked ? std::min(finder.marks.back().after, words.end) : words.begin;
  const std::optional<std::uint32_t> turn = find_turn(finder.document, {.begin = begin, .end = words.end});
  const Letters letters = count_letters(finder.document.words({.begin = begin, .end = turn.value_or(words.end)}));
  const Language language = language_of(letters, main);
  if (marked && turn) finder.marks.back().language = language;
  if (!marked && speaks(letters)) {
    const Language before = finder.marks.back().language;
    const bool beside = layout.by_paragraph || layout.in_paragraph || stands_beside_mark(finder, here);
    if (language != main && before == main && beside) add_unlabelled(finder, position, MarkKind::Echo, begin, language);
    if (language == main && before != main) add_unlabelled(finder, position, MarkKind::Resumption, begin, language);
  }
  const bool turns = turn && finder.marks.back().language == language && language == main;
  if (turns)
    add_unlabelled(finder, position, MarkKind::Echo, *turn, language == Language::En ? Language::Zh : Language::En);
}

// The paragraphs with words that are part of the outline.
std::vector<std::uint32_t> inked_paragraphs(const Document& document, const ParagraphRoles& roles) {
  std::vector<std::uint32_t> inked;
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const Role role = roles.roles[i];
    if (role == Role::Apart || role == Role::Furniture) continue;
    const bool has_words = !words_of(document, document.paragraphs[i]).empty();
    if (has_words || document.paragraphs[i].label != 0) inked.push_back(i);
  }
  return inked;
}

void add_paragraph(MarkFinder& finder, std::uint32_t position) {
  const std::string_view words = finder.words(finder.inked[position]);
  if (begins_signatures(words)) finder.in_signatures = true;
  if (add_labels(finder, position)) {
    const Label& label = *finder.marks.back().label;
    const bool numbered = label.kind == LabelKind::Number || label.kind == LabelKind::Han;
    // Signatures may also stand on the cover, before the first clause.
    const bool begins_anew = label.kind <= LabelKind::Clause || label.dotted() || (numbered && label.ordinal() == 1);
    if (begins_anew) finder.in_signatures = finder.marks.back().in_signatures = false;
  } else {
    add_heading(finder, position);
  }
  add_inner_labels(finder, position);
  add_languages(finder, position);
  finder.seen_prose = finder.seen_prose || is_prose(words);
}

}  // namespace

std::vector<LabelMark> find_marks(const Document& document, const ParagraphRoles& roles) {
  MarkFinder finder{.document = document,
                    .roles = roles,
                    .inked = inked_paragraphs(document, roles),
                    .title = {},
                    .marks = {},
                    .mark_of_inked = {},
                    .sequence = {},
                    .interleaving = {},
                    .titles_alone = {}};
  judge_headings(finder);
  Letters total;
  for (const Letters letters : roles.letters) total += letters;
  finder.english = language_of(total, Language::En) == Language::En;
  finder.interleaving = find_interleaving(document, roles, finder.inked);
  for (std::uint32_t position = 0; position < finder.inked.size(); ++position) {
    if (may_open(roles.roles[finder.inked[position]])) add_paragraph(finder, position);
  }
  drop_annex_lists(finder);
  return std::move(finder.marks);
}

}  // namespace clauselint
