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
  std::vector<ClauseReference> references;         ///< in order of the text
  std::vector<std::uint8_t> unresolved;  ///< by value: a reference that leads nowhere, the first of equal ones
  Definitions definitions;
  std::vector<Party> parties;  ///< with the duties, only where a rule asks who owes something
  std::vector<Duty> duties;
};

/// By sentence, ascending: the topics that it states, that its context makes of it, or that it goes on with.
std::vector<std::vector<std::uint16_t>> find_topics(Scan& scan, const RuleSet::Compiled& rules,
                                                    const Document& document, const ClauseTree& tree);

/// From sentences and from tables: there a value belongs to the fact that its column's or its row's header names.
std::vector<BoundFact> bind_facts(Scan& scan, const RuleSet::Compiled& rules, const Document& document,
                                  const ClauseTree& tree, const std::vector<Value>& values,
                                  const std::vector<std::vector<std::uint16_t>>& topics);

/// In sentences that have a topic, and in clauses (the root left out) of which a sentence has one.
std::vector<VagueTerm> find_vague_terms(Scan& scan, const RuleSet::Compiled& rules, const ClauseTree& tree,
                                        const std::vector<std::vector<std::uint16_t>>& topics);

/// Where each reference among the values leads. A document without labels of the kind asked for is not judged.
std::vector<ClauseReference> find_references(const Document& document, const ClauseTree& tree,
                                             const std::vector<Value>& values);

/// By value: 1 where it is a reference that leads nowhere; only the first of equal references.
std::vector<std::uint8_t> find_unresolved(const std::vector<ClauseReference>& references,
                                          const std::vector<Value>& values);

/// Whether a sentence is what the rule's `where` asks for: its topics, facts, kind and story.
bool is_about(const CompiledRule& rule, const Document& document, const ClauseTree& tree, const Meaning& meaning,
              std::uint32_t sentence);

bool share_topic(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b);

}  // namespace clauselint
