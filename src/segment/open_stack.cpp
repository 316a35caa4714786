// The clauses that are open at some place of a draft, outermost first, and the questions a new label asks of them.
#include "segment/open_stack.hpp"

#include <algorithm>

namespace clauselint {
namespace {

constexpr std::size_t kMostHeld = 256;  // pairs remembered; a hostile draft must not make the look-up slow

bool is_point(Frame frame) { return frame == Frame::Dot || frame == Frame::Comma || frame == Frame::Bare; }

}  // namespace

bool same_series(const OpenClause& a, const OpenClause& b) {
  if (a.label.has_value() != b.label.has_value()) return false;
  if (!a.label)
    return a.heading_level == b.heading_level && a.run_in == b.run_in && a.scope == b.scope && a.resumes == b.resumes;
  const bool lists_differ = a.list_level >= 0 && b.list_level >= 0 && a.list_level != b.list_level;
  return a.label->kind == b.label->kind && a.label->frame == b.label->frame && a.label->depth == b.label->depth &&
         !lists_differ;
}

bool similar_series(const OpenClause& a, const OpenClause& b) {
  if (!a.label || !b.label || a.label->kind != b.label->kind || a.label->depth != b.label->depth) return false;
  return is_point(a.label->frame) && is_point(b.label->frame);
}

int usual_rank(const OpenClause& clause) {
  const Label& label = *clause.label;
  const bool brackets = label.frame == Frame::Parens || label.frame == Frame::HalfParens;
  switch (label.kind) {
    case LabelKind::Annex: return 0;
    case LabelKind::Part: return 1;
    case LabelKind::Chapter: return 2;
    case LabelKind::Division: return 3;
    case LabelKind::Article: return 4;
    case LabelKind::Section: return 5;
    case LabelKind::Clause: return 6;
    case LabelKind::Han: return brackets ? 6 : 5;
    case LabelKind::CapitalRoman: return brackets ? 8 : 5;
    case LabelKind::Number: return brackets ? 8 : label.dotted() ? 7 : 6;
    case LabelKind::Capital: return brackets ? 8 : 7;
    case LabelKind::Paragraph:
    case LabelKind::Item:
    case LabelKind::Letter:
    case LabelKind::Roman:
    case LabelKind::Circled:
    case LabelKind::Other: return 8;
  }
  return 8;
}

bool is_annex(const OpenClause& clause) { return clause.label && clause.label->kind == LabelKind::Annex; }

bool follows(const OpenClause& next, const OpenClause& last) {
  if (!next.label || !last.label || next.label->ordinal() != last.label->ordinal() + 1) return false;
  const auto parents = next.label->depth - 1;
  return std::equal(next.label->numbers.begin(), next.label->numbers.begin() + parents, last.label->numbers.begin());
}

std::optional<std::size_t> last_of_series(const OpenStack& stack, const OpenClause& next) {
  return stack.innermost([&](const OpenClause& open) { return same_series(open, next) && follows(next, open); });
}

OpenClause as_roman(OpenClause clause) {
  clause.label->kind = clause.label->kind == LabelKind::Capital ? LabelKind::CapitalRoman : LabelKind::Roman;
  clause.label->numbers[0] = clause.label->roman;
  clause.label->roman = 0;
  return clause;
}

void OpenStack::push(OpenClause clause) {
  const bool of_series = !open_.empty() && !open_.back().resumes && !clause.resumes;
  if (of_series && held_.size() < kMostHeld && !has_held(open_.back(), clause)) {
    held_.push_back({.above = open_.back(), .below = clause});
  }
  open_.push_back(std::move(clause));
}

bool OpenStack::has_held(const OpenClause& above, const OpenClause& below) const {
  return std::any_of(held_.begin(), held_.end(), [&](const Held& pair) {
    return same_series(pair.above, above) && same_series(pair.below, below);
  });
}

}  // namespace clauselint
