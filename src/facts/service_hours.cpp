// Service hours: when somebody answers, by the clock and the days of the week.
#include "facts/service_hours.hpp"

#include <string>

#include "facts/clock.hpp"
#include "facts/cursor.hpp"
#include "facts/units.hpp"

namespace clauselint::facts {
namespace {

Found hours_of(std::string detail, std::size_t begin, std::size_t end) {
  Found found = found_of(ValueKind::Hours, {.begin = begin}, end);
  found.value.detail = std::move(detail);
  return found;
}

// Words that may stand between the days and the clock.
constexpr std::string_view kFiller[] = {"from", "between", "the", "hours", "of", "at", "on", "during", "and", "hrs"};
constexpr std::string_view kFillerHan[] = {"期间", "的", "每天", "每日", "从", "自", "内", "北京时间", "为"};

// Behind one filler word, comma or bracket; `at` when none stands there.
std::size_t over_filler(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  const bool sign = c.value == U',' || c.value == U'，' || c.value == U'、' || c.value == U':' || c.value == U'：' ||
                    c.value == U';' || opens_bracket(c.value) || closes_bracket(c.value);
  if (sign) return next + c.size;
  if (const std::size_t zone = over_zone(text, next); zone != next) return zone;
  const std::string_view word = word_at(text, next);
  if (is_one_of(word, kFiller)) return next + word.size();
  for (const std::string_view han : kFillerHan) {
    if (stands_at(text, next, han)) return next + han.size();
  }
  return at;
}

// What `read` finds behind at most a handful of fillers.
template <class Read>
Reading read_near(std::string_view text, std::size_t at, const Read& read) {
  constexpr int kMostFillers = 6;
  for (int i = 0; i <= kMostFillers; ++i) {
    const std::size_t next = skip_blanks(text, at);
    if (Reading found = read(text, next); found.end != 0) return found;
    const std::size_t behind = over_filler(text, at);
    if (behind == at) return {};
    at = behind;
  }
  return {};
}

// `(except public holidays)`, 法定节假日除外, right behind the hours; its end, or `at`.
std::size_t over_holidays(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 90;
  const std::string_view right = text.substr(at, kReach);
  const std::size_t han = right.find("节假日除外");
  const bool beside = han != std::string_view::npos && han <= 24 &&
                      right.substr(0, han).find_first_of("0123456789") == std::string_view::npos;
  if (beside) return at + han + std::string_view("节假日除外").size();
  std::size_t next = at;
  for (std::size_t behind = over_filler(text, next); behind != next; behind = over_filler(text, next)) {
    next = behind;
    if (next > at + 12) return at;
  }
  next = skip_blanks(text, next);
  constexpr std::string_view kExcept[] = {"except", "excluding", "excepting", "exclusive", "excl", "other"};
  const bool excepted = is_one_of(word_at(text, next), kExcept) || is_one_of(word_before(text, next), kExcept);
  const std::size_t holidays = excepted ? right.find("oliday") : std::string_view::npos;
  if (holidays == std::string_view::npos || right.substr(0, holidays).find('.') != std::string_view::npos) return at;
  const std::size_t end = at + holidays + 6;
  return stands_at(text, end, "s") ? end + 1 : end;
}

Found with_holidays(std::string_view text, Found found) {
  const std::size_t end = over_holidays(text, found.end());
  if (end == found.end()) return found;
  found.value.detail += " except holidays";
  found.value.span.end = static_cast<std::uint32_t>(end);
  return found;
}

// Further hours of the same day: 8:30-12:00，13:30-17:30.
void take_further(std::string_view text, Reading& clock) {
  constexpr int kMost = 3;
  for (int i = 0; i < kMost; ++i) {
    const Reading next = read_near(text, clock.end, read_clock_range);
    if (next.end == 0) return;
    clock.canonical += " " + next.canonical;
    clock.end = next.end;
  }
}

MaybeFound read_clock_first(std::string_view text, std::size_t at) {
  Reading clock = read_clock_range(text, at);
  if (clock.end == 0) return std::nullopt;
  take_further(text, clock);
  const std::size_t zone = over_zone(text, clock.end);
  const Reading days = read_near(text, zone, read_days);
  if (!clock.sure && days.end == 0) return std::nullopt;
  if (days.end == 0) return with_holidays(text, hours_of(clock.canonical, at, zone));
  return with_holidays(text, hours_of(clock.canonical + " " + days.canonical, at, days.end));
}

MaybeFound read_days_first(std::string_view text, std::size_t at) {
  const Reading days = read_days(text, at);
  if (days.end == 0) return std::nullopt;
  std::size_t from = days.end;
  if (const std::size_t holidays = over_holidays(text, from); holidays != from) from = holidays;
  Reading clock = read_near(text, from, read_clock_range);
  if (clock.end == 0) return std::nullopt;
  take_further(text, clock);
  const std::size_t zone = over_zone(text, clock.end);
  return with_holidays(text, hours_of(clock.canonical + " " + days.canonical, at, zone));
}

std::size_t over_times_sign(std::string_view text, std::size_t at, bool& slash) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  slash = c.value == U'/';
  const bool sign = slash || c.value == U'x' || c.value == U'X' || c.value == U'×' || c.value == U'*' ||
                    c.value == U'ｘ' || c.value == U'Ｘ' || c.value == U'╳' || c.value == U'✕';
  return sign ? skip_blanks(text, next + c.size) : 0;
}

struct Small {
  std::size_t end = 0;
  int amount = 0;
};

// One to three digits and, behind them, an `h` or 小时.
Small read_small(std::string_view text, std::size_t at) {
  Small small{.end = at};
  while (small.end < at + 3 && is_digit_at(text, small.end)) {
    small.amount = small.amount * 10 + (text[small.end] - '0');
    ++small.end;
  }
  if (small.end == at || is_digit_at(text, small.end)) return {};
  const UnitWord unit = read_unit(text, small.end);
  const bool timed = unit.end != 0 && !unit.working && (unit.unit == TimeUnit::Hour || unit.unit == TimeUnit::Day);
  if (timed) small.end = unit.end;
  return small;
}

// `24x7`, `24/7`, 7×24小时, `8x5`, 24小时×365天.
MaybeFound read_crossed(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  if (is_ascii_letter(before) || is_ascii_digit(before) || before == U'/' || before == U'.' || before == U'-')
    return std::nullopt;
  const Small first = read_small(text, at);
  bool slash = false;
  if (first.end == 0) return std::nullopt;
  const bool run_on = stands_before(text, first.end, "天") && is_digit_at(text, first.end);  // 7天24小时
  const std::size_t next = run_on ? first.end : over_times_sign(text, first.end, slash);
  if (next == 0) return std::nullopt;
  const Small second = read_small(text, next);
  if (second.end == 0) return std::nullopt;
  const int hours = std::max(first.amount, second.amount) > 24 ? std::min(first.amount, second.amount)
                                                               : std::max(first.amount, second.amount);
  const int days = first.amount + second.amount - hours;
  const bool round = hours == 24 && (days == 7 || days == 365);
  const bool part = !slash && hours >= 8 && hours <= 24 && days >= 5 && days <= 7;
  if (!round && !part) return std::nullopt;
  std::size_t end = second.end;
  bool date = false;
  if (const std::size_t third = over_times_sign(text, end, date); third != 0) {
    const Small year = read_small(text, third);
    if (date && year.end != 0 && year.amount != 365) return std::nullopt;  // 24/7/12
    if (year.amount == 365) end = year.end;
  }
  const bool goes_on = is_digit_at(text, end) || stands_at(text, end, "/");
  if (goes_on) return std::nullopt;
  return hours_of(std::to_string(hours) + "x" + std::to_string(days == 365 ? 7 : days), at, end);
}

// `24h/24`, `7d/7`, `7j/7j`: all of the hours or of the days; their number, or 0.
Small read_all_of(std::string_view text, std::size_t at) {
  const bool day = is_digit_at(text, at) && text[at] == '7';
  const std::string_view number = day ? "7" : "24";
  Small all{.end = at, .amount = day ? 7 : 24};
  for (const bool second : {false, true}) {
    if (second && !stands_at(text, all.end, "/")) return {};
    if (second) ++all.end;
    if (!stands_at(text, all.end, number)) return {};
    all.end += number.size();
    const std::string_view letter = word_at(text, all.end);
    const bool unit = is_word(letter, "h") || (day && (is_word(letter, "d") || is_word(letter, "j")));
    if (unit) ++all.end;
    if (!unit && !letter.empty()) return {};
  }
  return is_digit_at(text, all.end) || stands_at(text, all.end, "/") ? Small{} : all;
}

// `7d/7d 24h/24h`, `24/24, 7/7`, `24h/24 and 7d/7`.
MaybeFound read_all_hours(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  if (is_ascii_letter(before) || is_ascii_digit(before) || before == U'/' || before == U'.' || before == U'-')
    return std::nullopt;
  const Small first = read_all_of(text, at);
  if (first.end == 0) return std::nullopt;
  std::size_t next = skip_blanks(text, first.end);
  if (stands_at(text, next, ",")) next = skip_blanks(text, next + 1);
  if (is_word(word_at(text, next), "and")) next = skip_blanks(text, next + 3);
  const Small second = read_all_of(text, next);
  if (second.end != 0 && second.amount != first.amount) return hours_of("24x7", at, second.end);
  const bool worded = text.substr(at, first.end - at).find_first_of("hH") != std::string_view::npos;
  if (first.amount == 24 && worded) return hours_of("24h", at, first.end);
  return std::nullopt;
}

// The words with a hyphen or a blank between them.
MaybeFound read_round_the_clock(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (!is_word(word, "around") && !is_word(word, "round")) return std::nullopt;
  std::size_t next = at + word.size();
  for (const std::string_view wanted : {"the", "clock"}) {
    next = is_hyphen(decode_at(text, next).value) ? next + decode_at(text, next).size : skip_blanks(text, next);
    if (!is_word(word_at(text, next), wanted)) return std::nullopt;
    next += wanted.size();
  }
  return hours_of("24h", at, next);
}

// `24 hours a day … Monday to Friday`: the days may stand a few words behind.
Reading days_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 50;
  const std::size_t limit = std::min(text.size(), at + kReach);
  for (std::size_t next = skip_blanks(text, at); next < limit;) {
    const CodePoint c = decode_at(text, next);
    if (c.value == U'.' || c.value == U';' || c.value == U'。' || c.value == U'；') return {};
    const bool counted = is_ascii_digit(c.value) || is_capital_at(text, next) || is_han(c.value) ||
                         is_word(word_at(text, next), "seven");
    if (Reading days = counted ? read_days(text, next) : Reading{}; days.end != 0) return days;
    const std::size_t letters = word_at(text, next).size();
    next = skip_blanks(text, next + std::max<std::size_t>(letters, c.size));
  }
  return {};
}

