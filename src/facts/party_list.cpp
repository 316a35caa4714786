// The parties found so far, looked up by alias.
#include "facts/party_list.hpp"

#include <algorithm>

namespace clauselint::facts {
namespace {

std::string capitals(std::string_view words) {
  std::string upper(words);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
  return upper;
}

// `SUPPLIER` -> `Supplier`.
std::string title_case(std::string_view words) {
  std::string title(words);
  for (std::size_t i = 1; i < title.size(); ++i) {
    const bool inside = (title[i - 1] >= 'A' && title[i - 1] <= 'Z') || (title[i - 1] >= 'a' && title[i - 1] <= 'z');
    if (inside && title[i] >= 'A' && title[i] <= 'Z') title[i] = static_cast<char>(title[i] | 0x20);
  }
  return title;
}

}  // namespace

std::uint32_t PartyList::find(std::string_view alias) const {
  const std::uint32_t id = aliases_.find(alias);
  return id == TermTable::npos ? kUnknown : by_alias_[id];
}

void PartyList::name(std::uint32_t index, std::string_view alias) {
  for (const std::string& words : {std::string(alias), capitals(alias), title_case(alias)}) {
    const std::uint32_t id = aliases_.add(words);
    if (id == by_alias_.size()) by_alias_.push_back(index);
  }
}

void PartyList::add(Party party) {
  std::uint32_t index = kUnknown;
  for (const PartyAlias& alias : party.aliases) {
    if (index == kUnknown) index = find(alias.words);
  }
  if (index == kUnknown) {
    if (full()) return;
    index = static_cast<std::uint32_t>(parties_.size());
    parties_.push_back({.aliases = {},
                        .role = nullptr,
                        .name = {},
                        .name_span = {},
                        .source = party.source,
                        .sentence = party.sentence});
  }
  Party& known = parties_[index];
  for (PartyAlias& alias : party.aliases) {
    if (known.role == nullptr) known.role = roles_.of_ending(alias.words);
    if (find(alias.words) != kUnknown) continue;
    name(index, alias.words);
    known.aliases.push_back(std::move(alias));
  }
  if (known.name.empty() && !party.name.empty()) {
    known.name = std::move(party.name);
    known.name_span = party.name_span;
  }
}

}  // namespace clauselint::facts
