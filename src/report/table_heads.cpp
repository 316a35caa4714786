// What the header cells of tables say: a value in a cell means little without them.
#include "report/table_heads.hpp"

#include <algorithm>

#include "report/excerpt.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kCells = 24;        // of the terminal, for one head
constexpr std::uint32_t kGroupCells = 16;   // for a head over others
constexpr std::uint32_t kLongestCell = 60;  // bytes; what says more is a sentence, which needs no heads

}  // namespace

// A first row or column of merged cells is as deep as what it does not share: where the corner covers two rows, both are
// heads.
TableHeads::TableHeads(const Document& document) : document_(document) {
  constexpr std::uint32_t kDeepest = 3;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!paragraph.cell) continue;
    const Cell& cell = *paragraph.cell;
    Shape& shape = shapes_[cell.table];
    if (cell.column == 0 && cell.row > 0 && cell.row < kDeepest) shape.head_rows = std::min(shape.head_rows, cell.row);
    if (cell.row == 0 && cell.column > 0 && cell.column < kDeepest) {
      shape.head_columns = std::min(shape.head_columns, cell.column);
    }
    shape.rows = std::max(shape.rows, cell.row + 1);
    shape.columns = std::max(shape.columns, cell.column + 1);
  }
  for (auto& [table, shape] : shapes_) {
    if (shape.head_rows >= std::min(kDeepest, shape.rows)) shape.head_rows = 1;
    if (shape.head_columns >= std::min(kDeepest, shape.columns)) shape.head_columns = 1;
  }
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (!paragraph.cell || paragraph.span.empty()) continue;
    const Cell& cell = *paragraph.cell;
    const Shape& shape = shapes_[cell.table];
    if (cell.row < shape.head_rows) heads_.try_emplace({cell.table, false, cell.row, cell.column}, i);
    if (cell.column < shape.head_columns) heads_.try_emplace({cell.table, true, cell.column, cell.row}, i);
  }
}

// The words of the head that covers `at` in a line of heads: its own, else those of the merged cell that begins before it.
std::string TableHeads::words_at(std::uint32_t table, bool of_row, std::uint32_t line, std::uint32_t at,
                                 std::uint32_t first, std::uint32_t cells) const {
  auto head = heads_.upper_bound({table, of_row, line, at});
  if (head == heads_.begin()) return {};
  --head;
  const auto& [its_table, its_side, its_line, its_at] = head->first;
  const bool covers = its_table == table && its_side == of_row && its_line == line && its_at >= first;
  if (!covers) return {};
  return fitted(printable(document_.words(document_.paragraphs[head->second].span)), cells);
}

// The nearest head, behind those that stand over it.
std::string TableHeads::heads_of(const Cell& cell, bool of_row, const Shape& shape) const {
  const std::uint32_t depth = of_row ? shape.head_columns : shape.head_rows;
  const std::uint32_t at = of_row ? cell.row : cell.column;
  std::string words;
  for (std::uint32_t line = 0; line < depth; ++line) {
    const bool nearest = line + 1 == depth;
    const std::uint32_t first = nearest ? at : of_row ? shape.head_rows : shape.head_columns;
    const std::string one = words_at(cell.table, of_row, line, at, first, nearest ? kCells : kGroupCells);
    if (!one.empty()) words += (words.empty() ? "" : " ") + one;
  }
  return words;
}

std::string TableHeads::of(const Paragraph& paragraph) const {
  if (!paragraph.cell || paragraph.span.size() > kLongestCell) return {};
  const Cell& cell = *paragraph.cell;
  const Shape& shape = shapes_.at(cell.table);
  if (cell.row < shape.head_rows && cell.column < shape.head_columns) return {};
  const std::string row = cell.column >= shape.head_columns ? heads_of(cell, true, shape) : std::string();
  const std::string column = cell.row >= shape.head_rows ? heads_of(cell, false, shape) : std::string();
  return row.empty() || column.empty() ? row + column : row + " / " + column;
}

}  // namespace clauselint
