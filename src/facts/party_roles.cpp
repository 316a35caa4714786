// Roles that aliases do not tell: 甲方向乙方采购, `appoints Beta as its distributor`.
#include <algorithm>
#include <array>
#include <cstdint>

#include "facts/cursor.hpp"
#include "facts/party_list.hpp"
#include "facts/party_mentions.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kDeedReach = 45;  // bytes between a party and what it does
constexpr std::size_t kRoleReach = 90;  // bytes between `as` and the word of the role

bool ends_segment(char32_t c) {
  return c == U',' || c == U';' || c == U'.' || c == U'，' || c == U'。' || c == U'；' || c == U'：' || c == U':' ||
         c == U'、';
}

class RoleFinder {
 public:
  RoleFinder(const std::vector<const PartyRole*>& roles, const RoleWords& names, PartyList& list)
      : roles_(roles),
        names_(names),
        deeds_(roles, RoleWords::Of::Deeds),
        list_(list),
        mentions_(list.parties()),
        counts_(list.parties().size() * roles.size(), 0) {}

  void read(std::string_view text) {
    const std::vector<Mention> found = mentions_.in(text);
    if (found.empty()) return;
    const std::string lower = small_letters(text);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::uint32_t party = found[i].party;
      if (list_.parties()[party].role != nullptr || is_object(lower, found[i].begin)) continue;
      if (const PartyRole* role = called_behind(lower, found[i].end)) count(party, role, 3);
      if (const PartyRole* role = deed_behind(lower, found, i)) count(party, role, 1);
    }
  }

  // The role that is told most often, if one is.
  void settle() {
    for (std::uint32_t party = 0; party < list_.parties().size(); ++party) {
      const auto first = counts_.begin() + static_cast<std::ptrdiff_t>(party * roles_.size());
      const auto last = first + static_cast<std::ptrdiff_t>(roles_.size());
      const auto most = std::max_element(first, last);
      if (most == last || *most == 0 || std::count(first, last, *most) > 1) continue;
      Party& one = list_.parties()[party];
      if (one.role == nullptr) settled_.push_back({party, roles_[static_cast<std::size_t>(most - first)]});
    }
    for (const auto& [party, role] : settled_) {
      // Two of one role, told by what they do: the deeds tell nothing.
      const auto same = [role = role](const auto& other) { return other.second == role; };
      if (std::count_if(settled_.begin(), settled_.end(), same) == 1) list_.parties()[party].role = role;
    }
  }

 private:
  void count(std::uint32_t party, const PartyRole* role, std::uint32_t weight) {
    const auto at = static_cast<std::size_t>(std::find(roles_.begin(), roles_.end(), role) - roles_.begin());
    counts_[party * roles_.size() + at] += weight;
  }

  // 向乙方, `from Beta`: what follows is done by another.
  static bool is_object(std::string_view lower, std::size_t at) {
    at = back_over_blanks(lower, at);
    for (const std::string_view word : {"向", "从", "给", "为", "与", "和", "对"}) {
      if (stands_before(lower, at, word)) return true;
    }
    const std::string_view word = word_before(lower, at);
    return word == "to" || word == "from" || word == "for" || word == "with" || word == "of";
  }

  // `as its exclusive distributor`, 为甲方产品的经销商: the word ends its part of the sentence.
  const PartyRole* called_behind(std::string_view lower, std::size_t at) const {
    at = skip_blanks(lower, at);
    std::size_t from = 0;
    for (const std::string_view words :
         {"as ", "is ", "acts as ", "shall act as ", "will act as ", "为", "作为", "系", "是", "担任", "成为"}) {
      if (stands_at(lower, at, words)) from = at + words.size();
    }
    if (from == 0) return nullptr;
    const std::size_t limit = std::min(lower.size(), from + kRoleReach);
    for (std::size_t next = from; next < limit;) {
      const CodePoint c = decode_at(lower, next);
      if (ends_segment(c.value)) return nullptr;
      const bool begins = is_han(c.value) || !is_letter_at(lower, next == 0 ? 0 : next - 1);
      const RoleWords::Hit hit = begins ? names_.at(lower, next) : RoleWords::Hit{};
      if (hit.end != 0 && closes(lower, hit.end)) return hit.role;
      next += std::max<std::size_t>(1, c.size);
    }
    return nullptr;
  }

  static bool closes(std::string_view lower, std::size_t at) {
    const CodePoint c = decode_at(lower, at);
    if (c.size == 0 || ends_segment(c.value) || closes_bracket(c.value)) return true;
    const std::string_view word = word_at(lower, skip_blanks(lower, at));
    return word == "for" || word == "of" || word == "in" || word == "to" || word == "and";
  }

  // What stands behind the name before the next comma, another party passed over: 甲方向乙方采购.
  const PartyRole* deed_behind(std::string_view lower, const std::vector<Mention>& found, std::size_t i) const {
    std::size_t at = found[i].end;
    std::size_t limit = std::min(lower.size(), at + kDeedReach);
    if (i + 1 < found.size() && found[i + 1].begin < limit)
      limit = std::min(lower.size(), limit + found[i + 1].end - found[i + 1].begin);
    for (; at < limit;) {
      const CodePoint c = decode_at(lower, at);
      if (ends_segment(c.value)) return nullptr;
      if (stands_at(lower, at, "要求") || stands_at(lower, at, "不")) return nullptr;
      const bool begins = is_han(c.value) || (is_ascii_letter(c.value) && !is_letter_at(lower, at - 1));
      if (const RoleWords::Hit hit = begins ? deeds_.at(lower, at) : RoleWords::Hit{}; hit.end != 0) {
        const bool noun = stands_at(lower, hit.end, "的") || stands_at(lower, hit.end, "合同");
        return noun ? nullptr : hit.role;
      }
      at += std::max<std::size_t>(1, c.size);
    }
    return nullptr;
  }

  const std::vector<const PartyRole*>& roles_;
  const RoleWords& names_;
  RoleWords deeds_;
  PartyList& list_;
  MentionTable mentions_;
  std::vector<std::uint32_t> counts_;  // by party and role
  std::vector<std::pair<std::uint32_t, const PartyRole*>> settled_;
};

