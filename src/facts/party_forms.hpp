// The forms in which drafts introduce their parties, in English and in Chinese.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts/role_words.hpp"

namespace clauselint::facts {

/// A word for a party, with its place in the sentence.
struct FoundAlias {
  std::string words;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One introduction of a party; bytes of the sentence. `name_begin == name_end` when no name is given.
struct Introduction {
  std::vector<FoundAlias> aliases;
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  bool whole = false;  ///< the sentence is nothing but the alias: a cell whose neighbour holds the name
};

/// `Supplier: Acme Ltd`, `Party A (the Seller):`, `Acme Ltd. (Supplier)`; appended.
void read_introductions(std::string_view sentence, const RoleWords& roles, std::vector<Introduction>& out);

/// 甲方（供方）：…, 买方：…, …有限公司（甲方）, 甲方：…（以下简称供方）; appended.
void read_han_introductions(std::string_view sentence, const RoleWords& roles, std::vector<Introduction>& out);

/// The name that stands before the bracket at `bracket`: `between Acme Ltd., a company of …, (` -> Acme Ltd.; an empty
/// range when what stands there is no name.
Introduction name_before(std::string_view sentence, std::size_t bracket);

/// Whether the words before a bracket introduce a company or person as companies are introduced in a preamble.
bool introduces_company(std::string_view sentence, std::size_t bracket);

}  // namespace clauselint::facts
