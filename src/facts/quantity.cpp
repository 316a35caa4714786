// The number at the head of a value: digits, words, both (`thirty (30)`), a range, or a blank in its place.
#include "facts/quantity.hpp"

#include <cmath>

#include "facts/blank.hpp"
#include "facts/cursor.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

double multiplier_at(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "万") || stands_at(text, at, "萬")) return 1e4;
  if (stands_at(text, at, "亿") || stands_at(text, at, "億")) return 1e8;
  if (stands_at(text, at, "千") || stands_at(text, at, "仟")) return 1e3;
  if (stands_at(text, at, "百") || stands_at(text, at, "佰")) return 1e2;
  return 0;
}

// `3万`, `1,000 万`, `5百万`: the multipliers behind digits, but not the 百 of 百分之.
void take_multipliers(std::string_view text, Quantity& quantity) {
  for (std::size_t at = skip_blanks(text, quantity.end);; at = quantity.end) {
    const double by = multiplier_at(text, at);
    const bool fraction = stands_at(text, at + 3, "分之");
    if (by == 0 || fraction) return;
    quantity.amount *= by;
    quantity.end = at + 3;
  }
}

// Digits may follow a letter, a point or a slash only as part of something else (`A4`, `7.3`, `24/7`).
bool digits_begin(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  if (is_ascii_letter(before) || is_ascii_digit(before) || before == U'_' || before == U'.') return false;
  const bool joint = before == U'/' || before == U':' || before == U'×' || before == U'*' || before == U'：' ||
                     before == U'．' || before == U',';
  if (!joint) return true;
  const std::size_t joint_size = decode_before(text, at).size;
  const char32_t further = char_before(text, at - joint_size);
  const bool digit = is_ascii_digit(further) || (further >= 0xFF10 && further <= 0xFF19);
  const bool fraction = before == U'/' && is_ascii_letter(further);  // `No/100 Dollars`, `24h/24h`
  return !digit && !fraction;
}

Quantity read_digit_quantity(std::string_view text, std::size_t at) {
  if (!digits_begin(text, at)) return {};
  const Numeral number = read_digits(text.substr(at));
  if (number.size == 0) return {};
  Quantity quantity{.begin = at, .end = at + number.size, .amount = number.amount};
  const bool whole = number.decimals == 0;
  quantity.year_like =
      whole && !number.grouped && !number.leading_zero && number.amount >= 1900 && number.amount <= 2100;
  const bool minutes = number.decimals == 2 && number.amount < 25;
  const bool military = whole && !number.grouped && number.amount >= 1000 && number.amount <= 2400;
  quantity.clock = number.leading_zero || minutes || military;
  const char32_t next = decode_at(text, quantity.end).value;
  const char32_t after_mark = decode_at(text, quantity.end + 1).value;
  const bool goes_on = (next == U'/' || next == U':') && is_ascii_digit(after_mark);
  if (goes_on) return {};
  take_multipliers(text, quantity);
  return quantity;
}

Quantity read_han_quantity(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  const bool inside =
      is_chinese_digit(before) || before == U'几' || before == U'数' || before == U'第' || before == U'点';
  if (inside) return {};
  if (stands_at(text, at, "半")) return {.begin = at, .end = at + 3, .amount = 0.5, .in_words = true, .han = true};
  const Numeral number = read_chinese_number(text.substr(at));
  if (number.size == 0 || number.amount == 0) return {};  // 零件
  return {.begin = at, .end = at + number.size, .amount = number.amount, .in_words = true, .han = true};
}

Quantity read_word_quantity(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  if (is_ascii_letter(before) || is_ascii_digit(before)) return {};
  const Numeral number = read_english_number(text.substr(at));
  if (number.size == 0) return {};
  return {.begin = at, .end = at + number.size, .amount = number.amount, .in_words = true};
}

