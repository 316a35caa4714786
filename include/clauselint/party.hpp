// Who the parties of a draft are, which part each plays, and which of them owes the duty at a place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/definition.hpp"
#include "clauselint/document.hpp"
#include "clauselint/matter.hpp"
#include "clauselint/rule.hpp"

namespace clauselint {

/// Where a party was found.
enum class PartySource : std::uint8_t {
  Preamble,    ///< `Acme Ltd. ("Supplier")`, 甲方（供方）：…
  Table,       ///< a cell with the alias beside a cell with the name
  Definition,  ///< `"Distributor" means …`
  Use,         ///< no introduction: the draft only speaks of `the Supplier`, 供方
};

/// A word by which the draft calls a party, and the place that introduces it.
struct PartyAlias {
  std::string words;
  ByteSpan span;
};

struct Party {
  std::vector<PartyAlias> aliases;  ///< never empty, in order of the text
  const PartyRole* role = nullptr;  ///< owned by the RuleSet; nullptr when not known
  std::string name;                 ///< of the company or person; empty when the draft leaves it out
  ByteSpan name_span;
  PartySource source = PartySource::Use;
  std::uint32_t sentence = 0;  ///< that introduces it
};

inline constexpr std::uint32_t kMostParties = 32;

/// Which of the parties, by bits: bit i is the i-th. 0 is nobody.
using PartySet = std::uint32_t;

/// Words of one sentence that speak of what the same parties owe.
struct Duty {
  ByteSpan span;     ///< ranges of a sentence do not overlap, and cover it
  ByteSpan subject;  ///< the words that name who owes; empty when nobody is named
  PartySet owed_by = 0;
  std::uint32_t sentence = 0;
  bool inherited = false;  ///< named in the lead-in or heading above, not in the sentence
};

/// The parties in the order in which the draft introduces them. `matter.parties` decides over what the draft says.
std::vector<Party> find_parties(const Document& document, const ClauseTree& tree, const Definitions& definitions,
                                const std::vector<const PartyRole*>& roles, const Matter& matter);

/// The duties of all sentences, in the order of the text. A sentence without any is left out.
std::vector<Duty> find_duties(const Document& document, const ClauseTree& tree, const std::vector<Party>& parties);

/// The duty at byte `at` of the text; nullptr when the sentence there speaks of none.
const Duty* duty_at(const std::vector<Duty>& duties, std::uint32_t at);

std::string_view name_of(PartySource source);

}  // namespace clauselint
