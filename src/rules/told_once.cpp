#include "rules/told_once.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace clauselint {
namespace {

// The clause for which a rule speaks once; its parent where that is a section of its own.
std::uint32_t spoken_for(const ClauseTree& tree, const Finding& finding) {
  if (finding.rule->once == Once::Clause) return finding.clause;
  const std::uint32_t parent = tree.clauses[finding.clause].parent;
  return parent == kNoClause || parent == kRootClause ? finding.clause : parent;
}

}  // namespace

void tell_once(const ClauseTree& tree, std::vector<Finding>& findings) {
  std::map<std::tuple<const Rule*, std::uint32_t, Language>, std::size_t> told;
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (Finding& finding : findings) {
    if (finding.rule->once != Once::Place && !finding.absence) {
      const auto [at, is_first] =
          told.try_emplace({finding.rule, spoken_for(tree, finding), finding.language}, kept.size());
      if (!is_first) {
        kept[at->second].also.push_back(finding.span);
        continue;
      }
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace clauselint
