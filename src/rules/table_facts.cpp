// Values of a table: the header of their column or row says what they are.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "rules/fact_binder.hpp"

namespace clauselint {
namespace {

/// A header cell names a fact for its column (`along` false) or its row.
struct Header {
  std::uint32_t table = 0;
  bool along = false;
  std::uint32_t line = 0;  // its column, or its row when `along`
  std::uint32_t at = 0;    // its row, or its column when `along`
  std::uint32_t fact = 0;
  std::uint32_t sentence = 0;

  auto place() const { return std::tuple(table, along, line); }
};

class TableBinder {
 public:
  explicit TableBinder(FactBinder& binder) : binder_(binder) {}

  void run() {
    gather_headers();
    if (headers_.empty()) return;
    find_certain();
    for (const Value& value : binder_.values) {
      const std::optional<Cell>& cell = cell_of(value.sentence);
      if (!cell) continue;
      bind_under(value, {cell->table, false, cell->column}, cell->row);
      bind_under(value, {cell->table, true, cell->row}, cell->column);
    }
  }

 private:
  const std::optional<Cell>& cell_of(std::uint32_t sentence) const {
    return binder_.document.paragraphs[binder_.tree.sentences[sentence].paragraph].cell;
  }

  // A header is a few words; a cell that tells a story, with values of its own, names nothing.
  bool is_header(std::uint32_t sentence) const {
    const auto value = std::ranges::lower_bound(binder_.values, sentence, {}, &Value::sentence);
    const bool has_value = value != binder_.values.end() && value->sentence == sentence;
    const Paragraph& cell = binder_.document.paragraphs[binder_.tree.sentences[sentence].paragraph];
    return !has_value && cell.span.size() <= 90;
  }

  // A column's header may stand under a title of the whole table, a row's behind its number: there it is the cell's words.
  void gather_headers() {
    constexpr std::uint32_t kDeepest = 2;
    for (std::uint32_t fact = 0; fact < binder_.rules.facts.size(); ++fact) {
      for (const std::uint32_t phrase : binder_.rules.facts[fact].headers) {
        for (const PhraseMatch& match : binder_.scan.matches(phrase)) {
          const std::optional<Cell>& cell = cell_of(match.sentence);
          if (!cell || !is_header(match.sentence)) continue;
          const std::uint32_t words = binder_.tree.sentences[match.sentence].span.size();
          const std::uint32_t deepest = binder_.scan.original(match.whole()).size() * 2 >= words ? kDeepest : 0;
          if (cell->row <= deepest)
            headers_.push_back({cell->table, false, cell->column, cell->row, fact, match.sentence});
          if (cell->column <= deepest)
            headers_.push_back({cell->table, true, cell->row, cell->column, fact, match.sentence});
        }
      }
    }
    std::ranges::sort(headers_, {}, [](const Header& h) { return std::tuple(h.place(), h.fact, h.at); });
  }

  // Response time beside resolution time: each makes the other certain, whatever the draft says around the table.
  void find_certain() {
    std::map<std::tuple<std::uint32_t, bool, std::uint32_t>, std::set<std::uint32_t>> facts;  // of a line of headers
    for (const Header& header : headers_) facts[{header.table, header.along, header.at}].insert(header.fact);
    for (const auto& [line, named] : facts) {
      if (named.size() > 1) certain_.insert(std::get<0>(line));
    }
  }

  bool on_topic(const CompiledFact& spec, const Value& value, const Header& header) const {
    return binder_.on_topic(spec, value.sentence) || binder_.on_topic(spec, header.sentence) ||
           certain_.contains(header.table);
  }

  void bind_under(const Value& value, const std::tuple<std::uint32_t, bool, std::uint32_t>& place, std::uint32_t at) {
    auto header = std::ranges::lower_bound(headers_, place, {}, &Header::place);
    std::uint32_t last = kNone;
    for (; header != headers_.end() && header->place() == place; ++header) {
      const CompiledFact& spec = binder_.rules.facts[header->fact];
      const bool counted = spec.source->value == ValueKind::Duration || spec.source->value == ValueKind::Percent;
      const bool blank = counted && value.kind == ValueKind::Placeholder && value.detail.empty();
      if (header->at >= at || header->fact == last || (spec.source->value != value.kind && !blank)) continue;
      if (!on_topic(spec, value, *header)) continue;
      last = header->fact;
      binder_.bind(header->fact, value, value.sentence, value.span);
    }
  }

  FactBinder& binder_;
  std::vector<Header> headers_;
  std::set<std::uint32_t> certain_;  // tables whose headers tell of several facts
};

}  // namespace

void bind_tables(FactBinder& binder) { TableBinder(binder).run(); }

}  // namespace clauselint
