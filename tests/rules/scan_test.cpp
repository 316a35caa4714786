#include "rules/scan.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "clauselint/read.hpp"

using namespace clauselint;

namespace {

// Every phrase tried on every sentence of its language, without any literal: what the prefilter must not change.
using Places = std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

Places by_brute_force(const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
                      const std::vector<Value>& values) {
  std::vector<ValueMark> marks;
  for (const Value& value : values) marks.push_back({.span = value.span, .kind = mark_of(value)});
  const FoldedText folded = fold(document.text, marks);
  Places places;
  MatchScratch scratch;
  for (std::uint32_t phrase = 0; phrase < rules.phrases.size(); ++phrase) {
    for (const Sentence& sentence : tree.sentences) {
      if (sentence.language != rules.phrases[phrase].language) continue;
      const ByteSpan within = folded.folded(sentence.span);
      if (rules.phrases[phrase].pattern->find(folded.text(), within, within.begin, scratch) == MatchStatus::Found) {
        places.emplace(phrase, scratch.groups().front().begin, scratch.groups().front().end);
      }
    }
  }
  return places;
}

Places by_scan(const RuleSet::Compiled& rules, const Document& document, const ClauseTree& tree,
               const std::vector<Value>& values) {
  Scan scan(rules, document, tree, values);
  Places places;
  for (std::uint32_t phrase = 0; phrase < rules.phrases.size(); ++phrase) {
    std::uint32_t last = kNone;
    for (const PhraseMatch& match : scan.matches(phrase)) {
      if (match.sentence == last) continue;  // brute force takes the first of a sentence
      last = match.sentence;
      places.emplace(phrase, match.whole().begin, match.whole().end);
    }
  }
  return places;
}

void check(const std::string& text) {
  const Result<Document> document = read_document("draft.txt", text);
  REQUIRE(document);
  const ClauseTree tree = segment(*document);
  const std::vector<Value> values = find_values(*document, tree);
  const RuleSet::Compiled& rules = default_rules().compiled();
  CHECK(by_scan(rules, *document, tree, values) == by_brute_force(rules, *document, tree, values));
}

}  // namespace

TEST_CASE("the prefilter loses nothing on the examples of the default packs") {
  std::string english;
  std::string chinese;
  for (const Pack& pack : default_rules().packs()) {
    for (const Rule& rule : pack.rules) {
      for (const Example& example : rule.examples) {
        if (!example.text.en.empty()) english += example.text.en + "\n";
        if (!example.text.zh.empty()) chinese += example.text.zh + "\n";
      }
    }
  }
  check(english);
  check(chinese);
}

TEST_CASE("the prefilter loses nothing on random words of the packs themselves") {
  std::mt19937 random(3);
  std::vector<std::string> words = {
      "shall", "not", "within 24 hours", "the", "of", "，", "。", "24个月", "should", "\n", "(a)", "除", "外"};
  for (const Pack& pack : default_rules().packs()) {
    for (const Term& term : pack.terms) {
      for (const Phrase& phrase : term.phrases.en)
        words.push_back(phrase.pattern.substr(0, phrase.pattern.find_first_of("(?*<.")));
      for (const Phrase& phrase : term.phrases.zh)
        words.push_back(phrase.pattern.substr(0, phrase.pattern.find_first_of("(?*<.")));
    }
  }
  for (int round = 0; round < 20; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += words[random() % words.size()] + (random() % 3 == 0 ? "" : " ");
    check(text + "\n");
  }
}
