// Times of the day: `9:00 a.m. to 5:00 p.m.`, 上午9:00至下午6:00.
#include "facts/clock.hpp"

#include <fmt/format.h>

#include "facts/cursor.hpp"

namespace clauselint::facts {
namespace {

enum class Half { None, Morning, Afternoon };

struct TimeOfDay {
  std::size_t end = 0;
  int hour = 0;
  int minute = 0;
  Half half = Half::None;
  bool marked = false;   // a colon, `h`, `a.m.`, 点: nothing else is written so
  bool pointed = false;  // `7.30`, `1800`: may be something else
  bool padded = false;   // `07:30`
};

struct HalfWord {
  std::string_view words;
  Half half;
};

constexpr HalfWord kHanHalves[] = {{"上午", Half::Morning},   {"早上", Half::Morning},   {"早晨", Half::Morning},
                                   {"下午", Half::Afternoon}, {"晚上", Half::Afternoon}, {"晚间", Half::Afternoon},
                                   {"傍晚", Half::Afternoon}, {"早", Half::Morning},     {"晚", Half::Afternoon}};

int two_digits_at(std::string_view text, std::size_t at) {
  if (!is_digit_at(text, at) || !is_digit_at(text, at + 1) || is_digit_at(text, at + 2)) return -1;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// `a.m.`, `AM`, `p.m`, `pm`; the end, or 0.
std::size_t over_half(std::string_view text, std::size_t at, Half& half) {
  const std::size_t first = skip_blanks(text, at);
  if (first >= text.size()) return 0;
  const char letter = static_cast<char>(text[first] | 0x20);
  if (letter != 'a' && letter != 'p') return 0;
  std::size_t next = stands_at(text, first + 1, ".") ? first + 2 : first + 1;
  next = skip_blanks(text, next);
  if (next >= text.size() || (text[next] | 0x20) != 'm' || is_letter_at(text, next + 1)) return 0;
  half = letter == 'a' ? Half::Morning : Half::Afternoon;
  return stands_at(text, next + 1, ".") ? next + 2 : next + 1;
}

// `h`, `hrs`, `hours`, `o'clock` behind a time; the end, or 0.
std::size_t over_hour_word(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const std::string_view word = word_at(text, next);
  constexpr std::string_view kWords[] = {"h", "hr", "hrs", "hours"};
  if (is_one_of(word, kWords)) return next + word.size();
  return is_word(word, "o") && (stands_at(text, next + 1, "'clock") || stands_at(text, next + 1, "’clock"))
             ? text.find("clock", next) + 5
             : 0;
}

// Minutes behind the hour: `:30`, `.30`, `h30`, 点半, 时30分.
void read_minutes(std::string_view text, TimeOfDay& time) {
  const CodePoint mark = decode_at(text, time.end);
  const bool colon = mark.value == U':' || mark.value == U'：' || mark.value == U'∶';
  const bool point = mark.value == U'.';
  const bool han = mark.value == U'点' || mark.value == U'點' || mark.value == U'时' || mark.value == U'時';
  const bool letter = (mark.value | 0x20) == U'h' && is_digit_at(text, time.end + 1);
  if (!colon && !point && !han && !letter) return;
  const std::size_t next = colon ? skip_blanks(text, time.end + mark.size) : time.end + mark.size;
  const int minute = two_digits_at(text, next);
  if (han) {
    time.marked = true;
    time.end = next;
    if (stands_at(text, next, "半")) {
      time.minute = 30;
      time.end = next + 3;
    } else if (stands_at(text, next, "整") || stands_at(text, next, "钟")) {
      time.end = next + 3;
    }
  }
  if (minute < 0 || minute > 59) return;
  time.minute = minute;
  time.end = next + 2;
  if (han && stands_at(text, time.end, "分")) time.end += 3;
  if (colon && two_digits_at(text, time.end + 1) >= 0 && stands_at(text, time.end, ":")) time.end += 3;
  (point ? time.pointed : time.marked) = true;
}

TimeOfDay read_named_time(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (is_word(word, "noon")) return {.end = at + word.size(), .hour = 12, .marked = true};
  if (is_word(word, "midnight")) return {.end = at + word.size(), .hour = 24, .marked = true};
  return {};
}

// `0830`, `1800`: four digits.
bool read_military(std::string_view text, TimeOfDay& time, std::size_t begin) {
  if (time.end - begin != 4) return false;
  time.hour = (text[begin] - '0') * 10 + (text[begin + 1] - '0');
  time.minute = (text[begin + 2] - '0') * 10 + (text[begin + 3] - '0');
  time.pointed = true;
  return time.minute < 60 && time.minute % 15 == 0;  // 1998 is a year
}

TimeOfDay read_time(std::string_view text, std::size_t at) {
  if (const TimeOfDay named = read_named_time(text, at); named.end != 0) return named;
  TimeOfDay time;
  for (const HalfWord& half : kHanHalves) {
    if (!stands_at(text, at, half.words)) continue;
    time.half = half.half;
    time.marked = true;
    at = skip_blanks(text, at + half.words.size());
    break;
  }
  time.end = at;
  while (time.end < at + 4 && is_digit_at(text, time.end)) {
    time.hour = time.hour * 10 + (text[time.end] - '0');
    ++time.end;
  }
  const std::size_t digits = time.end - at;
  if (digits == 0 || digits == 3 || is_digit_at(text, time.end)) return {};
  if (digits == 4 ? !read_military(text, time, at) : time.hour > 24) return {};
  time.padded = text[at] == '0';
  if (digits < 3) read_minutes(text, time);
  if (const std::size_t end = over_hour_word(text, time.end); end != 0) {
    time.end = end;
    time.marked = time.marked || time.pointed;
  }
  if (const std::size_t end = over_half(text, time.end, time.half); end != 0) {
    time.end = end;
    time.marked = true;
  }
  return time.hour > 24 ? TimeOfDay{} : time;
}

int minutes_of(const TimeOfDay& time, Half half) {
  int hour = time.hour;
  if (half == Half::Afternoon && hour < 12) hour += 12;
  if (half == Half::Morning && hour == 12) hour = 0;
  return hour * 60 + time.minute;
}

std::size_t over_until(std::string_view text, std::size_t at) {
  const std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  const bool sign = is_hyphen(c.value) || c.value == U'~' || c.value == U'～' || c.value == U'—' || c.value == U'至' ||
                    c.value == U'到' || c.value == U'一' || c.value == U'─';
  if (sign) {
    const std::size_t behind = next + c.size;
    return skip_blanks(text, decode_at(text, behind).value == c.value ? behind + c.size : behind);  // ——
  }
  constexpr std::string_view kWords[] = {"to", "until", "till", "through", "and", "thru"};
  const std::string_view word = word_at(text, next);
  return is_one_of(word, kWords) ? skip_blanks(text, next + word.size()) : 0;
}

constexpr std::string_view kZones[] = {
    "est",     "edt",      "cst",   "cdt",   "pst",       "pdt",       "mst",      "mdt",
    "gmt",     "utc",      "cet",   "cest",  "et",        "ct",        "mt",       "pt",
    "bst",     "hkt",      "sgt",   "jst",   "eastern",   "central",   "pacific",  "mountain",
    "beijing", "shanghai", "china", "local", "greenwich", "european",  "standard", "daylight",
    "mean",    "hong",     "kong",  "time",  "zone",      "singapore", "london",   "prevailing"};

}  // namespace

std::size_t over_zone(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  if (stands_at(text, next, "（") || stands_at(text, next, "(")) {
    const std::size_t inside = next + decode_at(text, next).size;
    const bool han = stands_at(text, inside, "北京时间") || stands_at(text, inside, "当地时间");
    const std::size_t end = han ? inside + 12 : over_zone(text, inside);
    const CodePoint close = decode_at(text, skip_blanks(text, end));
    return end != inside && closes_bracket(close.value) ? skip_blanks(text, end) + close.size : at;
  }
  std::size_t end = at;
  constexpr int kMostWords = 4;
  for (int i = 0; i < kMostWords; ++i) {
    const std::string_view word = word_at(text, next);
    if (!is_one_of(word, kZones)) break;
    end = next + word.size();
    const bool offset = (stands_at(text, end, "+") || stands_at(text, end, "-")) && is_digit_at(text, end + 1);
    if (offset) {
      ++end;
      while (is_digit_at(text, end) || stands_at(text, end, ":")) ++end;
    }
    next = skip_blanks(text, end);
  }
  return end;
}

namespace {

// The zone behind a time, also between commas: `8:00 a.m., Eastern Time, and 5:00 p.m.`.
std::size_t over_zone_aside(std::string_view text, std::size_t at) {
  const std::size_t end = over_zone(text, at);
  if (end != at || !stands_at(text, at, ",")) return end;
  const std::size_t behind = over_zone(text, at + 1);
  return behind != at + 1 && stands_at(text, behind, ",") ? behind + 1 : at;
}

}  // namespace

Reading read_clock_range(std::string_view text, std::size_t at) {
  const TimeOfDay first = read_time(text, at);
  if (first.end == 0) return {};
  const std::size_t next = over_until(text, over_zone_aside(text, first.end));
  if (next == 0) return {};
  const TimeOfDay last = read_time(text, next);
  if (last.end == 0 || is_digit_at(text, last.end)) return {};
  // `8H-20H`, but `2h-4h` is how long.
  const bool day_hours = (text[first.end - 1] | 0x20) == 'h' && (text[last.end - 1] | 0x20) == 'h' && first.hour >= 6 &&
                         first.hour <= 10 && last.hour >= 16;
  const bool marked = first.marked || last.marked || day_hours;
  if (!marked && !(first.pointed && last.pointed)) return {};
  // `1-5 pm`, `9-5 pm`: the half that is not told is the one that comes before.
  const bool before_noon = first.hour >= 12 || first.hour > last.hour || last.hour == 12;
  const Half first_half =
      first.half == Half::None && last.half == Half::Afternoon && !before_noon ? Half::Afternoon : first.half;
  const bool untold = first.half == Half::None && last.half == Half::None;
  const bool overnight =
      untold && last.hour < first.hour && first.hour >= 6 && first.hour <= 12 && !last.padded;  // `9:00-5:00`
  const int from = minutes_of(first, first_half);
  const int to = minutes_of(last, overnight ? Half::Afternoon : last.half);
  const bool padded = first.padded || first.pointed || last.pointed;
  const std::string hour = padded ? fmt::format("{:02}", from / 60) : std::to_string(from / 60);
  return {.end = last.end,
          .canonical = fmt::format("{}:{:02}-{}:{:02}", hour, from % 60, to / 60, to % 60),
          .sure = marked};
}

}  // namespace clauselint::facts
