// One draft against all phrases: literals are looked up once, candidates confirmed when a rule asks.
#include "rules/scan.hpp"

#include <algorithm>
#include <iterator>

#include "rules/negation.hpp"

namespace clauselint {
namespace {

// Steps of matching (see MatchScratch::allow) in one draft. A phrase takes some thousand in a long contract; two million
// take about a tenth of a second, and whatever the packs hold all phrases together end in seconds.
constexpr std::uint64_t kStepsOfPhrase = 2'000'000;
constexpr std::uint64_t kStepsOfAll = 50'000'000;

constexpr int kMatchesPerSentence = 16;  // of one phrase; a sentence that says a thing more often says nothing new

FoldedText fold_with_values(const Document& document, const std::vector<Value>& values) {
  std::vector<ValueMark> marks;
  marks.reserve(values.size());
  for (const Value& value : values) marks.push_back({.span = value.span, .kind = mark_of(value)});
  return fold(document.text, marks);
}

}  // namespace

char letter_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::Duration: return 'd';
    case ValueKind::Money: return 'm';
    case ValueKind::Percent: return 'p';
    case ValueKind::Count: return 'c';
    case ValueKind::Date: return 't';
    case ValueKind::Reference: return 'r';
    case ValueKind::Placeholder: return 'b';
    case ValueKind::Hours: return '@';  // no letter: words of the hours still match as words
    case ValueKind::Text: break;
  }
  return 'd';
}

// A blank that tells what it asks for is marked as that; one that asks for words is no quantity.
char mark_of(const Value& value) {
  if (value.redacted && value.detail.empty()) return 'x';
  if (value.kind != ValueKind::Placeholder || value.detail.empty()) return letter_of(value.kind);
  if (value.detail == "duration") return 'D';
  if (value.detail == "percent") return 'P';
  return value.detail == "money" ? 'M' : 'n';
}

std::string_view name_of_kind(ValueKind kind) {
  switch (kind) {
    case ValueKind::Duration: return "duration";
    case ValueKind::Money: return "money";
    case ValueKind::Percent: return "percent";
    case ValueKind::Count: return "count";
    case ValueKind::Date: return "date";
    case ValueKind::Reference: return "reference";
    case ValueKind::Placeholder: return "placeholder";
    case ValueKind::Hours: return "hours";
    case ValueKind::Text: break;
  }
  return "text";
}

Scan::Scan(const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
           const std::vector<Value>& values)
    : rules_(rules),
      tree_(tree),
      folded_(fold_with_values(document, values)),
      candidates_(rules.phrases.size()),
      matches_(rules.phrases.size()),
      values_(tree.sentences.size(), 0),
      confirmed_(rules.phrases.size(), 0),
      limited_(rules.phrases.size(), 0),
      steps_(rules.phrases.size(), kStepsOfPhrase),
      steps_of_all_(kStepsOfAll) {
  for (const Value& value : values) values_[value.sentence] |= value_bit(mark_of(value));
  sentences_.reserve(tree.sentences.size());
  for (const Sentence& sentence : tree.sentences) sentences_.push_back(folded_.folded(sentence.span));
  gather_candidates();
}

void Scan::gather_candidates() {
  // Which of a phrase's sets were seen in which sentence; a candidate has them all.
  struct Seen {
    std::uint32_t sentence = kNone;
    std::uint32_t sets = 0;
  };
  std::vector<Seen> seen(rules_.phrases.size());
  std::uint32_t sentence = 0;
  rules_.literals.scan(folded_.text(), [&](std::uint32_t owner, std::uint32_t at) {
    while (sentence < sentences_.size() && sentences_[sentence].end <= at) ++sentence;
    if (sentence == sentences_.size() || at < sentences_[sentence].begin) return;
    const auto phrase = static_cast<std::uint32_t>(owner / PhraseProgram::kMaxNeeded);
    if (tree_.sentences[sentence].language != rules_.phrases[phrase].language) return;
    Seen& mine = seen[phrase];
    if (mine.sentence != sentence) mine = {.sentence = sentence, .sets = 0};
    const std::uint32_t all = (1u << rules_.phrases[phrase].needed.size()) - 1;
    if (mine.sets == all) return;
    mine.sets |= 1u << (owner % PhraseProgram::kMaxNeeded);
    if (mine.sets == all) candidates_[phrase].push_back(sentence);
  });
}