Quantity read_plain(std::string_view text, std::size_t at) {
  const CodePoint c = decode_at(text, at);
  if (c.size == 0) return {};
  const bool sign = is_any(c.value, U"xX") || word_at(text, at) == "N";
  if (is_ascii_letter(c.value) && !sign) return read_word_quantity(text, at);
  if (is_ascii_digit(c.value) || (c.value >= 0xFF10 && c.value <= 0xFF19)) return read_digit_quantity(text, at);
  if (is_chinese_digit(c.value) || c.value == U'半') return read_han_quantity(text, at);
  const Blank blank = read_blank(text, at);
  if (blank.end == 0) return {};
  return {.begin = at, .end = blank.end, .blank = true, .alone = blank.alone};
}

// `[24]`, `(24)`, `【三】`, `(●)`: brackets around a number that wait for a decision, or repeat one.
Quantity read_bracketed(std::string_view text, std::size_t at) {
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return {};
  const Blank blank = read_blank(text, at);
  if (blank.end != 0) return {.begin = at, .end = blank.end, .blank = true, .alone = blank.alone};
  const std::size_t inside = skip_blanks(text, at + open.size);
  Quantity inner = read_plain(text, inside);
  if (inner.end == 0) return {};
  std::size_t end = skip_blanks(text, inner.end);
  const std::size_t sign = stands_at(text, end, "%") ? 1 : stands_at(text, end, "％") ? 3 : 0;
  inner.percent_inside = sign != 0;
  end = over_closing(text, end + sign);
  if (end == 0) return {};
  inner.begin = at;
  inner.end = end;
  inner.bracketed = true;
  return inner;
}

// Behind blanks and a hyphen: `ninety-(90)`.
std::size_t before_repetition(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  return is_hyphen(c.value) ? skip_blanks(text, next + c.size) : next;
}

// Joins `thirty` and `(30)`. Digits and digits (`30 (2)`) are a number and a note: they stay apart.
void join(Quantity& first, const Quantity& second) {
  const bool both_digits = !first.blank && !second.blank && !first.in_words && !second.in_words;
  if (both_digits && first.amount != second.amount) return;
  if (!first.blank && !second.blank) {
    first.words_differ = std::abs(first.amount - second.amount) > 1e-9 && first.in_words != second.in_words;
    if (first.in_words && !second.in_words) first.amount = second.amount;
  }
  first.blank = first.blank || second.blank;
  first.alone = first.alone || second.alone;
  first.in_words = first.in_words && second.in_words;
  first.percent_inside = second.percent_inside;
  first.end = second.end;
}

// Behind `-`, `~`, 至, 到, `to` between two numbers; 0 when nothing of the kind stands there.
std::size_t over_range_sign(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  const bool sign = is_hyphen(c.value) || c.value == U'~' || c.value == U'～' || c.value == U'—' || c.value == U'至' ||
                    c.value == U'到';
  if (sign) return skip_blanks(text, next + c.size);
  return next > at && is_word(word_at(text, next), "to") ? skip_blanks(text, next + 2) : 0;
}

}  // namespace

std::size_t over_closing(std::string_view text, std::size_t at) {
  const std::size_t close = skip_blanks(text, at);
  const CodePoint c = decode_at(text, close);
  return closes_bracket(c.value) ? close + c.size : 0;
}

Quantity read_quantity(std::string_view text, std::size_t at) {
  const bool bracket = opens_bracket(decode_at(text, at).value);
  Quantity quantity = bracket ? read_bracketed(text, at) : read_plain(text, at);
  if (quantity.end == 0) return {};
  const std::size_t next = before_repetition(text, quantity.end);
  const Quantity repeated = read_bracketed(text, next);
  const bool round = stands_at(text, next, "(") || stands_at(text, next, "（");
  const bool another_blank = repeated.blank && !round;  // `[***] [***]`: two columns, not one number
  if (repeated.end != 0 && !another_blank) join(quantity, repeated);
  return quantity;
}

Quantity read_range(std::string_view text, const Quantity& first) {
  const std::size_t next = over_range_sign(text, first.end);
  if (next == 0) return {};
  Quantity range = read_quantity(text, next);
  if (range.end == 0) return {};
  range.begin = first.begin;
  range.blank = range.blank || first.blank;
  range.words_differ = range.words_differ || first.words_differ;
  return range;
}

}  // namespace clauselint::facts
