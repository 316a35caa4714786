// Values of a table that a conversion flattened: cells set apart by blanks or bars, rows run together, or one cell a line.
#include <algorithm>
#include <vector>

#include "rules/fact_binder.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kWidestHeader = 48;  // bytes
constexpr std::uint32_t kWidestCell = 90;

/// A piece of a paragraph that blanks set apart.
struct FlatCell {
  ByteSpan span;
  std::uint32_t paragraph = 0;
  const Value* value = nullptr;  // the first that stands in it
  std::uint32_t fact = kNone;    // which its words name
};

struct Hit {
  ByteSpan span;
  std::uint32_t fact = kNone;
};

class FlatTableBinder {
 public:
  explicit FlatTableBinder(FactBinder& binder) : binder_(binder) {}

  void run() {
    gather_hits();
    std::uint32_t behind = 0;  // what was read as a table is not read again
    for (const Hit& hit : hits_) {
      if (hit.span.begin < behind) continue;
      behind = std::max(read_table(hit), hit.span.end);
    }
  }

 private:
  void gather_hits() {
    for (std::uint32_t fact = 0; fact < binder_.rules.facts.size(); ++fact) {
      for (const std::uint32_t phrase : binder_.rules.facts[fact].headers) {
        for (const PhraseMatch& match : binder_.scan.matches(phrase)) {
          if (binder_.document.paragraphs[binder_.tree.sentences[match.sentence].paragraph].cell) continue;
          hits_.push_back({.span = within_cell(binder_.scan.original(match.whole())), .fact = fact});
        }
      }
    }
    // Of two facts named at a place the longer words are meant.
    std::ranges::sort(hits_, [](const Hit& a, const Hit& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
  }

  // Folded, the blanks between two cells are one: words that reach over them name what the first cell names.
  ByteSpan within_cell(ByteSpan span) const {
    const std::string_view words = binder_.document.words(span);
    const std::size_t border = std::min(words.find("   "), words.find('\t'));
    if (border != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(border);
    return span;
  }

  // The cells of a paragraph: pieces between bars, tabs, or three and more blanks.
  void split(std::uint32_t index, std::vector<FlatCell>& cells) const {
    const Paragraph& paragraph = binder_.document.paragraphs[index];
    const std::string_view text = binder_.document.text;
    std::uint32_t begin = paragraph.span.begin;
    std::uint32_t blanks = 0;
    std::uint32_t end = begin;  // of the words so far
    for (std::uint32_t at = begin; at <= paragraph.span.end; ++at) {
      const char c = at < paragraph.span.end ? text[at] : '|';
      const bool border = c == '\t' || c == '|';
      if (!border && c == ' ') {
        ++blanks;
        continue;
      }
      if ((border || blanks >= 3) && end > begin) cells.push_back(cell({.begin = begin, .end = end}, index));
      if (border || blanks >= 3 || end == begin) begin = border ? at + 1 : at;
      blanks = 0;
      end = border ? begin : at + 1;
    }
  }

  FlatCell cell(ByteSpan span, std::uint32_t paragraph) const {
    FlatCell made{.span = span, .paragraph = paragraph};
    const auto value = binder_.values_from(span.begin);
    if (value != binder_.values.end() && span.contains(value->span)) made.value = &*value;
    if (made.value != nullptr || span.size() > kWidestHeader) return made;
    auto hit = std::ranges::lower_bound(hits_, span.begin, {}, [](const Hit& h) { return h.span.begin; });
    std::uint32_t longest = 0;
    for (; hit != hits_.end() && hit->span.begin < span.end; ++hit) {
      if (!span.contains(hit->span) || hit->span.size() <= longest) continue;
      longest = hit->span.size();
      made.fact = hit->fact;
    }
    return made;
  }

  bool is_flat(std::uint32_t index) const {
    if (index >= binder_.document.paragraphs.size()) return false;
    const Paragraph& paragraph = binder_.document.paragraphs[index];
    return !paragraph.cell && paragraph.story == Story::Body;
  }

  // Prose whose lines were joined with their margin: most of them are wider than what a table would hold.
  static bool is_wrapped_prose(const std::vector<FlatCell>& cells) {
    if (cells.size() < 2) return false;
    const auto wide = std::count_if(cells.begin(), cells.end() - 1,
                                    [](const FlatCell& cell) { return cell.span.size() > kWidestHeader; });
    return 2 * static_cast<std::size_t>(wide) >= cells.size() - 1;
  }

  static bool may_head(const FlatCell& cell) { return cell.value == nullptr && cell.span.size() <= kWidestHeader; }

  // Reads the table whose head holds the hit; returns where its text ends, 0 when there is none.
  std::uint32_t read_table(const Hit& hit) {
    const std::uint32_t index = paragraph_at(binder_.document, hit.span.begin);
    if (!is_flat(index)) return 0;
    std::vector<FlatCell> cells;
    split(index, cells);
    if (is_wrapped_prose(cells)) return 0;
    std::size_t first = 0;
    while (first < cells.size() && !cells[first].span.contains(hit.span)) ++first;
    if (first == cells.size() || cells[first].fact == kNone) return 0;
    const bool row = first + 1 < cells.size() && cells[first + 1].value != nullptr;
    if (row && first == 0) return bind_row(cells);
    const bool lines = cells.size() == 1;
    if (lines) gather_lines(index, cells);
    std::size_t last = first;
    while (last < cells.size() && may_head(cells[last])) ++last;
    const std::vector<FlatCell> head(cells.begin() + static_cast<std::ptrdiff_t>(first),
                                     cells.begin() + static_cast<std::ptrdiff_t>(last));
    const auto names = std::ranges::count_if(head, [](const FlatCell& c) { return c.fact != kNone; });
    if (lines ? names < 2 : cells.size() < 2) return 0;
    several_ = names >= 2;
    head_ = binder_.tree.sentences.empty() ? 0 : sentence_at(hit.span.begin);
    width_ = !lines && last == cells.size() ? cells.size() : 0;
    cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(last));
    return read_body(head, cells, lines);
  }

  // One cell a line: the lines that follow, as far as they are short.
  void gather_lines(std::uint32_t index, std::vector<FlatCell>& cells) const {
    constexpr std::uint32_t kMostLines = 200;
    constexpr int kMostLong = 3;  // lines in a row that describe instead of count
    int long_lines = 0;
    for (std::uint32_t next = index + 1; next < index + kMostLines && is_flat(next); ++next) {
      const std::size_t before = cells.size();
      split(next, cells);
      const bool one = cells.size() == before + 1;
      const bool short_line = one && cells.back().span.size() <= kWidestHeader;
      long_lines = short_line ? 0 : long_lines + 1;
      if (one && long_lines <= kMostLong) continue;
      cells.resize(before);
      return;
    }
  }

  // `Response time   1 hour   4 hours   8 hours`.
  std::uint32_t bind_row(const std::vector<FlatCell>& cells) {
    several_ = false;
    head_ = sentence_at(cells[0].span.begin);
    std::size_t i = 1;
    for (; i < cells.size() && cells[i].value != nullptr; ++i) bind(cells[0].fact, *cells[i].value);
    return cells[i - 1].span.end;
  }

  std::uint32_t read_body(const std::vector<FlatCell>& head, std::vector<FlatCell> cells, bool lines) {
    constexpr int kMostIdle = 8;  // cells in a row without a value
    std::uint32_t paragraph = head.back().paragraph;
    std::uint32_t behind = head.back().span.end;
    std::vector<FlatCell> row;
    int idle = 0;
    for (std::size_t i = 0;; ++i) {
      if (i == cells.size()) {
        if (lines || !is_flat(paragraph + 1)) break;
        cells.clear();
        i = 0;
        split(++paragraph, cells);
        if (cells.empty() || (cells.size() == 1 && !continues(cells[0]))) break;
        bind_cells(head, row);
        if (bind_whole_row(head, cells)) {
          behind = cells.back().span.end;
          i = cells.size() - 1;
          continue;
        }
      }
      const FlatCell& cell = cells[i];
      if (begins_anew(cells, i)) break;
      const bool counts = cell.value != nullptr && is_value_cell(cell, lines);
      if (!counts) bind_cells(head, row);
      if (counts) row.push_back(cell);
      idle = counts ? 0 : idle + 1;
      if (idle > kMostIdle) break;
      behind = cell.span.end;
    }
    bind_cells(head, row);
    return behind;
  }

  // Another head, or a row that its first cell names.
  static bool begins_anew(const std::vector<FlatCell>& cells, std::size_t at) {
    if (cells[at].fact == kNone || at + 1 >= cells.size())
      return cells[at].fact != kNone && cells.size() > 1 && at == 0;
    const bool named_row = at == 0 && cells[1].value != nullptr;
    return named_row || cells[at + 1].fact != kNone;
  }

  // A row with as many cells as the head has: each stands under its own column.
  bool bind_whole_row(const std::vector<FlatCell>& head, const std::vector<FlatCell>& cells) {
    if (width_ == 0 || cells.size() != width_ || begins_anew(cells, 0)) return false;
    const std::size_t first = cells.size() - head.size();
    for (std::size_t i = first; i < cells.size(); ++i) {
      const std::uint32_t fact = head[i - first].fact;
      if (fact != kNone && cells[i].value != nullptr) bind(fact, *cells[i].value);
    }
    return true;
  }

  // Between two rows may stand the foot of a page, or a label whose row follows on the next line.
  static bool continues(const FlatCell& cell) { return cell.value == nullptr && cell.span.size() <= kWidestHeader; }

  static bool is_value_cell(const FlatCell& cell, bool lines) {
    if (cell.span.size() > kWidestCell) return false;
    return !lines || cell.value->span.size() * 2 >= cell.span.size();
  }

  static bool is_blank(const Value& value) { return value.kind == ValueKind::Placeholder && value.detail.empty(); }

  bool fits(std::uint32_t fact, const Value& value) const {
    return fact != kNone &&
           (binder_.rules.facts[fact].source->value == value.kind ||
            (several_ && is_blank(value) && binder_.rules.facts[fact].source->value == ValueKind::Duration));
  }

  // By place when each value suits the column at its place, else each to the next column of its kind.
  void bind_cells(const std::vector<FlatCell>& head, std::vector<FlatCell>& row) {
    const bool placed =
        row.size() <= head.size() && std::ranges::all_of(row, [&, i = std::size_t{0}](const FlatCell& cell) mutable {
          const FlatCell& column = head[i++];
          return column.fact == kNone || fits(column.fact, *cell.value);
        });
    std::size_t column = 0;
    for (const FlatCell& cell : row) {
      if (!placed) {
        while (column < head.size() && !fits(head[column].fact, *cell.value)) ++column;
        if (column == head.size()) break;
      }
      if (head[column].fact != kNone) bind(head[column].fact, *cell.value);
      ++column;
    }
    row.clear();
  }

  void bind(std::uint32_t fact, const Value& value) {
    const CompiledFact& spec = binder_.rules.facts[fact];
    if (!fits(fact, value)) return;
    const bool on_topic = several_ || binder_.on_topic(spec, value.sentence) || binder_.on_topic(spec, head_);
    if (on_topic) binder_.bind(fact, value, value.sentence, value.span);
  }

  std::uint32_t sentence_at(std::uint32_t at) const {
    const auto next =
        std::ranges::upper_bound(binder_.tree.sentences, at, {}, [](const Sentence& s) { return s.span.begin; });
    return static_cast<std::uint32_t>(next - binder_.tree.sentences.begin()) -
           (next == binder_.tree.sentences.begin() ? 0 : 1);
  }

  FactBinder& binder_;
  std::vector<Hit> hits_;
  std::size_t width_ = 0;   // cells of the head's line, 0 when the head is run together with rows
  bool several_ = false;    // the head names several facts: it is a table whatever its clause is about
  std::uint32_t head_ = 0;  // the sentence of the head
};

}  // namespace

void bind_flat_tables(FactBinder& binder) { FlatTableBinder(binder).run(); }

}  // namespace clauselint
