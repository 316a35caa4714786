// From a document to its clauses and sentences: the steps of the stage put together.
#include <algorithm>

#include "clauselint/clause.hpp"
#include "segment/clause_heading.hpp"
#include "segment/mark.hpp"
#include "segment/outline.hpp"
#include "segment/paragraph_role.hpp"
#include "segment/scan.hpp"
#include "segment/second_half.hpp"
#include "segment/sentence.hpp"
#include "segment/sentence_twin.hpp"
#include "segment/twin.hpp"

namespace clauselint {
namespace {

// The part of a paragraph that one clause holds, its label left out.
struct Piece {
  ByteSpan span;
  std::uint32_t paragraph = 0;
  std::uint32_t clause = kRootClause;
  bool alone = false;  // the only piece of its paragraph
};

// The end of the text that clauses share out: footnotes and page headers behind the body belong to the root.
std::uint32_t end_of_body(const Document& document, const ParagraphRoles& roles) {
  for (std::size_t i = roles.roles.size(); i > 0; --i) {
    if (roles.roles[i - 1] != Role::Apart) return document.paragraphs[i - 1].span.end + 1;
  }
  return 0;
}

void set_spans(ClauseTree& tree, std::uint32_t size, std::uint32_t body_end) {
  std::vector<Clause>& clauses = tree.clauses;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    clauses[i].span.end = i + 1 < clauses.size() ? clauses[i + 1].span.begin : body_end;
    clauses[i].extent = clauses[i].span;
  }
  if (clauses.size() == 1) clauses[0].span.end = size;
  for (std::size_t i = clauses.size(); i > 1; --i) {
    ByteSpan& parent = clauses[clauses[i - 1].parent].extent;
    parent.end = std::max(parent.end, clauses[i - 1].extent.end);
  }
  clauses[0].extent = {.begin = 0, .end = size};
}

struct Builder {
  const Document& document;
  const ParagraphRoles& roles;
  ClauseTree tree;
  std::vector<std::optional<LabelMark>> origins;  // what opened each clause; nothing for the root
  std::vector<Piece> pieces;                      // the whole text but the labels, in order

  void build_clauses(const std::vector<LabelMark>& marks, const std::vector<Placed>& placed);
  void share_out();
  void set_languages();
  void drop_repetitions();
  void add_sentences();
  void add_piece(const Piece& piece);
  void add(ByteSpan span, const Piece& piece, bool heading);
  void count_sentences();
};

void Builder::build_clauses(const std::vector<LabelMark>& marks, const std::vector<Placed>& placed) {
  tree.clauses.emplace_back();
  origins.emplace_back();
  for (const Placed& one : placed) {
    const LabelMark& mark = marks[one.mark];
    Clause clause;
    clause.parent = one.parent == kNoClause ? kRootClause : one.parent + 1;
    clause.twin = one.twin == kNoClause ? kNoClause : one.twin + 1;
    clause.level = tree.clauses[clause.parent].level + 1;
    clause.label = mark.shown;
    const ByteSpan words = words_of(document, document.paragraphs[mark.paragraph]);
    const bool first_here = !origins.back() || origins.back()->paragraph != mark.paragraph;
    clause.span.begin = first_here && !mark.inside ? words.begin : mark.begin;
    tree.clauses.push_back(std::move(clause));
    origins.emplace_back(mark);
  }
  set_spans(tree, static_cast<std::uint32_t>(document.text.size()), end_of_body(document, roles));
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {
    Clause& clause = tree.clauses[i];
    const bool has_children = i + 1 < tree.clauses.size() && tree.clauses[i + 1].parent == i;
    const bool beside_heading = clause.twin < i && !tree.clauses[clause.twin].heading.empty();
    clause.heading = find_clause_heading(document, clause, *origins[i], has_children || beside_heading);
  }
}

// Cuts the paragraphs where clauses begin.
void Builder::share_out() {
  std::uint32_t clause = kRootClause;
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const ByteSpan whole = document.paragraphs[i].span;
    std::uint32_t begin = whole.begin;
    while (clause + 1 < tree.clauses.size() && origins[clause + 1]->paragraph <= i) {
      const LabelMark& next = *origins[clause + 1];
      const std::uint32_t end = tree.clauses[clause + 1].span.begin;
      if (end > begin)
        pieces.push_back({.span = {.begin = begin, .end = end}, .paragraph = i, .clause = clause, .alone = false});
      ++clause;
      begin = std::max(next.begin, std::min(next.after, whole.end));
    }
    const bool alone = pieces.empty() || pieces.back().paragraph != i;
    const bool trails = whole.begin >= tree.clauses[clause].span.end;
    pieces.push_back({.span = {.begin = std::min(begin, whole.end), .end = whole.end},
                      .paragraph = i,
                      .clause = trails ? kRootClause : clause,
                      .alone = alone});
  }
}

// By the letters of the clause itself; one without any speaks like its first child, else like its parent.
void Builder::set_languages() {
  std::vector<Letters> own(tree.clauses.size());
  Letters total;
  for (const Piece& piece : pieces) {
    const Letters letters = piece.alone ? roles.letters[piece.paragraph] : count_letters(document.words(piece.span));
    own[piece.clause] += letters;
    total += letters;
  }
  const Language general = language_of(total, Language::En);
  tree.clauses[0].language = general;
  std::vector<Letters> below = own;
  for (std::size_t i = tree.clauses.size(); i > 1; --i) {
    if (below[tree.clauses[i - 1].parent].none()) below[tree.clauses[i - 1].parent] = below[i - 1];
  }
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {
    tree.clauses[i].language = language_of(below[i], tree.clauses[tree.clauses[i].parent].language);
  }
}

