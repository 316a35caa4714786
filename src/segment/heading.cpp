// The words of headings: a line of its own, or the first words of a paragraph set off by bold, a stop or brackets.
#include "segment/heading.hpp"

#include "segment/abbreviation.hpp"
#include "segment/language.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestTitle = 110;  // bytes
constexpr std::uint32_t kMostWords = 12;
constexpr std::uint32_t kMostHan = 20;
constexpr std::uint32_t kMostHanBeforeColon = 10;

bool is_small_word(std::string_view word) {
  return is_word_among(
      word, {"of", "and", "the", "for",   "to",   "in",  "or",   "by",  "on",      "with",    "a",      "an", "from",
             "at", "as",  "per", "under", "upon", "its", "into", "not", "against", "between", "during", "v"});
}

ByteSpan trim_stops(std::string_view text, ByteSpan span) {
  while (!span.empty()) {
    const CodePoint last = decode_before(text, span.end);
    if (!is_blank(last.value) && !is_any_of(last.value, U".。:：;；-–—、．")) break;
    span.end -= last.size;
  }
  while (!span.empty()) {
    const CodePoint first = decode_at(text, span.begin);
    if (!is_blank(first.value)) break;
    span.begin += first.size;
  }
  return span;
}

// How far bold runs reach from `begin` without a gap.
std::uint32_t bold_end(const Document& document, const Paragraph& paragraph, std::uint32_t begin) {
  std::uint32_t end = begin;
  for (const Run& run : document.runs_of(paragraph)) {
    if (run.span.end <= begin) continue;
    const bool blank = trimmed(document.words(run.span)).empty();
    if (!run.bold && !blank) break;
    if (run.bold) end = run.span.end;
  }
  return end;
}

// Chinese words that may head a clause: short, and without the punctuation of a sentence.
bool is_han_title(std::string_view words, std::uint32_t most) {
  const Letters letters = count_letters(words);
  if (letters.han == 0 || letters.han > most || letters.words > kMostWords) return false;
  std::uint32_t blanks = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    blanks = is_blank(c.value) ? blanks + 1 : 0;
    if (blanks > 3 || is_any_of(c.value, U"。；，！？,;?!：:=_＿□☐【[{"))
      return false;  // a gap is a blank to be filled
    at += c.size;
  }
  return true;
}

// 【质保期】, and after a strong label （质保期）.
std::optional<ByteSpan> bracketed(const Document& document, ByteSpan rest, bool strong) {
  const std::string_view text = document.words(rest);
  const CodePoint open = decode_at(text, 0);
  const bool square = open.value == U'【' || (open.value == U'[' && strong);
  const bool round = strong && (open.value == U'（' || open.value == U'(');
  if (!square && !round) return std::nullopt;
  const std::string_view closers = open.value == U'【'   ? "】"
                                   : open.value == U'['  ? "]"
                                   : open.value == U'（' ? "）"
                                                         : ")";
  const std::size_t close = text.find(closers);
  if (close == std::string_view::npos || close > kLongestTitle) return std::nullopt;
  const std::string_view inside = text.substr(open.size, close - open.size);
  const bool title = is_titled(inside) || is_han_title(inside, kMostHan);
  if (!title) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(rest.begin + open.size);
  return ByteSpan{.begin = begin, .end = static_cast<std::uint32_t>(rest.begin + close)};
}

// The stop after `Warranty Period` in "Warranty Period. The Supplier …", or npos.
std::size_t run_in_stop(std::string_view text) {
  const std::size_t limit = std::min(text.size(), kLongestTitle);
  for (std::size_t at = 0; at < limit;) {
    const CodePoint c = decode_at(text, at);
    const std::size_t next = at + c.size;
    const bool blank_follows = next < text.size() && is_blank(char_at(text, next));
    if (c.value == U'.' && blank_follows && !ends_in_abbreviation(text.substr(0, next))) {
      return is_small(char_at(text, skip_blanks(text, next))) ? std::string_view::npos : at;
    }
    if (is_any_of(c.value, U":：")) return at;
    const bool dash = is_any_of(c.value, U"–—-") && at > 0 && is_blank(decode_before(text, at).value) && blank_follows;
    if (dash || c.value == U'—') return at;
    if (is_any_of(c.value, U";；。，")) return std::string_view::npos;
    at = next;
  }
  return std::string_view::npos;
}

// 质保期 in 质保期。产品…, 质保期：产品…, and after a strong label 质保期　产品….
std::size_t han_run_in_stop(std::string_view text, bool strong) {
  const std::uint32_t most = strong ? 15 : 10;
  std::uint32_t han = 0;
  for (std::size_t at = 0; at < text.size() && han <= most;) {
    const CodePoint c = decode_at(text, at);
    han += is_han(c.value) ? 1 : 0;
    if (is_any_of(c.value, U"。：:") && han > 1) return at;
    const std::size_t next = skip_blanks(text, at);
    const bool gap = next > at && next - at <= 6 && (c.value == 0x3000 || next - at > 1);
    const bool wide_gap = gap && is_han(char_at(text, next));
    if (strong && wide_gap && han > 1 && text.size() - next > 30) return at;
    if (is_any_of(c.value, U"，；！？,;_【[“")) return std::string_view::npos;
    at += c.size;
  }
  return std::string_view::npos;
}

