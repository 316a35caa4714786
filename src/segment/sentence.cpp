// Where sentences end, in English, in Chinese, and in paragraphs that mix both.
#include "segment/sentence.hpp"

#include "segment/abbreviation.hpp"
#include "segment/language.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

bool closes(char32_t c) { return is_any_of(c, U"”’』」》）)]】〕\"'"); }

// Past the quotes and brackets that close behind a stop. A straight quote may open as well: it closes only when no
// blank stands before it, which holds behind a stop.
std::size_t skip_closers(std::string_view text, std::size_t at) {
  for (CodePoint c = decode_at(text, at); c.size != 0 && closes(c.value); c = decode_at(text, at)) at += c.size;
  return at;
}

bool begins_sentence(std::string_view word) {
  return is_word_among(
      word,
      {"the",         "this",    "these",   "that",    "those",  "such",     "if",       "in",     "for",
       "each",        "any",     "all",     "no",      "it",     "upon",     "at",       "on",     "notwithstanding",
       "unless",      "where",   "when",    "however", "except", "subject",  "neither",  "either", "both",
       "a",           "an",      "by",      "during",  "should", "supplier", "customer", "buyer",  "seller",
       "distributor", "company", "licensee"});
}

// Whether the figures before a stop are all that stands since `begin`: a label, not a sentence.
bool only_a_number(std::string_view text, std::size_t begin, std::size_t stop) {
  for (std::size_t at = begin; at < stop; ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (!is_ascii_digit(c) && c != '.' && c != '(' && c != ' ') return false;
  }
  return true;
}

// Whether the Latin stop at `stop` ends a sentence that began at `begin`.
bool latin_stop_ends(std::string_view text, std::size_t begin, std::size_t stop) {
  const std::size_t behind = skip_closers(text, stop + 1);
  if (behind >= text.size()) return true;
  const char32_t next = char_at(text, behind);
  const bool dots = next == U'.' || (stop > 0 && text[stop - 1] == '.');
  if (dots || only_a_number(text, begin, stop)) return false;
  if (is_han(next)) return stop > 0 && !is_ascii_digit(static_cast<unsigned char>(text[stop - 1]));
  if (!is_blank(next)) return false;
  const std::size_t word = skip_blanks(text, behind);
  const char32_t first = char_at(text, word);
  if (is_small(first) || is_any_of(first, U",;:)")) return false;
  if (text[stop] != '.') return true;
  const std::string_view so_far = text.substr(begin, stop + 1 - begin);
  if (ends_in_abbreviation(so_far)) return false;
  return !ends_in_company_form(so_far) || begins_sentence(latin_word_at(text, word));
}

// 质量保证期：          。 the blanks are all that such a sentence says.
bool is_only_a_stop(std::string_view sentence) { return sentence == "。" || sentence == "；"; }

void add_trimmed(std::string_view text, std::size_t begin, std::size_t end, std::vector<ByteSpan>& found) {
  const std::size_t blanks = begin;
  while (begin < end && is_blank(char_at(text, begin))) begin += decode_at(text, begin).size;
  while (end > begin && is_blank(decode_before(text, end).value)) end -= decode_before(text, end).size;
  if (begin == end) return;
  if (is_only_a_stop(text.substr(begin, end - begin))) begin = blanks;
  found.push_back({.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)});
}

}  // namespace

std::vector<ByteSpan> split_sentences(std::string_view text, ByteSpan range) {
  std::vector<ByteSpan> found;
  const std::string_view whole = text.substr(0, range.end);
  const std::vector<std::uint32_t> borders = language_borders(slice(text, range));
  std::size_t border = 0;
  std::size_t begin = range.begin;
  const auto cut = [&](std::size_t at) {
    add_trimmed(whole, begin, at, found);
    begin = at;
  };
  for (std::size_t at = range.begin; at < range.end;) {
    if (border < borders.size() && at >= range.begin + borders[border]) {
      ++border;
      cut(at);
    }
    const CodePoint c = decode_at(whole, at);
    const std::size_t next = at + c.size;
    const bool han_stop = is_any_of(c.value, U"。！？");
    const bool latin_stop = is_any_of(c.value, U".!?") && latin_stop_ends(whole, begin, at);
    if (han_stop || latin_stop) {
      at = skip_closers(whole, next);
      if (han_stop) {
        while (is_any_of(char_at(whole, at), U"。！？") && at < range.end) at = skip_closers(whole, at + 3);
      }
      cut(at);
    } else {
      at = next;
    }
  }
  cut(range.end);
  return found;
}

}  // namespace clauselint
