// Patterns that never match, or that add nothing to another of their list: each is tried on texts made of its own words.
#include "rules/check_patterns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "clauselint/fact.hpp"
#include "rules/scan.hpp"
#include "text/folded_text.hpp"
#include "text/pattern.hpp"
#include "text/phrase_samples.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr int kVariants = 3;  // of a duration: patterns about hours do not match days

// What a draft would write for a value, in words that are found as such; numbers that no author writes into a pattern.
std::string value_words(char letter, Language language, int variant) {
  constexpr std::array<std::string_view, kVariants> kDurationsEn = {"37 days", "29 hours", "19 months"};
  constexpr std::array<std::string_view, kVariants> kDurationsZh = {"37日", "29小时", "19个月"};
  const bool english = language == Language::En;
  switch (letter) {
    case 'd': return std::string((english ? kDurationsEn : kDurationsZh).at(static_cast<std::size_t>(variant)));
    case 'm': return english ? "USD 537" : "人民币537元";
    case 'p': return "37%";
    case 'c': return english ? "37 times" : "37次";
    case 't': return english ? "17 December 2037" : "2037年12月17日";
    case 'r': return english ? "Section 37.3" : "第三十七条";
    case '@': return "7:37-19:37";
    default: return "[●]";
  }
}

bool holds_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_han(c.value)) return true;
    at += c.size;
  }
  return false;
}

// `\b` is an edge of Latin words: beside a Han character it is one only before a Latin letter.
bool has_edge_beside_han(std::string_view regex) {
  for (std::size_t at = regex.find("\\b"); at != std::string_view::npos; at = regex.find("\\b", at + 2)) {
    const bool before = at > 0 && is_han(decode_before(regex, at).value);
    const bool after = at + 2 < regex.size() && is_han(decode_at(regex, at + 2).value);
    if (before || after) return true;
  }
  return false;
}

// Texts as the sentences of one draft, so that values are found and folding is done as in a real one.
class SampleDraft {
 public:
  explicit SampleDraft(Language language) : language_(language) {}

  std::uint32_t add(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text.append(text).append("\n");
    const ByteSpan span{.begin = begin, .end = static_cast<std::uint32_t>(begin + text.size())};
    document_.paragraphs.emplace_back().span = span;
    const auto index = static_cast<std::uint32_t>(tree_.sentences.size());
    tree_.sentences.push_back({.span = span, .clause = kRootClause, .paragraph = index, .language = language_});
    return index;
  }

  void fold_all() {
    tree_.clauses.emplace_back();
    values_ = find_values(document_, tree_);
    std::vector<ValueMark> marks;
    for (const Value& value : values_) marks.push_back({.span = value.span, .kind = letter_of(value.kind)});
    folded_ = fold(document_.text, marks);
  }

  bool matches(const Pattern& pattern, std::uint32_t sentence) {
    const ByteSpan within = folded_.folded(tree_.sentences[sentence].span);
    return pattern.find(folded_.text(), within, within.begin, scratch_) == MatchStatus::Found;
  }

  std::string_view words(std::uint32_t sentence) const { return document_.words(tree_.sentences[sentence].span); }

  // The first value of the sentence that the author did not write as one.
  const Value* written_out(std::uint32_t sentence) const {
    for (const Value& value : values_) {
      if (value.sentence == sentence && !is_sample(value)) return &value;
    }
    return nullptr;
  }
  std::string_view words(const Value& value) const { return document_.words(value.span); }

 private:
  bool is_sample(const Value& value) const {
    for (int variant = 0; variant < kVariants; ++variant) {
      if (document_.words(value.span) == value_words(letter_of(value.kind), language_, variant)) return true;
    }
    return false;
  }

  Language language_;
  Document document_;
  ClauseTree tree_;
  std::vector<Value> values_;
  FoldedText folded_;
  MatchScratch scratch_;
};

// One text with each variant of its values, its gaps narrow and wide: sentences of the draft.
using Sample = std::array<std::uint32_t, std::size_t{2} * kVariants>;

constexpr std::size_t kMostSamples = 600;  // of a phrase that is compared: beyond, nothing is said of it

struct Candidate {
  const Phrase* phrase = nullptr;
  std::unique_ptr<Pattern> pattern;
  std::vector<Sample> own;  ///< with the first phrase of each term: the others are told where the term is declared
  std::vector<Sample> all;  ///< with every phrase, where the candidate is compared
  bool matches_itself = true;
};

class Checker {
 public:
  Checker(Language language, const std::vector<Pack>& packs, std::map<const Phrase*, std::string>& remarks)
      : language_(language), remarks_(remarks), draft_(language) {
    for (const Pack& pack : packs) {
      for (const Term& term : pack.terms) terms_.emplace(term.name, &term);
    }
  }

