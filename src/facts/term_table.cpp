// Finds the words of many terms in a text in one pass, however many terms there are.
#include "facts/term_table.hpp"

#include "facts/cursor.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {
namespace {

std::string_view stem_at(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view word = text.substr(at, end - at);
  return word.substr(0, stem_length(word));
}

}  // namespace

std::uint32_t TermTable::add(std::string_view words) {
  const std::string key = term_key(words);
  const auto [place, is_new] = ids_.emplace(key, static_cast<std::uint32_t>(ids_.size()));
  if (!is_new || key.empty()) return place->second;
  const CodePoint first = decode_at(key, 0);
  if (is_han(first.value)) {
    if (first.value < 65536) first_han_.set(first.value);
  } else {
    first_words_.emplace(stem_at(key, 0, over_term_word(key, 0)));
  }
  return place->second;
}

std::uint32_t TermTable::find(std::string_view words) const {
  const auto place = ids_.find(term_key(words));
  return place == ids_.end() ? npos : place->second;
}

TermTable::Hit TermTable::longest_at(std::string_view text, std::size_t at) const {
  return static_cast<unsigned char>(text[at]) < 0x80 ? longest_latin(text, at) : longest_han(text, at);
}

TermTable::Hit TermTable::longest_latin(std::string_view text, std::size_t at) const {
  std::size_t end = over_term_word(text, at);
  if (end == at || !first_words_.contains(stem_at(text, at, end))) return {};
  Hit best;
  std::string key;
  for (int words = 0; words < kMostWords && end > at; ++words) {
    const std::size_t before = key.size();
    key += stem_at(text, at, end);
    if (const auto found = ids_.find(key); found != ids_.end()) best = {.id = found->second, .end = end};
    key.resize(before);
    key += text.substr(at, end - at);
    key += ' ';
    const std::size_t next = skip_blanks(text, end);
    if (next == end) break;
    at = next;
    end = over_term_word(text, at);
  }
  return best;
}

TermTable::Hit TermTable::longest_han(std::string_view text, std::size_t at) const {
  const CodePoint first = decode_at(text, at);
  if (first.value >= 65536 || !first_han_.test(first.value)) return {};
  Hit best;
  std::size_t end = at;
  for (int i = 0; i < kMostHan; ++i) {
    const CodePoint c = decode_at(text, end);
    if (!is_han(c.value) && !is_ascii_letter(c.value) && !is_ascii_digit(c.value)) break;
    end += c.size;
    const auto found = ids_.find(text.substr(at, end - at));
    if (found != ids_.end()) best = {.id = found->second, .end = end};
  }
  return best;
}

}  // namespace clauselint::facts
