// Which party stands as the subject before a verb of an English sentence, or owns what stands there.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "facts/duty_pieces.hpp"

namespace clauselint::facts {

/// A party, or several, named at bytes of a sentence. `set` 0: `the other party`, somebody who is not told.
struct NamedParty {
  std::size_t begin = 0;
  std::size_t end = 0;
  PartySet set = 0;
};

/// What the verb behind `shall` makes of its subject. Entitled: a right, no duty.
enum class Voice { Active, Passive, Stative, Entitled };

bool is_adverb(std::string_view word);
bool is_participle(std::string_view word);
bool is_preposition(std::string_view word);

/// The parties that an English sentence names, and questions about the words around them. Looks at the sentence only.
class EnglishSubjects {
 public:
  EnglishSubjects(std::string_view sentence, const std::vector<Mention>& mentions, PartySet everybody);

  const std::vector<NamedParty>& named() const { return named_; }

  /// The word before a name, articles passed over.
  std::string_view word_in_front(std::size_t at) const;
  /// The start of `the Supplier` for the start of `Supplier`.
  std::size_t behind_the(std::size_t at) const;
  bool possessive(const NamedParty& one) const;
  /// The first word from `at` on that is no adverb and stands in no aside; `at` moves to it.
  std::string_view skip_adverbs(std::size_t& at) const;
  /// The name that ends at a byte; nullptr when none does.
  const NamedParty* ending_at(std::size_t end) const;
  /// Back from a verb over adverbs and asides to the end of its subject.
  std::size_t end_of_subject(std::size_t at) const;
  /// The party that is, or owns, what stands before a verb; `set` 0 for none.
  NamedParty subject_before(std::size_t end, Voice voice) const;
  /// The names that `and` or `or` adds behind the name with that index.
  NamedParty with_following(std::size_t index) const;

 private:
  void add_everybody(PartySet everybody);
  NamedParty with_partners(NamedParty one) const;
  NamedParty owner_before(std::size_t end) const;

  std::string_view text_;
  std::vector<NamedParty> named_;
};

}  // namespace clauselint::facts
