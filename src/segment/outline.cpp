// How marks nest: which clause each label or heading opens, and under which one.
#include "segment/outline.hpp"

#include <algorithm>

#include "segment/open_stack.hpp"

namespace clauselint {
namespace {

// Both keep the work on a hostile draft linear.
constexpr std::size_t kLookahead = 120;      // marks
constexpr std::size_t kDeepestNesting = 24;  // clauses

OpenClause as_open(const LabelMark& mark) {
  OpenClause clause;
  clause.label = mark.label;
  clause.list_level = mark.list_level;
  clause.heading_level = mark.heading_level;
  clause.run_in = mark.run_in;
  clause.titled = mark.titled;
  return clause;
}

class Outline {
 public:
  Outline(const std::vector<LabelMark>& marks, std::uint32_t second_half) : marks_(marks), second_half_(second_half) {}

  std::vector<Placed> take() {
    for (at_ = 0; at_ < marks_.size(); ++at_) place();
    return std::move(placed_);
  }

 private:
  const LabelMark& mark() const { return marks_[at_]; }

  void place() {
    if (!in_second_half_ && mark().paragraph >= second_half_) {
      in_second_half_ = true;
      stack_.cut(0);
      shadow_.cut(0);
    }
    if (mark().kind == MarkKind::Echo) return place_echo();
    if (mark().kind == MarkKind::Resumption) return place_resumption();
    if (mark().kind == MarkKind::Scope) return place_scope();
    if (place_as_twin()) return;
    shadow_.cut(0);
    language_ = stack_.empty() ? mark().language : language_;
    place_on(stack_);
  }

  void open(OpenStack& stack, OpenClause clause) {
    Placed placed;
    placed.mark = at_;
    if (stack.size() > kDeepestNesting) stack.cut(kDeepestNesting);
    // A shadow that has run out of its own clauses still stands inside the twin that the main outline holds open.
    const OpenStack& holder = stack.empty() && &stack == &shadow_ ? stack_ : stack;
    if (!holder.empty()) placed.parent = holder.top().placed;
    clause.placed = static_cast<std::uint32_t>(placed_.size());
    placed_.push_back(placed);
    stack.push(std::move(clause));
  }

  void place_echo() {
    if (!stack_.empty()) open_shadow(stack_.size() - 1);
  }

  // A scope opens a clause only where the list items around it would otherwise run into one another.
  void place_scope() {
    const auto scope = stack_.innermost([](const OpenClause& open) { return open.scope; });
    const bool beside = scope && is_within_lists(*scope + 1);
    std::optional<std::size_t> depth = beside ? scope : std::nullopt;
    const bool leads = at_ + 1 < marks_.size() && marks_[at_ + 1].label && marks_[at_ + 1].label->ordinal() == 1 &&
                       marks_[at_ + 1].after_colon;
    if (!depth && leads) {
      const OpenClause list = as_open(marks_[at_ + 1]);
      depth = stack_.innermost([&](const OpenClause& open) { return same_series(open, list); });
      const bool one_level_down = depth && (stack_[*depth].titled || resumes_later(stack_, *depth, at_ + 1));
      if (one_level_down) return;
    }
    if (!depth && leads && mark().defines && !stack_.empty()) depth = stack_.size();
    if (!depth) return;
    shadow_.cut(0);
    stack_.cut(*depth);
    OpenClause clause = as_open(mark());
    clause.scope = true;
    open(stack_, clause);
  }

  bool is_within_lists(std::size_t from) const {
    for (std::size_t i = from; i < stack_.size(); ++i) {
      if (!stack_[i].label || !is_inner(stack_[i])) return false;
    }
    return true;
  }

  void place_resumption() {
    shadow_.cut(0);
    while (!stack_.empty() && stack_.top().resumes) stack_.cut(stack_.size() - 1);
    if (stack_.empty()) return;
    OpenClause clause = as_open(mark());
    clause.resumes = true;
    open(stack_, clause);
  }

