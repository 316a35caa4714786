// Rows for spreadsheets (RFC 4180), in UTF-8 behind a byte order mark.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace clauselint {

inline constexpr std::string_view kByteOrderMark =
    "\xEF\xBB\xBF";  ///< without it spreadsheets take Chinese for Latin-1

/// One row with its line end. A cell that begins like a formula gets a `'`: a spreadsheet would run it, and drafts come from
/// the other side.
std::string csv_row(std::initializer_list<std::string_view> cells);

}  // namespace clauselint
