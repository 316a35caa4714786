// How sentences hang together: items under a lead-in, sentences that go on with the one before, cells under headers.
#pragma once

#include <cstdint>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"

namespace clauselint {

/// By sentence of a tree; every index is smaller than the sentence's own or in the same table.
struct Cohesion {
  std::vector<std::uint32_t> lead;    ///< the lead-in ("Supplier shall:") whose list it is an item of, or kNoSentence
  std::vector<std::uint8_t> goes_on;  ///< 1 where its first words ("Such parts …", 否则) need the sentence before
  std::vector<std::uint8_t> bare;     ///< 1 where it says nothing: a page number, a row of dots, a blank
  std::vector<std::uint32_t> column_header;  ///< of a table cell, or kNoSentence
  std::vector<std::uint32_t> row_header;     ///< of a table cell, or kNoSentence
};

/// Linear in the length of the text; knows the forms of English and Chinese, no subject.
Cohesion find_cohesion(const Document& document, const ClauseTree& tree);

}  // namespace clauselint
