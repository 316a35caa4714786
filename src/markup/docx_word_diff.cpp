// A word diff of one edit: longest common subsequence over tokens, then tidied for readers.
#include "markup/docx_word_diff.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

/// How far a word may reach beyond an edit that cuts it, and the largest table of a comparison.
constexpr std::uint32_t kLongestWord = 256;
constexpr std::size_t kLargestTable = 1u << 20;

enum class Glyph { Word, Digit, Mark, Blank, Other };

Glyph glyph_of(char32_t c) {
  if (is_blank(c) || c == U'\n') return Glyph::Blank;
  if (is_han(c)) return Glyph::Other;
  const auto point = static_cast<utf8proc_int32_t>(c);
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: return Glyph::Word;
    case UTF8PROC_CATEGORY_LO: return c >= 0x3040 && c <= 0x30FF ? Glyph::Other : Glyph::Word;  // kana stand alone
    case UTF8PROC_CATEGORY_ND: return Glyph::Digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF: return Glyph::Mark;
    default: return Glyph::Other;
  }
}

bool in_word(Glyph glyph) { return glyph == Glyph::Word || glyph == Glyph::Digit; }

// Punctuation that stands within one word or number: 1,000.5, don't.
bool joins(char32_t c, Glyph before, Glyph after) {
  if (c == U'.' || c == U',' || c == U'\uFF0E' || c == U'\uFF0C')
    return before == Glyph::Digit && after == Glyph::Digit;
  return (c == U'\'' || c == U'\u2019') && before == Glyph::Word && after == Glyph::Word;
}

// Where the token that begins at `at` ends.
std::uint32_t token_end(std::string_view text, std::uint32_t at) {
  CodePoint point = decode_at(text, at);
  const Glyph first = glyph_of(point.value);
  Glyph last = first;
  std::uint32_t end = at + point.size;
  while (end < text.size()) {
    point = decode_at(text, end);
    const Glyph glyph = glyph_of(point.value);
    const bool more_blank = first == Glyph::Blank && glyph == Glyph::Blank;
    if (glyph == Glyph::Mark || more_blank) {
      end += point.size;
    } else if (in_word(first) && in_word(glyph)) {
      end += point.size;
      last = glyph;
    } else if (in_word(first) && end + point.size < text.size() &&
               joins(point.value, last, glyph_of(decode_at(text, end + point.size).value))) {
      end += point.size;
    } else {
      break;
    }
  }
  return end;
}

// Positions around an edit that no word crosses, at most a long word away.
ByteSpan window_around(std::string_view text, ByteSpan paragraph, ByteSpan span) {
  const auto apart = [](char32_t c) { return is_blank(c) || is_han(c); };
  ByteSpan window = span;
  while (window.begin > paragraph.begin && span.begin - window.begin < kLongestWord) {
    const CodePoint before = decode_before(text, window.begin);
    if (apart(before.value)) break;
    window.begin -= before.size;
  }
  while (window.end < paragraph.end && window.end - span.end < kLongestWord) {
    const CodePoint after = decode_at(text, window.end);
    if (apart(after.value)) break;
    window.end += after.size;
  }
  return window;
}

/// A stretch of old tokens [old_begin, old_end) that becomes new tokens [new_begin, new_end).
struct Hunk {
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
  std::size_t new_begin = 0;
  std::size_t new_end = 0;
};

/// Two token lists and what they cut.
class TokenDiff {
 public:
  TokenDiff(std::string_view old_text, std::string_view new_text)
      : old_text_(old_text), new_text_(new_text), old_(word_tokens(old_text)), new_(word_tokens(new_text)) {}

  // Hunks between the ends, where only tokens within `core` of the old text may differ from the new.
  std::vector<Hunk> hunks(ByteSpan core) const {
    Hunk whole{.old_begin = 0, .old_end = old_.size(), .new_begin = 0, .new_end = new_.size()};
    while (whole.old_begin < whole.old_end && whole.new_begin < whole.new_end &&
           old_[whole.old_begin].end <= core.begin && same(whole.old_begin, whole.new_begin)) {
      ++whole.old_begin, ++whole.new_begin;
    }
    while (whole.old_end > whole.old_begin && whole.new_end > whole.new_begin &&
           old_[whole.old_end - 1].begin >= core.end && same(whole.old_end - 1, whole.new_end - 1)) {
      --whole.old_end, --whole.new_end;
    }
    trim(whole);
    const std::size_t rows = whole.old_end - whole.old_begin;
    const std::size_t columns = whole.new_end - whole.new_begin;
    if (rows == 0 && columns == 0) return {};
    if (rows == 0 || columns == 0 || rows * columns > kLargestTable) return {whole};
    return tidy(compare(whole), whole);
  }

  ByteSpan old_span(const Hunk& hunk) const { return span_of(old_, hunk.old_begin, hunk.old_end, old_text_); }
  ByteSpan new_span(const Hunk& hunk) const { return span_of(new_, hunk.new_begin, hunk.new_end, new_text_); }

