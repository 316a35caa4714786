// The unit of time behind a number, in both languages.
#include "facts/units.hpp"

#include "facts/cursor.hpp"

namespace clauselint::facts {
namespace {

struct Named {
  std::string_view word;
  TimeUnit unit;
};

constexpr Named kUnits[] = {
    {"day", TimeUnit::Day},        {"days", TimeUnit::Day},    {"hour", TimeUnit::Hour},
    {"hours", TimeUnit::Hour},     {"hr", TimeUnit::Hour},     {"hrs", TimeUnit::Hour},
    {"h", TimeUnit::Hour},         {"month", TimeUnit::Month}, {"months", TimeUnit::Month},
    {"mos", TimeUnit::Month},      {"mths", TimeUnit::Month},  {"year", TimeUnit::Year},
    {"years", TimeUnit::Year},     {"yr", TimeUnit::Year},     {"yrs", TimeUnit::Year},
    {"week", TimeUnit::Week},      {"weeks", TimeUnit::Week},  {"minute", TimeUnit::Minute},
    {"minutes", TimeUnit::Minute}, {"min", TimeUnit::Minute},  {"mins", TimeUnit::Minute},
};

constexpr std::string_view kWorkingWords[] = {"business", "working", "banking", "trading", "support", "office", "work"};
constexpr std::string_view kPlainAdjectives[] = {
    "calendar", "local",    "consecutive", "successive", "full",    "complete", "continuous",    "additional",
    "further",  "contract", "clear",       "whole",      "running", "elapsed",  "fiscal",        "extra",
    "more",     "normal",   "natural",     "sequential", "rolling", "final",    "uninterrupted", "solid"};

const Named* unit_named(std::string_view word) {
  const auto* const found =
      std::find_if(std::begin(kUnits), std::end(kUnits), [word](const Named& n) { return is_word(word, n.word); });
  return found == std::end(kUnits) ? nullptr : found;
}

// Behind `(s)` and a possessive: `month(s)`, `days'`, `year's`.
std::size_t over_ending(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "(s)") || stands_at(text, at, "(S)")) at += 3;
  const std::size_t mark = stands_at(text, at, "'") ? 1 : stands_at(text, at, "’") ? 3 : 0;
  if (mark == 0) return at;
  const std::size_t s = is_word(word_at(text, at + mark), "s") ? 1 : 0;
  const bool plural = is_word(text.substr(at - 1, 1), "s");
  const bool closes_quote = s == 0 && !is_blank(decode_at(text, at + mark).value);
  return s == 0 && (!plural || closes_quote) ? at : at + mark + s;
}

UnitWord read_english_unit(std::string_view text, std::size_t at) {
  UnitWord unit;
  constexpr int kAdjectives = 4;
  for (int i = 0; i <= kAdjectives; ++i) {
    const std::string_view word = word_at(text, at);
    if (word.empty()) return {};
    if (const Named* const named = unit_named(word)) {
      unit.unit = named->unit;
      unit.word = at;
      unit.end = over_ending(text, at + word.size());
      return unit;
    }
    const bool working = is_one_of(word, kWorkingWords);
    const bool counted =
        is_word(word, "running") && is_word(word_at(text, skip_blanks(text, at + word.size())), "hours");
    if (counted) return {};  // 4,000 running hours: of a machine, not of a clock
    if (!working && !is_one_of(word, kPlainAdjectives)) return {};
    unit.working = unit.working || working;
    at = skip_blanks(text, at + word.size());
    if (is_hyphen(decode_at(text, at).value)) at = skip_blanks(text, at + decode_at(text, at).size);
  }
  return {};
}

struct HanUnit {
  std::u32string_view words;
  TimeUnit unit;
  bool working = false;
  bool plus_half = false;
};

// Longer ones before those they begin with. A 个 before any of them is skipped.
constexpr HanUnit kHanUnits[] = {
    {U"法定工作日", TimeUnit::Day, true},
    {U"银行工作日", TimeUnit::Day, true},
    {U"银行营业日", TimeUnit::Day, true},
    {U"工作小时", TimeUnit::Hour, true},
    {U"工作日", TimeUnit::Day, true},
    {U"工作天", TimeUnit::Day, true},
    {U"营业日", TimeUnit::Day, true},
    {U"交易日", TimeUnit::Day, true},
    {U"日历日", TimeUnit::Day},
    {U"日历天", TimeUnit::Day},
    {U"自然日", TimeUnit::Day},
    {U"自然天", TimeUnit::Day},
    {U"公历日", TimeUnit::Day},
    {U"连续日", TimeUnit::Day},
    {U"自然月", TimeUnit::Month},
    {U"日历月", TimeUnit::Month},
    {U"公历月", TimeUnit::Month},
    {U"公历年", TimeUnit::Year},
    {U"自然年", TimeUnit::Year},
    {U"整年", TimeUnit::Year},
    {U"小时", TimeUnit::Hour},
    {U"钟头", TimeUnit::Hour},
    {U"分钟", TimeUnit::Minute},
    {U"星期", TimeUnit::Week},
    {U"礼拜", TimeUnit::Week},
    {U"周年", TimeUnit::Year},
    {U"年半", TimeUnit::Year, false, true},
    {U"年", TimeUnit::Year},
    {U"周", TimeUnit::Week},
    {U"日", TimeUnit::Day},
    {U"天", TimeUnit::Day},
};

char32_t simplified(char32_t c) {
  switch (c) {
    case U'個': return U'个';
    case U'時': return U'时';
    case U'鐘': return U'钟';
    case U'週': return U'周';
    case U'曆': return U'历';
    case U'銀': return U'银';
    case U'營': return U'营';
    case U'業': return U'业';
    case U'連': return U'连';
    case U'續': return U'续';
    case U'禮': return U'礼';
    default: return c;
  }
}

UnitWord read_han_unit(std::string_view text, std::size_t at) {
  const std::size_t measured = over_han(text, at, U"个");
  const std::size_t from = measured == 0 ? at : skip_blanks(text, measured);
  if (measured != 0) {  // 月 by itself is a month of the calendar: 个月 is the duration
    const std::size_t month = over_han(text, from, U"月");
    if (month != 0) return {.end = month, .unit = TimeUnit::Month, .han = true, .word = at};
    const std::size_t half = over_han(text, from, U"半月");
    if (half != 0) return {.end = half, .unit = TimeUnit::Month, .plus_half = true, .han = true, .word = at};
  }
  for (const HanUnit& unit : kHanUnits) {
    const std::size_t end = over_han(text, from, unit.words);
    const bool one_character = unit.words.size() == 1;     // 个年, 个日 are none
    const bool apart = unit.plus_half && end - from != 6;  // 两年 半年 are two
    if (end == 0 || apart || (one_character && measured != 0)) continue;
    return {
        .end = end, .unit = unit.unit, .working = unit.working, .plus_half = unit.plus_half, .han = true, .word = at};
  }
  return {};
}

}  // namespace

std::size_t over_han(std::string_view text, std::size_t at, std::u32string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) at = skip_blanks(text, at);
    const CodePoint c = decode_at(text, at);
    if (c.size == 0 || simplified(c.value) != words[i]) return 0;
    at += c.size;
  }
  return at;
}

UnitWord read_unit(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  const CodePoint c = decode_at(text, next);
  if (c.size == 3 && is_han(c.value)) return read_han_unit(text, next);
  if (is_hyphen(c.value)) next = skip_blanks(text, next + c.size);
  return is_letter_at(text, next) ? read_english_unit(text, next) : UnitWord{};
}

}  // namespace clauselint::facts
