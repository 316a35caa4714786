// How a draft in two languages is laid out paragraph by paragraph, and where a paragraph turns to the other language.
#include "segment/mark_language.hpp"

#include <algorithm>

#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kLeastHan = 6;  // of a paragraph that counts when layouts are told apart
constexpr std::uint32_t kLeastWords = 4;
constexpr std::uint32_t kLeastTurns = 4;

bool speaks_at_length(Letters letters) {
  const bool zh = letters.han >= kLeastHan && letters.han >= letters.words * 2;
  const bool en = letters.words >= kLeastWords && letters.words >= letters.han;
  return zh || en;
}

// A paragraph whose first part is in one language and whose second in the other, both at some length.
bool holds_both(const Document& document, ByteSpan words) {
  const std::vector<std::uint32_t> borders = language_borders(document.words(words));
  if (borders.size() != 1) return false;
  const Letters first = count_letters(document.words({.begin = words.begin, .end = words.begin + borders[0]}));
  const Letters second = count_letters(document.words({.begin = words.begin + borders[0], .end = words.end}));
  return speaks_at_length(first) && speaks_at_length(second) &&
         language_of(first, Language::En) != language_of(second, Language::En);
}

}  // namespace

bool speaks(Letters letters) { return letters.han >= 2 || letters.words >= 2; }

Interleaving find_interleaving(const Document& document, const ParagraphRoles& roles,
                               const std::vector<std::uint32_t>& inked) {
  std::uint32_t speaking = 0;
  std::uint32_t turns = 0;
  std::uint32_t both = 0;
  bool spoken = false;  // since the last paragraph in both languages, `last`
  Language last = Language::En;
  for (const std::uint32_t i : inked) {
    const Letters letters = roles.letters[i];
    if (roles.roles[i] != Role::Prose && roles.roles[i] != Role::Layout) continue;
    const bool mixed = letters.han >= kLeastHan && letters.words >= kLeastWords;
    if (mixed && holds_both(document, words_of(document, document.paragraphs[i]))) {
      ++both;
      spoken = false;
      continue;
    }
    if (!speaks_at_length(letters)) continue;
    ++speaking;
    const Language language = language_of(letters, Language::En);
    turns += spoken && last != language ? 1 : 0;
    last = language;
    spoken = true;
  }
  return {.by_paragraph = turns >= kLeastTurns && turns * 5 >= speaking * 2,
          .in_paragraph = both >= 2 && both * 5 >= (both + speaking) * 2};
}

std::optional<std::uint32_t> find_turn(const Document& document, ByteSpan words) {
  const std::string_view text = document.words(words);
  const std::vector<std::uint32_t> borders = language_borders(text);
  if (borders.size() == 1) return words.begin + borders[0];
  if (!borders.empty()) return std::nullopt;
  std::optional<std::uint32_t> turn;  // the one place where Han give way to Latin words, or the reverse
  Letters first;
  Letters second;
  std::uint32_t edge = 0;  // behind the last letter, where brackets of the next part may open
  bool latin = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const bool letter = is_ascii_letter(c.value);
    if (!letter && !is_han(c.value)) {
      if (!opens_quote_or_bracket(c.value) && !is_blank(c.value)) edge = static_cast<std::uint32_t>(at + c.size);
      at += c.size;
      continue;
    }
    const std::size_t size = letter ? latin_word_at(text, at).size() : c.size;
    const bool begins = first.none() && !turn;
    if (!begins && letter != latin) {
      if (turn) return std::nullopt;
      turn = edge;
    }
    latin = letter;
    Letters& part = turn ? second : first;
    part += {.han = letter ? 0u : 1u, .words = letter ? 1u : 0u};
    at += size;
    edge = static_cast<std::uint32_t>(at);
  }
  const bool enough = turn && std::max(first.han, second.han) >= 2 && std::max(first.words, second.words) >= 1;
  if (!enough) return std::nullopt;
  return words.begin + *turn;
}

}  // namespace clauselint
