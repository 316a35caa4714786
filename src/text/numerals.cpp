// Numbers as contracts write them: digits of any width, English number words, Chinese numerals of both scripts.
#include "text/numerals.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

// 0..9 for a digit of either width, else -1.
int digit_of(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  return -1;
}

struct DigitRun {
  double amount = 0;
  std::size_t end = 0;
  std::size_t count = 0;
};

DigitRun read_run(std::string_view text, std::size_t at) {
  DigitRun run{.end = at};
  for (;;) {
    const CodePoint c = decode_at(text, run.end);
    const int digit = c.size == 0 ? -1 : digit_of(c.value);
    if (digit < 0) return run;
    run.amount = run.amount * 10 + digit;
    run.end += c.size;
    ++run.count;
  }
}

// The length of an English word at `at`, in letters.
std::size_t word_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_letter(static_cast<unsigned char>(text[end]))) ++end;
  return end - at;
}

constexpr std::size_t kLongestNumberWord = 9;

const NumberWord* number_word_at(std::string_view text, std::size_t at) {
  const std::size_t length = word_length(text, at);
  if (length < 3 || length > kLongestNumberWord) return nullptr;
  std::array<char, kLongestNumberWord> buffer{};
  for (std::size_t i = 0; i < length; ++i) buffer[i] = static_cast<char>(text[at + i] | 0x20);
  const std::string_view word(buffer.data(), length);
  const auto* const found = std::lower_bound(std::begin(kNumberWords), std::end(kNumberWords), word,
                                             [](const NumberWord& a, std::string_view b) { return a.word < b; });
  return found != std::end(kNumberWords) && found->word == word ? found : nullptr;
}

bool word_is(std::string_view text, std::size_t at, std::string_view lower) {
  if (word_length(text, at) != lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == (b | 0x20); });
}

// Behind the blanks, and at most one hyphen among them, that join two number words.
std::size_t over_joint(std::string_view text, std::size_t at) {
  bool hyphen = false;
  for (;;) {
    const CodePoint c = decode_at(text, at);
    const bool is_hyphen = c.value == U'-' || (c.value >= 0x2010 && c.value <= 0x2013);
    if (c.size == 0 || (!is_blank(c.value) && (hyphen || !is_hyphen))) return at;
    hyphen = hyphen || is_hyphen;
    at += c.size;
  }
}

// Behind `and a half`, `and one-half` or `-half` (of `one-half`) at `at`; `at` itself when there is none.
std::size_t over_half(std::string_view text, std::size_t at, bool with_and) {
  std::size_t next = over_joint(text, at);
  if (with_and) {
    if (!word_is(text, next, "and")) return at;
    next = over_joint(text, next + 3);
    if (word_is(text, next, "a")) {
      next = over_joint(text, next + 1);
    } else if (word_is(text, next, "one")) {
      next = over_joint(text, next + 3);
    } else {
      return at;
    }
  }
  return word_is(text, next, "half") ? next + 4 : at;
}

// An English number under construction: `group` is below a thousand, `total` holds the thousands and more.
struct Sum {
  double total = 0;
  double group = 0;
  double scale = 1e12;  // the smallest scale word so far: the next must be smaller
  NumberWordKind last = NumberWordKind::Hundred;
  bool empty = true;
};

bool takes(const Sum& sum, NumberWordKind kind, double amount) {
  using enum NumberWordKind;
  const bool open = sum.empty || sum.last == Hundred || sum.last == Scale;
  switch (kind) {
    case Zero: return sum.empty;
    case Unit: return open || sum.last == Tens;
    case Teen:
    case Tens: return open;
    case Hundred: return !sum.empty && (sum.last == Unit || sum.last == Teen) && sum.group < 20;
    case Scale: return !sum.empty && sum.group > 0 && amount < sum.scale;
  }
  return false;
}

void add(Sum& sum, const NumberWord& word) {
  if (word.kind == NumberWordKind::Hundred) {
    sum.group *= 100;
  } else if (word.kind == NumberWordKind::Scale) {
    sum.total += sum.group * word.amount;
    sum.group = 0;
    sum.scale = word.amount;
  } else {
    sum.group += word.amount;
  }
  sum.last = word.kind;
  sum.empty = false;
}

int chinese_digit_of(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○': return 0;
    case U'一':
    case U'壹':
    case U'壱': return 1;
    case U'二':
    case U'贰':
    case U'貳':
    case U'两':
    case U'兩': return 2;
    case U'三':
    case U'叁':
    case U'參':
    case U'叄': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆':
    case U'陸': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
  }
}

double multiplier_of(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾': return 10;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    case U'万':
    case U'萬': return 1e4;
    case U'亿':
    case U'億': return 1e8;
    default: return 0;
  }
}

