// Pairs of clauses that say the same in two languages.
#include "segment/twin.hpp"

#include <map>
#include <string>

namespace clauselint {
namespace {

bool is_part(LabelKind kind) {
  return kind == LabelKind::Part || kind == LabelKind::Chapter || kind == LabelKind::Division;
}

// The numbers that lead to a clause. Articles count through chapters, and dotted numbers hold their parents', so both
// begin anew; an annex stands before everything in it.
std::vector<std::string> label_paths(const ClauseTree& tree, const std::vector<std::optional<Label>>& labels) {
  std::vector<std::string> paths(tree.clauses.size());
  std::vector<std::string> annexes(tree.clauses.size());
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    annexes[i] = annexes[clause.parent];
    const bool beside_twin = clause.twin == clause.parent;  // the other language, set inside its twin
    if (beside_twin || !labels[i]) {
      paths[i] = paths[clause.parent];
      continue;
    }
    const Label& label = *labels[i];
    const std::optional<Label>& above = labels[clause.parent];
    std::string numbers;
    for (std::uint8_t n = 0; n < label.depth; ++n) numbers += "/" + std::to_string(label.numbers[n]);
    const auto kind = std::to_string(static_cast<int>(label.kind));
    if (label.kind == LabelKind::Annex) {
      paths[i] = annexes[i] = "annex" + numbers;
    } else if (is_part(label.kind)) {
      paths[i] = annexes[i] + "part" + kind + numbers;
    } else if (label.kind == LabelKind::Article || label.dotted() || (above && is_part(above->kind))) {
      paths[i] = annexes[i] + numbers;
    } else {
      paths[i] = paths[clause.parent] + numbers;
    }
  }
  return paths;
}

}  // namespace

void pair_by_labels(ClauseTree& tree, const std::vector<std::optional<Label>>& labels) {
  struct Speakers {
    std::vector<std::uint32_t> english;
    std::vector<std::uint32_t> chinese;
  };
  const std::vector<std::string> paths = label_paths(tree, labels);
  std::map<std::string, Speakers> by_path;
  for (std::uint32_t i = 1; i < tree.clauses.size(); ++i) {
    if (!labels[i] || tree.clauses[i].twin != kNoClause) continue;
    Speakers& speakers = by_path[paths[i]];
    (tree.clauses[i].language == Language::En ? speakers.english : speakers.chinese).push_back(i);
  }
  for (const auto& [path, speakers] : by_path) {
    if (speakers.english.size() != speakers.chinese.size()) continue;
    for (std::size_t k = 0; k < speakers.english.size(); ++k) {
      tree.clauses[speakers.english[k]].twin = speakers.chinese[k];
      tree.clauses[speakers.chinese[k]].twin = speakers.english[k];
    }
  }
}

}  // namespace clauselint
