// Labels that begin with a word: Article 4, Section 8.2, § 3, Annex B, Part II.
#include "segment/label.hpp"
#include "segment/ordinal.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

struct LabelWord {
  std::string_view word;
  LabelKind kind;
};

constexpr std::array<LabelWord, 14> kWords{{
    {"article", LabelKind::Article},
    {"art", LabelKind::Article},
    {"section", LabelKind::Section},
    {"sec", LabelKind::Section},
    {"clause", LabelKind::Clause},
    {"chapter", LabelKind::Chapter},
    {"part", LabelKind::Part},
    {"annex", LabelKind::Annex},
    {"annexure", LabelKind::Annex},
    {"appendix", LabelKind::Annex},
    {"schedule", LabelKind::Annex},
    {"exhibit", LabelKind::Annex},
    {"attachment", LabelKind::Annex},
    {"addendum", LabelKind::Annex},
}};

// The number after the word: 8.2, IV, B, B-1, Four. Fills numbers and returns the bytes it took, 0 for none.
std::size_t read_count(std::string_view text, std::size_t begin, Label& label) {
  if (read_digits(text, begin).size != 0) {
    std::size_t at = begin;
    label.depth = 0;
    for (LabelNumeral n = read_digits(text, at); n.size != 0 && label.depth < kDeepest; n = read_digits(text, at)) {
      label.numbers[label.depth++] = n.value;
      at += n.size;
      const bool goes_on = char_at(text, at) == U'.' && is_digit(char_at(text, at + 1));
      if (!goes_on) break;
      ++at;
    }
    return at - begin;
  }
  const std::string_view letters = latin_word_at(text, begin);
  const bool annex = label.kind == LabelKind::Annex;
  const LabelNumeral roman = read_roman(text, begin);
  const bool is_roman = roman.size == letters.size() && roman.size != 0 && is_capital(char_at(text, begin));
  if (is_roman && (!annex || letters.size() > 1)) {
    label.numbers[0] = roman.value;
    return roman.size;
  }
  if (letters.size() == 1 && is_capital(char_at(text, begin))) {
    label.numbers[0] = static_cast<std::uint32_t>(letters[0] - 'A' + 1);
    const bool numbered = char_at(text, begin + 1) == U'-' && read_digits(text, begin + 2).size != 0;
    return numbered ? 2 + read_digits(text, begin + 2).size : 1;
  }
  const LabelNumeral word = read_number_word(text, begin);
  label.numbers[0] = word.value;
  return word.size;
}

// A sentence that begins with a reference ("Section 8 applies", "Schedule 1, the") carries no label.
bool may_follow(std::string_view text, std::size_t at) {
  const char32_t next = char_at(text, at);
  if (at >= text.size() || is_any_of(next, U".:：、\t—–-(（") || is_han(next)) return true;
  if (!is_blank(next)) return false;
  const std::size_t word_at = skip_blanks(text, at);
  const std::string_view word = latin_word_at(text, word_at);
  if (word.empty()) return true;
  if (is_small(char_at(text, word_at))) return false;
  return !is_word_among(word, {"of", "shall", "is", "are", "and", "or", "to", "through", "hereof", "above", "below",
                               "hereto", "will", "may", "sets", "does"});
}

}  // namespace

std::optional<Label> read_word_label(std::string_view text) {
  Label label;
  label.frame = Frame::Word;
  std::size_t at = 0;
  if (char_at(text, 0) == U'§') {
    label.kind = LabelKind::Section;
    at = 2;
    if (char_at(text, at) == U'§') at += 2;
  } else {
    if (!is_capital(char_at(text, 0))) return std::nullopt;
    const std::string_view word = latin_word_at(text, 0);
    const auto known = std::find_if(kWords.begin(), kWords.end(), [word](const LabelWord& one) {
      return one.word.size() == word.size() && continues_with(word, 0, one.word);
    });
    if (known == kWords.end()) return std::nullopt;
    label.kind = known->kind;
    at = word.size();
    if (char_at(text, at) == U'.') ++at;
  }
  at = skip_blanks(text, at);
  if (continues_with(text, at, "no.")) at = skip_blanks(text, at + 3);
  const std::size_t count = read_count(text, at, label);
  if (count == 0 || !may_follow(text, at + count)) return std::nullopt;
  at += count;
  const bool closed = char_at(text, at) == U'.' && !is_digit(char_at(text, at + 1));
  label.size = static_cast<std::uint32_t>(closed ? at + 1 : at);
  return label;
}

}  // namespace clauselint