std::string hours_and_days(int hours, const std::string& days) {
  const bool counted = days.ends_with(" days") && days[0] >= '5' && days[0] <= '7';
  if (counted) return std::to_string(hours) + "x" + days[0];
  if (days == "daily") return std::to_string(hours) + "x7";
  return std::to_string(hours) + "h" + (days.empty() ? "" : " " + days);
}

// `seven days a week,` and 每周7天 before `24 hours a day`.
bool ends_in_whole_week(std::string_view left) {
  constexpr std::size_t kReach = 40;
  std::size_t from = left.size() > kReach ? left.size() - kReach : 0;
  while (from < left.size() && (static_cast<unsigned char>(left[from]) & 0xC0u) == 0x80u) ++from;
  for (std::size_t at = from; at < left.size(); at += decode_at(left, at).size) {
    const bool begins = at == from || !is_letter_at(left, at - 1);
    const CodePoint c = decode_at(left, at);
    const bool candidate = c.value == U'7' || c.value == U's' || c.value == U'S' || c.value == U'3' ||
                           c.value == U'每' || c.value == U'一';
    const Reading days = begins && candidate ? read_days(left, at) : Reading{};
    const bool whole = days.end != 0 && days.sure && (days.canonical == "7 days" || days.canonical.ends_with("daily"));
    if (whole && left.size() - days.end <= 8) return true;
  }
  return false;
}

