// Numbers, letters and bracketed labels: 8., 8.2, 1、, a), (iv), （二）, ①.
#include "segment/label.hpp"
#include "segment/ordinal.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kLargestFirst = 300;  // no contract counts further; 2024.5.1 is a date
constexpr std::uint32_t kLargestDeeper = 200;
constexpr std::uint32_t kLargestHead = 60;

bool is_measured(std::string_view text, std::size_t at, bool dotted) {
  const std::string_view word = latin_word_at(text, at);
  if (is_word_among(
          word, {"day",     "days",     "month",    "months",   "year",    "years",    "hour",   "hours",  "week",
                 "weeks",   "minutes",  "percent",  "business", "working", "calendar", "kg",     "g",      "mm",
                 "cm",      "m",        "km",       "kw",       "kva",     "v",        "usd",    "rmb",    "eur",
                 "cny",     "million",  "billion",  "thousand", "times",   "pcs",      "pieces", "sets",   "units",
                 "january", "february", "march",    "april",    "may",     "june",     "july",   "august", "september",
                 "october", "november", "december", "jan",      "feb",     "mar",      "apr",    "jun",    "jul",
                 "aug",     "sep",      "oct",      "nov",      "dec"})) {
    return true;
  }
  if (continues_with_any(
          text, at, {"万", "亿", "元",   "米",   "吨",     "公斤", "公里", "千克", "千瓦", "千米", "毫米", "厘米", "克",
                     "折", "寸", "平方", "个月", "个工作", "小时", "倍",   "%",    "％",   "‰",    "℃",    "㎡"})) {
    return true;
  }
  return !dotted &&
         continues_with_any(text, at, {"个", "台", "套", "件", "年", "月", "日", "天", "号", "层", "楼", "人",
                                       "名", "份", "次", "只", "张", "辆", "岁", "周", "分", "角", "级", "位"});
}

// "2.1 the Supplier": small words that begin a clause rather than name a measure.
bool begins_clause(std::string_view word) {
  return is_word_among(
      word, {"the",  "any", "all",  "if", "each", "in",   "subject", "where", "to",     "for",     "an",   "no",
             "upon", "by",  "this", "it", "such", "when", "unless",  "on",    "either", "neither", "both", "except"});
}

// The frame that the character after a number makes, if the words that follow let the number be a label.
std::optional<Frame> frame_of_bare(std::string_view text, std::size_t at, const Label& label) {
  const char32_t next = char_at(text, at);
  if (at >= text.size()) return Frame::Bare;
  if (is_blank(next)) {
    const std::size_t word = skip_blanks(text, at);
    const char32_t c = char_at(text, word);
    if (word >= text.size()) return Frame::Bare;
    if (is_measured(text, word, label.dotted())) return std::nullopt;
    const bool begins = is_capital(c) || is_han(c) || opens_quote_or_bracket(c) || c == U'<' || c == U'_';
    const bool small = is_small(c) && (label.depth > 2 || (label.dotted() && begins_clause(latin_word_at(text, word))));
    return begins || small ? std::optional(Frame::Bare) : std::nullopt;
  }
  if (next == U'【') return Frame::Bare;
  if (is_any_of(next, U"(（")) {
    const bool chained = read_bracketed_label(text.substr(at)).has_value();
    return chained || label.dotted() ? std::optional(Frame::Bare) : std::nullopt;
  }
  const bool heads_han = !label.dotted() && is_han(next) && label.numbers[0] <= kLargestHead;  // 1工程概况, before 1.1
  if (heads_han && !is_measured(text, at, false)) return Frame::Bare;
  if (!label.dotted() || is_measured(text, at, true)) return std::nullopt;
  return is_han(next) || is_capital(next) || opens_quote_or_bracket(next) ? std::optional(Frame::Bare) : std::nullopt;
}

bool dot_may_close(std::string_view text, std::size_t at) {
  const char32_t next = char_at(text, at);
  if (at >= text.size()) return true;
  if (!is_blank(next)) return !is_small(next) && !is_digit(next) && !is_any_of(next, U".．");
  return !is_measured(text, skip_blanks(text, at), true);
}

