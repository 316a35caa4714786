// Which lines of a text file are one paragraph that somebody wrapped.
#include "readers/line_joining.hpp"

#include <algorithm>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kNarrowest = 45;  // columns of a line that somebody wrapped
constexpr std::uint32_t kWidest = 140;
constexpr std::uint32_t kProse = 110;  // columns of a line that is no heading and no table row

/// Two neighbouring lines and what their words say.
struct Pair {
  std::string_view before;
  std::string_view after;
  bool stops;    ///< the first ends a sentence
  bool han;      ///< Chinese on both sides of the line end
  bool goes_on;  ///< by its words alone the second line goes on with the first

  Pair(std::string_view text, const Line& previous, const Line& next)
      : before(slice(text, previous.words)),
        after(slice(text, next.words)),
        stops(ends_sentence(before)),
        han(begins_with_han(after) && (ends_with_han(before) || ends_with_comma(before))),
        goes_on(!stops &&
                (begins_amid_sentence(after) || (han && next.indent <= previous.indent) ||
                 ends_with_connective(before) || ends_before_reference(before) || begins_as_amount(before, after))) {}
};

// A label at the head of a line begins a clause, unless it is the number of `Section` on the line before, or one of an
// enumeration that runs on: `notify (i) any breach,` / `(ii) any claim`.
bool begins_a_clause(const Pair& pair, const Line& previous, const Line& next, bool full) {
  if (!begins_with_label(pair.after)) return false;
  if (ends_before_reference(pair.before) || begins_as_amount(pair.before, pair.after)) return false;
  const bool enumeration = pair.after.starts_with('(') && full && !pair.stops && next.indent == previous.indent;
  return !enumeration;
}

// A line in capitals is a heading, unless it is one line of a paragraph in capitals.
bool parts_at_capitals(const Pair& pair, bool full) {
  const bool above = is_all_capitals(pair.before);
  const bool below = is_all_capitals(pair.after);
  if (above && below) return !full;
  if (above) return !full;
  return below && (!full || pair.stops);
}

// Whether the indentation of `next` speaks against going on.
bool parts_by_indent(const Pair& pair, const Line& first, const Line& previous, const Line& next,
                     std::string_view first_words) {
  if (next.indent == previous.indent || pair.goes_on) return false;
  const bool second_line = first.words == previous.words;
  if (!second_line) return true;
  return next.indent > previous.indent && !begins_with_label(first_words);
}

bool is_table_line(const Line& line, std::string_view words) {
  constexpr std::uint32_t kWidestRow = 250;  // what is wider is prose with its paragraphs set off by blanks
  return line.width <= kWidestRow && is_table_row(words);
}

// Prose that ends without a stop at the end of a page goes on in the prose or the end of a sentence on the next.
bool is_cut_by_page(const Pair& pair, const Line& previous, const Line& next) {
  const char32_t last = decode_before(pair.before, pair.before.size()).value;
  const bool redacted = pair.before.ends_with("*]") || pair.before.ends_with("●]") || pair.before.ends_with("•]");
  const bool open = is_ascii_letter(last) || redacted;
  const bool prose = previous.width > kProse && (next.width > kProse || pair.after.ends_with('.'));
  if (!open || !prose || begins_in_capitals(pair.after) || begins_with_quote(pair.after)) return false;
  return !is_table_line(previous, pair.before) && !is_table_line(next, pair.after) && !holds_figures(pair.before);
}

// Over the end of a page only what certainly goes on is joined.
bool goes_on_over_page(const Pair& pair, const Wrapping& wrapping, const Line& previous, const Line& next) {
  if (pair.stops) return false;
  if (ends_before_reference(pair.before) || begins_as_amount(pair.before, pair.after)) return true;
  if (begins_with_label(pair.after)) return false;
  const bool above = is_all_capitals(pair.before);
  if (above && previous.width <= kProse) return false;
  if (begins_amid_sentence(pair.after)) return true;
  if (is_all_capitals(pair.after) && !above && !ends_with_connective(pair.before)) return false;
  const bool wrapped = wrapping.column > 0 && previous.width + 8 > wrapping.column && next.indent <= previous.indent;
  if (pair.han) return wrapped;
  return ends_with_comma(pair.before) || ends_with_connective(pair.before) || is_cut_by_page(pair, previous, next);
}

// A blank line that a conversion left within a sentence.
bool goes_on_over_blank(const Pair& pair, const Line& previous, const Line& next) {
  constexpr std::uint32_t kNarrowestProse = 60;  // columns
  constexpr std::uint32_t kNarrowestCapitals = 80;
  if (pair.stops || begins_with_label(pair.after)) return false;
  if (is_table_line(previous, pair.before) || is_table_line(next, pair.after)) return false;
  if (is_all_capitals(pair.before)) {
    const bool wide = next.width > kNarrowestCapitals || pair.after.ends_with('.');
    return is_all_capitals(pair.after) && previous.width > kNarrowestCapitals && wide;
  }
  const bool open = ends_with_comma(pair.before) || ends_with_connective(pair.before);
  const bool phrase = pair.after.find(' ') != std::string_view::npos;
  return open && phrase && begins_lowercase(pair.after) && previous.width > kNarrowestProse;
}

