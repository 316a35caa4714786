// The parties found so far, looked up by alias, and what is said about their roles.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clauselint/party.hpp"
#include "facts/role_words.hpp"
#include "facts/term_table.hpp"

namespace clauselint::facts {

/// Parties with a table of their aliases. An alias in capitals (`SUPPLIER`) is the same alias.
class PartyList {
 public:
  explicit PartyList(const RoleWords& roles) : roles_(roles) {}

  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  /// The party called so, or kUnknown.
  std::uint32_t find(std::string_view alias) const;

  /// Adds a party, or adds to the one that any of the aliases is known for. At most kMostParties are kept.
  void add(Party party);

  bool full() const { return parties_.size() >= kMostParties; }
  std::vector<Party>& parties() { return parties_; }
  const std::vector<Party>& parties() const { return parties_; }

 private:
  void name(std::uint32_t index, std::string_view alias);

  const RoleWords& roles_;
  std::vector<Party> parties_;
  TermTable aliases_;
  std::vector<std::uint32_t> by_alias_;  // by number of the alias: its party
};

/// Roles that aliases do not tell: from the matter, from what the draft says a party is or does, and from the role of
/// the only other party.
void settle_roles(const Document& document, const ClauseTree& tree, const std::vector<const PartyRole*>& roles,
                  const RoleWords& names, const Matter& matter, PartyList& list);

}  // namespace clauselint::facts
