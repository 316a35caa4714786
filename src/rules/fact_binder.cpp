// Where facts are gathered: their values, quotes and the events that start their clocks.
#include "rules/fact_binder.hpp"

#include <algorithm>
#include <map>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

// How far an event stands from the value. "24 months from delivery", but 自交付之日起24个月: on the side where the language
// does not put it an event counts as further away.
std::uint32_t distance(ByteSpan event, ByteSpan value, Language language) {
  constexpr std::uint32_t kWrongSide = 60;
  if (event.overlaps(value)) return 0;
  const bool before = event.end <= value.begin;
  const std::uint32_t bytes = before ? value.begin - event.end : event.begin - value.end;
  return before == (language == Language::Zh) ? bytes : bytes + kWrongSide;
}

// A stretch of the text as one line, blanks as single spaces.
std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) {
      line.push_back(c);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

// Behind the words that go on from `at` to the next comma, semicolon or stop of the sentence.
std::uint32_t end_of_part(const std::string& text, std::uint32_t at, std::uint32_t sentence_end) {
  while (at < sentence_end) {
    const CodePoint c = decode_at(text, at);
    const bool stop = c.value == U'.' && (at + 1 == sentence_end || text[at + 1] == ' ');
    const bool parts = c.value == U',' || c.value == U';' || c.value == U'，' || c.value == U'；' || c.value == U'。';
    if (stop || parts) break;
    at += static_cast<std::uint32_t>(c.size);
  }
  return at;
}

}  // namespace

std::vector<Value>::const_iterator FactBinder::values_from(std::uint32_t at) const {
  return std::lower_bound(values.begin(), values.end(), at,
                          [](const Value& v, std::uint32_t begin) { return v.span.begin < begin; });
}

const Value* FactBinder::value_at(ByteSpan span) const {
  const auto found = values_from(span.begin);
  return found != values.end() && found->span.overlaps(span) ? &*found : nullptr;
}

void FactBinder::bind_captured(std::uint32_t index, const PhraseMatch& match, FactPolarity polarity) {
  const ValueKind kind = rules.facts[index].source->value;
  const CompiledPhrase& phrase = scan.phrase(match.phrase);
  const Language language = phrase.language;
  std::vector<const Value*> taken;
  Value text{.kind = ValueKind::Text, .span = {}, .detail = {}, .sentence = match.sentence};
  for (std::size_t i = 0; i < phrase.captures.size() && i + 1 < match.groups.size(); ++i) {
    const PhraseCapture& capture = phrase.captures[i];
    const bool told = capture.kind == PhraseCapture::Kind::Term && kind == ValueKind::Text;
    const bool counted =
        capture.kind == PhraseCapture::Kind::Value && (kind == ValueKind::Text || capture.value == letter_of(kind));
    if ((!told && !counted) || !took_part(match.groups[i + 1])) continue;
    const ByteSpan span = scan.original(match.groups[i + 1]);
    const Value* value = counted ? value_at(span) : nullptr;
    if (counted && value == nullptr) continue;
    taken.push_back(value);
    text.span = text.span.empty() ? span : hull(text.span, span);
    text.blank = text.blank || (value != nullptr && value->blank);
    if (!text.detail.empty()) text.detail += ", ";
    text.detail += value != nullptr ? (value->kind == ValueKind::Money ? canonical(*value) : spelled(*value, language))
                                    : on_one_line(document.words(span));
    if (kind != ValueKind::Text) break;
  }
  if (taken.empty()) return;
  if (rules.facts[index].source->extends) {
    text.span.end = end_of_part(document.text, text.span.end, tree.sentences[match.sentence].span.end);
    text.detail = on_one_line(document.words(text.span));
    taken.assign(1, nullptr);
  }
  const Value& value = taken.size() == 1 && taken[0] != nullptr ? *taken[0] : text;
  bind(index, value, match.sentence, hull(scan.original(match.whole()), value.span), polarity);
}

