// Small questions about the text at a byte, which all recognisers of values ask.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/utf8.hpp"

namespace clauselint::facts {

inline bool is_any(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > ' ' && byte < 0xC2) return at;
    const CodePoint c = decode_at(text, at);
    if (!is_blank(c.value)) return at;
    at += c.size;
  }
  return at;
}

/// The end of what stands before the blanks that end at `at`.
inline std::size_t back_over_blanks(std::string_view text, std::size_t at) {
  while (at > 0) {
    const CodePoint c = decode_before(text, at);
    if (!is_blank(c.value)) return at;
    at -= c.size;
  }
  return at;
}

/// Whether only blanks stand before `at`.
inline bool opens_text(std::string_view text, std::size_t at) { return back_over_blanks(text, at) == 0; }

/// The character before `at`; 0 at the start.
inline char32_t char_before(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : decode_before(text, at).value;
}

inline bool stands_at(std::string_view text, std::size_t at, std::string_view literal) {
  return at <= text.size() && text.substr(at, literal.size()) == literal;
}

inline bool stands_before(std::string_view text, std::size_t at, std::string_view literal) {
  return text.substr(0, at).ends_with(literal);
}

inline bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_letter(static_cast<unsigned char>(text[at]));
}

inline bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]));
}

inline bool is_capital_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
}

/// The Latin word at `at`, empty when there is none.
inline std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_letter_at(text, end)) ++end;
  return text.substr(std::min(at, text.size()), end - at);
}

/// The Latin word that ends at `at`, empty when there is none.
inline std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_letter_at(text, begin - 1)) --begin;
  return text.substr(begin, at - begin);
}

/// Whether a word is the lower-case `lower`, in whatever case it is written.
inline bool is_word(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
         });
}

template <class Words>
bool is_one_of(std::string_view word, const Words& lower_words) {
  return std::any_of(std::begin(lower_words), std::end(lower_words),
                     [word](std::string_view lower) { return is_word(word, lower); });
}

inline bool is_hyphen(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0xFF0D; }

inline bool opens_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == 0xFF08 || c == 0x3010 || c == 0x3014 || c == 0xFF3B;
}

inline bool closes_bracket(char32_t c) {
  return c == U')' || c == U']' || c == 0xFF09 || c == 0x3011 || c == 0x3015 || c == 0xFF3D;
}

}  // namespace clauselint::facts
