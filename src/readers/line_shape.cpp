// Questions about one line of a text file: does it begin a clause, end a sentence, look like a heading or a table row?
#include "readers/line_shape.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::u32string_view kHanNumerals = U"一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾";
constexpr std::u32string_view kBullets = U"-*+•●○■□◆◇▪·–—";
constexpr std::u32string_view kClosers = U"\"')]”’）」』】";
constexpr std::u32string_view kSentenceEnds = U".;:?!。；：？！";
constexpr std::array<std::string_view, 8> kPartNames = {"article",  "section", "clause",   "exhibit",
                                                        "schedule", "annex",   "appendix", "attachment"};
constexpr auto kOpenWords = std::to_array<std::string_view>(
    {"and", "or",    "the",  "a",   "an",   "of",    "to",   "in",      "by",    "for",   "with",
     "at",  "from",  "on",   "any", "such", "that",  "as",   "its",     "their", "this",  "these",
     "be",  "shall", "will", "may", "must", "under", "upon", "between", "into",  "which", "each",
     "not", "no",    "is",   "are", "was",  "has",   "have", "than",    "if",    "our",   "your"});
constexpr auto kNumberWords = std::to_array<std::string_view>(
    {"one",    "two",     "three",  "four",   "five",  "six",   "seven", "eight",   "nine",   "ten",    "eleven",
     "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"});
constexpr std::array<std::string_view, 16> kReferenceWords = {
    "section",  "sections",  "article", "articles", "clause",     "clauses", "paragraph", "paragraphs",
    "schedule", "schedules", "exhibit", "exhibits", "subsection", "annex",   "appendix",  "no."};

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_ascii_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_ascii_lower(char32_t c) { return c >= U'a' && c <= U'z'; }

std::string lowered(std::string_view word) {
  std::string small(word);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

/// Reads a line from its beginning, one code point at a time; full-width letters, figures and marks as their ASCII.
struct Cursor {
  std::string_view rest;

  char32_t peek() const {
    const char32_t c = decode_at(rest, 0).value;
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  }
  bool done() const { return rest.empty(); }
  void step() { rest.remove_prefix(decode_at(rest, 0).size); }
  bool take(char32_t c) {
    if (done() || peek() != c) return false;
    step();
    return true;
  }
  bool take_any(std::u32string_view set) {
    if (done() || !is_one_of(peek(), set)) return false;
    step();
    return true;
  }
  std::uint32_t take_while(bool (*wanted)(char32_t)) {
    std::uint32_t taken = 0;
    while (!done() && wanted(peek())) {
      step();
      ++taken;
    }
    return taken;
  }
};

bool is_han_numeral(char32_t c) { return is_one_of(c, kHanNumerals); }
bool is_label_letter(char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c) || is_han_numeral(c); }

// (a) (iv) （一） (12)
bool begins_with_bracket_label(Cursor at) {
  if (!at.take_any(U"(（")) return false;
  const std::uint32_t inside = at.take_while(is_label_letter);
  at.take(U'.');
  return inside >= 1 && inside <= 5 && at.take_any(U")）");
}

// 第八条  一、  ①  附件三
bool begins_with_chinese_label(Cursor at) {
  if (at.peek() >= 0x2460 && at.peek() <= 0x2473) return true;
  Cursor numeral = at;
  if (numeral.take_while(is_han_numeral) > 0 && numeral.take_any(U"、．.")) return true;
  if (at.take(U'第')) {
    at.take_while([](char32_t c) { return is_blank(c); });
    const bool numbered = at.take_while([](char32_t c) { return is_han_numeral(c) || is_ascii_digit(c); }) > 0;
    at.take_while([](char32_t c) { return is_blank(c); });
    if (!numbered || !at.take_any(U"条章节款项篇编")) return false;
    // `第八条的规定` goes on with a sentence that was wrapped.
    return at.done() || !is_one_of(at.peek(), U"的、，,和及与或之所");
  }
  const bool annex = at.take(U'附') && at.take_any(U"件录表");
  if (!annex) return false;
  at.take_while([](char32_t c) { return is_han_numeral(c) || is_ascii_digit(c) || is_ascii_upper(c); });
  return at.done() || is_blank(at.peek()) || is_one_of(at.peek(), U"：:");
}