// The nearest start event named in the sentence.
void FactBinder::find_start(const CompiledFact& spec, Fact& fact) {
  const Language language = tree.sentences[fact.sentence].language;
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

// A sentence about the same thing that counts nothing itself: "Times run from the logging of the request."
bool FactBinder::tells_clock(const CompiledFact& spec, const Sentence& sentence) const {
  const auto value = values_from(sentence.span.begin);
  const bool counts = value != values.end() && sentence.span.contains(value->span);
  return !counts && !sentence.heading && on_topic(spec, static_cast<std::uint32_t>(&sentence - tree.sentences.data()));
}

// The first event that the sentences of a stretch name; asked once for all values of a table or section.
const FactBinder::Start& FactBinder::start_beside(const CompiledFact& spec, ByteSpan around, Language language,
                                                  bool in_table) {
  const auto [entry, fresh] = starts_beside_.try_emplace({&spec, around.begin, around.end, language, in_table});
  Start& start = entry->second;
  if (!fresh) return start;
  auto sentence =
      std::ranges::lower_bound(tree.sentences, around.begin, {}, [](const Sentence& s) { return s.span.begin; });
  for (; start.name.empty() && sentence != tree.sentences.end() && around.contains(sentence->span); ++sentence) {
    if (sentence->language != language || (!in_table && !tells_clock(spec, *sentence))) continue;
    for (std::size_t event = 0; event < spec.starts.size(); ++event) {
      const auto i = static_cast<std::uint32_t>(sentence - tree.sentences.begin());
      const PhraseMatch* match = scan.first_in(spec.starts[event], i);
      if (match == nullptr) continue;
      start = {.name = spec.source->starts[event].name, .span = scan.original(match->whole())};
      break;
    }
  }
  return start;
}

// The clock of a table, or of all times of a section, is told in the words around it: in its clause, or in one beside it
// under the same parent.
void FactBinder::find_start_beside(const CompiledFact& spec, Fact& fact, bool in_table) {
  const Clause& clause = tree.clauses[fact.clause];
  if (fact.clause == kRootClause) return;
  // A clause may stand below its twin.
  const std::uint32_t parent = clause.parent == clause.twin ? tree.clauses[clause.parent].parent : clause.parent;
  const bool nested = parent != kNoClause && parent != kRootClause;
  const ByteSpan around = nested ? tree.clauses[parent].extent : clause.span;
  const Start& start = start_beside(spec, around, tree.sentences[fact.sentence].language, in_table);
  fact.start = start.name;
  fact.start_span = start.span;
}

void FactBinder::find_excepted(std::uint32_t index) {
  const CompiledFact& spec = rules.facts[index];
  for (const std::uint32_t phrase : spec.except) {
    const std::vector<PhraseCapture>& captures = scan.phrase(phrase).captures;
    for (const PhraseMatch& match : scan.matches(phrase)) {
      for (std::size_t i = 0; i < captures.size() && i + 1 < match.groups.size(); ++i) {
        if (captures[i].kind != PhraseCapture::Kind::Value || !took_part(match.groups[i + 1])) continue;
        const Value* value = value_at(scan.original(match.groups[i + 1]));
        if (value != nullptr) excepted_.emplace(value->span.begin, index);
      }
    }
  }
}

bool FactBinder::carries_fact(const Value& value) const {
  const auto fact = bound_.lower_bound({value.span.begin, 0});
  return fact != bound_.end() && fact->first.first == value.span.begin;
}

std::vector<std::uint32_t> FactBinder::facts_of(const Value& value) const {
  std::vector<std::uint32_t> facts;
  for (auto fact = bound_.lower_bound({value.span.begin, 0});
       fact != bound_.end() && fact->first.first == value.span.begin; ++fact) {
    facts.push_back(fact->first.second);
  }
  return facts;
}

void FactBinder::bind(std::uint32_t index, const Value& value, std::uint32_t sentence, ByteSpan quote,
                      FactPolarity polarity) {
  const std::pair key(value.span.begin, index);
  if (excepted_.contains(key)) return;
  if (const auto found = bound_.find(key); found != bound_.end()) {
    Fact& fact = found->second.fact;
    if (polarity == fact.polarity || polarity != FactPolarity::Granted) return;
    fact.polarity = polarity;
    fact.quote = quote;
    return;
  }
  const CompiledFact& spec = rules.facts[index];
  BoundFact bound{.spec = index, .fact = {}};
  bound.fact.polarity = polarity;
  bound.fact.name = spec.source->name;
  bound.fact.value = value;
  if (value.kind == ValueKind::Placeholder) bound.fact.value.kind = spec.source->value;
  bound.fact.quote = quote;
  bound.fact.sentence = sentence;
  bound.fact.clause = tree.sentences[sentence].clause;
  find_start(spec, bound.fact);
  const bool in_table = document.paragraphs[tree.sentences[sentence].paragraph].cell.has_value();
  if (bound.fact.start.empty()) find_start_beside(spec, bound.fact, in_table);
  bound_.emplace(key, std::move(bound));
}

std::vector<BoundFact> FactBinder::take() {
  std::vector<BoundFact> facts;
  facts.reserve(bound_.size());
  std::map<std::uint32_t, ByteSpan>
      told;  // by specification, the last value in words: what lies within it is part of it
  for (auto& [place, bound] : bound_) {
    const ByteSpan span = bound.fact.value.span;
    if (rules.facts[bound.spec].source->value == ValueKind::Text) {
      ByteSpan& last = told[bound.spec];
      if (last.contains(span)) continue;
      last = span;
    }
    facts.push_back(std::move(bound));
  }
  return facts;
}

}  // namespace clauselint