const PartyRole* role_named(const std::vector<const PartyRole*>& roles, std::string_view name) {
  const auto found =
      std::find_if(roles.begin(), roles.end(), [name](const PartyRole* role) { return role->name == name; });
  return found == roles.end() ? nullptr : *found;
}

// Of two parties the one that is not told has the role opposite to the other's.
void settle_opposite(const std::vector<const PartyRole*>& roles, std::vector<Party>& parties) {
  if (parties.size() != 2) return;
  for (const std::size_t i : {0u, 1u}) {
    const Party& other = parties[1 - i];
    if (parties[i].role == nullptr && other.role != nullptr) parties[i].role = role_named(roles, other.role->opposite);
  }
}

}  // namespace

void settle_roles(const Document& document, const ClauseTree& tree, const std::vector<const PartyRole*>& roles,
                  const RoleWords& names, const Matter& matter, PartyList& list) {
  std::vector<Party>& parties = list.parties();
  for (const auto& [alias, name] : matter.parties) {
    const std::uint32_t party = list.find(alias);
    const PartyRole* const role = role_named(roles, name);
    if (party != PartyList::kUnknown && role != nullptr) parties[party].role = role;
  }
  const bool open =
      std::any_of(parties.begin(), parties.end(), [](const Party& party) { return party.role == nullptr; });
  if (!open || roles.empty()) return;
  RoleFinder finder(roles, names, list);
  for (const Sentence& sentence : tree.sentences) finder.read(document.words(sentence.span));
  finder.settle();
  settle_opposite(roles, parties);
}

}  // namespace clauselint::facts
