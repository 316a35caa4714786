// What the header cells of tables say: a value in a cell means little without them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "clauselint/document.hpp"

namespace clauselint {

/// The first words of each table's first row and first column; made once a report.
class TableHeads {
 public:
  explicit TableHeads(const Document& document);

  /// `1 / Fatal`: the head of the row and that of the column of a paragraph in a table; empty outside tables, in a header cell,
  /// and in cells that hold whole sentences.
  std::string of(const Paragraph& paragraph) const;

 private:
  std::string words_at(std::uint32_t table, std::uint32_t row, std::uint32_t column) const;

  const Document& document_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t>
      heads_;  // by table, row, column: a paragraph
};

}  // namespace clauselint
