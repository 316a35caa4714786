// What a draft says in the packs' words: topics of sentences, facts, vague terms, references that lead somewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/evaluate.hpp"
#include "rules/scan.hpp"

namespace clauselint {

/// A fact with the index of its specification in Compiled::facts.
struct BoundFact {
  std::uint32_t spec = 0;
  Fact fact;
};

/// Everything that conditions ask about, in one place. Spans are of the original text.
struct Meaning {
  std::vector<Value> values;                       ///< in order of the text
  std::vector<std::vector<std::uint16_t>> topics;  ///< by sentence, ascending
  std::vector<BoundFact> facts;                    ///< what is promised, in order of the text
  std::vector<BoundFact> denied;                   ///< what is expressly not promised: no rule takes it for a promise
  std::vector<std::uint8_t> unresolved;            ///< by value: a reference that leads nowhere
};

/// By sentence, ascending: the topics that it states, that its context makes of it, or that it goes on with.
std::vector<std::vector<std::uint16_t>> find_topics(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                                    const ClauseTree& tree);

/// From sentences and from tables: there a value belongs to the fact that its column's or its row's header names.
std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                  const ClauseTree& tree, const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics);

/// In sentences that have a topic, and in clauses (the root left out) of which a sentence has one.
std::vector<VagueTerm> find_vague_terms(Scan& scan, const RuleSet::Compiled& rules, const ClauseTree& tree,
                                        const std::vector<std::vector<std::uint16_t>>& topics);

/// By value: 1 where it is a reference to a clause or annex of this document that is not there; only the first of equal
/// references. A document without labels of that kind is not judged.
std::vector<std::uint8_t> find_unresolved(const Document& document, const ClauseTree& tree,
                                          const std::vector<Value>& values);

bool share_topic(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b);

}  // namespace clauselint
