// From a document to its clauses and sentences: the steps of the stage put together.
#include <algorithm>
#include <cmath>

#include "clauselint/clause.hpp"
#include "segment/heading.hpp"
#include "segment/mark.hpp"
#include "segment/outline.hpp"
#include "segment/paragraph_role.hpp"
#include "segment/scan.hpp"
#include "segment/sentence.hpp"
#include "segment/twin.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kLeastHan = 40;     // letters a half must have to be a version in the other language
constexpr std::uint32_t kLeastWords = 30;

// What the stage knows of a clause besides what it tells.
struct Origin {
  std::optional<LabelMark> mark;   // none for the root
  ByteSpan heading_in;        // where in the text the heading stands, punctuation included
};

double han_share(Letters letters) {
  const double words = 1.6 * letters.words;  // a translated word takes about so many characters
  return letters.none() ? 0.5 : letters.han / (letters.han + words);
}

// The paragraph at which a draft in one language is followed by its version in the other, or the number of paragraphs.
std::uint32_t find_second_half(const ParagraphRoles& roles) {
  const auto count = static_cast<std::uint32_t>(roles.letters.size());
  Letters total;
  for (const Letters letters : roles.letters) total += letters;
  const auto big_enough = [](Letters a, Letters b) {
    return std::max(a.han, b.han) >= kLeastHan && std::max(a.words, b.words) >= kLeastWords;
  };
  std::uint32_t best = count;
  double best_difference = 0.75;
  Letters before;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Letters after{.han = total.han - before.han, .words = total.words - before.words};
    const double difference = std::abs(han_share(before) - han_share(after));
    const bool halves = big_enough(before, after) && before.han + before.words >= kLeastWords &&
                        after.han + after.words >= kLeastWords;
    if (halves && difference > best_difference && !roles.letters[i].none()) {
      best_difference = difference;
      best = i;
    }
    before += roles.letters[i];
  }
  return best;
}

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

bool is_strong(const Label& label) { return label.kind <= LabelKind::Clause; }

// Words in the paragraph behind the label, blanks trimmed.
ByteSpan rest_of(const Document& document, const LabelMark& mark, std::uint32_t span_end) {
  const ByteSpan words = words_of(document, document.paragraphs[mark.paragraph]);
  const std::uint32_t end = std::min(words.end, span_end);
  return {.begin = std::min(mark.after, end), .end = end};
}

// The first paragraph with words behind the mark's own, inside the clause's own span.
std::optional<std::uint32_t> next_inked(const Document& document, const Clause& clause, const LabelMark& mark) {
  for (std::uint32_t i = mark.paragraph + 1; i < document.paragraphs.size(); ++i) {
    if (document.paragraphs[i].span.begin >= clause.span.end) return std::nullopt;
    if (!words_of(document, document.paragraphs[i]).empty()) return i;
  }
  return std::nullopt;
}

void set_heading(const Document& document, Clause& clause, Origin& origin, bool has_children) {
  const LabelMark& mark = *origin.mark;
  const Paragraph& paragraph = document.paragraphs[mark.paragraph];
  const ByteSpan rest = rest_of(document, mark, clause.span.end);
  if (!mark.label && !mark.run_in && !mark.pairs_with_row) {
    clause.heading = origin.heading_in = rest;
    return;
  }
  const bool strong = !mark.label || is_strong(*mark.label);
  const std::optional<std::uint32_t> next = next_inked(document, clause, mark);
  if (rest.empty()) {  // ARTICLE I on one line, DEFINITIONS on the next
    if (!next || document.paragraphs[*next].span.end >= clause.span.end + 1) return;
    const ByteSpan line = words_of(document, document.paragraphs[*next]);
    const Heading heading = find_heading(document, document.paragraphs[*next], line, true);
    const bool one_of_one_language = heading.whole || document.paragraphs[*next].heading_level > 0;
    if (one_of_one_language) clause.heading = origin.heading_in = heading.words;
    return;
  }
  const Heading heading = find_heading(document, paragraph, rest, strong);
  const bool format_heading = mark.heading_level > 0 && rest.size() <= 90 && heading.words.empty() &&
                              split_sentences(document.text, rest).size() == 1 &&
                              !is_small(char_at(document.text, rest.begin)) &&
                              !is_any_of(decode_before(document.text, rest.end).value, U"。.;；:：,，");
  if (format_heading) {
    clause.heading = origin.heading_in = rest;
    return;
  }
  const bool has_content = has_children || next.has_value();
  const bool accepted = !heading.whole || strong || heading.marked || mark.heading_level > 0 || has_content;
  if (accepted) clause.heading = origin.heading_in = heading.words;
}

struct Builder {
  const Document& document;
  const ParagraphRoles& roles;
  ClauseTree tree;
  std::vector<Origin> origins;

  void build_clauses(const std::vector<LabelMark>& marks, const std::vector<Placed>& placed);
  void set_languages();
  void add_sentences();
  void add_paragraph(std::uint32_t index, std::uint32_t clause, std::uint32_t begin);
  void add(ByteSpan span, std::uint32_t paragraph, std::uint32_t clause, bool heading);
};