// 8.  8)  8、  8.2 Warranty  1.2.3  12  Term
bool begins_with_decimal_label(Cursor at) {
  std::uint32_t levels = 0;
  bool dotted = false;
  for (std::uint32_t digits = at.take_while(is_ascii_digit); digits > 0; digits = at.take_while(is_ascii_digit)) {
    if (digits > 3) return false;
    ++levels;
    const bool dot = at.take_any(U".．");
    dotted = dotted || dot;
    if (!dot) break;
  }
  if (levels == 0) return false;
  if (at.take_any(U")）、")) return true;
  if (at.take_any(U"，,")) return !at.done() && !is_ascii_digit(at.peek());  // `1，`, but not `1,000`
  const std::uint32_t blanks = at.take_while([](char32_t c) { return is_blank(c); });
  if (at.done()) return dotted;
  const char32_t next = at.peek();
  const bool title = is_ascii_upper(next) || is_han(next) || is_one_of(next, U"\"“[【（(《");
  if (blanks == 0) return dotted && is_han(next);
  return title && (dotted || blanks > 1);
}

// a.  b)  IV.  iv)  ａ．
bool begins_with_letter_label(Cursor at) {
  std::string word;
  for (; word.size() <= 6 && !at.done() && is_ascii_letter(at.peek()); at.step()) {
    word.push_back(static_cast<char>(at.peek()));
  }
  const std::size_t letters = word.size();
  const bool numbering = letters == 1 || roman_value(word) > 0;
  if (!numbering || letters > 6) return false;
  const bool wide = decode_at(at.rest, 0).value >= 0xFF01;
  const bool bracket = at.take(U')');
  if (!bracket && !at.take(U'.')) return false;
  const std::uint32_t blanks = at.take_while([](char32_t c) { return is_blank(c); });
  const bool initial = !bracket && letters == 1 && is_ascii_upper(static_cast<unsigned char>(word[0]));
  return wide || at.done() || blanks > (initial ? 1u : 0u);  // `J. Smith` is a name
}

// ARTICLE IV   Section 2.   Exhibit A - Prices
bool begins_with_part_label(std::string_view words) {
  const std::size_t name_end = words.find_first_of(" \t");
  const std::string_view name = words.substr(0, name_end);
  if (std::ranges::find(kPartNames, lowered(name)) == kPartNames.end()) return false;
  if (is_all_capitals(name)) return true;
  if (name_end == std::string_view::npos || !is_ascii_upper(static_cast<unsigned char>(name[0]))) return false;
  const std::string_view number = trimmed(words.substr(name_end));
  const std::size_t number_end = std::min(number.find_first_of(" \t"), number.size());
  const std::string_view after = number.substr(number_end);
  const bool closed = number_end > 0 && (number[number_end - 1] == '.' || number[number_end - 1] == ':');
  if (closed || after.empty() || after.starts_with("  ") || after.starts_with('\t')) return true;
  const char32_t next = decode_at(trimmed(after), 0).value;
  return is_ascii_upper(next) || is_one_of(next, U"-–—:");
}

bool begins_with_bullet(Cursor at) {
  if (at.rest.starts_with("o  ") || at.rest.starts_with("o\t")) return true;
  if (at.rest.starts_with("•") || at.rest.starts_with("●")) return true;  // with or without a blank
  return at.take_any(kBullets) && !at.done() && is_blank(at.peek());
}

std::string_view last_word(std::string_view words) {
  const std::size_t blank = words.find_last_of(" \t");
  return blank == std::string_view::npos ? words : words.substr(blank + 1);
}

}  // namespace

std::uint32_t roman_value(std::string_view word) {
  const bool small = !word.empty() && is_ascii_lower(static_cast<unsigned char>(word[0]));
  const std::string_view digits = small ? "ivxlc" : "IVXLC";
  constexpr std::array<std::uint32_t, 5> kValues = {1, 5, 10, 50, 100};
  std::uint32_t total = 0;
  std::uint32_t largest = 0;
  for (auto c = word.rbegin(); c != word.rend(); ++c) {
    const std::size_t digit = digits.find(*c);
    if (digit == std::string_view::npos || word.size() > 8) return 0;
    if (kValues[digit] < largest) {
      total -= std::min(total, kValues[digit]);
    } else {
      total += kValues[digit];
      largest = kValues[digit];
    }
  }
  return total > 200 ? 0 : total;
}

bool begins_with_label(std::string_view words) {
  if (words.empty()) return false;
  const Cursor at{words};
  return begins_with_bracket_label(at) || begins_with_decimal_label(at) || begins_with_chinese_label(at) ||
         begins_with_letter_label(at) || begins_with_bullet(at) || begins_with_part_label(words);
}