// `a day`, `per day`, `/day`, each day: the end, or 0.
std::size_t over_a_day(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  if (stands_at(text, next, "/")) {
    const std::size_t behind = skip_blanks(text, next + 1);
    if (is_word(word_at(text, behind), "day")) return behind + 3;
    return stands_at(text, behind, "天") || stands_at(text, behind, "日") ? behind + 3 : 0;
  }
  constexpr std::string_view kPer[] = {"a", "per", "each", "every"};
  const std::string_view word = word_at(text, next);
  if (!is_one_of(word, kPer)) return 0;
  const std::size_t day = skip_blanks(text, next + word.size());
  return is_word(word_at(text, day), "day") ? day + 3 : 0;
}

}  // namespace

MaybeFound read_hours_a_day(std::string_view text, const Quantity& quantity) {
  const bool whole = !quantity.blank && quantity.amount >= 1 && quantity.amount <= 24;
  const UnitWord unit = whole ? read_unit(text, quantity.end) : UnitWord{};
  if (unit.end == 0 || unit.working || unit.unit != TimeUnit::Hour) return std::nullopt;
  const int hours = static_cast<int>(quantity.amount);
  const std::size_t a_day = over_a_day(text, unit.end);
  const std::size_t end = a_day != 0 ? a_day : unit.end;
  const Reading days = read_near(text, end, read_days);
  if (a_day == 0) {  // `24 hours` alone is how long
    const std::string_view before = word_before(text, back_over_blanks(text, quantity.begin));
    const bool how_long = is_word(before, "within") || is_word(before, "in") || is_word(before, "than");
    const bool told = days.end != 0 && days.sure && days.canonical != "working days" && days.canonical != "daily";
    if (hours != 24 || how_long || !told || unit.han) return std::nullopt;
  }
  if (days.end == 0 && hours != 24) return std::nullopt;  // a man-day
  if (days.end == 0) return whole_day_hours(text, quantity.begin, end);
  return with_holidays(text, hours_of(hours_and_days(hours, days.canonical), quantity.begin, days.end));
}

