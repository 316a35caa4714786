// Durations: a number and a unit of time, and the many things that look like one.
#include <cmath>

#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "facts/service_hours.hpp"
#include "facts/units.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

bool is_whole(double amount) { return std::abs(amount - std::round(amount)) < 1e-9; }

// 一年半 is 18 months, 半个月 15 days, `one and a half hours` 90 minutes: whole numbers read better and compare exactly.
void make_whole(Value& value) {
  if (value.blank || is_whole(value.amount)) return;
  const auto as = [&value](double factor, TimeUnit unit) {
    if (!is_whole(value.amount * factor)) return;
    value.amount = std::round(value.amount * factor);
    value.unit = unit;
  };
  switch (value.unit) {
    case TimeUnit::Year: return as(12, TimeUnit::Month);
    case TimeUnit::Month: return value.amount == 0.5 ? as(30, TimeUnit::Day) : void();
    case TimeUnit::Week: return as(7, TimeUnit::Day);
    case TimeUnit::Day: return value.working ? void() : as(24, TimeUnit::Hour);
    case TimeUnit::Hour: return as(60, TimeUnit::Minute);
    case TimeUnit::Minute: return;
  }
}

constexpr std::string_view kPer[] = {"a", "per", "each", "every"};
constexpr std::string_view kRateUnits[] = {"day", "week", "month", "year"};
constexpr std::string_view kWindowWords[] = {
    "hotline",      "help",       "telephone", "phone",    "support",       "toll", "access",
    "on",           "monitoring", "security",  "service",  "basis",         "call", "coverage",
    "surveillance", "helpdesk",   "clock",     "customer", "uninterrupted", "non",  "emergency"};

// `24 hours a day`, `7 days per week`, `24 hours, 7 days a week`: how much of each day, not how long.
bool is_rate(std::string_view text, std::size_t end) {
  std::size_t at = skip_blanks(text, end);
  if (stands_at(text, at, "/")) {
    const std::size_t next = skip_blanks(text, at + 1);
    const bool week = stands_at(text, next, "7") && !is_digit_at(text, next + 1);  // but `48 hours/2 days`
    return week || is_one_of(word_at(text, next), kRateUnits) || stands_at(text, next, "天") ||
           stands_at(text, next, "日") || stands_at(text, next, "周");
  }
  const std::string_view word = word_at(text, at);
  if (!is_one_of(word, kPer)) return false;
  return is_one_of(word_at(text, skip_blanks(text, at + word.size())), kRateUnits);
}

// `24-hour on-site response`, `24 hour support response`: how long, whatever stands between.
bool asks_for_time(std::string_view text, std::size_t at) {
  constexpr std::string_view kTimed[] = {"response", "reaction", "turnaround",  "reply",      "repair",
                                         "repairs",  "delivery", "replacement", "resolution", "attendance"};
  constexpr int kReach = 4;  // words
  for (int i = 0; i < kReach; ++i) {
    const std::string_view word = word_at(text, at);
    if (is_one_of(word, kTimed)) return true;
    if (word.empty()) return false;
    at = skip_blanks(text, at + word.size());
    if (is_hyphen(decode_at(text, at).value)) at = skip_blanks(text, at + decode_at(text, at).size);
  }
  return false;
}

bool names_window(std::string_view text, std::size_t at) {
  return is_one_of(word_at(text, at), kWindowWords) && !asks_for_time(text, at);
}

// `24-hour hotline`, `24 hours x 7`, `24 hours, 7 days`.
bool is_window(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  if (unit.unit != TimeUnit::Hour || quantity.amount != 24) return false;
  const std::size_t at = skip_blanks(text, unit.end);
  const std::size_t next = skip_blanks(text, at + 1);
  const bool times = stands_at(text, at, "x") || stands_at(text, at, "X") || stands_at(text, at, "*") ||
                     stands_at(text, at, ",") || stands_at(text, at, "/");
  if (times && (stands_at(text, next, "7 ") || stands_at(text, next, "seven"))) return true;
  const bool singular = is_word(word_at(text, unit.word), "hour");
  return singular && names_window(text, at);
}

