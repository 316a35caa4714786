// The words of roles as packs declare them, looked up in the text.
#include "facts/role_words.hpp"

#include "facts/cursor.hpp"

namespace clauselint::facts {

std::string small_letters(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

RoleWords::RoleWords(const std::vector<const PartyRole*>& roles, Of of) {
  for (const PartyRole* role : roles) {
    const WordList& list = of == Of::Names ? role->words : role->deeds;
    for (const Language language : {Language::En, Language::Zh}) {
      for (const std::string& word : list.in(language)) {
        const std::uint32_t id = table_.add(small_letters(word));
        if (id == roles_.size()) roles_.push_back(role);  // the first role that claims a word has it
      }
    }
  }
}

RoleWords::Hit RoleWords::at(std::string_view lower, std::size_t at) const {
  if (table_.empty() || at >= lower.size()) return {};
  const TermTable::Hit hit = table_.longest_at(lower, at);
  return hit.end == 0 ? Hit{} : Hit{.role = roles_[hit.id], .end = hit.end};
}

const PartyRole* RoleWords::of(std::string_view alias) const {
  const std::uint32_t id = table_.find(small_letters(alias));
  return id == TermTable::npos ? nullptr : roles_[id];
}

const PartyRole* RoleWords::of_ending(std::string_view alias) const {
  if (const PartyRole* whole = of(alias)) return whole;
  constexpr std::size_t kLongest = 90;
  if (alias.size() > kLongest) return nullptr;
  for (std::size_t at = 0; at < alias.size();) {
    const CodePoint c = decode_at(alias, at);
    at += std::max<std::size_t>(1, c.size);
    const bool begins_word = is_han(c.value) || is_blank(c.value) || c.value == U'-';
    if (!begins_word || at >= alias.size()) continue;
    if (const PartyRole* role = of(alias.substr(at))) return role;
  }
  return nullptr;
}

std::size_t read_lettered_party(std::string_view text, std::size_t at, std::string& spelled) {
  const CodePoint first = decode_at(text, at);
  constexpr std::u32string_view kLetters = U"甲乙丙丁";
  if (first.size != 0 && kLetters.find(first.value) != std::u32string_view::npos) {
    const std::size_t next = skip_blanks(text, at + first.size);
    if (!stands_at(text, next, "方")) return 0;
    spelled = std::string(text.substr(at, first.size)) + "方";
    return next + 3;
  }
  const std::string_view word = word_at(text, at);
  if (!is_word(word, "party") || word.front() != 'P') return 0;
  const std::size_t next = skip_blanks(text, at + word.size());
  const bool letter = next != at + word.size() && next < text.size() && text[next] >= 'A' && text[next] <= 'D' &&
                      !is_letter_at(text, next + 1) && !is_digit_at(text, next + 1);
  if (!letter) return 0;
  spelled = "Party ";
  spelled += text[next];
  return next + 1;
}

}  // namespace clauselint::facts
