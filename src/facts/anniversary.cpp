// Years told by the day they end on: `the second (2nd) anniversary of delivery`.
#include <array>

#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

// An ordinal that ends at a byte of the text: from where, and which; number 0 when there is none.
struct Ordinal {
  std::size_t begin = 0;
  int number = 0;
};

constexpr std::array<std::string_view, 19> kWords = {
    "first",     "second",    "third",       "fourth",     "fifth",     "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

int ordinal_word(std::string_view word) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (is_word(word, kWords[i])) return static_cast<int>(i) + 1;
  }
  if (is_word(word, "twentieth")) return 20;
  return is_word(word, "thirtieth") ? 30 : 0;
}

// `twenty-first`, `tenth`.
Ordinal read_words_before(std::string_view text, std::size_t end) {
  const std::string_view last = word_before(text, end);
  Ordinal ordinal{.begin = end - last.size(), .number = ordinal_word(last)};
  if (ordinal.number == 0 || ordinal.number > 9 || !stands_before(text, ordinal.begin, "-")) return ordinal;
  const std::string_view tens = word_before(text, ordinal.begin - 1);
  const Numeral number = read_english_number(tens);
  if (number.size != tens.size() || number.amount < 20 || number.amount > 90) return ordinal;
  return {.begin = ordinal.begin - 1 - tens.size(), .number = static_cast<int>(number.amount) + ordinal.number};
}

// `21st`.
Ordinal read_digits_before(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 4> kEndings = {"st", "nd", "rd", "th"};
  const std::string_view ending = word_before(text, end);
  std::size_t begin = end - ending.size();
  if (!is_one_of(ending, kEndings) || begin == 0) return {};
  int number = 0;
  for (int factor = 1; begin > 0 && is_digit_at(text, begin - 1) && factor <= 10; factor *= 10) {
    number += factor * (text[--begin] - '0');
  }
  return {.begin = begin, .number = begin > 0 && is_digit_at(text, begin - 1) ? 0 : number};
}

Ordinal read_before(std::string_view text, std::size_t end) {
  const Ordinal digits = read_digits_before(text, end);
  return digits.number != 0 ? digits : read_words_before(text, end);
}

}  // namespace

MaybeFound read_anniversary(std::string_view text, std::size_t at, std::size_t from) {
  const std::size_t edge = back_over_blanks(text, at);
  const bool bracketed = stands_before(text, edge, ")");
  Ordinal ordinal = read_before(text, bracketed ? back_over_blanks(text, edge - 1) : edge);
  if (ordinal.number == 0) return std::nullopt;
  bool differ = false;
  if (bracketed) {
    const std::size_t open = back_over_blanks(text, ordinal.begin);
    if (!stands_before(text, open, "(")) return std::nullopt;
    const Ordinal spelled = read_words_before(text, back_over_blanks(text, open - 1));
    if (spelled.number == 0) return std::nullopt;
    differ = spelled.number != ordinal.number;
    ordinal.begin = spelled.begin;
  }
  if (ordinal.begin < from) return std::nullopt;
  Found found =
      found_of(ValueKind::Duration,
               {.begin = ordinal.begin, .amount = static_cast<double>(ordinal.number), .words_differ = differ},
               at + std::string_view("anniversary").size());
  found.value.unit = TimeUnit::Year;
  return found;
}

}  // namespace clauselint::facts