// For phrases without a literal: they are tried wherever they fit, and where is not kept.
bool Scan::may_hold(std::uint32_t sentence, const CompiledPhrase& phrase) const {
  return tree_.sentences[sentence].language == phrase.language &&
         sentences_[sentence].size() >= phrase.pattern->min_length();
}

// A sentence without a value of a kind that the phrase asks for cannot match it, whatever its words.
bool Scan::has_values(std::uint32_t sentence, const CompiledPhrase& phrase) const {
  return std::ranges::all_of(phrase.values, [&](ValueBits kinds) { return (values_[sentence] & kinds) != 0; });
}

bool Scan::is_candidate(std::uint32_t phrase, std::uint32_t sentence) const {
  const CompiledPhrase& compiled = rules_.phrases[phrase];
  if (!has_values(sentence, compiled)) return false;
  return compiled.needed.empty() ? may_hold(sentence, compiled)
                                 : std::ranges::binary_search(candidates_[phrase], sentence);
}

std::vector<std::uint32_t> Scan::candidates(std::uint32_t phrase) const {
  const CompiledPhrase& compiled = rules_.phrases[phrase];
  std::vector<std::uint32_t> found;
  if (compiled.needed.empty()) {
    for (std::uint32_t sentence = 0; sentence < sentences_.size(); ++sentence) {
      if (has_values(sentence, compiled) && may_hold(sentence, compiled)) found.push_back(sentence);
    }
  } else {
    std::ranges::copy_if(candidates_[phrase], std::back_inserter(found),
                         [&](std::uint32_t sentence) { return has_values(sentence, compiled); });
  }
  return found;
}

MatchStatus Scan::find(std::uint32_t phrase, ByteSpan within, std::uint32_t from) {
  const std::uint64_t allowed = std::min(steps_[phrase], steps_of_all_);
  scratch_.allow(allowed);
  const MatchStatus status = rules_.phrases[phrase].pattern->find(folded_.text(), within, from, scratch_);
  const std::uint64_t taken = allowed - scratch_.steps_left();
  steps_[phrase] -= taken;
  steps_of_all_ -= taken;
  return status;
}

void Scan::note_limit(std::uint32_t phrase) {
  limited_[phrase] = 1;
  any_limited_ = true;
}

bool Scan::was_limited(const PhraseGroup& group) const {
  return std::ranges::any_of(group, [this](std::uint32_t phrase) { return limited_[phrase] != 0; });
}

bool Scan::confirm_in(std::uint32_t phrase, std::uint32_t sentence, std::vector<PhraseMatch>& found) {
  const CompiledPhrase& compiled = rules_.phrases[phrase];
  const ByteSpan within = sentences_[sentence];
  std::uint32_t from = within.begin;
  for (int count = 0; count < kMatchesPerSentence && from <= within.end; ++count) {
    const MatchStatus status = find(phrase, within, from);
    if (status == MatchStatus::LimitReached) return false;
    if (status == MatchStatus::NotFound) return true;
    PhraseMatch match{.phrase = phrase, .sentence = sentence, .negated = false, .groups = scratch_.groups()};
    std::vector<ByteSpan> gaps;
    for (std::size_t i = 0; i < compiled.captures.size() && i + 1 < match.groups.size(); ++i) {
      const ByteSpan group = match.groups[i + 1];
      if (compiled.captures[i].kind == PhraseCapture::Kind::Gap && took_part(group)) gaps.push_back(group);
    }
    match.negated = is_negated(folded_.text(), within, match.whole(), gaps, compiled.language);
    from = std::max(match.whole().end, match.whole().begin + 1);
    while (from < within.end && (static_cast<unsigned char>(folded_.text()[from]) & 0xC0u) == 0x80u) ++from;
    found.push_back(std::move(match));
  }
  return true;
}

