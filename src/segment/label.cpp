// Which family a label belongs to, and labels that automatic numbering shows.
#include "segment/label.hpp"

#include <string>

#include "segment/ordinal.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

using Reader = std::optional<Label> (*)(std::string_view);
constexpr std::array<Reader, 5> kReaders{read_bracketed_label, read_han_label, read_number_label, read_letter_label,
                                         read_word_label};

bool counts_something(std::string_view label) {
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint c = decode_at(label, at);
    if (is_digit(c.value) || is_ascii_letter(c.value) || is_han(c.value)) return true;
    at += c.size;
  }
  return false;
}

// The last number in a label of unknown make: 3 in `Step 3:`.
std::uint32_t last_number(std::string_view label) {
  std::uint32_t last = 0;
  for (std::size_t at = 0; at < label.size();) {
    if (const LabelNumeral digits = read_digits(label, at); digits.size != 0) {
      last = digits.value;
      at += digits.size;
    } else {
      at += decode_at(label, at).size;
    }
  }
  return last;
}

// A label alone, without the words that would follow it. A letter or a number needs no closing mark here.
std::optional<Label> read_alone(std::string_view label) {
  const std::string followed = std::string(label) + " 甲";
  for (const Reader reader : kReaders) {
    if (std::optional<Label> found = reader(followed)) return found;
  }
  const std::string closed = std::string(label) + ". 甲";
  std::optional<Label> letter = read_letter_label(closed);
  if (letter) {
    letter->size = static_cast<std::uint32_t>(label.size());
    letter->frame = Frame::Bare;
  }
  return letter;
}

// 8.2(a), 23.3.(1): the parts after the first number count as deeper numbers of one dotted label.
void append_parts(Label& label, std::string_view text) {
  std::size_t at = label.size;
  while (label.depth < kDeepest && at < text.size()) {
    if (text[at] == '.') ++at;
    const std::optional<Label> part = read_alone(text.substr(at));
    if (!part || part->kind == LabelKind::Annex) return;
    for (std::uint8_t i = 0; i < part->depth && label.depth < kDeepest; ++i) {
      label.numbers[label.depth++] = part->numbers[i];
    }
    at += part->size;
    label.size = static_cast<std::uint32_t>(at);
  }
}

}  // namespace

std::optional<Label> read_label(std::string_view text) {
  for (const Reader reader : kReaders) {
    if (std::optional<Label> found = reader(text)) return found;
  }
  return std::nullopt;
}

std::optional<Label> read_automatic_label(std::string_view label) {
  const std::string_view shown = trimmed(label);
  if (!counts_something(shown)) return std::nullopt;
  std::optional<Label> found = read_alone(shown);
  if (found && found->kind == LabelKind::Number && found->frame != Frame::Parens) append_parts(*found, shown);
  if (!found) {
    found.emplace();
    found->numbers[0] = last_number(shown);
  }
  found->size = static_cast<std::uint32_t>(shown.size());
  found->weak = false;
  return found;
}

std::size_t after_label(std::string_view text, std::size_t size) {
  std::size_t at = skip_blanks(text, size);
  while (is_any_of(char_at(text, at), U":：—–-、.．") && at < text.size()) {
    at = skip_blanks(text, at + decode_at(text, at).size);
  }
  return at;
}

bool is_prefix(const Label& shorter, const Label& longer) {
  return shorter.depth < longer.depth &&
         std::equal(shorter.numbers.begin(), shorter.numbers.begin() + shorter.depth, longer.numbers.begin());
}

}  // namespace clauselint
