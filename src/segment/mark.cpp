// The places of a draft where a clause may open: labels and headings, in the order of the text, not yet nested.
#include "segment/mark.hpp"

#include "segment/heading.hpp"
#include "segment/scan.hpp"
#include "segment/signature.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestAnnexTitle = 150;  // bytes; in longer paragraphs an annex is only mentioned
constexpr std::size_t kLongestHeading = 150;
constexpr std::size_t kLongestWeakHeading = 120;
constexpr std::size_t kProse = 90;
constexpr std::size_t kLongestParty = 15;        // bytes; 乙方： names a party, it does not begin a list
constexpr int kMostChained = 3;                  // 8.2 (a) (i)

struct Finder {
  const Document& document;
  const ParagraphRoles& roles;
  std::vector<std::uint32_t> inked;   // paragraphs with words, stories apart left out
  std::optional<std::uint32_t> title; // the paragraph that names the whole draft
  std::vector<LabelMark> marks;
  std::vector<std::uint32_t> mark_of_inked;  // index into inked of each mark's paragraph
  bool in_signatures = false;
  bool seen_prose = false;
  bool english = true;                // the draft on the whole
  bool trusts_styles = true;          // heading styles stand on headings

  std::string_view words(std::uint32_t paragraph) const {
    return document.words(words_of(document, document.paragraphs[paragraph]));
  }
};

bool may_open(Role role) { return role == Role::Prose || role == Role::Layout; }

// Whether a paragraph in a heading style reads like a heading: drafts misuse the styles for body text.
bool reads_like_heading(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  const bool blank = words.find("__") != std::string_view::npos;
  return words.size() <= kLongestHeading && !blank && !is_any_of(last, U".;:,。；：，)");
}

// Where many paragraphs in heading styles are sentences, the styles say nothing.
bool heading_styles_mislead(const Document& document, const std::vector<std::uint32_t>& inked) {
  std::size_t headings = 0;
  std::size_t sentences = 0;
  for (const std::uint32_t i : inked) {
    const Paragraph& paragraph = document.paragraphs[i];
    const std::string_view words = document.words(words_of(document, paragraph));
    if (paragraph.heading_level == 0 || paragraph.label != 0 || read_label(words)) continue;
    ++headings;
    sentences += reads_like_heading(words) ? 0 : 1;
  }
  return sentences >= 3 && sentences * 3 >= headings;
}

// The first heading of the format names the draft when no other heading is of its rank.
std::optional<std::uint32_t> find_title(const Document& document, const std::vector<std::uint32_t>& inked) {
  std::optional<std::uint32_t> first;
  for (const std::uint32_t i : inked) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (paragraph.heading_level == 0) continue;
    if (!first) {
      if (paragraph.label != 0 || read_label(document.words(words_of(document, paragraph)))) return std::nullopt;
      first = i;
    } else if (paragraph.heading_level <= document.paragraphs[*first].heading_level) {
      return std::nullopt;
    }
  }
  return first;
}

bool ends_with_colon(std::string_view words) {
  return is_any_of(decode_before(words, words.size()).value, U":：") && !words.empty();
}

bool is_annex_title(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  return words.size() <= kLongestAnnexTitle && !is_any_of(last, U"。；;,，") && words.find("，") == std::string_view::npos;
}

// Whether a typed label stands in a place where a label makes sense; its sequence is judged later.
bool is_plausible(const Finder& finder, const Label& label, std::string_view words, Role role) {
  const std::string_view rest = words.substr(std::min<std::size_t>(label.size, words.size()));
  if (label.kind == LabelKind::Annex) {
    // `Exhibit 10.1` at the head of a filing is the number of the exhibit, not of a clause.
    const bool filing = label.dotted() && finder.marks.empty();
    return is_annex_title(words) && !filing;
  }
  if (label.kind == LabelKind::Part && label.frame == Frame::Word && words.size() > kLongestAnnexTitle) return false;
  if (label.weak && label.frame == Frame::Bare) {
    if (trimmed(rest).empty()) return role == Role::Layout;
    return trimmed(rest).size() <= kLongestWeakHeading;
  }
  return true;
}

LabelMark plain_mark(const Finder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  const Paragraph& paragraph = finder.document.paragraphs[index];
  LabelMark mark;
  mark.paragraph = index;
  mark.begin = mark.after = words_of(finder.document, paragraph).begin;
  mark.heading_level = finder.trusts_styles ? paragraph.heading_level : 0;
  const std::string_view before = position > 0 ? finder.words(finder.inked[position - 1]) : std::string_view();
  mark.after_colon = before.size() > kLongestParty && ends_with_colon(before);
  mark.in_signatures = finder.in_signatures;
  // A lone label or a short heading says little; the next paragraph helps.
  Letters letters = finder.roles.letters[index];
  const bool short_one = letters.han + letters.words < 2 && position + 1 < finder.inked.size();
  if (short_one) letters += finder.roles.letters[finder.inked[position + 1]];
  mark.language = language_of(letters, Language::En);
  return mark;
}

