// Tables that only indent or set a label beside its words, as filings and word processors write them.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

#include "readers/html_blocks.hpp"
#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestLabel = 24;  // bytes
constexpr std::size_t kProse = 75;         // bytes that labelled cells hold on average where they are clauses

// `8.2`, `(a)`, `第八条`, `Section 8.2`, `•`: nothing but a label.
bool is_label_alone(std::string_view words) {
  if (words.empty() || words.size() > kLongestLabel) return false;
  const std::string with_words = std::string(words) + "  Words";
  const CodePoint first = decode_at(words, 0);
  const bool mark = first.size == words.size() && !is_ascii_digit(first.value) && !is_ascii_letter(first.value) &&
                    !is_han(first.value);
  const std::string_view number = words.substr(std::min(words.find_last_of(" \t") + 1, words.size()));
  return mark || (begins_with_label(with_words) && number.size() <= 12);
}

/// The blocks of one cell, in order: [first, last) of the page, none missing but those of tables within.
struct FilledCell {
  std::uint32_t cell = kNoHtmlCell;
  std::size_t first = 0;
  std::size_t bytes = 0;
  bool label = false;
};

/// What one table holds, row by row; only cells with words.
struct TableContent {
  std::map<std::uint32_t, std::vector<FilledCell>> rows;
};

bool is_labelled(const std::vector<FilledCell>& row) { return row.size() == 2 && row[0].label && !row[1].label; }

bool only_sets(const HtmlTable& table, const TableContent& content) {
  std::size_t labelled = 0;
  std::size_t prose = 0;
  for (const auto& [number, row] : content.rows) {
    if (row.size() == 1) continue;
    if (!is_labelled(row)) return false;
    ++labelled;
    prose += row[1].bytes;
  }
  if (labelled == 0) return true;
  if (table.headed) return false;
  return content.rows.size() == 1 || prose >= labelled * kProse;
}

std::vector<TableContent> collect(const HtmlPage& page) {
  std::vector<TableContent> contents(page.tables.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const HtmlBlock& block = page.blocks[i];
    // A table within a table fills the cell that it stands in.
    for (std::uint32_t at = block.cell; at != kNoHtmlCell; at = page.tables[page.cells[at].table].outer_cell) {
      auto& row = contents[page.cells[at].table].rows[page.cells[at].row];
      if (row.empty() || row.back().cell != at) row.push_back({.cell = at, .first = i});
      const std::string words = words_of(page, block);
      row.back().label = row.back().bytes == 0 && block.label == 0 && is_label_alone(words);
      row.back().bytes += words.size();
    }
  }
  return contents;
}

// The label goes before the words of the next block, with a space that has no source.
void join_label(HtmlPage& page, const std::vector<FilledCell>& row) {
  HtmlBlock& label = page.blocks[row[0].first];
  HtmlBlock& words = page.blocks[row[1].first];
  const bool plain = row[0].first + 1 == row[1].first && words.label == 0 && !words.pieces.empty();
  if (!plain) return;
  const std::uint32_t end = label.pieces.back().at.end;
  label.pieces.push_back({.at = {.begin = end, .end = end}, .shown = " ", .synthetic = true});
  std::ranges::move(words.pieces, std::back_inserter(label.pieces));
  label.heading_level = std::max(label.heading_level, words.heading_level);
  label.linked = label.linked && words.linked;
  words.pieces.clear();
}

// The cell that a block is still in when tables of layout are no tables.
std::uint32_t true_cell(const HtmlPage& page, std::uint32_t cell) {
  while (cell != kNoHtmlCell && page.tables[page.cells[cell].table].layout) {
    cell = page.tables[page.cells[cell].table].outer_cell;
  }
  return cell;
}

}  // namespace

void flatten_layout_tables(HtmlPage& page) {
  const std::vector<TableContent> contents = collect(page);
  for (std::size_t t = 0; t < contents.size(); ++t) {
    page.tables[t].layout = only_sets(page.tables[t], contents[t]);
    if (!page.tables[t].layout) continue;
    for (const auto& [number, row] : contents[t].rows) {
      if (is_labelled(row)) join_label(page, row);
    }
  }
  std::erase_if(page.blocks, [](const HtmlBlock& block) { return block.pieces.empty(); });
  for (HtmlBlock& block : page.blocks) block.cell = true_cell(page, block.cell);
}

}  // namespace clauselint
