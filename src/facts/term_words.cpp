// The words of defined terms: quotation marks around them, and a key under which singular and plural are one.
#include "facts/term_words.hpp"

#include "facts/cursor.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLongestTerm = 90;  // bytes between the marks

// The mark that closes what `open` opens; 0 when it opens nothing.
char32_t closing_of(char32_t open) {
  switch (open) {
    case U'"': return U'"';
    case U'“': return U'”';
    case U'”': return U'”';  // both ends typed with the closing mark
    case U'„': return U'“';
    case U'‘': return U'’';
    case U'\'': return U'\'';
    case U'「': return U'」';
    case U'『': return U'』';
    case U'＂': return U'＂';
    default: return 0;
  }
}

bool is_single(char32_t mark) { return mark == U'‘' || mark == U'\''; }

bool is_word_at(std::string_view text, std::size_t at) { return is_letter_at(text, at) || is_digit_at(text, at); }

}  // namespace

Quoted read_quoted(std::string_view sentence, std::size_t at) {
  const CodePoint open = decode_at(sentence, at);
  const char32_t closing = closing_of(open.value);
  if (closing == 0) return {};
  if (is_single(open.value) && at > 0 && is_word_at(sentence, at - 1)) return {};  // an apostrophe
  const std::size_t begin = skip_blanks(sentence, at + open.size);
  for (std::size_t end = begin; end < sentence.size() && end - begin <= kLongestTerm;) {
    const CodePoint c = decode_at(sentence, end);
    const bool curly_or_straight = c.value == closing || (closing == U'”' && (c.value == U'"' || c.value == U'“'));
    const bool apostrophe = is_single(open.value) && is_word_at(sentence, end + c.size);
    if (curly_or_straight && !apostrophe) {
      std::size_t words = back_over_blanks(sentence, end);
      while (words > begin && (sentence[words - 1] == ',' || sentence[words - 1] == '.')) --words;
      return words > begin ? Quoted{at, begin, words, end + c.size} : Quoted{};
    }
    if (c.value == U';' || c.value == U'；' || c.value == U'。') return {};
    end += c.size;
  }
  return {};
}

std::vector<Quoted> find_quoted(std::string_view sentence) {
  std::vector<Quoted> found;
  for (std::size_t at = 0; at < sentence.size();) {
    const auto byte = static_cast<unsigned char>(sentence[at]);
    const bool may_open = byte == '"' || byte == '\'' || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
    if (!may_open) {
      ++at;
      continue;
    }
    const Quoted quoted = read_quoted(sentence, at);
    if (quoted.end != 0) found.push_back(quoted);
    at = quoted.end != 0 ? quoted.end : at + std::max<std::size_t>(1, decode_at(sentence, at).size);
  }
  return found;
}

std::size_t stem_length(std::string_view word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.size() - 3;
  if (word.size() > 3 && word.ends_with("y")) return word.size() - 1;
  if (word.size() > 4 && (word.ends_with("ses") || word.ends_with("xes") || word.ends_with("ches")))
    return word.size() - 2;
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) return word.size() - 1;
  return word.size();
}

std::size_t over_term_word(std::string_view text, std::size_t at) {
  for (;;) {
    while (is_word_at(text, at)) ++at;
    const std::size_t mark = stands_at(text, at, "’")                               ? 3
                             : stands_at(text, at, "-") || stands_at(text, at, "'") ? 1
                                                                                    : 0;
    const bool possessive =
        mark != 0 && !stands_at(text, at, "-") && stands_at(text, at + mark, "s") && !is_word_at(text, at + mark + 1);
    if (mark == 0 || possessive || !is_word_at(text, at + mark)) return at;
    at += mark;
  }
}

std::string term_key(std::string_view words) {
  std::string key;
  std::size_t last = 0;  // where the last word begins in the key
  for (std::size_t at = skip_blanks(words, 0); at < words.size();) {
    const CodePoint c = decode_at(words, at);
    const std::size_t next = skip_blanks(words, at);
    if (next != at) {
      at = next;
      if (at < words.size()) {
        key += ' ';
        last = key.size();
      }
      continue;
    }
    key += words.substr(at, c.size);
    at += c.size;
  }
  key.resize(last + stem_length(std::string_view(key).substr(last)));
  return key;
}

}  // namespace clauselint::facts
