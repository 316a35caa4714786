// UTF-8 one code point at a time, and the few questions about characters that contracts need.
#include "text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace clauselint {
namespace {

constexpr CodePoint kBad{.value = 0xFFFD, .size = 1};

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0u) == 0x80u;
}

// Strict decoding: kBad for anything Unicode does not allow.
CodePoint decode_strictly(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return {.value = first, .size = 1};
  const unsigned length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return kBad;
  char32_t value = first & (0xFFu >> (length + 1));
  for (unsigned i = 1; i < length; ++i) {
    if (!is_continuation(text, at + i)) return kBad;
    value = (value << 6) | (byte_at(text, at + i) & 0x3Fu);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return kBad;
  return {.value = value, .size = length};
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  return decode_strictly(text, at);
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text, begin)) --begin;
  const CodePoint found = decode_at(text, begin);
  return begin + found.size == at ? found : kBad;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint found = decode_strictly(text, at);
    if (found.size == 1) return at;
    at += found.size;
  }
  return std::string_view::npos;
}

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0xFEFF;
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation(text, most)) --most;
  return text.substr(0, most);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = decode_at(text, 0);
    if (!is_blank(first.value) && first.value != U'\n') break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const CodePoint last = decode_before(text, text.size());
    if (!is_blank(last.value) && last.value != U'\n') break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t cells = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    cells += static_cast<std::uint32_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value))));
    at += c.size;
  }
  return cells;
}

}  // namespace clauselint
