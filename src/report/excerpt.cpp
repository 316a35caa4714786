// Quotes that fit: a window of the text around a span, never cutting a character, and a caret line below it.
#include "report/excerpt.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kCut = "…";

bool reorders_text(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

std::uint32_t width_at(std::string_view text, std::size_t at, std::uint32_t size) {
  return display_width(text.substr(at, size));
}

// Grows `window` by the character before it, with the marks that combine with it; false at the start or out of room.
bool grow_left(std::string_view text, ByteSpan& window, std::uint32_t& room) {
  std::uint32_t begin = window.begin;
  std::uint32_t width = 0;
  while (begin > 0 && width == 0) {
    begin -= decode_before(text, begin).size;
    width = width_at(text, begin, window.begin - begin);
  }
  if (begin == window.begin || width > room) return false;
  window.begin = begin;
  room -= width;
  return true;
}

bool grow_right(std::string_view text, ByteSpan& window, std::uint32_t& room, std::uint32_t limit) {
  if (window.end >= limit) return false;
  std::uint32_t end = window.end + decode_at(text, window.end).size;
  const std::uint32_t width = width_at(text, window.end, end - window.end);
  if (width > room) return false;
  for (CodePoint next = decode_at(text, end); end < limit && width_at(text, end, next.size) == 0;
       next = decode_at(text, end)) {
    end += next.size;
  }
  window.end = end;
  room -= width;
  return true;
}

// Inside a Latin word or a number such as `250,000`.
bool within_word(std::string_view text, std::uint32_t at) {
  const CodePoint before = decode_before(text, at);
  const CodePoint after = decode_at(text, at);
  const auto latin = [](char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c); };
  const auto divides = [](char32_t c) { return c == U',' || c == U'.'; };
  if (latin(before.value) && latin(after.value)) return true;
  if (is_ascii_digit(before.value) && divides(after.value)) return is_ascii_digit(decode_at(text, at + 1).value);
  if (divides(before.value) && is_ascii_digit(after.value)) return is_ascii_digit(decode_before(text, at - 1).value);
  return false;
}

// What reads badly beside an ellipsis.
bool is_loose(char c) { return c == ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')'; }

// Cut edges move inwards to the next word, but never into `kept`.
ByteSpan between_words(std::string_view text, ByteSpan window, ByteSpan kept) {
  ByteSpan better = window;
  while (better.begin > 0 && better.begin < kept.begin && within_word(text, better.begin)) ++better.begin;
  while (better.end < text.size() && better.end > kept.end && within_word(text, better.end)) --better.end;
  while (better.begin > 0 && better.begin < kept.begin && is_loose(text[better.begin])) ++better.begin;
  while (better.end < text.size() && better.end > kept.end && is_loose(text[better.end - 1])) --better.end;
  return better;
}

// A cut of the text that is sure to hold the window: long paragraphs are not walked for every quote from them.
ByteSpan neighbourhood(std::string_view text, ByteSpan span, std::uint32_t cells) {
  const std::uint32_t reach = 8 * cells;
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto continues = [&](std::uint32_t at) {
    return at < size && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
  };
  ByteSpan near = {.begin = span.begin - std::min(span.begin, reach),
                   .end = span.begin + std::min(size - span.begin, reach)};
  while (near.begin < span.begin && continues(near.begin)) ++near.begin;
  while (near.end < size && continues(near.end)) ++near.end;
  return near;
}

// As much of the span as there is room for, then what stands before and after it, by turns.
ByteSpan window_around(std::string_view text, ByteSpan span, std::uint32_t room) {
  const auto size = static_cast<std::uint32_t>(text.size());
  ByteSpan window = {.begin = span.begin, .end = span.begin};
  while (grow_right(text, window, room, span.end)) {
  }
  const ByteSpan kept = window;
  if (kept.end < span.end) return kept;
  for (bool left = true, right = true; left || right;) {
    left = left && grow_left(text, window, room);
    right = right && grow_right(text, window, room, size);
  }
  return between_words(text, window, kept);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (c.value == U'\n' || is_blank(c.value)) {
      append_utf8(made, c.value == 0x3000 ? c.value : U' ');
    } else if (is_control(c.value) || reorders_text(c.value)) {
      append_utf8(made, 0xFFFD);
    } else {
      made.append(text.substr(at, c.size));
    }
    at += c.size;
  }
  return made;
}

Excerpt excerpt(std::string_view text, ByteSpan span, std::uint32_t cells) {
  const auto size = static_cast<std::uint32_t>(text.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  const ByteSpan near = neighbourhood(text, span, cells);
  span.end = std::min(span.end, near.end);
  // Made printable piece by piece, so that the span keeps its place.
  const std::string before = printable(slice(text, {.begin = near.begin, .end = span.begin}));
  const std::string meant = printable(slice(text, span));
  const std::string line = before + meant + printable(slice(text, {.begin = span.end, .end = near.end}));
  const ByteSpan here = {.begin = static_cast<std::uint32_t>(before.size()),
                         .end = static_cast<std::uint32_t>(before.size() + meant.size())};
  const bool whole = near.size() == size;
  const bool fits = whole && display_width(line) <= cells;
  const ByteSpan window = fits ? ByteSpan{.begin = 0, .end = static_cast<std::uint32_t>(line.size())}
                               : window_around(line, here, cells - 2);
  Excerpt made;
  if (window.begin > 0 || near.begin > 0) made.text += kCut;
  const std::string_view shown = slice(line, window);
  const std::uint32_t indent = display_width(made.text) + display_width(shown.substr(0, here.begin - window.begin));
  const std::uint32_t seen_end = std::min(here.end, window.end);
  const std::uint32_t width = display_width(slice(line, {.begin = here.begin, .end = seen_end}));
  made.text += shown;
  if (window.end < line.size() || near.end < size) made.text += kCut;
  made.caret = std::string(indent, ' ') + '^' + std::string(std::max(1u, width) - 1, '~');
  return made;
}

std::string fitted(std::string_view text, std::uint32_t cells) {
  const std::string_view words = trimmed(text);
  const ByteSpan near = neighbourhood(words, {}, cells);
  const std::string line = printable(slice(words, near));
  if (near.end == words.size() && display_width(line) <= cells) return line;
  const auto size = static_cast<std::uint32_t>(line.size());
  ByteSpan window;
  std::uint32_t room = cells > 1 ? cells - 1 : 1;
  while (grow_right(line, window, room, size)) {
  }
  // A word so long that it fills the line is cut all the same.
  const ByteSpan better = between_words(line, window, {});
  const ByteSpan kept = better.size() * 2 > window.size() ? better : window;
  return std::string(slice(line, kept)) + std::string(kCut);
}

}  // namespace clauselint
