// Where a sentence names parties.
#include "facts/party_mentions.hpp"

#include "facts/cursor.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {

MentionTable::MentionTable(const std::vector<Party>& parties) {
  for (std::uint32_t i = 0; i < parties.size(); ++i) {
    for (const PartyAlias& alias : parties[i].aliases) {
      add(i, alias.words);
      std::string upper(alias.words);
      for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
      add(i, upper);
      for (std::size_t k = 1; k < upper.size(); ++k) {
        const bool inside = is_letter_at(upper, k - 1) && upper[k] >= 'A' && upper[k] <= 'Z';
        if (inside) upper[k] = static_cast<char>(upper[k] | 0x20);
      }
      add(i, upper);
    }
    if (!parties[i].name.empty()) add(i, parties[i].name);
  }
}

void MentionTable::add(std::uint32_t party, std::string_view words) {
  const std::uint32_t id = table_.add(words);
  if (id == parties_.size()) parties_.push_back(party);
}

std::vector<Mention> MentionTable::in(std::string_view text) const {
  std::vector<Mention> found;
  if (table_.empty()) return found;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool latin = byte < 0x80;
    if (latin && !is_ascii_letter(byte) && !is_ascii_digit(byte)) {
      ++at;
      continue;
    }
    const TermTable::Hit hit = table_.longest_at(text, at);
    if (hit.end != 0) found.push_back({.begin = at, .end = hit.end, .party = parties_[hit.id]});
    const std::size_t step = latin ? over_term_word(text, at) : at + decode_at(text, at).size;
    at = hit.end != 0 ? hit.end : std::max(step, at + 1);
  }
  return found;
}

}  // namespace clauselint::facts
