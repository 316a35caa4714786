// Who owes what stands at a place, in words.
#include "report/owed_by.hpp"

#include "report/places.hpp"

namespace clauselint {

std::vector<const Party*> owed_by(const Review& review, ByteSpan span) {
  std::vector<const Party*> owing;
  const Duty* const duty = duty_at(review.evaluation.duties, span.begin);
  const std::vector<Party>& parties = review.evaluation.parties;
  for (std::size_t i = 0; duty != nullptr && i < parties.size(); ++i) {
    if ((duty->owed_by >> i & 1u) != 0) owing.push_back(&parties[i]);
  }
  return owing;
}

const std::string& role_or_alias(const Party& party) {
  return party.role == nullptr ? party.aliases.front().words : party.role->name;
}

std::string owed_by_words(const Review& review, ByteSpan span, Language language) {
  std::string words;
  for (const Party* party : owed_by(review, span)) {
    if (!words.empty()) words += words_in(language).list;
    words += party->role == nullptr ? party->aliases.front().words : in_either(party->role->title, language);
  }
  return words;
}

}  // namespace clauselint
