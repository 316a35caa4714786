// The symbols that contracts use: boxes, ticks, bullets, circled numbers, Greek letters and signs of arithmetic.
#include "ooxml/symbol_fonts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace clauselint {
namespace {

using Glyph = std::pair<std::uint8_t, char32_t>;

// Each sorted by code.
constexpr std::array<Glyph, 49> kWingdings{{
    {0x21, U'✏'}, {0x22, U'✂'}, {0x28, U'☎'}, {0x29, U'✆'}, {0x2A, U'✉'}, {0x3E, U'✇'}, {0x3F, U'✍'},
    {0x46, U'☞'}, {0x47, U'☝'}, {0x4A, U'☺'}, {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'},
    {0x70, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'◆'}, {0x74, U'◆'}, {0x75, U'◆'}, {0x76, U'❖'},
    {0x77, U'◆'}, {0x80, U'⓪'}, {0x81, U'①'}, {0x82, U'②'}, {0x83, U'③'}, {0x84, U'④'}, {0x85, U'⑤'},
    {0x86, U'⑥'}, {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'}, {0x8A, U'⑩'}, {0x9F, U'•'}, {0xA1, U'○'},
    {0xA7, U'▪'}, {0xA8, U'☐'}, {0xAB, U'★'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'},
    {0xE2, U'↓'}, {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
}};

constexpr std::array<Glyph, 12> kWingdings2{{
    {0x4F, U'✗'},
    {0x50, U'✓'},
    {0x51, U'☒'},
    {0x52, U'☑'},
    {0x53, U'☒'},
    {0x54, U'☒'},
    {0x97, U'●'},
    {0x98, U'●'},
    {0x99, U'○'},
    {0xA0, U'■'},
    {0xA2, U'■'},
    {0xA3, U'☐'},
}};

constexpr std::array<Glyph, 130> kSymbol{{
    {0x22, U'∀'},  {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'},  {0x2D, U'−'}, {0x40, U'≅'}, {0x41, U'Α'}, {0x42, U'Β'},
    {0x43, U'Χ'},  {0x44, U'Δ'}, {0x45, U'Ε'}, {0x46, U'Φ'},  {0x47, U'Γ'}, {0x48, U'Η'}, {0x49, U'Ι'}, {0x4A, U'ϑ'},
    {0x4B, U'Κ'},  {0x4C, U'Λ'}, {0x4D, U'Μ'}, {0x4E, U'Ν'},  {0x4F, U'Ο'}, {0x50, U'Π'}, {0x51, U'Θ'}, {0x52, U'Ρ'},
    {0x53, U'Σ'},  {0x54, U'Τ'}, {0x55, U'Υ'}, {0x56, U'ς'},  {0x57, U'Ω'}, {0x58, U'Ξ'}, {0x59, U'Ψ'}, {0x5A, U'Ζ'},
    {0x5C, U'∴'},  {0x5E, U'⊥'}, {0x61, U'α'}, {0x62, U'β'},  {0x63, U'χ'}, {0x64, U'δ'}, {0x65, U'ε'}, {0x66, U'φ'},
    {0x67, U'γ'},  {0x68, U'η'}, {0x69, U'ι'}, {0x6A, U'ϕ'},  {0x6B, U'κ'}, {0x6C, U'λ'}, {0x6D, U'μ'}, {0x6E, U'ν'},
    {0x6F, U'ο'},  {0x70, U'π'}, {0x71, U'θ'}, {0x72, U'ρ'},  {0x73, U'σ'}, {0x74, U'τ'}, {0x75, U'υ'}, {0x76, U'ϖ'},
    {0x77, U'ω'},  {0x78, U'ξ'}, {0x79, U'ψ'}, {0x7A, U'ζ'},  {0x7E, U'∼'}, {0xA0, U'€'}, {0xA1, U'ϒ'}, {0xA2, U'′'},
    {0xA3, U'≤'},  {0xA4, U'⁄'}, {0xA5, U'∞'}, {0xA6, U'ƒ'},  {0xA7, U'♣'}, {0xA8, U'♦'}, {0xA9, U'♥'}, {0xAA, U'♠'},
    {0xAB, U'↔'},  {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'},  {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'},
    {0xB3, U'≥'},  {0xB4, U'×'}, {0xB5, U'∝'}, {0xB6, U'∂'},  {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'},
    {0xBB, U'≈'},  {0xBC, U'…'}, {0xC0, U'ℵ'}, {0xC1, U'ℑ'},  {0xC2, U'ℜ'}, {0xC3, U'℘'}, {0xC4, U'⊗'}, {0xC5, U'⊕'},
    {0xC6, U'∅'},  {0xC7, U'∩'}, {0xC8, U'∪'}, {0xC9, U'⊃'},  {0xCA, U'⊇'}, {0xCB, U'⊄'}, {0xCC, U'⊂'}, {0xCD, U'⊆'},
    {0xCE, U'∈'},  {0xCF, U'∉'}, {0xD0, U'∠'}, {0xD1, U'∇'},  {0xD2, U'®'}, {0xD3, U'©'}, {0xD4, U'™'}, {0xD5, U'∏'},
    {0xD6, U'√'},  {0xD7, U'⋅'}, {0xD8, U'¬'}, {0xD9, U'∧'},  {0xDA, U'∨'}, {0xDB, U'⇔'}, {0xDC, U'⇐'}, {0xDD, U'⇑'},
    {0xDE, U'⇒'},  {0xDF, U'⇓'}, {0xE0, U'◊'}, {0xE1, U'〈'}, {0xE2, U'®'}, {0xE3, U'©'}, {0xE4, U'™'}, {0xE5, U'∑'},
    {0xF1, U'〉'}, {0xF2, U'∫'},
}};

std::span<const Glyph> glyphs_of(std::string_view font) {
  if (font == "Wingdings") return kWingdings;
  if (font == "Wingdings 2") return kWingdings2;
  if (font == "Symbol") return kSymbol;
  return {};
}

// Fonts whose codes draw pictures: a code that is not in a table above is no letter.
bool draws_pictures(std::string_view font) {
  constexpr std::array<std::string_view, 9> kFonts{"Wingdings",      "Wingdings 2", "Wingdings 3",
                                                   "Webdings",       "Marlett",     "ZapfDingbats",
                                                   "Monotype Sorts", "MT Extra",    "MS Outlook"};
  return std::ranges::find(kFonts, font) != kFonts.end();
}

// Symbol keeps digits and most signs of ASCII where they are; its letters are Greek.
bool is_ascii_in(std::string_view font, std::uint32_t code) {
  if (draws_pictures(font)) return false;
  return code >= 0x20 && code < 0x7F;
}

}  // namespace

char32_t symbol_character(std::string_view font, std::uint32_t code) {
  const std::span<const Glyph> glyphs = glyphs_of(font);
  const bool is_private = code >= 0xF000 && code <= 0xF0FF;
  const std::uint32_t own = is_private ? code - 0xF000 : code;
  const auto before = [](const Glyph& glyph, std::uint32_t wanted) { return glyph.first < wanted; };
  const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), own, before);
  if (found != glyphs.end() && found->first == own) return found->second;
  if (is_ascii_in(font, own)) return own;
  const bool plain = glyphs.empty() && !draws_pictures(font) && !is_private && own >= 0xA0 && own <= 0x10FFFF &&
                     !(own >= 0xD800 && own <= 0xDFFF) && !(own >= 0xE000 && own <= 0xF8FF);
  return plain ? own : 0;
}

}  // namespace clauselint
