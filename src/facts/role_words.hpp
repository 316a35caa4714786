// The words of roles as packs declare them, looked up in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/rule.hpp"
#include "facts/term_table.hpp"

namespace clauselint::facts {

/// ASCII letters made small; bytes keep their places.
std::string small_letters(std::string_view words);

/// A table of small words, each with the role it tells.
class RoleWords {
 public:
  struct Hit {
    const PartyRole* role = nullptr;
    std::size_t end = 0;  ///< 0: no such word stands there
  };

  /// The words by which parties are called, or what they do.
  enum class Of { Names, Deeds };
  RoleWords(const std::vector<const PartyRole*>& roles, Of of);

  /// The longest word at `at` of a text in small letters.
  Hit at(std::string_view lower, std::size_t at) const;

  /// The role that a whole alias names, in any case; nullptr when it is no role's word.
  const PartyRole* of(std::string_view alias) const;

  /// The same for the last words of an alias: `Authorised Distributor`, 设备供应商.
  const PartyRole* of_ending(std::string_view alias) const;

 private:
  TermTable table_;
  std::vector<const PartyRole*> roles_;  // by number of the word
};

/// 甲方, `Party A`, also with blanks inside: the end of the words at `at`, 0 when there are none; `spelled` takes them
/// without blanks. Whatever a draft calls its parties by letter.
std::size_t read_lettered_party(std::string_view text, std::size_t at, std::string& spelled);

}  // namespace clauselint::facts