// `two years of age`, `18 years old`, `5 day of`, `one day-to-day`.
bool reads_on_in_english(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const std::size_t at = skip_blanks(text, unit.end);
  if (stands_at(text, unit.end, "-to-")) return true;
  const std::string_view word = word_at(text, at);
  const std::string_view second = word_at(text, skip_blanks(text, at + word.size()));
  const bool year = unit.unit == TimeUnit::Year;
  if (year && (is_word(word, "old") || (is_word(word, "of") && is_word(second, "age")))) return true;
  if (year && is_word(word, "or") && (is_word(second, "older") || is_word(second, "younger"))) return true;
  const std::string_view unit_word = word_at(text, unit.word);
  const bool singular = !unit_word.empty() && (unit_word.back() | 0x20) != 's';
  if (quantity.blank && singular && is_digit_at(text, at)) return true;  // `[***] Year 13`, cells of a table
  const bool day_of = is_word(unit_word, "day") && is_word(word, "of");
  return day_of && (quantity.blank || quantity.amount != 1);
}

// `Year 1 Year 2 Year 3`: the head of a table, where the number belongs to the word before it.
bool is_table_head(std::string_view text, std::string_view before, const Quantity& quantity, const UnitWord& unit) {
  const std::string_view word = word_at(text, unit.word);
  const bool same = std::ranges::equal(
      before, word, {}, [](char c) { return c | 0x20; }, [](char c) { return c | 0x20; });
  const bool singular = (word.back() | 0x20) != 's';  // `2 hours 4 hours` is a row of values
  return same && singular && (quantity.amount != 1 || is_digit_at(text, skip_blanks(text, unit.end)));
}

// `any one year`, `aged 18 years`, clock times.
bool starts_amid_english(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const std::string_view before = word_before(text, back_over_blanks(text, quantity.begin));
  const bool any_one = is_word(before, "any") && quantity.amount == 1 && !quantity.blank;
  const bool age = is_word(before, "age") || is_word(before, "aged");
  const bool clock = quantity.clock && unit.unit == TimeUnit::Hour;
  const bool times = is_word(before, "x");  // `7 x 24h`
  return any_one || age || clock || times || (!before.empty() && is_table_head(text, before, quantity, unit));
}

// `the eleventh (11) Business Day`, （四十七）周: an ordinal or a label, unless the unit is plural.
bool is_label(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const bool round = stands_at(text, quantity.begin, "(") || stands_at(text, quantity.begin, "（");
  if (!quantity.bracketed || !round || quantity.blank) return false;
  const bool plural = unit.end != 0 && (text[unit.word + word_at(text, unit.word).size() - 1] | 0x20) == 's';
  return unit.han ? quantity.in_words : !plural;
}

bool is_english_duration(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const bool attached_letter = unit.word == quantity.end && quantity.in_words;
  const bool letter_h = is_word(word_at(text, unit.word), "h");
  if (attached_letter || is_label(text, quantity, unit) || (letter_h && (quantity.in_words || quantity.blank)))
    return false;
  return !is_rate(text, unit.end) && !is_window(text, quantity, unit) && !reads_on_in_english(text, quantity, unit) &&
         !starts_amid_english(text, quantity, unit);
}

// 日元, 日期, 年级, 周岁: the unit is the head of another word.
bool reads_on_in_han(std::string_view text, const UnitWord& unit) {
  const char32_t next = decode_at(text, unit.end).value;
  const char32_t last = decode_before(text, unit.end).value;
  if (last == U'年') return is_any(next, U"级度代份初末底终审生月");
  if (last == U'日') return is_any(next, U"元本常报志期程历语文均用");
  if (last == U'天') return is_any(next, U"然津气花");
  return last == U'周' && is_any(next, U"岁边转围末期");
}