// A short line of Chinese without a comma at its end is a heading, or the end of a paragraph that lacks its stop; one
// or two characters are what is left over when lines were wrapped twice.
bool ends_early(const Pair& pair, const Wrapping& wrapping, const Line& first, const Line& previous) {
  const bool narrow = previous.width * 10 < wrapping.column * 6;
  const bool left_over = previous.width <= 4 && !(first.words == previous.words);
  return pair.han && narrow && !left_over && !ends_with_comma(pair.before);
}

// The next line with words, when exactly `spacing` blank lines and no page end stand before it.
const Line* neighbour_of(const std::vector<Line>& lines, std::size_t at, std::uint32_t spacing) {
  const std::size_t next = at + 1 + spacing;
  if (next >= lines.size() || lines[next].blank()) return nullptr;
  for (std::size_t i = at + 1; i <= next; ++i) {
    if (lines[i].new_page || (i < next && !lines[i].blank())) return nullptr;
  }
  return &lines[next];
}

// A blank line after nearly each line.
bool is_double_spaced(const std::vector<Line>& lines) {
  std::size_t filled = 0;
  std::size_t apart = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    ++filled;
    if (lines[i + 1].blank()) ++apart;
  }
  return filled > 0 && apart * 10 >= filled * 9;
}

Wrapping find_wrapping_at(std::string_view text, const std::vector<Line>& lines, std::uint32_t spacing) {
  std::vector<std::uint32_t> widths;
  std::size_t long_lines = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].width < kNarrowest || lines[i].blank()) continue;
    const Line* next = neighbour_of(lines, i, spacing);
    if (lines[i].width > kWidest) ++long_lines;
    if (lines[i].width > kWidest || next == nullptr) continue;
    ++long_lines;
    const Pair pair(text, lines[i], *next);
    const bool certain = pair.goes_on && !begins_with_label(pair.after) && !is_table_row(pair.before);
    if (certain) widths.push_back(lines[i].width);
  }
  if (widths.empty() || widths.size() * 5 < long_lines) return {};
  const auto at = static_cast<std::ptrdiff_t>(widths.size() * 19 / 20);
  std::nth_element(widths.begin(), widths.begin() + at, widths.end());
  return {.column = widths[static_cast<std::size_t>(at)], .spacing = spacing};
}

}  // namespace

Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines) {
  const Wrapping single = find_wrapping_at(text, lines, 0);
  return single.column == 0 && is_double_spaced(lines) ? find_wrapping_at(text, lines, 1) : single;
}

Join joint_between(std::string_view previous, std::string_view next) {
  const char32_t before = decode_before(previous, previous.size()).value;
  const char32_t after = decode_at(next, 0).value;
  const auto is_wide = [](char32_t c) {
    return is_han(c) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
  };
  if (is_wide(before) && is_wide(after)) return Join::Direct;
  if (before == U'-' && begins_lowercase(next) && previous.size() >= 2) {
    const bool hyphen = is_ascii_letter(decode_before(previous, previous.size() - 1).value);
    if (hyphen) return Join::Direct;
  }
  return Join::Space;
}

Join join_lines(std::string_view text, const Wrapping& wrapping, const Line& first, const Line& previous,
                const Line& next, LineGap gap) {
  const Pair pair(text, previous, next);
  const Join joint = joint_between(pair.before, pair.after);
  if (gap == LineGap::Page) return goes_on_over_page(pair, wrapping, previous, next) ? joint : Join::None;
  if (gap == LineGap::Blank) return goes_on_over_blank(pair, previous, next) ? joint : Join::None;
  if (wrapping.column == 0 || previous.width == kVeryWide) return Join::None;
  const bool full = previous.width + 1 + first_word_width(pair.after) > wrapping.column;
  if (begins_a_clause(pair, previous, next, full) || parts_at_capitals(pair, full)) return Join::None;
  if (is_table_row(pair.before) || is_table_row(pair.after)) return Join::None;
  if (!has_words(pair.before) || !has_words(pair.after)) return Join::None;
  if (parts_by_indent(pair, first, previous, next, slice(text, first.words))) return Join::None;
  if (ends_early(pair, wrapping, first, previous)) return Join::None;
  if (pair.goes_on) return joint;
  // After a full stop in Chinese nothing is lost by a new paragraph.
  const bool wide_stop = static_cast<unsigned char>(pair.before.back()) >= 0x80;
  const bool chinese_stop = pair.stops && (wide_stop || begins_with_han(pair.after));
  return full && !chinese_stop ? joint : Join::None;
}

}  // namespace clauselint