 private:
  bool same(std::size_t i, std::size_t j) const { return slice(old_text_, old_[i]) == slice(new_text_, new_[j]); }

  void trim(Hunk& hunk) const {
    while (hunk.old_begin < hunk.old_end && hunk.new_begin < hunk.new_end && same(hunk.old_begin, hunk.new_begin)) {
      ++hunk.old_begin, ++hunk.new_begin;
    }
    while (hunk.old_end > hunk.old_begin && hunk.new_end > hunk.new_begin && same(hunk.old_end - 1, hunk.new_end - 1)) {
      --hunk.old_end, --hunk.new_end;
    }
  }

  static ByteSpan span_of(const std::vector<ByteSpan>& tokens, std::size_t begin, std::size_t end,
                          std::string_view text) {
    const auto at = begin < tokens.size() ? tokens[begin].begin : static_cast<std::uint32_t>(text.size());
    return {.begin = at, .end = end > begin ? tokens[end - 1].end : at};
  }

  // Longest common subsequence by the classic table.
  std::vector<Hunk> compare(const Hunk& whole) const {
    const std::size_t rows = whole.old_end - whole.old_begin;
    const std::size_t columns = whole.new_end - whole.new_begin;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        cell(i, j) = same(whole.old_begin + i, whole.new_begin + j) ? cell(i + 1, j + 1) + 1
                                                                    : std::max(cell(i + 1, j), cell(i, j + 1));
      }
    }
    std::vector<Hunk> hunks;
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
      Hunk hunk{.old_begin = whole.old_begin + i, .old_end = 0, .new_begin = whole.new_begin + j, .new_end = 0};
      while ((i < rows || j < columns) &&
             !(i < rows && j < columns && same(whole.old_begin + i, whole.new_begin + j))) {
        const bool drop_old = j == columns || (i < rows && cell(i + 1, j) >= cell(i, j + 1));
        (drop_old ? i : j) += 1;
      }
      hunk.old_end = whole.old_begin + i;
      hunk.new_end = whole.new_begin + j;
      if (hunk.old_begin < hunk.old_end || hunk.new_begin < hunk.new_end) hunks.push_back(hunk);
      while (i < rows && j < columns && same(whole.old_begin + i, whole.new_begin + j)) ++i, ++j;
    }
    return hunks;
  }

  // What a reader weighs tokens by: a word or number 2, a Han character 1, blanks and punctuation nothing.
  unsigned weight(std::size_t begin, std::size_t end) const {
    unsigned sum = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t first = decode_at(old_text_, old_[i].begin).value;
      sum += in_word(glyph_of(first)) ? 2u : is_han(first) ? 1u : 0u;
    }
    return sum;
  }

  // Joins hunks with too little between them; and if most words change anyway, one change reads better than many.
  std::vector<Hunk> tidy(const std::vector<Hunk>& hunks, const Hunk& whole) const {
    unsigned kept = weight(whole.old_begin, whole.old_end);
    const unsigned all = kept;
    for (const Hunk& hunk : hunks) kept -= weight(hunk.old_begin, hunk.old_end);
    if (hunks.size() > 1 && kept * 3 < all) return {whole};
    std::vector<Hunk> joined;
    for (const Hunk& hunk : hunks) {
      if (!joined.empty() && weight(joined.back().old_end, hunk.old_begin) < 2) {
        joined.back().old_end = hunk.old_end;
        joined.back().new_end = hunk.new_end;
      } else {
        joined.push_back(hunk);
      }
    }
    return joined;
  }

  std::string_view old_text_;
  std::string_view new_text_;
  std::vector<ByteSpan> old_;
  std::vector<ByteSpan> new_;
};

}  // namespace

std::vector<ByteSpan> word_tokens(std::string_view text) {
  std::vector<ByteSpan> tokens;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t end = token_end(text, at);
    tokens.push_back({.begin = at, .end = end});
    at = end;
  }
  return tokens;
}

std::vector<Edit> word_changes(std::string_view text, ByteSpan paragraph, const Edit& edit) {
  const ByteSpan window = window_around(text, paragraph, edit.span);
  const std::string_view old_text = slice(text, window);
  const std::string new_text = std::string(slice(text, {.begin = window.begin, .end = edit.span.begin}))
                                   .append(edit.replacement)
                                   .append(slice(text, {.begin = edit.span.end, .end = window.end}));
  const TokenDiff diff(old_text, new_text);
  std::vector<Edit> changes;
  for (const Hunk& hunk : diff.hunks({.begin = edit.span.begin - window.begin, .end = edit.span.end - window.begin})) {
    const ByteSpan span = diff.old_span(hunk);
    changes.push_back({.span = {.begin = window.begin + span.begin, .end = window.begin + span.end},
                       .replacement = std::string(slice(new_text, diff.new_span(hunk)))});
  }
  return changes;
}

}  // namespace clauselint
