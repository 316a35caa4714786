// Small questions that the scanners of labels, headings and sentences ask of a text.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "text/utf8.hpp"

namespace clauselint {

inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  for (CodePoint c = decode_at(text, at); c.size != 0 && is_blank(c.value); c = decode_at(text, at)) at += c.size;
  return at;
}

/// The end of what stands before the blanks that end at `at`.
inline std::size_t back_over_blanks(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(decode_before(text, at).value)) at -= decode_before(text, at).size;
  return at;
}

inline char32_t char_at(std::string_view text, std::size_t at) { return decode_at(text, at).value; }

inline bool is_small(char32_t c) { return c >= U'a' && c <= U'z'; }
inline bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
inline bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= 0xFF10 && c <= 0xFF19); }

inline bool is_any_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

inline bool opens_quote_or_bracket(char32_t c) { return is_any_of(c, U"\"'“‘「『《(（[【〔{"); }

inline char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether `text` goes on at `at` with `word`, given in small letters, in any case.
inline bool continues_with(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() < at + word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char small, char c) { return small == to_small(c); });
}

inline bool continues_with_any(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text, at](std::string_view word) { return continues_with(text, at, word); });
}

/// The ASCII letters that stand at `at`.
inline std::string_view latin_word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_letter(static_cast<unsigned char>(text[end]))) ++end;
  return text.substr(std::min(at, text.size()), end - at);
}

inline bool is_word_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view one) {
    return one.size() == word.size() && continues_with(word, 0, one);
  });
}

}  // namespace clauselint