void Builder::build_clauses(const std::vector<LabelMark>& marks, const std::vector<Placed>& placed) {
  tree.clauses.emplace_back();
  origins.emplace_back();
  std::uint32_t last_paragraph = 0xFFFFFFFF;
  for (const Placed& one : placed) {
    const LabelMark& mark = marks[one.mark];
    Clause clause;
    clause.parent = one.parent == kNoClause ? kRootClause : one.parent + 1;
    clause.twin = one.twin == kNoClause ? kNoClause : one.twin + 1;
    clause.level = tree.clauses[clause.parent].level + 1;
    clause.label = mark.shown;
    const bool first_here = mark.paragraph != last_paragraph;
    clause.span.begin = first_here ? words_of(document, document.paragraphs[mark.paragraph]).begin : mark.begin;
    last_paragraph = mark.paragraph;
    tree.clauses.push_back(std::move(clause));
    origins.push_back({.mark = mark, .heading_in = {}});
  }
  set_spans(tree, static_cast<std::uint32_t>(document.text.size()), end_of_body(document, roles));
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {
    const bool has_children = i + 1 < tree.clauses.size() && tree.clauses[i + 1].parent == i;
    set_heading(document, tree.clauses[i], origins[i], has_children);
  }
}

// By the letters of the clause itself; one without any speaks like its first child, else like its parent.
void Builder::set_languages() {
  std::vector<Letters> own(tree.clauses.size());
  Letters total;
  std::size_t clause = 0;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    while (clause + 1 < tree.clauses.size() && origins[clause + 1].mark->paragraph <= i) ++clause;
    const bool trails = document.paragraphs[i].span.begin >= tree.clauses[clause].span.end;
    own[trails ? kRootClause : clause] += roles.letters[i];
    total += roles.letters[i];
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
  for (Clause& one : tree.clauses) {  // the same label twice in one language is a repetition, not a twin
    if (one.twin != kNoClause && tree.clauses[one.twin].language == one.language) {
      tree.clauses[one.twin].twin = kNoClause;
      one.twin = kNoClause;
    }
  }
}

void Builder::add(ByteSpan span, std::uint32_t paragraph, std::uint32_t clause, bool heading) {
  Sentence sentence;
  sentence.span = span;
  sentence.clause = clause;
  sentence.paragraph = paragraph;
  sentence.heading = heading;
  sentence.language = language_of(count_letters(document.words(span)), tree.clauses[clause].language);
  tree.sentences.push_back(sentence);
}

void Builder::add_paragraph(std::uint32_t index, std::uint32_t clause, std::uint32_t begin) {
  const ByteSpan words = words_of(document, document.paragraphs[index]);
  std::uint32_t at = std::max(begin, words.begin);
  const ByteSpan heading = origins[clause].heading_in;
  if (!heading.empty() && words.contains(heading)) {
    add(heading, index, clause, true);
    const std::string_view text = std::string_view(document.text).substr(0, words.end);
    std::size_t behind = heading.end;
    for (CodePoint c = decode_at(text, behind); c.size != 0; c = decode_at(text, behind)) {
      if (!is_blank(c.value) && !is_any_of(c.value, U".。:：—–-】]）)、")) break;
      behind += c.size;
    }
    at = static_cast<std::uint32_t>(behind);
  }
  if (at >= words.end) return;
  for (const ByteSpan span : split_sentences(document.text, {.begin = at, .end = words.end})) {
    add(span, index, clause, false);
  }
}

void Builder::add_sentences() {
  std::uint32_t clause = kRootClause;
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    std::uint32_t begin = document.paragraphs[i].span.begin;
    while (clause + 1 < tree.clauses.size() && origins[clause + 1].mark->paragraph <= i) {
      ++clause;
      begin = origins[clause].mark->after;
    }
    if (roles.roles[i] == Role::Contents) continue;
    if (document.paragraphs[i].story == Story::Comment) continue;  // about the contract, not part of it
    const bool trails = document.paragraphs[i].span.begin >= tree.clauses[clause].span.end;
    add_paragraph(i, trails ? kRootClause : clause, begin);
  }
  for (std::uint32_t s = 0; s < tree.sentences.size(); ++s) {
    Clause& owner = tree.clauses[tree.sentences[s].clause];
    const bool trailing = owner.sentence_count > 0 && owner.first_sentence + owner.sentence_count != s;
    if (trailing) continue;  // footnotes behind the body: the root's count covers what stands before the first clause
    if (owner.sentence_count == 0) owner.first_sentence = s;
    ++owner.sentence_count;
  }
}

}  // namespace

ClauseTree segment(const Document& document) {
  const ParagraphRoles roles = find_roles(document);
  const std::vector<LabelMark> marks = find_marks(document, roles);
  const std::uint32_t second_half = find_second_half(roles);
  const std::vector<Placed> placed = nest(marks, second_half);
  Builder builder{.document = document, .roles = roles, .tree = {}, .origins = {}};
  builder.build_clauses(marks, placed);
  builder.set_languages();
  builder.add_sentences();
  std::vector<std::optional<Label>> labels;
  bool bilingual = second_half < document.paragraphs.size();
  for (const Origin& origin : builder.origins) {
    labels.push_back(origin.mark ? origin.mark->label : std::nullopt);
  }
  for (const Clause& clause : builder.tree.clauses) bilingual = bilingual || clause.twin != kNoClause;
  if (bilingual) pair_by_labels(builder.tree, labels);
  return std::move(builder.tree);
}

std::uint32_t clause_at(const ClauseTree& tree, std::uint32_t at) {
  const auto starts_behind = [](std::uint32_t byte, const Clause& clause) { return byte < clause.span.begin; };
  const auto behind = std::upper_bound(tree.clauses.begin() + 1, tree.clauses.end(), at, starts_behind);
  const auto found = static_cast<std::uint32_t>(behind - tree.clauses.begin()) - 1;
  return tree.clauses[found].span.contains(at) ? found : kRootClause;
}

}  // namespace clauselint