constexpr std::string_view kRateHan[] = {"每天", "每日", "每周", "每星期", "全天", "全年", "每月", "每年", "昼夜"};
constexpr std::string_view kWindowHan[] = {"热线", "值班", "全天", "不间断", "客服", "电话", "在线", "营业", "×",
                                           "*",    "x",    "X",    "/7",     "/天",  "监控", "开通", "轮班", "工作制"};

// 第二年, 某一日, 每月15日, 每天24小时, 7×24小时.
bool starts_amid_han(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const std::size_t edge = back_over_blanks(text, quantity.begin);
  const char32_t before = char_before(text, edge);
  if (is_any(before, U"第×*xX号")) return true;
  const std::string_view left = text.substr(0, edge);
  const bool day_of_month = decode_before(text, unit.end).value == U'日' && unit.end - unit.word == 3;
  if (day_of_month && (before == U'月' || before == U'年')) return true;
  const std::string_view number = text.substr(quantity.begin, quantity.end - quantity.begin);
  const bool digit_by_digit = quantity.han && quantity.amount >= 10 && number.find("十") == std::string_view::npos &&
                              number.find("拾") == std::string_view::npos &&
                              number.find("百") == std::string_view::npos;
  const bool century =
      quantity.blank && (is_ascii_digit(before) || (before >= 0xFF10 && before <= 0xFF19) || is_chinese_digit(before));
  if (unit.unit == TimeUnit::Year && (digit_by_digit || century)) return true;  // 一九九八年, 19__年
  const bool one = quantity.han && quantity.amount == 1;
  if (one && (is_any(before, U"某任何每同哪这那该上下") || left.ends_with("最后"))) return true;
  if (quantity.amount == 0.5 && is_any(before, U"上下大多过一")) return true;
  return std::any_of(std::begin(kRateHan), std::end(kRateHan),
                     [left](std::string_view rate) { return left.ends_with(rate); });
}

bool is_han_window(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  if (unit.unit != TimeUnit::Hour || quantity.amount != 24) return false;
  const std::string_view right = text.substr(skip_blanks(text, unit.end));
  if (right.starts_with("服务")) return !right.starts_with("服务响应");
  return std::any_of(std::begin(kWindowHan), std::end(kWindowHan),
                     [right](std::string_view window) { return right.starts_with(window); });
}

bool is_han_duration(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  const bool calendar_year = quantity.year_like && unit.unit == TimeUnit::Year;
  if (is_label(text, quantity, unit)) return false;
  return !calendar_year && !reads_on_in_han(text, unit) && !starts_amid_han(text, quantity, unit) &&
         !is_han_window(text, quantity, unit);
}

// `24-hour hotline`, 全天24小时, 24小时值班: when somebody is there, not how long.
bool is_whole_day(std::string_view text, const Quantity& quantity, const UnitWord& unit) {
  if (unit.unit != TimeUnit::Hour || unit.working || quantity.blank || quantity.amount != 24) return false;
  if (!unit.han) return is_window(text, quantity, unit);
  const std::string_view left = text.substr(0, back_over_blanks(text, quantity.begin));
  const bool each_day =
      left.ends_with("每天") || left.ends_with("每日") || left.ends_with("全天") || left.ends_with("昼夜");
  return each_day || is_han_window(text, quantity, unit);
}

// Months behind years make one duration: 一年零六个月, `one year and six months`. Returns its end, or 0.
std::size_t over_months(std::string_view text, const UnitWord& unit, double& months) {
  if (unit.unit != TimeUnit::Year) return 0;
  std::size_t at = skip_blanks(text, unit.end);
  const bool han = unit.han;
  if (han && (stands_at(text, at, "又") || stands_at(text, at, "加"))) at += 3;
  if (han && stands_at(text, at, "零") && read_quantity(text, at + 3).end != 0) at += 3;  // 1年零6个月
  if (!han && !is_word(word_at(text, at), "and")) return 0;
  if (!han) at = skip_blanks(text, at + 3);
  const Quantity quantity = read_quantity(text, at);
  if (quantity.end == 0 || quantity.blank || !is_whole(quantity.amount) || quantity.amount >= 12) return 0;
  const UnitWord second = read_unit(text, quantity.end);
  if (second.end == 0 || second.unit != TimeUnit::Month || second.han != han) return 0;
  months = quantity.amount;
  return second.end;
}