  // Alternating languages: a label that repeats an open one in the other language opens a clause inside it, and what
  // follows in that language nests there, beside the main outline.
  bool place_as_twin() {
    if (stack_.empty()) return false;
    if (!mark().label || mark().language == language_ || is_annex(as_open(mark()))) return false;
    const OpenClause clause = as_open(mark());
    if (!shadow_.empty()) {
      const bool deeper = shadow_.size() > 1 || usual_rank(clause) > usual_rank(shadow_[0]) ||
                          is_prefix(*shadow_[0].label, *clause.label);
      const auto sibling = shadow_.innermost([&](const OpenClause& open) { return same_series(open, clause); });
      if (deeper && sibling != std::optional<std::size_t>(0)) {
        place_on(shadow_);
        return true;
      }
    }
    const auto twin = stack_.innermost([&](const OpenClause& open) { return says_same(open, clause); });
    return twin && open_shadow(*twin);
  }

  bool open_shadow(std::size_t position) {
    const std::uint32_t twin = stack_[position].placed;
    if (placed_[twin].twin != kNoClause) return false;
    stack_.cut(position + 1);
    shadow_.cut(0);
    Placed placed;
    placed.mark = at_;
    placed.parent = twin;
    placed.twin = twin;
    placed_[twin].twin = static_cast<std::uint32_t>(placed_.size());
    OpenClause clause = as_open(mark());
    if (!clause.label) clause.label = stack_.top().label;
    clause.placed = static_cast<std::uint32_t>(placed_.size());
    placed_.push_back(placed);
    if (clause.label) shadow_.push(std::move(clause));
    return true;
  }

  static bool says_same(const OpenClause& a, const OpenClause& b) {
    if (!a.label || !b.label || a.label->depth != b.label->depth) return false;
    const auto depth = a.label->depth;
    const bool equal = std::equal(a.label->numbers.begin(), a.label->numbers.begin() + depth, b.label->numbers.begin());
    return equal && is_inner(a) == is_inner(b);
  }

  static bool is_inner(const OpenClause& clause) {
    const bool brackets = clause.label->frame == Frame::Parens || clause.label->frame == Frame::HalfParens;
    return brackets || usual_rank(clause) > 7;
  }

  void place_on(OpenStack& stack) {
    OpenClause clause = as_open(mark());
    if (!clause.label) return place_heading(stack, clause);
    if (is_annex(clause)) return place_annex(stack, clause);
    if (clause.label->roman != 0 && reads_as_roman(stack, clause)) clause = as_roman(clause);
    if (clause.label->dotted()) return place_dotted(stack, clause);
    if (mark().unset && !heads_next(stack, clause)) return;
    place_single(stack, clause);
  }

  // `3 安全职责`: a label where 3.1 or 4 follows, or where it goes on with such a series.
  bool heads_next(const OpenStack& stack, const OpenClause& clause) const {
    if (last_of_series(stack, clause)) return true;
    if (at_ + 1 >= marks_.size() || !marks_[at_ + 1].label) return false;
    const Label& next = *marks_[at_ + 1].label;
    return is_prefix(*clause.label, next) ||
           (clause.label->ordinal() == 1 && follows(as_open(marks_[at_ + 1]), clause));
  }

  void place_annex(OpenStack& stack, const OpenClause& clause) {
    // Where the numbering of the body goes on right behind it, the line only mentions the annex.
    if (at_ + 1 < marks_.size() && continuation_of_any(stack, as_open(marks_[at_ + 1]))) return;
    stack.cut(0);
    open(stack, clause);
  }

  static bool continuation_of_any(const OpenStack& stack, const OpenClause& next) {
    if (!next.label || next.label->ordinal() < 2) return false;
    return last_of_series(stack, next).has_value();
  }

  // (i): the letter after (h), or the first Roman numeral under a letter?
  bool reads_as_roman(const OpenStack& stack, const OpenClause& letter) const {
    const OpenClause roman = as_roman(letter);
    const auto last_roman = last_of_series(stack, roman);
    const auto last_letter = last_of_series(stack, letter);
    if (last_roman && last_letter) return *last_roman >= *last_letter;
    if (last_roman) return true;
    if (last_letter) return letter.label->roman == 1 && next_is_second_roman(letter);
    const bool in_letters = stack.innermost([&](const OpenClause& o) { return same_series(o, letter); }).has_value();
    const bool in_romans = stack.innermost([&](const OpenClause& o) { return same_series(o, roman); }).has_value();
    return letter.label->roman == 1 || in_romans || !in_letters;
  }