bool Scan::denies_duty(const PhraseMatch& match) const {
  return clauselint::denies_duty(folded_.text(), sentences_[match.sentence], match.whole(),
                                 rules_.phrases[match.phrase].language);
}

void Scan::confirm(std::uint32_t phrase) {
  if (confirmed_[phrase] != 0) return;
  confirmed_[phrase] = 1;
  for (const std::uint32_t sentence : candidates(phrase)) {
    if (!confirm_in(phrase, sentence, matches_[phrase])) note_limit(phrase);
  }
}

const std::vector<PhraseMatch>& Scan::matches(std::uint32_t phrase) {
  confirm(phrase);
  return matches_[phrase];
}

std::span<const PhraseMatch> Scan::matches_in(std::uint32_t phrase, std::uint32_t sentence) {
  if (confirmed_[phrase] == 0) {
    if (!is_candidate(phrase, sentence)) return {};
    const auto [asked, fresh] = asked_.try_emplace((std::uint64_t{phrase} << 32) | sentence);
    if (fresh && !confirm_in(phrase, sentence, asked->second)) note_limit(phrase);
    return asked->second;
  }
  const std::vector<PhraseMatch>& all = matches_[phrase];
  const auto first = std::lower_bound(all.begin(), all.end(), sentence,
                                      [](const PhraseMatch& m, std::uint32_t s) { return m.sentence < s; });
  auto last = first;
  while (last != all.end() && last->sentence == sentence) ++last;
  return {first, last};
}

bool Scan::any_in(const PhraseGroup& group, std::uint32_t sentence) { return first_in(group, sentence) != nullptr; }

bool Scan::says(const PhraseGroup& group, std::uint32_t sentence) {
  return std::any_of(group.begin(), group.end(), [&](std::uint32_t phrase) {
    if (confirmed_[phrase] != 0) return !matches_in(phrase, sentence).empty();
    if (!is_candidate(phrase, sentence)) return false;
    const ByteSpan within = sentences_[sentence];
    const MatchStatus status = find(phrase, within, within.begin);
    if (status == MatchStatus::LimitReached) note_limit(phrase);
    return status == MatchStatus::Found;
  });
}

const PhraseMatch* Scan::first_in(const PhraseGroup& group, std::uint32_t sentence) {
  const PhraseMatch* first = nullptr;
  for (const std::uint32_t phrase : group) {
    const std::span<const PhraseMatch> found = matches_in(phrase, sentence);
    if (found.empty()) continue;
    if (first == nullptr || found.front().whole() < first->whole()) first = &found.front();
  }
  return first;
}

bool Scan::limited(const PhraseGroup& group) {
  return std::any_of(group.begin(), group.end(), [this](std::uint32_t phrase) {
    confirm(phrase);
    return limited_[phrase] != 0;
  });
}

PhraseTrace Scan::count(std::uint32_t phrase) {
  confirm(phrase);
  const CompiledPhrase& compiled = rules_.phrases[phrase];
  PhraseTrace counted;
  counted.pattern = compiled.source;
  counted.language = compiled.language;
  counted.has_literals = !compiled.needed.empty();
  counted.limited = limited_[phrase] != 0;
  for (std::uint32_t sentence = 0; sentence < sentences_.size(); ++sentence) {
    if (!is_candidate(phrase, sentence)) continue;
    ++counted.candidates;
    const std::span<const PhraseMatch> found = matches_in(phrase, sentence);
    if (found.empty()) continue;
    ++counted.matched;
    if (std::ranges::all_of(found, &PhraseMatch::negated)) ++counted.negated;
  }
  return counted;
}

}  // namespace clauselint