Found duration_of(const Quantity& quantity, const UnitWord& unit, std::size_t end) {
  Found found = found_of(ValueKind::Duration, quantity, end);
  found.value.unit = unit.unit;
  found.value.working = unit.working;
  if (unit.plus_half && !quantity.blank) found.value.amount += 0.5;
  make_whole(found.value);
  return found;
}

// A number with its unit, months behind years joined, nothing in brackets yet.
MaybeFound read_single(std::string_view text, const Quantity& quantity) {
  const UnitWord unit = read_unit(text, quantity.end);
  if (unit.end == 0) return std::nullopt;
  const bool sure = unit.han ? is_han_duration(text, quantity, unit) : is_english_duration(text, quantity, unit);
  if (!sure) {
    return is_whole_day(text, quantity, unit) ? whole_day_hours(text, quantity.begin, unit.end)
                                              : not_a_value(quantity.begin, unit.end);
  }
  double months = 0;
  const std::size_t compound = quantity.blank ? 0 : over_months(text, unit, months);
  if (compound == 0) return duration_of(quantity, unit, unit.end);
  Quantity whole = quantity;
  whole.amount = quantity.amount * 12 + months;
  return duration_of(whole, {.unit = TimeUnit::Month}, compound);
}

// Joins what repeats a duration in brackets: `one year (12 months)`, `thirty days (30)`, 12个月（十二个月）.
void join_repetition(std::string_view text, Found& found, const Quantity& first) {
  const std::size_t at = skip_blanks(text, found.end());
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return;
  const Quantity second = read_quantity(text, skip_blanks(text, at + open.size));
  if (second.end == 0 || second.blank || found.value.blank) return;
  MaybeFound repeated = read_single(text, second);
  const bool bare = !repeated && first.in_words && !second.in_words;
  if (bare) {
    repeated = duration_of(second, {.unit = found.value.unit, .working = found.value.working}, second.end);
  }
  const std::size_t close = repeated && repeated->counts ? over_closing(text, repeated->end()) : 0;
  if (close == 0) return;
  const bool same = same_value(found.value, repeated->value);
  const bool slip = found.value.unit == repeated->value.unit && first.in_words != second.in_words;
  if (!same && !slip) return;
  found.value.words_differ = found.value.words_differ || !same;
  if (!same && first.in_words) found.value.amount = repeated->value.amount;
  found.value.span.end = static_cast<std::uint32_t>(close);
}

// `twenty-four hour (24 hour) help desk`.
bool is_repeated_window(std::string_view text, const Quantity& quantity, const Found& found) {
  const UnitWord unit = read_unit(text, quantity.end);
  const bool hours = found.value.unit == TimeUnit::Hour && found.value.amount == 24 && !found.value.blank && !unit.han;
  if (!hours || !is_word(word_at(text, unit.word), "hour")) return false;
  return names_window(text, skip_blanks(text, found.end()));
}

}  // namespace

MaybeFound read_duration(std::string_view text, const Quantity& quantity) {
  MaybeFound found = read_single(text, quantity);
  if (!found || !found->counts || found->value.kind != ValueKind::Duration) return found;
  join_repetition(text, *found, quantity);
  return is_repeated_window(text, quantity, *found) ? whole_day_hours(text, quantity.begin, found->end()) : found;
}

// 次日, 翌日, 当日, 次一工作日, 次工作日: the end, or 0. The day alone counts only where something is due on it.
MaybeFound read_next_day_han(std::string_view text, std::size_t at) {
  const std::size_t day = std::max({over_han(text, at, U"次日"), over_han(text, at, U"翌日"),
                                    over_han(text, at, U"当日"), over_han(text, at, U"当天")});
  const std::size_t working = std::max(over_han(text, at, U"次一工作日"), over_han(text, at, U"次工作日"));
  if (working != 0)
    return duration_of({.begin = at, .end = working, .amount = 1}, {.end = working, .working = true}, working);
  const bool cell = day != 0 && (day == text.size() || skip_blanks(text, day) >= day + 3);  // alone in its cell
  const bool due = cell || (day != 0 && is_any(decode_at(text, day).value, U"内前到上答完送响修"));
  return due ? MaybeFound{duration_of({.begin = at, .end = day, .amount = 1}, {.end = day}, day)} : std::nullopt;
}