// "Purpose limitation": a short line that begins with a capital and has no verb of a duty.
bool is_short_line(std::string_view words) {
  if (words.size() > 70 || !is_capital(char_at(words, 0))) return false;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = latin_word_at(words, at);
    const CodePoint c = decode_at(words, at);
    const bool duty = is_word_among(word, {"shall", "will", "must", "may", "is", "are", "was", "be", "has", "have",
                                           "can", "agrees", "means", "that", "which", "if", "any", "this", "each"});
    if (duty || is_han(c.value) || is_digit(c.value) || is_any_of(c.value, U".;:!?_\"“”,[{@")) return false;
    count += word.empty() ? 0 : 1;
    at += word.empty() ? c.size : word.size();
  }
  return count <= 7;
}

bool is_whole_title(std::string_view text) {
  if (text.size() > kLongestTitle * 2) return false;
  const char32_t last = decode_before(text, text.size()).value;
  if (is_any_of(last, U";；,，。?？")) return false;
  std::string_view words = text;
  if (is_any_of(last, U".:：")) words.remove_suffix(decode_before(text, text.size()).size);
  const bool leads_in = is_any_of(last, U":：");  // 乙方应承担以下责任： begins a list; 甲方义务： heads one
  if (is_titled(words) || is_han_title(words, leads_in ? kMostHanBeforeColon : kMostHan)) return true;
  return !leads_in && is_short_line(words);
}

}  // namespace

bool is_titled(std::string_view words) {
  if (words.size() > kLongestTitle) return false;
  std::uint32_t count = 0;
  std::uint32_t capitals = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    if (is_han(c.value) || is_any_of(c.value, U".;:!?_\"“”=。；：，")) return false;
    if (!is_ascii_letter(c.value)) {
      at += c.size;
      continue;
    }
    const std::string_view word = latin_word_at(words, at);
    const bool inside_word = at > 0 && is_any_of(decode_before(words, at).value, U"'’-");  // Supplier's, Non-payment
    ++count;
    if (is_capital(c.value))
      ++capitals;
    else if (!inside_word && !is_small_word(word))
      return false;
    at += word.size();
  }
  return capitals > 0 && count <= kMostWords && is_capital(char_at(words, words.find_first_not_of("([ ")));
}

Heading find_heading(const Document& document, const Paragraph& paragraph, ByteSpan rest, bool strong_label) {
  Heading none;
  const std::string_view text = document.words(rest);
  if (text.empty()) return none;
  if (const std::optional<ByteSpan> inside = bracketed(document, rest, strong_label)) {
    return {.words = *inside, .whole = inside->end + 4 >= rest.end, .marked = true};
  }
  const std::uint32_t bold = std::min(bold_end(document, paragraph, rest.begin), rest.end);
  const std::string_view lead = text.substr(0, bold - rest.begin);
  const bool partly_bold =
      !lead.empty() && lead.size() <= kLongestTitle && bold < rest.end && trimmed(text.substr(lead.size())).size() > 3;
  if (partly_bold && (is_whole_title(trimmed(lead)))) {
    return {.words = trim_stops(document.text, {.begin = rest.begin, .end = bold}), .whole = false, .marked = true};
  }
  if (is_whole_title(text)) {
    return {.words = trim_stops(document.text, rest), .whole = true, .marked = bold == rest.end};
  }
  const Letters beginning = count_letters(text.substr(0, std::min<std::size_t>(text.size(), 60)));
  const bool chinese = language_of(beginning, Language::En) == Language::Zh;
  const std::size_t stop = chinese ? han_run_in_stop(text, strong_label) : run_in_stop(text);
  const bool ends_there = stop >= text.size() || trimmed(text.substr(stop + decode_at(text, stop).size)).empty();
  if (stop == 0 || ends_there) return none;
  const std::string_view words = trimmed(text.substr(0, stop));
  if (!is_titled(words) && !is_han_title(words, kMostHan)) return none;
  const auto end = static_cast<std::uint32_t>(rest.begin + stop);
  return {.words = trim_stops(document.text, {.begin = rest.begin, .end = end}), .whole = false, .marked = false};
}

bool looks_like_heading(const Document& document, const Paragraph& paragraph) {
  const std::string_view words = trimmed(document.words(paragraph.span));
  if (words.empty() || words.size() > 90) return false;
  const char32_t last = decode_before(words, words.size()).value;
  if (is_any_of(last, U".;,。；，?？_") || words.find("__") != std::string_view::npos) return false;
  if (words.find("/s/") != std::string_view::npos || words.find_first_of("@|=") != std::string_view::npos) return false;
  const Letters letters = count_letters(words);
  if (letters.han > kMostHan || letters.words > kMostWords || letters.none()) return false;
  const bool colon_inside = words.find(':') < words.size() - 1 || words.find("：") < words.size() - 3;
  if (colon_inside) return false;
  const bool bold = bold_end(document, paragraph, paragraph.span.begin) >= paragraph.span.begin + words.size();
  if (bold) return letters.han >= 2 || is_titled(words) || (letters.words > 0 && is_capital(char_at(words, 0)));
  const bool small = std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool company = continues_with_any(words, words.size() - std::min<std::size_t>(words.size(), 5),
                                          {" inc", " llc", ", llc", " ltd", "corp", " n.a"});
  return letters.han == 0 && !small && !company && letters.words > 0 && words.size() >= 5;
}

bool may_be_han_heading(std::string_view words) {
  std::uint32_t han = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    if (!is_han(c.value) && c.value != U'、' && !is_blank(c.value)) return false;
    han += is_han(c.value) ? 1 : 0;
    at += c.size;
  }
  return han >= 2 && han <= 12 &&
         !continues_with_any(words, 0, {"甲方", "乙方", "丙方", "买方", "卖方", "供方", "需方", "签"});
}

}  // namespace clauselint
