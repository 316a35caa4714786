// What the header cells of tables say: a value in a cell means little without them.
#include "report/table_heads.hpp"

#include "report/excerpt.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kCells = 24;        // of the terminal, for one head
constexpr std::uint32_t kLongestCell = 60;  // bytes; what says more is a sentence, which needs no heads

}  // namespace

TableHeads::TableHeads(const Document& document) : document_(document) {
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (!paragraph.cell || paragraph.span.empty()) continue;
    if (paragraph.cell->row > 0 && paragraph.cell->column > 0) continue;
    heads_.try_emplace({paragraph.cell->table, paragraph.cell->row, paragraph.cell->column}, i);
  }
}

std::string TableHeads::words_at(std::uint32_t table, std::uint32_t row, std::uint32_t column) const {
  const auto head = heads_.find({table, row, column});
  if (head == heads_.end()) return {};
  return fitted(printable(document_.words(document_.paragraphs[head->second].span)), kCells);
}

std::string TableHeads::of(const Paragraph& paragraph) const {
  if (!paragraph.cell || (paragraph.cell->row == 0 && paragraph.cell->column == 0)) return {};
  if (paragraph.span.size() > kLongestCell) return {};
  const Cell& cell = *paragraph.cell;
  const std::string row = cell.column > 0 ? words_at(cell.table, cell.row, 0) : std::string();
  const std::string column = cell.row > 0 ? words_at(cell.table, 0, cell.column) : std::string();
  return row.empty() || column.empty() ? row + column : row + " / " + column;
}

}  // namespace clauselint
