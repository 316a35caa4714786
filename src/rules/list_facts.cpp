// Entries of a list behind words that tell what they are: `Response times:` / `Severity 1: 2 hours` / `Severity 2: 4 hours`.
#include <algorithm>
#include <array>
#include <vector>

#include "rules/fact_binder.hpp"

namespace clauselint {
namespace {

/// Words that lead a list of a fact's values.
struct Lead {
  std::uint32_t sentence = 0;
  std::uint32_t end = 0;  // in folded text
  std::uint32_t fact = 0;
};

class ListBinder {
 public:
  explicit ListBinder(FactBinder& binder) : binder_(binder) {}

  void run() {
    gather_leads();
    if (leads_.empty()) return;
    find_governing();
    for (const Value& value : binder_.values) bind_value(value);
    for (std::uint32_t fact = 0; fact < binder_.rules.facts.size(); ++fact) {
      for (const std::uint32_t phrase : binder_.rules.facts[fact].led) {
        for (const PhraseMatch& match : binder_.scan.matches(phrase)) bind_entry(fact, match);
      }
    }
  }

 private:
  static constexpr std::uint32_t kBeside = 12;  // bytes

  void gather_leads() {
    for (std::uint32_t fact = 0; fact < binder_.rules.facts.size(); ++fact) {
      for (const std::uint32_t phrase : binder_.rules.facts[fact].leads) {
        for (const PhraseMatch& match : binder_.scan.matches(phrase)) {
          if (match.negated) continue;
          leads_.push_back({.sentence = match.sentence, .end = match.whole().end, .fact = fact});
        }
      }
    }
    std::ranges::sort(leads_, [](const Lead& a, const Lead& b) {
      return a.sentence != b.sentence ? a.sentence < b.sentence : a.end < b.end;
    });
  }

  bool opens_list(std::uint32_t sentence) const {
    const std::string_view words = binder_.document.words(binder_.tree.sentences[sentence].span);
    const std::size_t last = words.find_last_not_of(" \t");
    if (last == std::string_view::npos) return false;
    const std::string_view trimmed = words.substr(0, last + 1);
    return trimmed.ends_with(":") || trimmed.ends_with("：") || trimmed.ends_with(":-") || trimmed.ends_with(": -");
  }

  // For each sentence the headings and words with a colon that stand over it, in its clause and those above, the
  // nearest first.
  void find_governing() {
    constexpr std::uint32_t kReach = 40;  // sentences from the words
    const ClauseTree& tree = binder_.tree;
    std::vector<std::uint32_t> latest(tree.clauses.size(), kNone);
    governing_.assign(tree.sentences.size(), {kNone, kNone});
    headings_.assign(tree.clauses.size(), kNone);
    for (std::uint32_t i = 0; i < tree.sentences.size(); ++i) {
      std::uint32_t clause = tree.sentences[i].clause;
      std::size_t found = 0;
      for (int level = 0; level < 3 && found < 2 && clause != kNoClause;
           ++level, clause = tree.clauses[clause].parent) {
        const bool near = latest[clause] != kNone && i - latest[clause] <= kReach;
        if (near) governing_[i][found++] = latest[clause];
      }
      const Sentence& sentence = tree.sentences[i];
      if (sentence.heading || sentence.title_end > 0 || opens_list(i)) latest[sentence.clause] = i;
      if (sentence.heading && headings_[sentence.clause] == kNone) headings_[sentence.clause] = i;
    }
  }

  // The fact that the words above a sentence name: the nearest, or those over the heading that labels an entry
  // (`(a) Severity 1: 2 hours`).
  std::uint32_t named_above(std::uint32_t sentence, ValueKind kind) const {
    for (const std::uint32_t above : governing_[sentence]) {
      if (above == kNone) break;
      if (const std::uint32_t named = named_in(above, 0xFFFFFFFF, kind); named != kNone) return named;
      const bool leads_table = in_table(sentence) && !in_table(above);  // "They are shown in this table:"
      if (!labels(above, sentence) && !leads_table) break;
    }
    const std::uint32_t heading = headings_[binder_.tree.sentences[sentence].clause];
    return in_table(sentence) && heading != kNone ? named_in(heading, 0xFFFFFFFF, kind) : kNone;
  }

  bool in_table(std::uint32_t sentence) const {
    return binder_.document.paragraphs[binder_.tree.sentences[sentence].paragraph].cell.has_value();
  }

