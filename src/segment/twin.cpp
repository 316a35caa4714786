// Pairs of clauses that say the same in two languages.
#include "segment/twin.hpp"

#include <algorithm>

#include "segment/alignment.hpp"
#include "segment/stated_numbers.hpp"

namespace clauselint {
namespace {

bool is_division(LabelKind kind) {
  return kind == LabelKind::Part || kind == LabelKind::Chapter || kind == LabelKind::Division;
}

struct Pairing {
  const Document& document;
  ClauseTree& tree;
  const std::vector<std::optional<Label>>& labels;
  std::vector<std::vector<std::uint32_t>> children;  // by clause
  std::vector<std::vector<std::uint32_t>> numbers;   // by clause, its descendants' included

  void prepare();
  void pair(std::uint32_t a, std::uint32_t b);
  void pair_lists(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, bool by_label_alone);
  std::vector<std::uint32_t> below(std::uint32_t clause, Language language, bool through_divisions,
                                   bool through_headings) const;
  bool has_kind_below(std::uint32_t clause, Language language, bool heading) const;
  bool is_free(std::uint32_t clause, Language language) const {
    return tree.clauses[clause].twin == kNoClause && tree.clauses[clause].language == language;
  }
  Candidate candidate(std::uint32_t clause) const;
};

constexpr std::size_t kMostNumbers = 64;

void merge_into(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& more) {
  if (all.size() >= kMostNumbers) return;
  all.insert(all.end(), more.begin(), more.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

void Pairing::prepare() {
  children.resize(tree.clauses.size());
  numbers.resize(tree.clauses.size());
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) children[tree.clauses[i].parent].push_back(i);
  for (std::uint32_t i = static_cast<std::uint32_t>(tree.clauses.size()); i > 1; --i) {
    const Clause& clause = tree.clauses[i - 1];
    std::string_view words = document.words(clause.span);
    words.remove_prefix(std::min(words.size(), clause.label.size()));
    merge_into(numbers[i - 1], stated_numbers(words));
    if (clause.parent != kRootClause) merge_into(numbers[clause.parent], numbers[i - 1]);
  }
}

// Whether chapters, or headings without number, stand directly below the clause in that language.
bool Pairing::has_kind_below(std::uint32_t clause, Language language, bool heading) const {
  return std::any_of(children[clause].begin(), children[clause].end(), [&](std::uint32_t i) {
    const bool kind = heading ? !labels[i] : labels[i] && is_division(labels[i]->kind);
    return kind && tree.clauses[i].language == language;
  });
}

// The free clauses below one; chapters or headings that the other language does without are seen through.
std::vector<std::uint32_t> Pairing::below(std::uint32_t clause, Language language, bool through_divisions,
                                          bool through_headings) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t i : children[clause]) {
    if (!is_free(i, language)) continue;
    const bool through = labels[i] ? through_divisions && is_division(labels[i]->kind) : through_headings;
    if (!through || children[i].empty()) {
      if (!through) found.push_back(i);
      continue;
    }
    for (const std::uint32_t inner : children[i]) {
      if (is_free(inner, language)) found.push_back(inner);
    }
  }
  return found;
}

Candidate Pairing::candidate(std::uint32_t clause) const {
  Candidate one;
  one.clause = clause;
  one.annex = labels[clause] && labels[clause]->kind == LabelKind::Annex;
  one.ordinal = labels[clause] ? labels[clause]->ordinal() : 0;
  one.children = static_cast<std::uint32_t>(children[clause].size());
  one.numbers = &numbers[clause];
  return one;
}

void Pairing::pair_lists(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                         bool by_label_alone) {
  std::vector<Candidate> left;
  std::vector<Candidate> right;
  for (const std::uint32_t i : a) left.push_back(candidate(i));
  for (const std::uint32_t i : b) right.push_back(candidate(i));
  for (const auto& [l, r] : align(left, right, by_label_alone)) {
    tree.clauses[a[l]].twin = b[r];
    tree.clauses[b[r]].twin = a[l];
  }
}

// What stands below two clauses that are twins, or below the root in each language.
void Pairing::pair(std::uint32_t a, std::uint32_t b) {
  const Language first = a == b ? Language::En : tree.clauses[a].language;
  const Language second = first == Language::En ? Language::Zh : Language::En;
  const bool divisions = has_kind_below(a, first, false) != has_kind_below(b, second, false);
  const bool headings = has_kind_below(a, first, true) != has_kind_below(b, second, true);
  const bool paired_beside = std::any_of(children[a].begin(), children[a].end(),
                                         [&](std::uint32_t i) { return tree.clauses[i].twin != kNoClause && i != b; });
  pair_lists(below(a, first, divisions, headings), below(b, second, divisions, headings), paired_beside);
}

}  // namespace

void pair_clauses(const Document& document, ClauseTree& tree, const std::vector<std::optional<Label>>& labels) {
  Pairing pairing{.document = document, .tree = tree, .labels = labels, .children = {}, .numbers = {}};
  pairing.prepare();
  pairing.pair(kRootClause, kRootClause);
  // Twins stand behind what they are below, so that one pass in order reaches every level.
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    const std::uint32_t twin = tree.clauses[i].twin;
    if (twin != kNoClause && i < twin) pairing.pair(i, twin);
  }
}

std::vector<std::uint32_t> clauses_without_twin(const ClauseTree& tree) {
  std::vector<std::uint32_t> missing;
  if (!tree.bilingual) return missing;
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    const std::uint32_t above = clause.parent;
    const bool stood_for = above != kRootClause && tree.clauses[above].twin == kNoClause;
    if (clause.twin == kNoClause && !stood_for) missing.push_back(i);
  }
  return missing;
}

}  // namespace clauselint