  // After (h) and (i) comes (ii) or (j).
  bool next_is_second_roman(const OpenClause& letter) const {
    for (std::size_t i = at_ + 1; i < std::min(marks_.size(), at_ + kLookahead); ++i) {
      const OpenClause next = as_open(marks_[i]);
      if (!next.label || next.label->frame != letter.label->frame) continue;
      if (next.label->roman == 2) return true;  // ii is a letter twice as well
      if (next.label->kind == letter.label->kind) return false;
    }
    return mark().after_colon;
  }

  void place_single(OpenStack& stack, const OpenClause& clause) {
    // Where an inner and an outer series could both go on, headings follow headings and items follow items.
    auto last = stack.innermost(
        [&](const OpenClause& o) { return same_series(o, clause) && follows(clause, o) && o.titled == clause.titled; });
    if (!last) last = last_of_series(stack, clause);
    if (!last) {
      last = stack.innermost([&](const OpenClause& o) { return similar_series(o, clause) && follows(clause, o); });
    }
    if (last) return open_beside(stack, *last, clause);
    const bool out_of_sequence = clause.label->ordinal() != 1 && mark().heading_level == 0;
    const bool name = mark().in_signatures && (out_of_sequence || usual_rank(clause) > 6);  // A. Smith
    if (name || (out_of_sequence && clause.label->weak && !heads_next(stack, clause))) return;
    if (mark().heading_level > 0 && !is_inner(clause)) leave_headings(stack, mark().heading_level);
    const auto series = stack.innermost([&](const OpenClause& o) { return same_series(o, clause); });
    if (!series) {
      leave_inner(stack, clause);
      return open(stack, clause);
    }
    if (stack[*series].label->ordinal() == clause.label->ordinal() && is_chained()) {
      stack.cut(*series + 1);
      return;
    }
    const bool restarts = clause.label->ordinal() == 1;
    const bool leads_in = mark().after_colon && (!mark().interrupted || stack[*series].titled);
    const bool nested = restarts && (leads_in || resumes_later(stack, *series, at_));
    if (nested) return open(stack, clause);
    open_beside(stack, *series, clause);
  }

  // The first of several labels of one paragraph: `8.2` of `8.2 (b)`.
  bool is_chained() const { return at_ + 1 < marks_.size() && marks_[at_ + 1].paragraph == mark().paragraph; }

  void open_beside(OpenStack& stack, std::size_t sibling, const OpenClause& clause) {
    stack.cut(sibling);
    open(stack, clause);
  }

  // Before a series that is new here: inner ones that do not go on are over ((A) (B) (C) before 1.).
  void leave_inner(OpenStack& stack, const OpenClause& clause) const {
    while (!stack.empty() && stack.top().label && !is_annex(stack.top())) {
      const OpenClause& top = stack.top();
      if (stack.has_held(top, clause)) return;
      const bool inner = stack.has_held(clause, top) || (usual_rank(top) > usual_rank(clause) && !goes_on(top));
      if (!inner) return;
      stack.cut(stack.size() - 1);
    }
  }

  // Whether the series of `last` is continued further on, before it starts again.
  bool goes_on(const OpenClause& last) const {
    for (std::size_t i = at_ + 1; i < std::min(marks_.size(), at_ + kLookahead); ++i) {
      const OpenClause next = as_open(marks_[i]);
      if (is_annex(next)) return false;
      if (!same_series(next, last)) continue;
      return follows(next, last);
    }
    return false;
  }

  // A series begins again at 1 inside itself: does the outer one resume behind the inner one?
  bool resumes_later(const OpenStack& stack, std::size_t position, std::size_t first) const {
    const OpenClause outer = stack[position];
    const OpenClause inner = as_open(marks_[first]);
    std::uint32_t expected = 2;
    for (std::size_t i = first + 1; i < std::min(marks_.size(), first + kLookahead); ++i) {
      const OpenClause next = as_open(marks_[i]);
      if (is_annex(next)) return false;
      if (next.label && next.label->dotted() && continues_dotted(stack, position, next)) return true;
      if (!same_series(next, inner)) continue;
      if (next.label->ordinal() == expected)
        ++expected;
      else
        return follows(next, outer);
    }
    return false;
  }