// The same label twice in one language is a repetition, not a twin.
void Builder::drop_repetitions() {
  for (Clause& one : tree.clauses) {
    if (one.twin == kNoClause || tree.clauses[one.twin].language != one.language) continue;
    tree.clauses[one.twin].twin = kNoClause;
    one.twin = kNoClause;
  }
}

void Builder::add(ByteSpan span, const Piece& piece, bool heading) {
  Sentence sentence;
  sentence.span = span;
  sentence.clause = piece.clause;
  sentence.paragraph = piece.paragraph;
  sentence.heading = heading;
  sentence.language = language_of(count_letters(document.words(span)), tree.clauses[piece.clause].language);
  tree.sentences.push_back(sentence);
}

// 质保期：24个月: a heading, a colon and one short sentence are said in one breath.
ByteSpan labelled_entry(const std::string& text, ByteSpan heading, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 150;  // bytes
  const std::size_t colon = skip_blanks(text, heading.end);
  if (!is_any_of(char_at(text, colon), U":：") || end - heading.begin > kLongest) return {};
  const auto behind = static_cast<std::uint32_t>(colon + decode_at(text, colon).size);
  const std::vector<ByteSpan> said = split_sentences(text, {.begin = behind, .end = end});
  return said.size() == 1 ? ByteSpan{.begin = heading.begin, .end = said.front().end} : ByteSpan();
}

void Builder::add_piece(const Piece& piece) {
  const ByteSpan words = words_of(document, document.paragraphs[piece.paragraph]);
  const std::uint32_t end = std::min(piece.span.end, words.end);
  std::uint32_t at = std::max(piece.span.begin, words.begin);
  const ByteSpan heading = tree.clauses[piece.clause].heading;
  if (!heading.empty() && at <= heading.begin && heading.end <= end) {
    if (const ByteSpan entry = labelled_entry(document.text, heading, end); !entry.empty()) {
      add(entry, piece, false);
      tree.sentences.back().title_end = heading.end;
      return;
    }
    add(heading, piece, true);
    const std::string_view text = std::string_view(document.text).substr(0, end);
    std::size_t behind = heading.end;
    for (CodePoint c = decode_at(text, behind); c.size != 0; c = decode_at(text, behind)) {
      if (!is_blank(c.value) && !is_any_of(c.value, U".。:：—–-】]）)、")) break;
      behind += c.size;
    }
    at = static_cast<std::uint32_t>(behind);
    const bool only_a_stop = is_any_of(char_at(text, at), U"。；");
    if (only_a_stop) at = static_cast<std::uint32_t>(back_over_blanks(text, at));
  }
  if (at >= end) return;
  for (const ByteSpan span : split_sentences(document.text, {.begin = at, .end = end})) add(span, piece, false);
}

void Builder::add_sentences() {
  tree.sentences.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    if (roles.roles[piece.paragraph] == Role::Contents) continue;
    if (document.paragraphs[piece.paragraph].story == Story::Comment) continue;  // about the contract, not part of it
    add_piece(piece);
  }
}

void Builder::count_sentences() {
  for (std::uint32_t s = 0; s < tree.sentences.size(); ++s) {
    Clause& owner = tree.clauses[tree.sentences[s].clause];
    const bool trailing = owner.sentence_count > 0 && owner.first_sentence + owner.sentence_count != s;
    if (trailing) continue;  // footnotes behind the body: the root's count covers what stands before the first clause
    if (owner.sentence_count == 0) owner.first_sentence = s;
    ++owner.sentence_count;
  }
}

// A draft with a stray repetition in the other language is not yet written twice.
bool is_bilingual(const ClauseTree& tree, bool two_halves) {
  if (two_halves) return true;
  const auto paired = std::count_if(tree.clauses.begin(), tree.clauses.end(),
                                    [](const Clause& clause) { return clause.twin != kNoClause; });
  return paired * (paired >= 4 ? 4 : 2) >= static_cast<std::ptrdiff_t>(tree.clauses.size());
}

}  // namespace

ClauseTree segment(const Document& document) {
  const ParagraphRoles roles = find_roles(document);
  const std::vector<LabelMark> marks = find_marks(document, roles);
  const std::uint32_t second_half = find_second_half(roles);
  Builder builder{.document = document, .roles = roles, .tree = {}, .origins = {}, .pieces = {}};
  builder.build_clauses(marks, nest(marks, second_half));
  builder.share_out();
  builder.set_languages();
  builder.drop_repetitions();
  builder.add_sentences();
  builder.count_sentences();
  ClauseTree& tree = builder.tree;
  tree.bilingual = is_bilingual(tree, second_half < document.paragraphs.size());
  if (tree.bilingual) {
    std::vector<std::optional<Label>> labels;
    for (const auto& origin : builder.origins) labels.push_back(origin ? origin->label : std::nullopt);
    pair_clauses(document, tree, labels);
    pair_sentences(document, tree);
  }
  return std::move(tree);
}

std::uint32_t clause_at(const ClauseTree& tree, std::uint32_t at) {
  const auto starts_behind = [](std::uint32_t byte, const Clause& clause) { return byte < clause.span.begin; };
  const auto behind = std::upper_bound(tree.clauses.begin() + 1, tree.clauses.end(), at, starts_behind);
  const auto found = static_cast<std::uint32_t>(behind - tree.clauses.begin()) - 1;
  return tree.clauses[found].span.contains(at) ? found : kRootClause;
}

}  // namespace clauselint
