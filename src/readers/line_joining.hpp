// Which lines of a text file are one paragraph that somebody wrapped.
#pragma once

#include <string_view>
#include <vector>

#include "readers/lines.hpp"

namespace clauselint {

/// How a file is wrapped: the column where its lines end, 0 when each line is a paragraph of its own.
struct Wrapping {
  std::uint32_t column = 0;
  std::uint32_t spacing = 0;  ///< blank lines between the lines of a paragraph: 1 in a draft typed with double spacing
};

/// Judged by the lines that certainly go on in the next: they end without a stop and the next begins small or in Han.
Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines);

enum class Join : std::uint8_t {
  None,    ///< a paragraph of its own
  Direct,  ///< nothing between: both sides Han, or a hyphen
  Space,
};

/// What stands between two lines.
enum class LineGap : std::uint8_t { None, Blank, Page };

/// Whether `next` goes on with the paragraph that began with `first` and now ends with `previous`.
Join join_lines(std::string_view text, const Wrapping& wrapping, const Line& first, const Line& previous,
                const Line& next, LineGap gap);

/// What stands between two lines that are joined.
Join joint_between(std::string_view previous, std::string_view next);

}  // namespace clauselint
