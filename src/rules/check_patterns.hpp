// Patterns that never match, or that add nothing to another of their list.
#pragma once

#include <string>
#include <vector>

#include "clauselint/rule.hpp"

namespace clauselint {

/// A list of phrases of a pack, and what it is.
struct PhraseList {
  const Pack* pack = nullptr;
  const PhraseSet* phrases = nullptr;
  const Term* term = nullptr;  ///< whose list it is, if it is a term's
  std::string owner;           ///< `topic "NAME"`
  Place place;                 ///< of the owner
  bool of_rule = false;        ///< of one of its conditions
  bool secondary = false;      ///< narrows or widens another list, so one language may do without
  bool any_will_do = false;    ///< it matters only whether one of them matches, not which
};

/// Every list of phrases of a pack, in the order of the pack.
std::vector<PhraseList> phrase_lists(const Pack& pack);

/// Remarks about the lists, each at its phrase, in the order of the lists. `packs` give the terms.
std::vector<Error> check_patterns(const std::vector<PhraseList>& lists, const std::vector<Pack>& packs);

}  // namespace clauselint
