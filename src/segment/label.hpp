// Typed and automatic labels: `8.2.1`, `(iv)`, `Article IV`, `第八条`, `（二）`, `Annex B`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace clauselint {

/// What a label counts. `Number` with more than one number is a dotted one (8.2).
enum class LabelKind : std::uint8_t {
  Annex,
  Part,
  Chapter,
  Division,
  Article,
  Section,
  Clause,
  Paragraph,
  Item,
  Han,
  Number,
  Letter,
  Capital,
  Roman,
  CapitalRoman,
  Circled,
  Other
};

/// How a label is set off: `Article 4`, `4.`, `4、`, `4`, `4)`, `(4)`.
enum class Frame : std::uint8_t { Word, Dot, Comma, Bare, HalfParens, Parens };

inline constexpr std::uint8_t kDeepest = 8;

struct Label {
  LabelKind kind = LabelKind::Other;
  Frame frame = Frame::Bare;
  std::uint8_t depth = 1;                         ///< of dotted numbers: 3 for 8.2.1
  std::array<std::uint32_t, kDeepest> numbers{};  ///< numbers[0 .. depth)
  std::uint32_t roman = 0;  ///< of a letter that may also be a Roman numeral ((i), (v), (x)): its value as one
  std::uint32_t size = 0;   ///< bytes of the label as shown, its closing mark included
  bool weak = false;        ///< a label only where it continues a sequence or begins one: `4 Scope`, `A. Smith`

  std::uint32_t ordinal() const { return numbers[depth - 1u]; }
  bool dotted() const { return depth > 1; }
};

/// The label that `text` begins with, if what follows it lets it be one. Amounts, dates, measures, telephone numbers
/// and mere mentions ("Section 8 applies", 第八条规定的) are none.
std::optional<Label> read_label(std::string_view text);

/// A label that automatic numbering shows. Bullets are none; anything else that counts is at least `Other`.
std::optional<Label> read_automatic_label(std::string_view label);

/// Where the words begin after a label of `size` bytes: blanks, colons and dashes are passed over.
std::size_t after_label(std::string_view text, std::size_t size);

/// Whether `shorter` is the beginning of `longer`: 8 of 8.2, 8.2 of 8.2.1.
bool is_prefix(const Label& shorter, const Label& longer);

// The families of labels, each tried in turn by read_label.
std::optional<Label> read_word_label(std::string_view text);       // Article 4, § 3, Annex B
std::optional<Label> read_han_label(std::string_view text);        // 第八条, 附件二, 一、
std::optional<Label> read_number_label(std::string_view text);     // 8., 8.2, 8), 1、
std::optional<Label> read_letter_label(std::string_view text);     // a), A., iv.
std::optional<Label> read_bracketed_label(std::string_view text);  // (a), （二）, (3), ①

}  // namespace clauselint
