// The days of the week that somebody is there: `Monday to Friday`, 每周一至周五, `7 days a week`, 工作日.
#include "facts/clock.hpp"
#include "facts/cursor.hpp"
#include "facts/quantity.hpp"

namespace clauselint::facts {
namespace {

constexpr std::string_view kShort[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::string_view kLong[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct Weekday {
  std::size_t end = 0;
  int day = 0;
};

// `Monday`, `Mondays`, `Mon.`, `Tues`.
Weekday read_english_weekday(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (word.size() < 3 || !is_capital_at(text, at)) return {};
  for (int day = 0; day < 7; ++day) {
    const std::string_view name = kLong[day];
    const bool plural = word.size() == name.size() + 1 && is_word(word, std::string(name) + "s");
    const bool abbreviated = word.size() <= 5 && is_word(word, name.substr(0, word.size()));
    if (!plural && !abbreviated && !is_word(word, name)) continue;
    const std::size_t end = at + word.size();
    return {.end = abbreviated && stands_at(text, end, ".") ? end + 1 : end, .day = day};
  }
  return {};
}

// 周一, 星期日, 礼拜天, and 五 alone behind 周一至.
Weekday read_han_weekday(std::string_view text, std::size_t at, bool alone) {
  for (const std::string_view week : {"星期", "礼拜", "周", "週"}) {
    if (!stands_at(text, at, week)) continue;
    at += week.size();
    alone = true;
    break;
  }
  if (!alone) return {};
  constexpr std::string_view kDays[] = {"一", "二", "三", "四", "五", "六", "日"};
  for (int day = 0; day < 7; ++day) {
    if (stands_at(text, at, kDays[day])) return {.end = at + 3, .day = day};
  }
  return stands_at(text, at, "天") ? Weekday{.end = at + 3, .day = 6} : Weekday{};
}

std::size_t over_joint(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  const bool sign = is_hyphen(c.value) || c.value == U'~' || c.value == U'～' || c.value == U'—' || c.value == U'至' ||
                    c.value == U'到' || c.value == U'/';
  if (sign) {
    const std::size_t behind = next + c.size;
    return skip_blanks(text, decode_at(text, behind).value == c.value ? behind + c.size : behind);
  }
  constexpr std::string_view kWords[] = {"to", "through", "thru", "until", "till", "and"};
  const std::string_view word = word_at(text, next);
  return is_one_of(word, kWords) ? skip_blanks(text, next + word.size()) : 0;
}

Reading span_of(const Weekday& first, const Weekday& last) {
  return {.end = last.end, .canonical = std::string(kShort[first.day]) + "-" + std::string(kShort[last.day])};
}

Reading read_english_days(std::string_view text, std::size_t at) {
  const Weekday first = read_english_weekday(text, at);
  if (first.end == 0) return {};
  const std::size_t next = over_joint(text, first.end);
  const Weekday last = next == 0 ? Weekday{} : read_english_weekday(text, next);
  return last.end == 0 ? Reading{} : span_of(first, last);
}

Reading read_han_days(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "每")) at += 3;
  const Weekday first = read_han_weekday(text, at, false);
  if (first.end == 0) return {};
  const std::size_t next = over_joint(text, first.end);
  const Weekday last = next == 0 ? Weekday{} : read_han_weekday(text, next, true);
  return last.end == 0 ? Reading{} : span_of(first, last);
}

struct Named {
  std::string_view words;
  std::string_view canonical;
};

// Longer ones before those they begin with.
constexpr Named kNamedHan[] = {{"每个工作日", "working days"},
                               {"法定工作日", "working days"},
                               {"工作日", "working days"},
                               {"周末", "weekends"},
                               {"每天", "daily"},
                               {"每日", "daily"},
                               {"全年无休", "daily"},
                               {"全年", "daily"},
                               {"每周七天", "daily"},
                               {"每周7天", "daily"},
                               {"一周七天", "daily"}};

Reading read_named_days(std::string_view text, std::size_t at) {
  for (const Named& named : kNamedHan) {
    if (stands_at(text, at, named.words))
      return {.end = at + named.words.size(), .canonical = std::string(named.canonical)};
  }
  const std::string_view word = word_at(text, at);
  if (is_word(word, "weekdays")) return {.end = at + word.size(), .canonical = "Mon-Fri"};
  if (is_word(word, "daily")) return {.end = at + word.size(), .canonical = "daily"};
  const std::size_t next = skip_blanks(text, at + word.size());
  const std::string_view second = word_at(text, next);
  const bool working = is_word(word, "business") || is_word(word, "working") || is_word(word, "work");
  if (working && (is_word(second, "days") || is_word(second, "day"))) {
    return {.end = next + second.size(), .canonical = "working days"};
  }
  const bool each = is_word(word, "every") || is_word(word, "each");
  return each && is_word(second, "day") ? Reading{.end = next + second.size(), .canonical = "daily"} : Reading{};
}

// `7 days a week`, `seven (7) days per week`, `365 days a year`, `7 days/week`; five are `5 days`.
Reading read_counted_days(std::string_view text, std::size_t at) {
  const Quantity count = read_quantity(text, at);
  if (count.end == 0 || count.blank) return {};
  std::size_t next = skip_blanks(text, count.end);
  if (is_hyphen(decode_at(text, next).value)) ++next;
  const std::string_view unit = word_at(text, next);
  const bool days = is_word(unit, "days") || is_word(unit, "day");
  if (!days || !(count.amount == 7 || count.amount == 5 || count.amount == 6 || count.amount == 365)) return {};
  const std::size_t bare = next + unit.size();
  next = is_hyphen(decode_at(text, bare).value) ? bare + 1 : skip_blanks(text, bare);  // `7-day-a-week`
  const bool slash = stands_at(text, next, "/");
  const std::string_view per = word_at(text, next);
  constexpr std::string_view kPer[] = {"a", "per", "each", "every"};
  std::size_t period = slash ? next + 1 : is_one_of(per, kPer) ? skip_blanks(text, next + per.size()) : next;
  if (period != next && is_hyphen(decode_at(text, period).value)) ++period;
  const std::string_view word = word_at(text, period);
  constexpr std::string_view kPeriods[] = {"week", "year"};
  const bool told = (slash || is_one_of(per, kPer)) && is_one_of(word, kPeriods);
  return {.end = told ? period + word.size() : bare,
          .canonical = count.amount == 5   ? "5 days"
                       : count.amount == 6 ? "6 days"
                                           : "7 days",
          .sure = told};
}

}  // namespace

Reading read_days(std::string_view text, std::size_t at) {
  const CodePoint c = decode_at(text, at);
  if (is_ascii_letter(c.value)) {
    if (Reading days = read_english_days(text, at); days.end != 0) return days;
    if (Reading named = read_named_days(text, at); named.end != 0) return named;
    return read_counted_days(text, at);
  }
  if (is_ascii_digit(c.value)) return read_counted_days(text, at);
  if (Reading days = read_han_days(text, at); days.end != 0) return days;
  return read_named_days(text, at);
}

}  // namespace clauselint::facts
