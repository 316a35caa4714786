// Outlines as text, so that a test shows clauses rather than numbers.
#pragma once

#include <string>

#include "clauselint/clause.hpp"

namespace clauselint {

/// One line a clause below the root, indented by level: its label, and its heading in angle brackets.
inline std::string outline_of(const Document& document) {
  const ClauseTree tree = segment(document);
  std::string outline;
  for (std::size_t i = 1; i < tree.clauses.size(); ++i) {
    const Clause& clause = tree.clauses[i];
    outline.append((clause.level - 1) * 2, ' ').append(clause.label);
    const std::string heading(document.words(clause.heading));
    if (!heading.empty()) outline += (clause.label.empty() ? "<" : " <") + heading + ">";
    outline += "\n";
  }
  return outline;
}

}  // namespace clauselint