  void run(const std::vector<PhraseList>& lists) {
    std::vector<std::vector<Candidate>> candidates;
    for (const PhraseList& list : lists) {
      candidates.emplace_back();
      for (const Phrase& phrase : list.phrases->in(language_)) {
        candidates.back().push_back(candidate(phrase, list.any_will_do));
      }
    }
    draft_.fold_all();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (Candidate& one : candidates[i]) try_itself(one);
      if (lists[i].any_will_do) compare(candidates[i]);
    }
  }

 private:
  Candidate candidate(const Phrase& phrase, bool compared) {
    Candidate made{.phrase = &phrase, .pattern = nullptr, .own = {}, .all = {}};
    if (phrase.regex) {
      if (has_edge_beside_han(phrase.pattern)) remark(phrase, "\\b beside a Han character is no edge: leave it out");
      return made;
    }
    if (language_ == Language::En && holds_han(phrase.pattern)) {
      remark(phrase, fmt::format("\"{}\" holds Han characters, but is asked of English sentences: put it under \"zh\"",
                                 phrase.pattern));
      return made;
    }
    const TermLookup terms = [this](std::string_view name) { return phrases_of(name); };
    PhraseProgram program;
    if (translate_phrase(phrase.pattern, language_ == Language::En, terms, program)) return made;
    made.pattern = std::make_unique<Pattern>(std::move(program.regex));
    MatchScratch scratch;
    if (made.pattern->find("", {}, 0, scratch) == MatchStatus::Found) {
      remark(phrase,
             fmt::format("\"{}\" matches where nothing stands: put a word outside what is optional", phrase.pattern));
    }
    made.own = samples(phrase, false);
    if (compared) made.all = samples(phrase, true);
    return made;
  }

  std::vector<Sample> samples(const Phrase& phrase, bool all_phrases) {
    const TermLookup terms = [this](std::string_view name) { return phrases_of(name); };
    std::vector<Sample> made;
    std::size_t at = 0;
    for (const bool filled : {false, true}) {
      for (int variant = 0; variant < kVariants; ++variant, ++at) {
        const ValueWords values = [this, variant](char letter) { return value_words(letter, language_, variant); };
        const std::vector<std::string> texts = samples_of_phrase(phrase.pattern, terms, values,
                                                                 {.spaced = language_ == Language::En,
                                                                  .gaps_filled = filled,
                                                                  .all_phrases = all_phrases,
                                                                  .most = all_phrases ? kMostSamples : 200});
        made.resize(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) made[i].at(at) = draft_.add(texts[i]);
      }
    }
    return made;
  }

  std::optional<std::vector<std::string>> phrases_of(std::string_view name) const {
    const auto term = terms_.find(name);
    if (term == terms_.end()) return std::nullopt;
    std::vector<std::string> patterns;
    for (const Phrase& words : term->second->phrases.in(language_)) patterns.push_back(words.pattern);
    return patterns;
  }

  void try_itself(Candidate& one) {
    if (one.pattern == nullptr) return;
    for (const Sample& sample : one.own) {
      if (matches(*one.pattern, sample)) continue;
      one.matches_itself = false;
      const Value* const value = draft_.written_out(sample.front());
      const std::string words(draft_.words(sample.front()));
      return value == nullptr
                 ? remark(*one.phrase,
                          fmt::format("\"{}\" does not match its own words \"{}\"", one.phrase->pattern, words))
                 : remark(*one.phrase,
                          fmt::format("\"{}\" never matches \"{}\": \"{}\" is found as a value, write <{}>",
                                      one.phrase->pattern, words, draft_.words(*value), name_of_kind(value->kind)));
    }
  }

  // Whether whatever the narrow one matches, the wide one does too.
  bool covers(const Candidate& wide, const Candidate& narrow) {
    return std::ranges::all_of(narrow.all, [&](const Sample& sample) {
      return std::ranges::all_of(sample, [&](std::uint32_t sentence) {
        return draft_.matches(*wide.pattern, sentence) || !draft_.matches(*narrow.pattern, sentence);
      });
    });
  }

  bool matches(const Pattern& pattern, const Sample& sample) {
    return std::ranges::any_of(sample, [&](std::uint32_t sentence) { return draft_.matches(pattern, sentence); });
  }

  // Of two that match the same, the later one is remarked.
  void compare(const std::vector<Candidate>& list) {
    const auto fit = [](const Candidate& one) {
      return one.pattern != nullptr && one.matches_itself && !one.all.empty() && one.all.size() < kMostSamples;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t k = 0; k < list.size() && fit(list[i]); ++k) {
        if (k == i || !fit(list[k]) || !covers(list[k], list[i])) continue;
        if (k > i && covers(list[i], list[k])) continue;
        remark(*list[i].phrase, fmt::format("\"{}\" adds nothing: \"{}\" matches all of it", list[i].phrase->pattern,
                                            list[k].phrase->pattern));
        break;
      }
    }
  }

  void remark(const Phrase& phrase, std::string message) { remarks_.emplace(&phrase, std::move(message)); }

  Language language_;
  std::map<const Phrase*, std::string>& remarks_;
  std::map<std::string, const Term*, std::less<>> terms_;
  SampleDraft draft_;
};

}  // namespace

std::vector<Error> check_patterns(const std::vector<PhraseList>& lists, const std::vector<Pack>& packs) {
  std::map<const Phrase*, std::string> remarks;
  for (const Language language : {Language::En, Language::Zh}) Checker(language, packs, remarks).run(lists);
  std::vector<Error> told;
  for (const PhraseList& list : lists) {
    for (const Language language : {Language::En, Language::Zh}) {
      for (const Phrase& phrase : list.phrases->in(language)) {
        const auto found = remarks.find(&phrase);
        if (found == remarks.end()) continue;
        told.push_back({.kind = ErrorKind::Pack,
                        .where = fmt::format("{}:{}:{}", list.pack->path, phrase.place.line, phrase.place.column),
                        .message = fmt::format("{}: {}", list.owner, found->second)});
      }
    }
  }
  return told;
}

}  // namespace clauselint
