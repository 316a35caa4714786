// The values of a text as words, for tests: `24 months = P24M`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/fact.hpp"
#include "support/document_builder.hpp"

namespace clauselint {

/// Each paragraph one sentence of the root clause.
inline ClauseTree flat_tree(const Document& draft) {
  ClauseTree tree;
  tree.clauses.push_back({});
  for (const Paragraph& paragraph : draft.paragraphs) tree.sentences.push_back({.span = paragraph.span});
  return tree;
}

inline std::vector<Value> values_of(std::string_view text) {
  const Document draft = document(text);
  return find_values(draft, flat_tree(draft));
}

/// The values of one kind, each as its words, ` = ` and what they mean.
inline std::vector<std::string> values_in(std::string_view text, ValueKind kind) {
  const Document draft = document(text);
  std::vector<std::string> found;
  for (const Value& value : find_values(draft, flat_tree(draft))) {
    if (value.kind != kind) continue;
    std::string line = std::string(draft.words(value.span)) + " = " + canonical(value);
    if (value.working) line += " working";
    if (value.words_differ) line += " differ";
    found.push_back(line);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace clauselint
