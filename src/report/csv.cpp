// Rows for spreadsheets (RFC 4180), in UTF-8 behind a byte order mark.
#include "report/csv.hpp"

#include "report/excerpt.hpp"

namespace clauselint {
namespace {

std::string csv_cell(std::string_view words) {
  const std::string shown = printable(words);
  const bool formula = !shown.empty() && std::string_view("=+-@").find(shown.front()) != std::string_view::npos;
  std::string cell = formula ? "\"'" : "\"";
  for (const char c : shown) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

}  // namespace

std::string csv_row(std::initializer_list<std::string_view> cells) {
  std::string row;
  for (const std::string_view words : cells) {
    if (!row.empty()) row += ',';
    row += csv_cell(words);
  }
  return row + "\r\n";
}

}  // namespace clauselint
