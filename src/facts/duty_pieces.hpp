// What a sentence says of who owes what, piece by piece, before lead-ins are looked at.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clauselint/party.hpp"
#include "facts/party_mentions.hpp"

namespace clauselint::facts {

/// From `begin` on the sentence speaks of what `owed_by` owes, until the next piece begins.
struct DutyPiece {
  std::size_t begin = 0;
  std::size_t subject_begin = 0;
  std::size_t subject_end = 0;
  PartySet owed_by = 0;
  bool open = true;  ///< nobody is named: what the lead-in or heading names stands in
};

/// The pieces in order; the first begins at 0. Empty when the sentence names no duty at all.
std::vector<DutyPiece> duty_pieces(std::string_view sentence, const std::vector<Mention>& mentions, PartySet everybody);
std::vector<DutyPiece> han_duty_pieces(std::string_view sentence, const std::vector<Mention>& mentions,
                                       PartySet everybody);

inline PartySet only(std::uint32_t party) { return PartySet{1} << party; }

}  // namespace clauselint::facts
