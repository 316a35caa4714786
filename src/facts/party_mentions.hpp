// Where a sentence names parties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clauselint/party.hpp"
#include "facts/term_table.hpp"

namespace clauselint::facts {

/// A party named at bytes of a sentence.
struct Mention {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t party = 0;
};

/// The aliases and names of the parties of a draft, looked up in one pass over a sentence.
class MentionTable {
 public:
  explicit MentionTable(const std::vector<Party>& parties);

  std::vector<Mention> in(std::string_view sentence) const;

 private:
  void add(std::uint32_t party, std::string_view words);

  TermTable table_;
  std::vector<std::uint32_t> parties_;  // by number of the words
};

}  // namespace clauselint::facts