void add(Finder& finder, LabelMark mark, std::uint32_t position) {
  finder.marks.push_back(std::move(mark));
  finder.mark_of_inked.push_back(position);
}

// The labels that open a paragraph: the automatic one, then typed ones one behind the other (`8.2 (a) (i)`).
bool add_labels(Finder& finder, std::uint32_t position) {
  const LabelMark plain = plain_mark(finder, position);
  const Paragraph& paragraph = finder.document.paragraphs[plain.paragraph];
  const ByteSpan span = words_of(finder.document, paragraph);
  const Role role = finder.roles.roles[plain.paragraph];
  bool found = false;
  std::uint32_t at = span.begin;
  if (std::optional<Label> automatic = read_automatic_label(finder.document.label_of(paragraph))) {
    LabelMark mark = plain;
    mark.label = automatic;
    mark.shown = trimmed(finder.document.label_of(paragraph));
    mark.list_level = paragraph.list_level;
    mark.titled = !span.empty() && find_heading(finder.document, paragraph, span, false).whole;
    add(finder, std::move(mark), position);
    return true;
  }
  for (int chained = 0; chained < kMostChained && at < span.end; ++chained) {
    const std::string_view rest = finder.document.words({.begin = at, .end = span.end});
    const std::optional<Label> label = read_label(rest);
    const bool begins = label && is_plausible(finder, *label, rest, role);
    if (!begins) break;
    const bool may_chain = chained == 0 || label->frame == Frame::Parens || label->kind == LabelKind::Circled ||
                           (finder.marks.back().label->kind <= LabelKind::Clause && !label->weak);
    if (!may_chain) break;
    LabelMark mark = plain;
    mark.label = label;
    mark.begin = at;
    mark.shown = trimmed(rest.substr(0, label->size));
    mark.after = static_cast<std::uint32_t>(at + after_label(rest, label->size));
    mark.after_colon = chained == 0 ? plain.after_colon : false;
    at = mark.after;
    const ByteSpan behind{.begin = at, .end = span.end};
    mark.titled = at < span.end && find_heading(finder.document, paragraph, behind, false).whole;
    if (chained > 0) finder.marks.back().after = mark.begin;
    add(finder, std::move(mark), position);
    found = true;
  }
  return found;
}

bool is_prose(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  return words.size() >= kProse || (words.size() > 30 && is_any_of(last, U".。;；"));
}

// RECITALS, WITNESSETH, AGREEMENT: they stand before the clauses without holding them.
bool heads_preamble(std::string_view words) {
  std::string letters;
  for (const char c : words) {
    if (is_ascii_letter(static_cast<unsigned char>(c))) letters.push_back(to_small(c));
  }
  if (letters.find("herebyagree") != std::string::npos) return true;
  return is_word_among(letters, {"recitals", "recital", "witnesseth", "background", "preamble", "agreement",
                                 "agreements", "whereas", "andwhereas", "nowtherefore", "between", "and"});
}

// A line by itself that looks like a heading, and is followed by what it heads.
bool is_heading_line(const Finder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  if (position + 1 >= finder.inked.size() || position == 0 || finder.in_signatures) return false;
  const std::string_view words = finder.words(index);
  const std::string_view next = finder.words(finder.inked[position + 1]);
  const Paragraph& after = finder.document.paragraphs[finder.inked[position + 1]];
  const std::optional<Label> label =
      after.label == 0 ? read_label(next) : read_automatic_label(finder.document.label_of(after));
  const bool begins_list = label && label->ordinal() == 1;
  const std::string_view before = finder.words(finder.inked[position - 1]);
  const std::optional<Label> lone = read_label(before);
  const bool names_label = lone && lone->size == before.size();  // DEFINITIONS on the line after ARTICLE I
  if (begins_signatures(next) || names_label) return false;
  if (heads_preamble(words)) return false;
  if (finder.roles.letters[index].han == 0 && !finder.english) return false;  // an address or a name
  if (looks_like_heading(finder.document, finder.document.paragraphs[index])) return label || is_prose(next);
  const bool before_ends = is_any_of(decode_before(before, before.size()).value, U"。；") && !before.empty();
  return may_be_han_heading(words) && before_ends && (begins_list || is_prose(next));
}

