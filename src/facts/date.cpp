// Calendar dates in both languages; dates without a year and years alone are passed over.
#include <string>

#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};

struct Calendar {
  int year = 0;
  int month = 0;
  int day = 0;
};

// 1..12 for `December`, `Dec`, `DEC`, 0 for other words. A small `may` or `march` is a verb.
int month_named(std::string_view word) {
  if (word.size() < 3 || word[0] < 'A' || word[0] > 'Z') return 0;
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    const bool abbreviated = is_word(word, kMonths[i].substr(0, 3)) || (i == 8 && is_word(word, "sept"));
    if (is_word(word, kMonths[i]) || abbreviated) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

Found date_of(const Calendar& date, std::size_t begin, std::size_t end) {
  Found found = not_a_value(begin, end);
  const bool valid =
      date.year >= 1000 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  if (!valid) return found;
  found.counts = true;
  found.value.kind = ValueKind::Date;
  found.value.amount = date.year * 10000 + date.month * 100 + date.day;
  found.value.detail = std::to_string(date.year) + "-" + two_digits(date.month) + "-" + two_digits(date.day);
  return found;
}

Found blank_date(std::size_t begin, std::size_t end) {
  Found found = not_a_value(begin, end);
  found.counts = true;
  found.value.kind = ValueKind::Date;
  found.value.blank = true;
  return found;
}

struct Digits {
  int value = 0;
  std::size_t count = 0;
  std::size_t end = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 5;
  Digits digits{.end = at};
  while (digits.count < kMost && is_digit_at(text, digits.end)) {
    digits.value = digits.value * 10 + (text[digits.end] - '0');
    ++digits.end;
    ++digits.count;
  }
  return digits;
}

std::size_t over_comma(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  return stands_at(text, next, ",") || stands_at(text, next, ".") ? skip_blanks(text, next + 1) : next;
}

std::size_t over_ordinal(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  return is_one_of(word, kOrdinals) ? at + word.size() : at;
}

// `31 December 2024`, `31st day of December, 2024`, `31-Dec-2024`; without the year it is passed over.
MaybeFound read_day_first(std::string_view text, const Quantity& quantity) {
  const Digits day = digits_at(text, quantity.begin);
  if (day.count == 0 || day.count > 2) return std::nullopt;
  std::size_t at = skip_blanks(text, over_ordinal(text, day.end));
  if (stands_at(text, at, "-")) ++at;
  if (is_word(word_at(text, at), "day")) at = skip_blanks(text, at + 3);
  if (is_word(word_at(text, at), "of")) at = skip_blanks(text, at + 2);
  const std::string_view name = word_at(text, at);
  const int month = month_named(name);
  if (month == 0) return std::nullopt;
  const std::size_t month_end = at + name.size();
  at = over_comma(text, month_end);
  if (stands_at(text, at, "-")) ++at;
  const Digits year = digits_at(text, at);
  if (year.count != 4) return not_a_value(quantity.begin, month_end);
  return date_of({year.value, month, day.value}, quantity.begin, year.end);
}

// A part of a Chinese date: a number or a blank before 年, 月 or 日.
struct Part {
  std::size_t end = 0;
  double amount = 0;
  bool blank = false;
};

Part read_part(std::string_view text, std::size_t at, std::string_view unit, std::string_view other_unit = {}) {
  const Quantity quantity = read_quantity(text, skip_blanks(text, at));
  if (quantity.end == 0) return {};
  const std::size_t next = skip_blanks(text, quantity.end);
  const bool other = !other_unit.empty() && stands_at(text, next, other_unit);
  if (!stands_at(text, next, unit) && !other) return {};
  return {.end = next + unit.size(), .amount = quantity.amount, .blank = quantity.blank};
}

int whole(double amount) { return amount >= 0 && amount < 10000 ? static_cast<int>(amount) : 0; }

MaybeFound read_han_date(std::string_view text, std::size_t begin) {
  const Part year = read_part(text, begin, "年");
  const Part month = read_part(text, year.end == 0 ? begin : year.end, "月");
  if (month.end == 0) return std::nullopt;
  const bool months = year.end == 0 && month.blank;  // ＿＿月内 without a day may be a duration
  const Part day = read_part(text, month.end, "日", "号");
  if (months && day.end == 0) return std::nullopt;
  const std::size_t end = day.end != 0 ? day.end : month.end;
  if (year.blank || month.blank || day.blank) return blank_date(begin, end);
  if (year.end == 0 || day.end == 0) return not_a_value(begin, end);
  return date_of({whole(year.amount), whole(month.amount), whole(day.amount)}, begin, end);
}

}  // namespace

MaybeFound read_numeric_date(std::string_view text, std::size_t at) {
  if (is_ascii_letter(char_before(text, at)) || is_ascii_digit(char_before(text, at))) return std::nullopt;
  const Digits first = digits_at(text, at);
  const char sign = first.end < text.size() ? text[first.end] : ' ';
  if (sign != '-' && sign != '/' && sign != '.') return std::nullopt;
  const Digits second = digits_at(text, first.end + 1);
  const bool again = second.end < text.size() && text[second.end] == sign;
  const bool short_ends = second.count >= 1 && second.count <= 2;
  if (!again || !short_ends) return std::nullopt;
  const Digits third = digits_at(text, second.end + 1);
  if (is_digit_at(text, third.end) || is_letter_at(text, third.end)) return std::nullopt;
  if (first.count == 4 && third.count >= 1 && third.count <= 2) {
    return date_of({first.value, second.value, third.value}, at, third.end);
  }
  if (sign == '.' || first.count > 2 || third.count != 4) return std::nullopt;
  const bool day_first = first.value > 12;
  return day_first ? date_of({third.value, second.value, first.value}, at, third.end)
                   : date_of({third.value, first.value, second.value}, at, third.end);
}

MaybeFound read_date(std::string_view text, const Quantity& quantity) {
  if (MaybeFound written = read_day_first(text, quantity)) return written;
  const std::size_t next = skip_blanks(text, quantity.end);
  const bool han_date = stands_at(text, next, "年") || stands_at(text, next, "月");
  return han_date ? read_han_date(text, quantity.begin) : std::nullopt;
}

MaybeFound read_month_date(std::string_view text, std::size_t at) {
  const std::string_view name = word_at(text, at);
  const int month = month_named(name);
  if (month == 0) return std::nullopt;
  const std::size_t day_at = over_comma(text, at + name.size());
  const Digits day = digits_at(text, day_at);
  const Quantity blank = day.count == 0 ? read_quantity(text, day_at) : Quantity{};
  const bool day_is_blank = blank.blank && blank.end != 0;
  if (day.count == 4) return not_a_value(at, day.end);  // `December 2024`
  if ((day.count == 0 || day.count > 2) && !day_is_blank) return std::nullopt;
  const std::size_t day_end = day_is_blank ? blank.end : over_ordinal(text, day.end);
  if (!day_is_blank && is_letter_at(text, day_end)) return std::nullopt;
  const Digits year = digits_at(text, over_comma(text, day_end));
  if (year.count != 4) return day_is_blank ? MaybeFound{} : MaybeFound{not_a_value(at, day_end)};
  return day_is_blank ? blank_date(at, year.end) : date_of({year.value, month, day.value}, at, year.end);
}

}  // namespace clauselint::facts
