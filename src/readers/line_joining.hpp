// Which lines of a text file are one paragraph that somebody wrapped.
#pragma once

#include <string_view>
#include <vector>

#include "readers/lines.hpp"

namespace clauselint {

/// How a file is wrapped: the column where its lines end, 0 when each line is a paragraph of its own.
struct Wrapping {
  std::uint32_t column = 0;
};

/// Judged by the lines that certainly go on in the next: they end without a stop and the next begins small or in Han.
Wrapping find_wrapping(std::string_view text, const std::vector<Line>& lines);

enum class Join : std::uint8_t {
  None,    ///< a paragraph of its own
  Direct,  ///< nothing between: both sides Han, or a hyphen
  Space,
};

/// Whether `next` goes on with the paragraph that began with `first` and now ends with `previous`. `apart` says that
/// the end of a page stands between the two.
Join join_lines(std::string_view text, const Wrapping& wrapping, const Line& first, const Line& previous,
                const Line& next, bool apart);

/// What stands between two lines that are joined.
Join joint_between(std::string_view previous, std::string_view next);

}  // namespace clauselint
