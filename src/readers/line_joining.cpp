// Which lines of a text file are one paragraph that somebody wrapped.
#include "readers/line_joining.hpp"

#include <algorithm>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kNarrowest = 45;  // columns of a line that somebody wrapped
constexpr std::uint32_t kWidest = 140;

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
        goes_on(!stops && (begins_lowercase(after) || (han && next.indent <= previous.indent) ||
                           ends_with_connective(before) || ends_before_reference(before))) {}
};

// A label at the head of a line begins a clause, unless it is the number of `Section` on the line before, or one of an
// enumeration that runs on: `notify (i) any breach,` / `(ii) any claim`.
bool begins_a_clause(const Pair& pair, const Line& previous, const Line& next, bool full) {
  if (!begins_with_label(pair.after)) return false;
  if (ends_before_reference(pair.before)) return false;
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

// Over the end of a page only what certainly goes on is joined.
bool goes_on_over_page(const Pair& pair, const Wrapping& wrapping, const Line& previous, const Line& next) {
  if (pair.stops || begins_with_label(pair.after) || is_all_capitals(pair.before)) return false;
  if (begins_lowercase(pair.after)) return true;
  const bool open = ends_with_comma(pair.before) || ends_with_connective(pair.before);
  const bool wrapped = wrapping.column > 0 && previous.width + 8 > wrapping.column && next.indent <= previous.indent;
  return !is_all_capitals(pair.after) && (pair.han ? wrapped : open);
}

}  // namespace

Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  std::size_t long_lines = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].width < kNarrowest || lines[i].blank()) continue;
    const bool neighbours = !lines[i + 1].blank() && !lines[i + 1].new_page;
    if (lines[i].width > kWidest) ++long_lines;
    if (lines[i].width > kWidest || !neighbours) continue;
    ++long_lines;
    const Pair pair(text, lines[i], lines[i + 1]);
    const bool certain = pair.goes_on && !begins_with_label(pair.after) && !is_table_row(pair.before);
    if (certain) widths.push_back(lines[i].width);
  }
  if (widths.empty() || widths.size() * 5 < long_lines) return {};
  const auto at = static_cast<std::ptrdiff_t>(widths.size() * 19 / 20);
  std::nth_element(widths.begin(), widths.begin() + at, widths.end());
  return {.column = widths[static_cast<std::size_t>(at)]};
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
                const Line& next, bool apart) {
  const Pair pair(text, previous, next);
  const Join joint = joint_between(pair.before, pair.after);
  if (apart) return goes_on_over_page(pair, wrapping, previous, next) ? joint : Join::None;
  if (wrapping.column == 0 || previous.width == kVeryWide) return Join::None;
  const bool full = previous.width + 1 + first_word_width(pair.after) > wrapping.column;
  if (begins_a_clause(pair, previous, next, full) || parts_at_capitals(pair, full)) return Join::None;
  if (is_table_row(pair.before) || is_table_row(pair.after)) return Join::None;
  if (!has_words(pair.before) || !has_words(pair.after)) return Join::None;
  if (parts_by_indent(pair, first, previous, next, slice(text, first.words))) return Join::None;
  if (pair.goes_on) return joint;
  // After a full stop in Chinese nothing is lost by a new paragraph.
  const bool wide_stop = static_cast<unsigned char>(pair.before.back()) >= 0x80;
  const bool chinese_stop = pair.stops && (wide_stop || begins_with_han(pair.after));
  return full && !chinese_stop ? joint : Join::None;
}

}  // namespace clauselint