MaybeFound read_next_working_day(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);  // next, same, following
  const bool english = !word.empty();
  const std::size_t one = over_han(text, at, U"下一");
  const std::size_t next = english ? at + word.size() : one != 0 ? one : at + 3;
  if (!english && decode_at(text, at).value != U'下') return read_next_day_han(text, at);
  const UnitWord unit = read_unit(text, next);
  const bool plural = unit.end != 0 && is_word(text.substr(unit.end - 1, 1), "s");
  if (unit.end == 0 || !unit.working || unit.unit != TimeUnit::Day || plural) return std::nullopt;
  const std::string_view left = text.substr(0, back_over_blanks(text, at));
  const bool one_more = is_word(word, "next") && (left.ends_with("day after") || left.ends_with("day after the"));
  return duration_of({.begin = at, .end = next, .amount = one_more ? 2.0 : 1.0}, unit, unit.end);
}

// `the first year warranty`: a year. `the first year of operation` is a stretch of something else.
MaybeFound read_first_unit(std::string_view text, std::size_t at) {
  const UnitWord unit = read_unit(text, at + 5);
  const bool long_unit = unit.unit == TimeUnit::Year || unit.unit == TimeUnit::Month;
  if (unit.end == 0 || unit.han || unit.working || !long_unit) return std::nullopt;
  const std::string_view next = word_at(text, skip_blanks(text, unit.end));
  const bool plural = is_word(text.substr(unit.end - 1, 1), "s");
  if (plural || next.empty() || is_word(next, "of") || is_word(next, "in") || is_word(next, "is")) return std::nullopt;
  return duration_of({.begin = at, .end = at + 5, .amount = 1}, unit, unit.end);
}

MaybeFound read_half_duration(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at + 4);
  const std::string_view article = word_at(text, next);
  const bool with_article = is_word(article, "a") || is_word(article, "an");
  if (with_article) next += article.size();
  const UnitWord unit = read_unit(text, with_article ? next : at + 4);
  if (unit.end == 0 || unit.han || unit.working) return std::nullopt;
  return duration_of({.begin = at, .end = next, .amount = 0.5}, unit, unit.end);
}

MaybeFound read_bare_unit(std::string_view text, std::size_t at, std::size_t from) {
  const std::size_t edge = back_over_blanks(text, at);
  if (edge == at || edge <= from) return std::nullopt;
  const char32_t before = char_before(text, edge);
  const bool number_before = is_chinese_digit(before) || is_any(before, U"几多余数半每");
  if (number_before || !(is_han(before) || before == U'：' || before == U':')) return std::nullopt;
  UnitWord unit = read_unit(text, at);
  if (unit.end == 0 && stands_at(text, at, "月"))  // of the calendar elsewhere: 保修 月；
    unit = {.end = at + 3, .unit = TimeUnit::Month, .han = true, .word = at};
  if (unit.end == 0) return std::nullopt;
  const bool measured = unit.end - unit.word > 3;  // 个月, 个工作日, 小时: not the 日 of a date
  const bool within =
      stands_at(text, unit.end, "内") || stands_at(text, unit.end, "以内") || stands_at(text, unit.end, "之内");
  const char32_t next = decode_at(text, unit.end).value;
  const bool asked = is_any(before, U"修保期为满后约达") && (next == 0 || is_any(next, U"；;，,。、之后起前）)"));
  if (!measured && !within && !asked) return std::nullopt;
  return duration_of({.begin = edge, .end = at, .blank = true}, unit, unit.end);
}

}  // namespace clauselint::facts