  // 8.3 behind a list 1. 2. 3. that stands under 8.2.
  static bool continues_dotted(const OpenStack& stack, std::size_t position, const OpenClause& next) {
    for (std::size_t i = position + 1; i < stack.size(); ++i) {
      if (same_series(stack[i], next) && follows(next, stack[i])) return true;
    }
    return false;
  }

  void place_dotted(OpenStack& stack, const OpenClause& clause) {
    const Label& label = *clause.label;
    const auto equal = stack.innermost([&](const OpenClause& o) {
      return o.label && o.label->depth == label.depth && o.label->numbers == label.numbers && !is_annex(o);
    });
    if (equal && is_chained()) return stack.cut(*equal + 1);
    const auto parent = stack.innermost([&](const OpenClause& o) {
      return o.label && is_prefix(*o.label, label) && !is_annex(o) && usual_rank(o) <= 7;
    });
    const auto sibling = stack.innermost([&](const OpenClause& o) {
      return o.label && o.label->dotted() && o.label->depth >= label.depth && !is_annex(o);
    });
    if (parent) {
      const bool numbered_amiss = list_item_below(stack, *parent, label);
      stack.cut(*parent + (numbered_amiss ? 2u : 1u));
    } else if (sibling) {
      // 9.1 behind 8.3.2: as far out as the first dotted number of its depth.
      std::size_t outermost = *sibling;
      while (outermost > 0 && stack[outermost - 1].label && stack[outermost - 1].label->dotted() &&
             stack[outermost - 1].label->depth >= label.depth) {
        --outermost;
      }
      stack.cut(outermost);
    } else {
      leave_inner(stack, clause);
    }
    open(stack, clause);
  }

  // 4.1.1 behind 4.4, one level down in its list: the numbers are out of date, the levels are not.
  bool list_item_below(const OpenStack& stack, std::size_t parent, const Label& label) const {
    if (parent + 1 >= stack.size() || label.depth < stack[parent].label->depth + 2) return false;
    const OpenClause& beside = stack[parent + 1];
    return beside.label && beside.label->dotted() && beside.label->depth + 1 == label.depth && mark().list_level > 0 &&
           beside.list_level >= 0 && beside.list_level < mark().list_level;
  }

  void leave_headings(OpenStack& stack, std::uint8_t level) const {
    while (!stack.empty() && !is_annex(stack.top())) {
      const OpenClause& top = stack.top();
      const bool above = top.heading_level != 0 && top.heading_level < level;
      if (above) return;
      stack.cut(stack.size() - 1);
    }
  }

  std::optional<OpenClause> next_labelled() const {
    for (std::size_t i = at_ + 1; i < std::min(marks_.size(), at_ + kLookahead); ++i) {
      if (marks_[i].label) return as_open(marks_[i]);
    }
    return std::nullopt;
  }

  void place_heading(OpenStack& stack, const OpenClause& clause) {
    if (mark().heading_level > 0) {
      leave_headings(stack, mark().heading_level);
      return open(stack, clause);
    }
    const auto series = stack.innermost([&](const OpenClause& o) { return same_series(o, clause); });
    if (series) return open_beside(stack, *series, clause);
    // A heading amid a series that goes on behind it belongs to the last of the series.
    if (const std::optional<OpenClause> following = next_labelled()) {
      const OpenClause next = *following;
      const auto resumed = last_of_series(stack, next);
      if (resumed && !stack.has_held(clause, stack[*resumed])) {
        stack.cut(*resumed + 1);
        return open(stack, clause);
      }
    }
    while (!stack.empty() && !(stack.top().label && usual_rank(stack.top()) <= 3) && stack.top().heading_level == 0) {
      stack.cut(stack.size() - 1);
    }
    open(stack, clause);
  }

  const std::vector<LabelMark>& marks_;
  std::uint32_t second_half_;
  bool in_second_half_ = false;
  std::uint32_t at_ = 0;
  OpenStack stack_;   // the main outline
  OpenStack shadow_;  // the same clause in the other language, while the draft stays in it
  Language language_ = Language::En;
  std::vector<Placed> placed_;
};

}  // namespace

std::vector<Placed> nest(const std::vector<LabelMark>& marks, std::uint32_t second_half) {
  return Outline(marks, second_half).take();
}

}  // namespace clauselint