bool ends_sentence(std::string_view words) {
  for (const std::string_view conjunction : {" and", " or"}) {  // `...; and` before the last item of a list
    if (words.ends_with(conjunction)) return trimmed(words.substr(0, words.size() - conjunction.size())).ends_with(';');
  }
  while (!words.empty()) {
    const CodePoint last = decode_before(words, words.size());
    if (!is_one_of(last.value, kClosers)) return is_one_of(last.value, kSentenceEnds);
    words.remove_suffix(last.size);
  }
  return false;
}

bool ends_with_comma(std::string_view words) {
  return words.ends_with(',') || words.ends_with("，") || words.ends_with("、");
}

bool ends_with_connective(std::string_view words) {
  const std::string_view last = last_word(words);
  if (last.size() > 7) return false;
  const bool small = std::ranges::find(kOpenWords, last) != kOpenWords.end();
  if (last == "The" || last == "If" || last == "Any" || last == "Such" || last == "Each" || last == "This") return true;
  return small ||
         (last.size() > 1 && is_all_capitals(last) && std::ranges::find(kOpenWords, lowered(last)) != kOpenWords.end());
}

bool ends_before_reference(std::string_view words) {
  if (words.ends_with("第")) return true;
  const std::string_view last = last_word(words);
  return last.size() <= 10 && std::ranges::find(kReferenceWords, lowered(last)) != kReferenceWords.end();
}

bool begins_as_amount(std::string_view previous, std::string_view next) {
  const std::string_view last = last_word(previous);
  const bool number_word = last.size() <= 7 && std::ranges::find(kNumberWords, lowered(last)) != kNumberWords.end();
  return number_word && next.size() > 2 && next[0] == '(' && is_ascii_digit(static_cast<unsigned char>(next[1]));
}

bool begins_lowercase(std::string_view words) { return is_ascii_lower(decode_at(words, 0).value); }

bool begins_amid_sentence(std::string_view words) {
  if (begins_lowercase(words)) return true;
  if (is_one_of(decode_at(words, 0).value, U"，。；、）：,;)”’")) return true;
  if (!words.starts_with('(') || begins_with_label(words)) return false;
  return is_ascii_lower(decode_at(words, 1).value);
}

bool begins_with_han(std::string_view words) { return is_han(decode_at(words, 0).value); }
bool ends_with_han(std::string_view words) { return is_han(decode_before(words, words.size()).value); }

bool is_all_capitals(std::string_view words) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::none_of(words, is_lower) && std::ranges::count_if(words, is_upper) >= 2;
}

bool begins_in_capitals(std::string_view words) {
  const std::size_t second = words.find(' ');
  if (second == std::string_view::npos) return is_all_capitals(words);
  const std::string_view rest = trimmed(words.substr(second));
  return is_all_capitals(words.substr(0, second)) && is_all_capitals(rest.substr(0, rest.find(' ')));
}

bool begins_with_quote(std::string_view words) { return is_one_of(decode_at(words, 0).value, U"\"“‘「『"); }

bool holds_figures(std::string_view words) {
  constexpr std::size_t kTail = 60;
  constexpr std::ptrdiff_t kMost = 6;
  const std::string_view tail = words.substr(words.size() - std::min(words.size(), kTail));
  return std::ranges::count_if(tail, [](char c) { return c >= '0' && c <= '9'; }) > kMost;
}

bool has_words(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    const bool symbol = (c.value >= 0x2500 && c.value <= 0x257F) || (c.value >= 0xFF01 && c.value <= 0xFF0F) ||
                        (c.value >= 0xFF1A && c.value <= 0xFF3F && (c.value < 0xFF21 || c.value > 0xFF3A)) ||
                        (c.value >= 0x3000 && c.value <= 0x303F);
    const bool word = c.value < 0x80 ? is_label_letter(c.value) : !symbol;
    if (word) return true;
    at += c.size;
  }
  return false;
}

bool is_table_row(std::string_view words) {
  for (const std::string_view frame : {"│", "┃", "├", "┌", "└"}) {
    if (words.starts_with(frame)) return true;
  }
  if (words.starts_with('|') || words.find('\t') != std::string_view::npos) return true;
  std::uint32_t gaps = 0;
  for (std::size_t at = words.find("   "); at != std::string_view::npos; at = words.find("   ", at)) {
    const std::size_t end = words.find_first_not_of(' ', at);
    if (end == std::string_view::npos) break;
    if (end - at >= 5) return true;
    ++gaps;
    at = end;
  }
  return gaps >= 2;
}

std::uint32_t first_word_width(std::string_view words) {
  if (words.empty()) return 0;
  const CodePoint first = decode_at(words, 0);
  if (first.value >= 0x2E80) return 2;
  return display_width(words.substr(0, words.find_first_of(" \t")).substr(0, 64));
}

}  // namespace clauselint
