// UTF-8 one code point at a time, and the few questions about characters that contracts need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace clauselint {

/// A code point and the bytes it took; size 0 at the end of the text.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// The code point at byte `at`. The text must be valid UTF-8; elsewhere an invalid byte reads as U+FFFD of size 1.
CodePoint decode_at(std::string_view text, std::size_t at);

/// The code point that ends just before byte `at`; size 0 at the start.
CodePoint decode_before(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code_point);

/// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Chinese characters proper: no punctuation, no kana.
bool is_han(char32_t c);

/// White space of any width: ASCII, no-break, ideographic, zero-width; not the line feed.
bool is_blank(char32_t c);

inline bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// The beginning of a text, of at most `most` bytes and whole characters.
std::string_view beginning_of(std::string_view text, std::size_t most);

/// `span`-style trimming of blanks at both ends; returns the trimmed view.
std::string_view trimmed(std::string_view text);

/// Terminal cells a text takes: Han and full-width forms two, combining marks none.
std::uint32_t display_width(std::string_view text);

}  // namespace clauselint
