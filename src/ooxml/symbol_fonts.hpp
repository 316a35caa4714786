// What the characters of symbol fonts look like in Unicode: a ticked Wingdings box is ☑.
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint {

/// The Unicode character for a character of a font as `w:sym` names them (codes may stand in the private range F000);
/// 0 where none is known.
char32_t symbol_character(std::string_view font, std::uint32_t code);

}  // namespace clauselint
