// What a page prints besides the contract's words: page numbers, running heads, tables of contents, ruled lines.
#pragma once

#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "readers/lines.hpp"

namespace clauselint {

enum class LineRole : std::uint8_t { Text, PageNumber, RunningHead, Contents, Rule };

/// The role of each line; blank lines are Text. Doubtful lines are Text: a number is furniture only where it counts
/// pages, a repeated line only where pages break.
std::vector<LineRole> find_furniture(std::string_view text, const std::vector<Line>& lines);

/// How many lines have a role.
std::uint32_t count_role(const std::vector<LineRole>& roles, LineRole role);

/// Says what was left out: the lines with a role, and numbers and heads that were cut off lines of text.
std::vector<Note> note_furniture(const std::vector<LineRole>& roles, std::uint32_t cut_numbers = 0,
                                 std::uint32_t cut_heads = 0);

/// The pieces of a line's words without the rules typed under headings (`1.2 The Territory.      ------------`).
std::vector<ByteSpan> without_rules(std::string_view text, ByteSpan words);

}  // namespace clauselint