Found whole_day_hours(std::string_view text, std::size_t begin, std::size_t end) {
  if (ends_in_whole_week(text.substr(0, begin))) return hours_of("24x7", begin, end);
  const Reading days = days_behind(text, end);
  const std::size_t last = days.end == 0 ? end : days.end;
  return with_holidays(text, hours_of(hours_and_days(24, days.canonical), begin, last));
}

MaybeFound read_service_hours(std::string_view text, std::size_t at) {
  if (is_digit_at(text, at)) {
    if (MaybeFound all = read_all_hours(text, at)) return all;
    if (MaybeFound crossed = read_crossed(text, at)) return crossed;
    const std::size_t two = is_digit_at(text, at + 1) ? at + 2 : at + 1;
    const char32_t next = decode_at(text, skip_blanks(text, two)).value;
    const bool clock = next == U':' || next == U'：' || next == U'∶' || next == U'.' || next == U'点' ||
                       next == U'點' || next == U'时' || next == U'時' || is_digit_at(text, two) ||
                       (next | 0x20) == U'h' || (next | 0x20) == U'a' || (next | 0x20) == U'p' || is_hyphen(next) ||
                       (next | 0x20) == U't';
    return clock ? read_clock_first(text, at) : std::nullopt;
  }
  if (MaybeFound round = read_round_the_clock(text, at)) return round;
  if (MaybeFound days = read_days_first(text, at)) return days;
  return read_clock_first(text, at);
}

}  // namespace clauselint::facts
