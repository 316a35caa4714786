// What the header cells of tables say: a value in a cell means little without them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "clauselint/document.hpp"

namespace clauselint {

/// The first words of the heads of each table: of its first row and column, or of the rows and columns that a merged
/// corner covers; made once a report.
class TableHeads {
 public:
  explicit TableHeads(const Document& document);

  /// `Priority 1 / Fatal`: the heads of the row and those of the column of a paragraph in a table; empty outside tables, in
  /// a header cell, and in cells that hold whole sentences.
  std::string of(const Paragraph& paragraph) const;

 private:
  struct Shape {
    std::uint32_t head_rows = 0xFFFFFFFF;
    std::uint32_t head_columns = 0xFFFFFFFF;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
  };

  std::string words_at(std::uint32_t table, bool of_row, std::uint32_t line, std::uint32_t at, std::uint32_t first,
                       std::uint32_t cells) const;
  std::string heads_of(const Cell& cell, bool of_row, const Shape& shape) const;

  const Document& document_;
  std::map<std::uint32_t, Shape> shapes_;  // by table
  // By table, whether of a row, which column (or row) of heads, and the row (or column) it stands at: a paragraph.
  std::map<std::tuple<std::uint32_t, bool, std::uint32_t, std::uint32_t>, std::uint32_t> heads_;
};

}  // namespace clauselint
