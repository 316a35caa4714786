// Labels as marks: at the head of a paragraph, one behind the other, or run together inside it.
#include <algorithm>

#include "segment/heading.hpp"
#include "segment/mark_finder.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestAnnexTitle = 150;  // bytes; in longer paragraphs an annex is only mentioned
constexpr std::size_t kLongestWeakHeading = 120;
constexpr std::size_t kLongestHanTitle = 60;   // bytes
constexpr std::size_t kLeastRunTogether = 60;  // bytes; shorter paragraphs hold one clause
constexpr int kMostChained = 3;                // 8.2 (a) (i)

bool is_annex_title(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  return words.size() <= kLongestAnnexTitle && !is_any_of(last, U"。；;,，") &&
         words.find("，") == std::string_view::npos;
}

// 安全组织机构与职责: a few words without any punctuation of a sentence.
bool is_short_title(std::string_view words) {
  if (words.size() > kLongestHanTitle || count_letters(words).han < 2) return false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    if (is_any_of(c.value, U"。；，：！？.;:,!?_＿")) return false;
    at += c.size;
  }
  return true;
}

// Whether a typed label stands in a place where a label makes sense; its sequence is judged later.
bool is_plausible(const MarkFinder& finder, const Label& label, std::string_view words, Role role) {
  const std::string_view rest = words.substr(std::min<std::size_t>(label.size, words.size()));
  if (label.kind == LabelKind::Annex) {
    // `Exhibit 10.1` at the head of a filing is the number of the exhibit, not of a clause.
    const bool filing = label.dotted() && finder.marks.empty();
    return is_annex_title(words) && !filing;
  }
  if (label.kind == LabelKind::Part && label.frame == Frame::Word && words.size() > kLongestAnnexTitle) return false;
  if (label.weak && label.frame == Frame::Bare) {
    if (trimmed(rest).empty()) return role == Role::Layout;
    const bool unset = is_han(char_at(rest, 0));
    return unset ? is_short_title(rest) : trimmed(rest).size() <= kLongestWeakHeading;
  }
  return true;
}

// The paragraph before a list that is not itself a clause: the list is its own.
void add_lead(MarkFinder& finder, std::uint32_t position, const LabelMark& first_of_list) {
  const bool leads = first_of_list.after_colon && first_of_list.interrupted && first_of_list.label->ordinal() == 1;
  if (!leads || finder.roles.roles[finder.inked[position - 1]] != Role::Prose) return;
  LabelMark mark = plain_mark(finder, position - 1);
  mark.kind = MarkKind::Scope;
  add_mark(finder, std::move(mark), position - 1);
}

}  // namespace

bool add_labels(MarkFinder& finder, std::uint32_t position) {
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
    add_lead(finder, position, mark);
    add_mark(finder, std::move(mark), position);
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
    mark.unset = label->weak && is_han(char_at(rest, label->size));
    at = mark.after;
    const ByteSpan behind{.begin = at, .end = span.end};
    mark.titled = at < span.end && find_heading(finder.document, paragraph, behind, false).whole;
    if (chained > 0)
      finder.marks.back().after = mark.begin;
    else
      add_lead(finder, position, mark);
    add_mark(finder, std::move(mark), position);
    found = true;
  }
  return found;
}

void add_inner_labels(MarkFinder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  ByteSpan range = words_of(finder.document, finder.document.paragraphs[index]);
  if (range.size() < kLeastRunTogether) return;
  const bool marked = !finder.marks.empty() && finder.marks.back().paragraph == index;
  if (marked) range.begin = std::min(finder.marks.back().after, range.end);
  for (const InnerLabel& found : find_inner_labels(finder.document.text, range)) {
    if (!finder.sequence.expects(found)) continue;
    LabelMark mark = plain_mark(finder, position);
    const std::string_view rest = finder.document.words({.begin = found.at, .end = range.end});
    mark.label = found.label;
    mark.begin = found.at;
    mark.after = static_cast<std::uint32_t>(found.at + after_label(rest, found.label.size));
    mark.shown = trimmed(rest.substr(0, found.label.size));
    mark.inside = true;
    mark.after_colon = ends_with_colon(trimmed(finder.document.words({.begin = range.begin, .end = found.at})));
    add_mark(finder, std::move(mark), position);
  }
}

void drop_annex_lists(MarkFinder& finder) {
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

}  // namespace clauselint
