// Which words of a clause are its heading.
#include "segment/clause_heading.hpp"

#include <algorithm>

#include "segment/heading.hpp"
#include "segment/scan.hpp"
#include "segment/sentence.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kLongestFormatHeading = 90;  // bytes

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

// ARTICLE I on one line, DEFINITIONS on the next.
ByteSpan heading_on_next_line(const Document& document, const Clause& clause, std::optional<std::uint32_t> next) {
  if (!next || document.paragraphs[*next].span.end >= clause.span.end + 1) return {};
  const ByteSpan line = words_of(document, document.paragraphs[*next]);
  const Heading heading = find_heading(document, document.paragraphs[*next], line, true);
  const bool whole = heading.whole || document.paragraphs[*next].heading_level > 0;
  return whole ? heading.words : ByteSpan();
}

// 甲方义务： heads a list; “Term” means: and a sentence that ends in a colon head nothing.
ByteSpan heading_of_scope(const Document& document, const LabelMark& mark, std::uint32_t span_end) {
  const ByteSpan rest = rest_of(document, mark, span_end);
  if (rest.empty() || opens_quote_or_bracket(char_at(document.text, rest.begin))) return {};
  const Heading heading = find_heading(document, document.paragraphs[mark.paragraph], rest, false);
  return heading.whole ? heading.words : ByteSpan();
}

// A line in a heading style that is not worded like a title, but not like a sentence either.
bool is_format_heading(const Document& document, const LabelMark& mark, ByteSpan rest, const Heading& heading) {
  return mark.heading_level > 0 && rest.size() <= kLongestFormatHeading && heading.words.empty() &&
         split_sentences(document.text, rest).size() == 1 && !is_small(char_at(document.text, rest.begin)) &&
         !is_any_of(decode_before(document.text, rest.end).value, U"。.;；:：,，");
}

}  // namespace

ByteSpan find_clause_heading(const Document& document, const Clause& clause, const LabelMark& mark, bool has_children) {
  if (mark.kind == MarkKind::Resumption) return {};
  if (mark.kind == MarkKind::Scope) return heading_of_scope(document, mark, clause.span.end);
  const Paragraph& paragraph = document.paragraphs[mark.paragraph];
  const ByteSpan rest = rest_of(document, mark, clause.span.end);
  if (!mark.label && !mark.run_in && mark.kind == MarkKind::Clause) return rest;
  const bool strong = !mark.label || is_strong(*mark.label);
  const std::optional<std::uint32_t> next = next_inked(document, clause, mark);
  if (rest.empty()) return heading_on_next_line(document, clause, next);
  const Heading heading = find_heading(document, paragraph, rest, strong);
  if (is_format_heading(document, mark, rest, heading)) return rest;
  const bool has_content = has_children || next.has_value();
  const bool accepted = !heading.whole || strong || heading.marked || mark.heading_level > 0 || has_content;
  return accepted ? heading.words : ByteSpan();
}

}  // namespace clauselint