  // A cell that holds nothing else, or begins with it: where no header says what it is, the words above the table do.
  bool fills_cell(const Value& value) const {
    if (!in_table(value.sentence)) return false;
    constexpr std::uint32_t kLongestCell = 70;  // bytes
    const ByteSpan cell = binder_.tree.sentences[value.sentence].span;
    constexpr std::uint32_t kBound = 7;  // `within `, `up to `, `< `
    const bool leads = value.span.begin - cell.begin <= kBound && cell.size() <= kLongestCell;
    return leads || value.span.size() * 5 >= cell.size() * 4;
  }

  // A heading that the sentence goes on with on its own line.
  bool labels(std::uint32_t above, std::uint32_t sentence) const {
    const std::vector<Sentence>& sentences = binder_.tree.sentences;
    return sentences[above].heading && sentences[above].paragraph == sentences[sentence].paragraph;
  }

  // The fact of this kind of value that was named last before byte `end` of the folded text in the sentence.
  std::uint32_t named_in(std::uint32_t sentence, std::uint32_t end, ValueKind kind) const {
    std::uint32_t named = kNone;
    auto lead = std::ranges::lower_bound(leads_, sentence, {}, &Lead::sentence);
    for (; lead != leads_.end() && lead->sentence == sentence && lead->end <= end; ++lead) {
      if (binder_.rules.facts[lead->fact].source->value == kind) named = lead->fact;
    }
    return named;
  }

  // A fact whose `under` has no patterns takes every value of its kind in such a list; others the value that a run-in
  // heading labels, and those alone in the cells of a table.
  void bind_value(const Value& value) {
    if (binder_.carries_fact(value) || bind_to_title(value)) return;
    const std::uint32_t named = named_above(value.sentence, value.kind);
    if (named == kNone) return;
    const CompiledFact& spec = binder_.rules.facts[named];
    const std::uint32_t above = governing_[value.sentence][0];
    const bool labelled = labels(above, value.sentence) && governing_[value.sentence][1] != kNone &&
                          value.span.begin - binder_.tree.sentences[value.sentence].span.begin <= kBeside;
    if (!spec.led.empty() && !labelled && !fills_cell(value)) return;
    if (!binder_.excluded(spec, value.sentence)) binder_.bind(named, value, value.sentence, value.span);
  }

  // `Response time: 4 hours`: what the sentence begins with tells what stands next to it.
  bool bind_to_title(const Value& value) {
    const Sentence& sentence = binder_.tree.sentences[value.sentence];
    if (sentence.title_end == 0 || value.span.begin > sentence.title_end + kBeside) return false;
    const std::uint32_t end = binder_.scan.folded({.begin = sentence.span.begin, .end = sentence.title_end}).end;
    const std::uint32_t named = named_in(value.sentence, end, value.kind);
    if (named == kNone || binder_.excluded(binder_.rules.facts[named], value.sentence)) return false;
    binder_.bind(named, value, value.sentence, value.span);
    return true;
  }

  void bind_entry(std::uint32_t fact, const PhraseMatch& match) {
    const CompiledFact& spec = binder_.rules.facts[fact];
    const ValueKind kind = spec.source->value;
    std::uint32_t named = named_in(match.sentence, match.whole().begin, kind);
    if (named == kNone) named = named_above(match.sentence, kind);
    if (named != fact || match.negated || tells_itself(match) || binder_.excluded(spec, match.sentence)) return;
    binder_.bind_captured(fact, match);
  }

  // What the entry's own words have told already: `Severity 1: resolved within 4 hours` below `Response times`.
  bool tells_itself(const PhraseMatch& match) const {
    const CompiledPhrase& phrase = binder_.scan.phrase(match.phrase);
    for (std::size_t i = 0; i < phrase.captures.size() && i + 1 < match.groups.size(); ++i) {
      if (phrase.captures[i].kind != PhraseCapture::Kind::Value || !took_part(match.groups[i + 1])) continue;
      const Value* value = binder_.value_at(binder_.scan.original(match.groups[i + 1]));
      return value != nullptr && binder_.carries_fact(*value);
    }
    return false;
  }

  FactBinder& binder_;
  std::vector<Lead> leads_;                              // by sentence, then place
  std::vector<std::array<std::uint32_t, 2>> governing_;  // by sentence, the nearest first
  std::vector<std::uint32_t> headings_;                  // by clause, its heading
};

}  // namespace

void bind_lists(FactBinder& binder) { ListBinder(binder).run(); }

}  // namespace clauselint
