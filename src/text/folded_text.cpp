// The text as phrases are matched against it: case, width, quotes and blanks made equal, typed values marked.
#include "text/folded_text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr char32_t kNothing = 0;

// One code point folded; kNothing when it vanishes, U' ' for every kind of blank.
char32_t fold_code_point(char32_t c) {
  if (c < 0x80) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c == U'\n') return c;
    return c < 0x20 || c == 0x7F ? U' ' : c;
  }
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) return kNothing;
  if (is_blank(c)) return U' ';
  if (c >= 0xFF01 && c <= 0xFF5E) return fold_code_point(c - 0xFEE0);
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x2032) return U'\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2033) return U'"';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return U'-';
  if (c < 0x590) return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
  return c;
}

// A blank beside Han writing says nothing: Chinese drafts are typed with and without it.
bool joins_han(char32_t c) { return is_han(c) || (c >= 0x3001 && c <= 0x3011); }

}  // namespace

FoldedText fold(std::string_view text, std::span<const ValueMark> marks) {
  FoldedText folded;
  std::string& out = folded.text_;
  out.reserve(text.size() + marks.size() * 3);
  folded.corners_.push_back({});
  const auto corner = [&](std::size_t at) {
    folded.corners_.push_back(
        {.folded = static_cast<std::uint32_t>(out.size()), .original = static_cast<std::uint32_t>(at)});
  };

  char32_t previous = U'\n';
  bool blank = false;        // blanks were read since `previous` and not written yet
  std::size_t blank_at = 0;  // where the first of them stands
  std::size_t mark = 0;
  bool open = false;

  const auto write_blank = [&](char32_t next, std::size_t at) {
    if (!blank) return;
    blank = false;
    const bool silent = joins_han(previous) || joins_han(next) || previous == U'\n' || next == U'\n';
    corner(blank_at);
    if (!silent) out.push_back(' ');
    corner(at);
  };

  for (std::size_t at = 0; at <= text.size();) {
    if (open && at >= marks[mark].span.end) {
      write_blank(U'x', at);
      corner(at);
      out.push_back(kValueClose);
      corner(at);
      open = false;
      ++mark;
    }
    if (at == text.size()) break;
    if (!open && mark < marks.size() && at >= marks[mark].span.begin) {
      const CodePoint first = decode_at(text, at);
      write_blank(fold_code_point(first.value), at);
      corner(at);
      out.push_back(kValueOpen);
      out.push_back(marks[mark].kind);
      corner(at);
      open = true;
    }

    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > 0x20 && byte < 0x7F && !blank) {  // the plain case, without decoding
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      previous = byte;
      ++at;
      continue;
    }
    const CodePoint c = decode_at(text, at);
    const char32_t to = fold_code_point(c.value);
    if (to == kNothing) {
      corner(at);
      at += c.size;
      corner(at);
      continue;
    }
    if (to == U' ') {
      if (!blank) blank_at = at;
      blank = true;
      at += c.size;
      continue;
    }
    write_blank(to, at);
    if (to == c.value) {
      out.append(text.substr(at, c.size));
    } else {
      corner(at);
      append_utf8(out, to);
      corner(at + c.size);
    }
    previous = to;
    at += c.size;
  }
  write_blank(U'\n', text.size());
  corner(text.size());
  return folded;
}

ByteSpan FoldedText::original(ByteSpan folded) const {
  // The begin belongs to what follows it (the last corner there), the end to what precedes it (the first).
  const auto after = std::upper_bound(corners_.begin(), corners_.end(), folded.begin,
                                      [](std::uint32_t at, const Corner& c) { return at < c.folded; });
  const Corner& before = *(after - 1);
  std::uint32_t begin = before.original + (folded.begin - before.folded);
  if (after != corners_.end()) begin = std::min(begin, after->original);

  const auto next = std::lower_bound(corners_.begin(), corners_.end(), folded.end,
                                     [](const Corner& c, std::uint32_t at) { return c.folded < at; });
  std::uint32_t end = begin;
  if (next != corners_.end() && next->folded == folded.end) {
    end = next->original;
  } else if (next != corners_.begin()) {
    const Corner& from = *(next - 1);
    end = from.original + (folded.end - from.folded);
  }
  return {.begin = begin, .end = std::max(begin, end)};
}

ByteSpan FoldedText::folded(ByteSpan original) const {
  const auto place = [this](std::uint32_t at, bool begin) {
    const auto first = std::lower_bound(corners_.begin(), corners_.end(), at,
                                        [](const Corner& c, std::uint32_t to) { return c.original < to; });
    const auto last = std::upper_bound(corners_.begin(), corners_.end(), at,
                                       [](std::uint32_t to, const Corner& c) { return to < c.original; });
    if (first != last) return begin ? first->folded : (last - 1)->folded;
    const Corner& before = *(last - 1);
    const std::uint32_t to = before.folded + (at - before.original);
    return last == corners_.end() ? to : std::min(to, last->folded);
  };
  const std::uint32_t begin = place(original.begin, true);
  return {.begin = begin, .end = std::max(begin, place(original.end, false))};
}

std::string fold_words(std::string_view words) { return fold(words).text(); }

}  // namespace clauselint