// Reads 8, 8.2, 8.2.1 into label.numbers; the bytes taken, 0 when the numbers are those of a date or an amount.
std::size_t read_numbers(std::string_view text, Label& label) {
  std::size_t at = 0;
  label.depth = 0;
  while (label.depth < kDeepest) {
    const LabelNumeral number = read_digits(text, at);
    const std::uint32_t largest = label.depth == 0 ? kLargestFirst : kLargestDeeper;
    const bool figure_of_amount = label.depth > 0 && number.digits > 1 && text[at] == '0';
    if (number.size == 0 || number.value > largest || number.digits > 3 || figure_of_amount) return 0;
    label.numbers[label.depth++] = number.value;
    at += number.size;
    const CodePoint dot = decode_at(text, at);
    const bool goes_on = dot.size != 0 && is_any_of(dot.value, U".．") && is_digit(char_at(text, at + dot.size));
    if (!goes_on) break;
    at += dot.size;
  }
  if (label.numbers[0] == 0) return 0;
  if (label.depth == 2 && label.numbers[1] == 0) label.depth = 1;  // `1.0 Scope` heads 1.1, 1.2
  return at;
}

bool is_same_letter_twice(std::string_view token) { return token.size() == 2 && token[0] == token[1]; }

// A token of Latin letters as a label: (a), (aa), (iv), (A), (IV).
std::optional<Label> letters_as_label(std::string_view token) {
  if (token.empty() || token.size() > 7) return std::nullopt;
  const bool capital = is_capital(static_cast<unsigned char>(token[0]));
  const LabelNumeral roman = read_roman(token, 0);
  const bool is_roman = roman.size == token.size();
  const bool is_letter = token.size() == 1 || is_same_letter_twice(token);
  if (!is_roman && !is_letter) return std::nullopt;
  Label label;
  label.kind = capital ? LabelKind::CapitalRoman : LabelKind::Roman;
  label.numbers[0] = roman.value;
  if (is_letter) {
    label.kind = capital ? LabelKind::Capital : LabelKind::Letter;
    label.numbers[0] = static_cast<std::uint32_t>(to_small(token[0]) - 'a' + 1) + (token.size() == 2 ? 26 : 0);
    const bool l_is_letter = token == "l" || token == "L";
    label.roman = is_roman && !l_is_letter ? roman.value : 0;
  }
  return label;
}

