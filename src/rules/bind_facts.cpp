// Values that become facts: by the words of their sentence, or by the header of their table.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "rules/meaning.hpp"

namespace clauselint {
namespace {

const Value* value_at(const std::vector<Value>& values, ByteSpan span) {
  const auto found = std::lower_bound(values.begin(), values.end(), span.begin,
                                      [](const Value& v, std::uint32_t at) { return v.span.begin < at; });
  return found != values.end() && found->span.overlaps(span) ? &*found : nullptr;
}

// How far an event stands from the value. "24 months from delivery", but 自交付之日起24个月: on the side where the language
// does not put it an event counts as further away.
std::uint32_t distance(ByteSpan event, ByteSpan value, Language language) {
  constexpr std::uint32_t kWrongSide = 60;
  if (event.overlaps(value)) return 0;
  const bool before = event.end <= value.begin;
  const std::uint32_t bytes = before ? value.begin - event.end : event.begin - value.end;
  return before == (language == Language::Zh) ? bytes : bytes + kWrongSide;
}

// The value that the pattern's first capture of the right kind holds.
ByteSpan captured_value(const CompiledPhrase& phrase, const PhraseMatch& match, char letter) {
  for (std::size_t i = 0; i < phrase.captures.size() && i + 1 < match.groups.size(); ++i) {
    const PhraseCapture& capture = phrase.captures[i];
    if (capture.kind == PhraseCapture::Kind::Value && capture.value == letter && took_part(match.groups[i + 1])) {
      return match.groups[i + 1];
    }
  }
  return {};
}

// The nearest start event named in the sentence.
void find_start(Scan& scan, const CompiledFact& spec, Language language, Fact& fact) {
  std::uint32_t nearest = 0xFFFFFFFF;
  for (std::size_t i = 0; i < spec.starts.size(); ++i) {
    for (const std::uint32_t phrase : spec.starts[i]) {
      for (const PhraseMatch& match : scan.matches_in(phrase, fact.sentence)) {
        const ByteSpan span = scan.original(match.whole());
        const std::uint32_t away = distance(span, fact.value.span, language);
        if (away >= nearest) continue;
        nearest = away;
        fact.start = spec.source->starts[i].name;
        fact.start_span = span;
      }
    }
  }
}

class Binder {
 public:
  Binder(Scan& scan, const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
         const std::vector<Value>& values, const std::vector<std::vector<std::uint16_t>>& topics)
      : scan_(scan), rules_(rules), document_(document), tree_(tree), values_(values), topics_(topics) {}

  std::vector<BoundFact> run() {
    for (std::uint32_t index = 0; index < rules_.facts.size(); ++index) from_sentences(index);
    from_tables();
    std::vector<BoundFact> facts;
    facts.reserve(bound_.size());
    for (auto& entry : bound_) facts.push_back(std::move(entry.second));
    return facts;
  }

 private:
  using Position = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // table, row, column
  using Header = std::pair<Position, std::uint32_t>;                         // and a sentence that stands there

  bool on_topic(const CompiledFact& spec, std::uint32_t sentence) const {
    return spec.topics.empty() || share_topic(spec.topics, topics_[sentence]);
  }

  void from_sentences(std::uint32_t index) {
    const CompiledFact& spec = rules_.facts[index];
    const char letter = letter_of(spec.source->value);
    for (const std::uint32_t phrase : spec.patterns) {
      for (const PhraseMatch& match : scan_.matches(phrase)) {
        if (!on_topic(spec, match.sentence)) continue;
        if (match.negated && !scan_.denies_duty(match)) continue;
        if (scan_.any_in(spec.unless, match.sentence)) continue;
        const ByteSpan folded = captured_value(scan_.phrase(phrase), match, letter);
        if (folded.empty()) continue;
        const Value* value = value_at(values_, scan_.original(folded));
        if (value == nullptr) continue;
        const ByteSpan quote = hull(scan_.original(match.whole()), value->span);
        Fact& fact = bind(index, *value, match.sentence, quote);
        if (match.negated || fact.polarity == FactPolarity::Granted) continue;
        fact.polarity = FactPolarity::Granted;  // what one phrase promises, no other denies
        fact.quote = quote;
      }
    }
  }