void add_heading(Finder& finder, std::uint32_t position) {
  LabelMark mark = plain_mark(finder, position);
  const Paragraph& paragraph = finder.document.paragraphs[mark.paragraph];
  const std::string_view words = finder.words(mark.paragraph);
  const bool of_format = mark.heading_level > 0 && reads_like_heading(words);
  const bool names_all = finder.title == mark.paragraph || (!of_format && !finder.seen_prose && finder.marks.empty());
  if (names_all || finder.roles.roles[mark.paragraph] != Role::Prose) return;
  const bool bullet = paragraph.label != 0;
  if (!of_format && bullet) return;
  if (of_format || is_heading_line(finder, position)) {
    add(finder, std::move(mark), position);
    return;
  }
  if (finder.in_signatures || words.size() < kProse) return;
  const Heading lead = find_heading(finder.document, paragraph, words_of(finder.document, paragraph), false);
  if (heads_preamble(finder.document.words(lead.words))) return;
  if (lead.marked && !lead.whole && !lead.words.empty() && mark.heading_level == 0) {
    mark.run_in = true;
    add(finder, std::move(mark), position);
  }
}

// The cell beside one that opened a clause, in a table that sets two languages side by side.
bool pairs_with_row(const Finder& finder, std::uint32_t position) {
  if (finder.marks.empty() || position == 0) return false;
  const Paragraph& here = finder.document.paragraphs[finder.inked[position]];
  const Paragraph& opened = finder.document.paragraphs[finder.marks.back().paragraph];
  if (!here.cell || !opened.cell || !finder.roles.tables[here.cell->table].bilingual) return false;
  const bool same_row = here.cell->table == opened.cell->table && here.cell->row == opened.cell->row;
  const bool next_cell = same_row && here.cell->column > opened.cell->column;
  return next_cell && plain_mark(finder, position).language != finder.marks.back().language;
}

// Annexes that follow one another line by line are a list of annexes, not the annexes.
void drop_annex_lists(Finder& finder) {
  const auto is_annex = [&finder](std::size_t i) {
    return i < finder.marks.size() && finder.marks[i].label && finder.marks[i].label->kind == LabelKind::Annex;
  };
  std::vector<LabelMark> kept;
  for (std::size_t i = 0; i < finder.marks.size(); ++i) {
    const auto adjacent = [&finder, &is_annex](std::size_t a) {
      return is_annex(a) && is_annex(a + 1) && finder.mark_of_inked[a + 1] == finder.mark_of_inked[a] + 1;
    };
    const bool listed = is_annex(i) && (adjacent(i) || (i > 0 && adjacent(i - 1)));
    if (!listed) kept.push_back(finder.marks[i]);
  }
  finder.marks = std::move(kept);
}

}  // namespace

std::vector<LabelMark> find_marks(const Document& document, const ParagraphRoles& roles) {
  Finder finder{.document = document, .roles = roles, .inked = {}, .title = {}, .marks = {}, .mark_of_inked = {}};
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const Role role = roles.roles[i];
    if (role == Role::Apart || role == Role::Furniture) continue;
    const bool has_words = !words_of(document, document.paragraphs[i]).empty();
    if (has_words || document.paragraphs[i].label != 0) finder.inked.push_back(i);
  }
  finder.title = find_title(document, finder.inked);
  finder.trusts_styles = !heading_styles_mislead(document, finder.inked);
  Letters total;
  for (const Letters letters : roles.letters) total += letters;
  finder.english = language_of(total, Language::En) == Language::En;
  for (std::uint32_t position = 0; position < finder.inked.size(); ++position) {
    const std::uint32_t index = finder.inked[position];
    if (!may_open(roles.roles[index])) continue;
    const std::string_view words = finder.words(index);
    if (begins_signatures(words)) finder.in_signatures = true;
    if (add_labels(finder, position)) {
      const Label& label = *finder.marks.back().label;
      const bool numbered = label.kind == LabelKind::Number || label.kind == LabelKind::Han;
      // Signatures may also stand on the cover, before the first clause.
      const bool begins_anew = label.kind <= LabelKind::Clause || label.dotted() || (numbered && label.ordinal() == 1);
      if (begins_anew) finder.in_signatures = finder.marks.back().in_signatures = false;
    } else if (pairs_with_row(finder, position)) {
      LabelMark mark = plain_mark(finder, position);
      mark.pairs_with_row = true;
      add(finder, std::move(mark), position);
    } else {
      add_heading(finder, position);
    }
    finder.seen_prose = finder.seen_prose || is_prose(words);
  }
  drop_annex_lists(finder);
  return std::move(finder.marks);
}

}  // namespace clauselint