std::optional<Label> read_symbol_label(std::string_view text) {
  struct Range {
    char32_t first;
    char32_t last;
    LabelKind kind;
    Frame frame;
  };
  constexpr std::array<Range, 6> kRanges{{
      {0x2460, 0x2473, LabelKind::Circled, Frame::Word},      // ①
      {0x2474, 0x2487, LabelKind::Number, Frame::Parens},     // ⑴
      {0x2488, 0x249B, LabelKind::Number, Frame::Dot},        // ⒈
      {0x3220, 0x3229, LabelKind::Han, Frame::Parens},        // ㈠
      {0x2160, 0x216B, LabelKind::CapitalRoman, Frame::Dot},  // Ⅰ
      {0x2776, 0x277F, LabelKind::Circled, Frame::Word},      // ❶
  }};
  const CodePoint c = decode_at(text, 0);
  for (const Range& range : kRanges) {
    if (c.value < range.first || c.value > range.last) continue;
    Label label;
    label.kind = range.kind;
    label.frame = range.frame;
    label.numbers[0] = c.value - range.first + 1;
    label.size = c.size;
    if (const CodePoint mark = decode_at(text, c.size); mark.size != 0 && is_any_of(mark.value, U"、.．")) {
      label.size += mark.size;
    }
    return label;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Label> read_number_label(std::string_view text) {
  Label label;
  label.kind = LabelKind::Number;
  std::size_t at = read_numbers(text, label);
  if (at == 0) return std::nullopt;
  const CodePoint mark = decode_at(text, at);
  const std::size_t next = at + mark.size;
  if (is_any_of(mark.value, U")）") && mark.size != 0) {
    label.frame = Frame::HalfParens;
    at = next;
  } else if (is_any_of(mark.value, U".．") && mark.size != 0) {
    if (!dot_may_close(text, next)) return std::nullopt;
    label.frame = Frame::Dot;
    at = next;
  } else if (mark.value == U'、') {
    const LabelNumeral another = read_digits(text, next);
    const bool counts = another.size != 0 && !is_any_of(char_at(text, next + another.size), U".．");
    if (counts) return std::nullopt;
    label.frame = Frame::Comma;
    at = next;
  } else if (is_any_of(mark.value, U":：") && mark.size != 0 && !is_digit(char_at(text, next))) {
    label.frame = Frame::Comma;
    label.weak = true;
  } else {
    const std::optional<Frame> frame = frame_of_bare(text, at, label);
    if (!frame) return std::nullopt;
    label.frame = *frame;
    label.weak = !label.dotted() && !is_any_of(mark.value, U"(（");
  }
  label.size = static_cast<std::uint32_t>(at);
  return label;
}

std::optional<Label> read_letter_label(std::string_view text) {
  const std::string_view token = latin_word_at(text, 0);
  std::optional<Label> label = letters_as_label(token);
  if (!label) return std::nullopt;
  const CodePoint mark = decode_at(text, token.size());
  const std::size_t next = token.size() + mark.size;
  const char32_t following = char_at(text, next);
  const bool ends = next >= text.size();
  if (mark.size == 0) return std::nullopt;
  if (is_any_of(mark.value, U")）")) {
    if (is_small(following)) return std::nullopt;
    label->frame = Frame::HalfParens;
  } else if (is_any_of(mark.value, U".．")) {
    if (!ends && !is_blank(following) && !is_han(following)) return std::nullopt;
    label->frame = Frame::Dot;
    label->weak = true;
  } else if (mark.value == U'、') {
    label->frame = Frame::Comma;
  } else {
    return std::nullopt;
  }
  label->size = static_cast<std::uint32_t>(next);
  return label;
}

std::optional<Label> read_bracketed_label(std::string_view text) {
  const CodePoint open = decode_at(text, 0);
  if (open.size == 0 || !is_any_of(open.value, U"(（")) {
    if (std::optional<Label> symbol = read_symbol_label(text)) return symbol;
    const LabelNumeral half = read_han_numeral(text, 0);  // 一）
    const CodePoint close = decode_at(text, half.size);
    if (half.size == 0 || close.size == 0 || !is_any_of(close.value, U")）")) return std::nullopt;
    Label label;
    label.kind = LabelKind::Han;
    label.frame = Frame::HalfParens;
    label.numbers[0] = half.value;
    label.size = half.size + close.size;
    return label;
  }
  const std::size_t begin = skip_blanks(text, open.size);
  std::optional<Label> label = letters_as_label(latin_word_at(text, begin));
  std::size_t at = begin + latin_word_at(text, begin).size();
  if (at == begin) {
    const LabelNumeral han = read_han_numeral(text, begin);
    const LabelNumeral number = han.size != 0 ? han : read_digits(text, begin);
    if (number.size == 0 || number.value == 0 || number.value > 99) return std::nullopt;
    label.emplace();
    label->kind = han.size != 0 ? LabelKind::Han : LabelKind::Number;
    label->numbers[0] = number.value;
    at = begin + number.size;
  }
  at = skip_blanks(text, at);
  const CodePoint close = decode_at(text, at);
  if (!label || close.size == 0 || !is_any_of(close.value, U")）")) return std::nullopt;
  at += close.size;
  const bool runs_on = is_small(char_at(text, at));  // (s)he
  const std::size_t word = skip_blanks(text, at);
  const bool year = read_digits(text, word).digits == 4 && label->kind == LabelKind::Letter;  // (c) 2020
  if (runs_on || year || (label->kind == LabelKind::Number && is_measured(text, word, false))) return std::nullopt;
  label->frame = Frame::Parens;
  label->size = static_cast<std::uint32_t>(at);
  return label;
}

}  // namespace clauselint