// Digits in a row without multipliers: `二〇二四` is 2024. More than one such digit takes no multiplier.
struct ChineseSum {
  double total = 0;    // of 亿 and 万 sections that are closed
  double section = 0;  // below 万
  double digits = 0;
  int digit_count = 0;
};

// False when the multiplier cannot stand here.
bool multiply(ChineseSum& sum, double by, bool first) {
  const bool bare_ten = by == 10 && (first || sum.digit_count == 0);
  if (sum.digit_count > 1 && !(sum.digit_count == 2 && sum.digits < 10)) return false;  // 零五千 is a slip that happens
  if (by >= 1e4) {
    const double below = sum.section + sum.digits;
    if (below == 0 && sum.total == 0) return false;
    sum.total = by == 1e8 ? (sum.total + below) * by : sum.total + below * by;
    sum.section = 0;
  } else {
    if (sum.digits == 0 && !bare_ten) return false;
    sum.section += (bare_ten ? 1 : sum.digits) * by;
  }
  sum.digits = 0;
  sum.digit_count = 0;
  return true;
}

}  // namespace

Numeral read_digits(std::string_view text) {
  const DigitRun head = read_run(text, 0);
  if (head.count == 0) return {};
  Numeral number{.amount = head.amount, .size = head.end};
  number.leading_zero = head.count > 1 && digit_of(decode_at(text, 0).value) == 0;
  while (head.count <= 3) {
    const CodePoint comma = decode_at(text, number.size);
    if (comma.value != U',' && comma.value != 0xFF0C) break;
    const DigitRun group = read_run(text, number.size + comma.size);
    if (group.count != 3) break;
    number.amount = number.amount * 1000 + group.amount;
    number.size = group.end;
    number.grouped = true;
  }
  const CodePoint point = decode_at(text, number.size);
  if (point.value != U'.' && point.value != 0xFF0E) return number;
  const DigitRun decimals = read_run(text, number.size + point.size);
  if (decimals.count == 0) return number;
  const CodePoint next = decode_at(text, decimals.end);
  const bool label = (next.value == U'.' || next.value == 0xFF0E) && read_run(text, decimals.end + next.size).count > 0;
  if (label) return {};
  double scale = 1;
  for (std::size_t i = 0; i < decimals.count; ++i) scale *= 10;
  number.amount += decimals.amount / scale;
  number.decimals = static_cast<std::uint8_t>(std::min<std::size_t>(decimals.count, 9));
  number.size = decimals.end;
  return number;
}

Numeral read_english_number(std::string_view text) {
  Sum sum;
  std::size_t end = 0;
  for (;;) {
    std::size_t next = end == 0 ? 0 : over_joint(text, end);
    const bool large = sum.last == NumberWordKind::Hundred || sum.last == NumberWordKind::Scale;
    if (end != 0 && large && word_is(text, next, "and")) next = over_joint(text, next + 3);
    const NumberWord* const word = number_word_at(text, next);
    if (word == nullptr || (end != 0 && next == end) || !takes(sum, word->kind, word->amount)) break;
    add(sum, *word);
    end = next + word->word.size();
  }
  if (end == 0) return {};
  Numeral number{.amount = sum.total + sum.group, .size = end};
  const std::size_t half = number.amount == 1 ? over_half(text, end, false) : end;
  const std::size_t and_half = over_half(text, end, true);
  if (half != end) return {.amount = 0.5, .size = half, .decimals = 1};
  if (and_half != end) return {.amount = number.amount + 0.5, .size = and_half, .decimals = 1};
  return number;
}

bool is_chinese_digit(char32_t c) { return chinese_digit_of(c) >= 0 || multiplier_of(c) > 0; }

Numeral read_chinese_number(std::string_view text) {
  ChineseSum sum;
  std::size_t end = 0;
  for (;;) {
    const CodePoint c = decode_at(text, end);
    const int digit = c.size == 0 ? -1 : chinese_digit_of(c.value);
    const double by = digit < 0 ? multiplier_of(c.value) : 0;
    if (digit >= 0) {
      sum.digits = sum.digits * 10 + digit;
      ++sum.digit_count;
    } else if (by == 0) {
      break;
    } else if (!multiply(sum, by, end == 0)) {
      return {};
    }
    end += c.size;
  }
  if (end == 0) return {};
  Numeral number{.amount = sum.total + sum.section + sum.digits, .size = end};
  const CodePoint point = decode_at(text, end);
  if (point.value != U'点' && point.value != U'點') return number;
  double scale = 1;
  for (std::size_t at = end + point.size;;) {
    const CodePoint c = decode_at(text, at);
    const int digit = c.size == 0 ? -1 : chinese_digit_of(c.value);
    if (digit < 0) return number;
    scale /= 10;
    number.amount += digit * scale;
    number.decimals = static_cast<std::uint8_t>(std::min(number.decimals + 1, 9));
    at += c.size;
    number.size = at;
  }
}

}  // namespace clauselint
