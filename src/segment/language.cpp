// The language of a piece of text, by its letters: Han characters against Latin words.
#include "segment/language.hpp"

#include <algorithm>

#include "segment/scan.hpp"

namespace clauselint {
namespace {

// Long enough to stand for itself: about twenty columns of either script, and more words than a product name has.
constexpr std::uint32_t kLongHan = 10;
constexpr std::uint32_t kLongWords = 5;

// A stretch of one script, digits and punctuation inside it included.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // after its last letter
  Letters letters;
  bool latin = false;
  bool set_off = false;  // punctuation, a bracket or blanks stand before it
};

bool ends_sentence_or_bracket(char32_t c) { return is_any_of(c, U"。！？.!?;；:：,，(（[【《/)）]】》\"'”’“‘|—–-"); }

// The whole text as stretches of alternating scripts.
std::vector<Stretch> stretches(std::string_view text) {
  std::vector<Stretch> found;
  bool punctuated = true;
  bool opened = false;  // an opening bracket belongs to the stretch it opens
  std::uint32_t open_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const bool latin = is_ascii_letter(c.value);
    const bool han = is_han(c.value);
    const auto here = static_cast<std::uint32_t>(at);
    if (!latin && !han) {
      if (ends_sentence_or_bracket(c.value)) punctuated = true;
      if (is_any_of(c.value, U"(（[【《“‘")) {
        if (!opened) open_at = here;
        opened = true;
      } else if (!is_blank(c.value) && !is_digit(c.value)) {
        opened = false;
      }
      at += c.size;
      continue;
    }
    const std::size_t size = latin ? latin_word_at(text, at).size() : c.size;
    if (found.empty() || found.back().latin != latin) {
      Stretch next;
      next.begin = opened ? open_at : here;
      next.latin = latin;
      next.set_off = punctuated || (at > 0 && is_blank(decode_before(text, at).value));
      found.push_back(next);
    }
    if (latin) {
      found.back().letters.words += size > 1 ? 1 : 0;
    } else {
      ++found.back().letters.han;
    }
    at += size;
    found.back().end = static_cast<std::uint32_t>(at);
    punctuated = false;
    opened = false;
  }
  return found;
}

bool is_long(const Stretch& stretch) {
  return stretch.latin ? stretch.letters.words >= kLongWords : stretch.letters.han >= kLongHan;
}

}  // namespace

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_ascii_letter(c.value)) {
      const std::size_t size = latin_word_at(text, at).size();
      letters.words += size > 1 ? 1 : 0;
      at += size;
      continue;
    }
    letters.han += is_han(c.value) ? 1 : 0;
    at += c.size;
  }
  return letters;
}

Language language_of(Letters letters, Language otherwise) {
  if (letters.none()) return otherwise;
  return letters.han * 2 >= letters.words && letters.han > 0 ? Language::Zh : Language::En;
}

std::vector<std::uint32_t> language_borders(std::string_view paragraph) {
  std::vector<std::uint32_t> borders;
  const bool one_script = std::ranges::none_of(paragraph, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (one_script) return borders;
  const std::vector<Stretch> parts = stretches(paragraph);
  std::uint32_t before_han = 0;  // letters since the last border
  std::uint32_t before_words = 0;
  bool current_latin = false;
  bool started = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Stretch& part = parts[i];
    const bool enough_before = current_latin ? before_words >= kLongWords : before_han >= kLongHan;
    // A foreign stretch in mid-sentence is a name or a quotation; it must run to the end or to punctuation.
    const bool last = i + 1 == parts.size();
    const bool closes = last || parts[i + 1].set_off;
    const bool changes = started && part.latin != current_latin && is_long(part);
    const bool border = changes && enough_before && part.set_off && closes;
    if (border) {
      borders.push_back(part.begin);
      before_han = before_words = 0;
      current_latin = part.latin;
    } else if (!started && is_long(part)) {
      current_latin = part.latin;
      started = true;
    }
    before_han += part.letters.han;
    before_words += part.letters.words;
  }
  return borders;
}

}  // namespace clauselint