  // A service-level table: the severity by row, the times by column, or the other way round. Tables may be large and
  // hold few values, so the values look for their headers.
  void from_tables() {
    std::vector<Header> headers;
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      const auto& cell = cell_of(i);
      if (cell && (cell->row == 0 || cell->column == 0)) headers.push_back({{cell->table, cell->row, cell->column}, i});
    }
    std::ranges::sort(headers);
    for (const Value& value : values_) {
      const auto& cell = cell_of(value.sentence);
      if (!cell) continue;
      if (cell->row > 0) from_headers(headers, {cell->table, 0, cell->column}, value);
      if (cell->column > 0) from_headers(headers, {cell->table, cell->row, 0}, value);
    }
  }

  const std::optional<Cell>& cell_of(std::uint32_t sentence) const {
    return document_.paragraphs[tree_.sentences[sentence].paragraph].cell;
  }

  void from_headers(const std::vector<Header>& headers, const Position& position, const Value& value) {
    auto header = std::ranges::lower_bound(headers, position, {}, &Header::first);
    for (; header != headers.end() && header->first == position; ++header) {
      const std::uint32_t title = header->second;
      if (!is_header(title)) continue;
      for (std::uint32_t index = 0; index < rules_.facts.size(); ++index) {
        const CompiledFact& spec = rules_.facts[index];
        if (spec.source->value != value.kind || scan_.first_in(spec.headers, title) == nullptr) continue;
        const bool fits = on_topic(spec, value.sentence) || on_topic(spec, title);
        if (fits) bind(index, value, value.sentence, value.span).polarity = FactPolarity::Granted;
      }
    }
  }

  // A header is a few words; a cell that tells a story, with values of its own, names nothing.
  bool is_header(std::uint32_t sentence) const {
    const auto value = std::lower_bound(values_.begin(), values_.end(), sentence,
                                        [](const Value& v, std::uint32_t s) { return v.sentence < s; });
    const bool has_value = value != values_.end() && value->sentence == sentence;
    return !has_value && tree_.sentences[sentence].span.size() <= 90;
  }

  // The clock of a table is told in the words around it: in its clause, or in one beside it under the same parent.
  void find_start_beside(const CompiledFact& spec, Fact& fact) {
    const Clause& clause = tree_.clauses[fact.clause];
    if (fact.clause == kRootClause) return;
    const bool nested = clause.parent != kNoClause && clause.parent != kRootClause;
    const ByteSpan around = nested ? tree_.clauses[clause.parent].extent : clause.span;
    for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) {
      if (!around.contains(tree_.sentences[i].span)) continue;
      if (tree_.sentences[i].language != tree_.sentences[fact.sentence].language) continue;
      for (std::size_t event = 0; event < spec.starts.size(); ++event) {
        const PhraseMatch* match = scan_.first_in(spec.starts[event], i);
        if (match == nullptr) continue;
        fact.start = spec.source->starts[event].name;
        fact.start_span = scan_.original(match->whole());
        return;
      }
    }
  }

  // New facts are Excluded until a match says otherwise.
  Fact& bind(std::uint32_t index, const Value& value, std::uint32_t sentence, ByteSpan quote) {
    const std::pair key(value.span.begin, index);
    if (const auto found = bound_.find(key); found != bound_.end()) return found->second.fact;
    BoundFact bound{.spec = index, .fact = {}};
    bound.fact.polarity = FactPolarity::Excluded;
    bound.fact.name = rules_.facts[index].source->name;
    bound.fact.value = value;
    bound.fact.quote = quote;
    bound.fact.sentence = sentence;
    bound.fact.clause = tree_.sentences[sentence].clause;
    find_start(scan_, rules_.facts[index], tree_.sentences[sentence].language, bound.fact);
    const bool in_table = document_.paragraphs[tree_.sentences[sentence].paragraph].cell.has_value();
    if (bound.fact.start.empty() && in_table) find_start_beside(rules_.facts[index], bound.fact);
    return bound_.emplace(key, std::move(bound)).first->second.fact;
  }

  Scan& scan_;
  const RuleSet::Compiled& rules_;
  const Document& document_;
  const ClauseTree& tree_;
  const std::vector<Value>& values_;
  const std::vector<std::vector<std::uint16_t>>& topics_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, BoundFact> bound_;  // by value's place, then specification
};

}  // namespace

std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                  const ClauseTree& tree, const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics) {
  return Binder(scan, rules, document, tree, values, topics).run();
}

}  // namespace clauselint
