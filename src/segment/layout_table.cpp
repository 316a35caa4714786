// Tables that only set texts side by side, told from tables of data.
#include "segment/layout_table.hpp"

#include <algorithm>

#include "segment/label.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kProse = 75;          // bytes a labelled paragraph has on average where it is a clause
constexpr std::uint32_t kWidestLayout = 3;  // columns: label, one language, the other

// What one pass over the cells of a table counts.
struct Tally {
  std::uint32_t columns = 0;
  std::uint32_t labelled = 0;  // paragraphs that begin with a label and go on
  std::size_t labelled_bytes = 0;
  std::uint32_t lone_labels = 0;  // cells that hold a label alone
  std::uint32_t rows = 0;         // with letters
  std::uint32_t bilingual_rows = 0;
  std::size_t bytes = 0;
  Letters first;  // of the current row: the first text cell, and what stands in the others
  Letters others;
  std::uint32_t row = 0xFFFFFFFF;
  std::uint32_t first_column = 0xFFFFFFFF;
};

bool is_chinese(Letters letters) { return letters.han >= 2 && letters.han >= letters.words; }
bool is_english(Letters letters) { return letters.words >= 1 && letters.words > letters.han * 2; }

void close_row(Tally& tally) {
  if (!tally.first.none()) ++tally.rows;
  const bool both =
      (is_chinese(tally.first) && is_english(tally.others)) || (is_english(tally.first) && is_chinese(tally.others));
  if (both) ++tally.bilingual_rows;
  tally.first = tally.others = Letters();
  tally.first_column = 0xFFFFFFFF;
}

void count(const Document& document, const Paragraph& paragraph, Letters letters, Tally& tally) {
  const Cell& cell = *paragraph.cell;
  if (cell.row != tally.row) close_row(tally);
  tally.row = cell.row;
  tally.columns = std::max(tally.columns, cell.column + 1);
  if (tally.columns > kWidestLayout) return;  // judged
  const std::string_view words = document.words(words_of(document, paragraph));
  tally.bytes += words.size();
  const std::optional<Label> typed = read_label(words);
  const bool automatic = read_automatic_label(document.label_of(paragraph)).has_value();
  const bool alone = (typed && typed->size == words.size()) || (automatic && words.empty());
  if (alone) {
    ++tally.lone_labels;
  } else if (typed || automatic) {
    ++tally.labelled;
    tally.labelled_bytes += words.size();
  }
  if (letters.none() || alone) return;
  if (tally.first_column == 0xFFFFFFFF) tally.first_column = cell.column;
  (cell.column == tally.first_column ? tally.first : tally.others) += letters;
}

LayoutTable judge(const Tally& tally) {
  LayoutTable table;
  if (tally.columns > kWidestLayout) return table;
  table.bilingual = tally.columns >= 2 && tally.rows > 0 && tally.bilingual_rows * 5 >= tally.rows * 3 &&
                    tally.bytes >= tally.rows * kProse;
  const bool prose = tally.labelled >= 2 && tally.labelled_bytes >= tally.labelled * kProse;
  const std::size_t per_row = tally.rows == 0 ? 0 : tally.bytes / tally.rows;
  table.labels_apart = tally.lone_labels >= 2 && tally.lone_labels * 2 >= tally.rows && per_row >= kProse * 2;
  table.is_layout = prose || (table.bilingual && tally.labelled + tally.lone_labels > 0) ||
                    (table.labels_apart && (table.bilingual || tally.columns == 2));
  return table;
}

}  // namespace

std::vector<LayoutTable> find_layout_tables(const Document& document, const std::vector<Letters>& letters) {
  std::vector<Tally> tallies;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (!paragraph.cell) continue;
    if (paragraph.cell->table >= tallies.size()) tallies.resize(paragraph.cell->table + 1u);
    count(document, paragraph, letters[i], tallies[paragraph.cell->table]);
  }
  std::vector<LayoutTable> tables;
  for (Tally& tally : tallies) {
    close_row(tally);
    tables.push_back(judge(tally));
  }
  return tables;
}

}  // namespace clauselint
