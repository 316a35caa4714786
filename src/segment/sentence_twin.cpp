// Pairs of sentences that say the same in the two versions of a clause.
#include "segment/sentence_twin.hpp"

#include <algorithm>

#include "segment/stated_numbers.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kMostSentences = 64;  // a clause; a longer one is no clause but a whole text

struct Said {
  std::uint32_t sentence = 0;
  std::vector<std::uint32_t> numbers;
};

// The sentences of a clause in its own language, headings or the others.
std::vector<Said> sentences_of(const Document& document, const ClauseTree& tree, const Clause& clause, bool headings) {
  std::vector<Said> found;
  for (std::uint32_t s = clause.first_sentence; s < clause.first_sentence + clause.sentence_count; ++s) {
    const Sentence& sentence = tree.sentences[s];
    if (sentence.heading != headings) continue;
    found.push_back(
        {.sentence = s,
         .numbers = headings ? std::vector<std::uint32_t>() : stated_numbers(document.words(sentence.span))});
  }
  return found;
}

void join(ClauseTree& tree, std::uint32_t a, std::uint32_t b) {
  tree.sentences[a].twin = b;
  tree.sentences[b].twin = a;
}

bool contradict(const Said& a, const Said& b) {
  return !a.numbers.empty() && !b.numbers.empty() && likeness(a.numbers, b.numbers) <= 0;
}

bool pair_in_order(ClauseTree& tree, const std::vector<Said>& a, const std::vector<Said>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; a.size() > 1 && i < a.size(); ++i) {
    if (contradict(a[i], b[i])) return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) join(tree, a[i].sentence, b[i].sentence);
  return true;
}

// The one sentence with exactly these numbers, or nothing.
const Said* only_one_with(const std::vector<Said>& all, const std::vector<std::uint32_t>& numbers) {
  const Said* found = nullptr;
  for (const Said& one : all) {
    if (one.numbers != numbers) continue;
    if (found != nullptr) return nullptr;
    found = &one;
  }
  return found;
}

void pair_by_numbers(ClauseTree& tree, const std::vector<Said>& a, const std::vector<Said>& b) {
  if (a.size() > kMostSentences || b.size() > kMostSentences) return;
  for (const Said& one : a) {
    if (one.numbers.empty() || only_one_with(a, one.numbers) == nullptr) continue;
    if (const Said* other = only_one_with(b, one.numbers)) join(tree, one.sentence, other->sentence);
  }
}

}  // namespace

void pair_sentences(const Document& document, ClauseTree& tree) {
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause clause = tree.clauses[i];
    if (clause.twin == kNoClause || clause.twin < i) continue;
    const Clause twin = tree.clauses[clause.twin];
    for (const bool headings : {true, false}) {
      const std::vector<Said> a = sentences_of(document, tree, clause, headings);
      const std::vector<Said> b = sentences_of(document, tree, twin, headings);
      if (!pair_in_order(tree, a, b)) pair_by_numbers(tree, a, b);
    }
  }
}

}  // namespace clauselint
