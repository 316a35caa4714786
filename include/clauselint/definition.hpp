// Defined terms of a draft: where each is defined, where it is used, and which definitions are at fault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"

namespace clauselint {

/// A term and the words that define it: `“Products” means …`, `(the "Products")`, 以下简称“产品”, “产品”是指….
struct Definition {
  std::string term;  ///< without quotes, blanks made single
  ByteSpan span;     ///< the term, without quotes
  std::uint32_t sentence = 0;
  bool by_reference = false;  ///< says where the meaning stands, and gives none: `has the meaning given in …`
  bool inline_form = false;   ///< names what stands before it: `(the "Products")`, 以下简称“产品”
  std::uint32_t uses = 0;     ///< places of use beside definitions of the same term
};

/// A place where a defined term is used.
struct TermUse {
  ByteSpan span;
  std::uint32_t definition = 0;  ///< index into Definitions::terms; of a term defined twice, the first
  std::uint32_t sentence = 0;
};

enum class TermFault : std::uint8_t {
  Undefined,  ///< used as a defined term, and defined nowhere
  Redefined,  ///< defined a second time, in other words
  Unused,     ///< defined, and used nowhere
};

/// A fault of a defined term; the first place of an undefined term, the later of two definitions.
struct TermProblem {
  TermFault fault = TermFault::Undefined;
  std::string term;
  ByteSpan span;
  std::uint32_t sentence = 0;
};

/// All in the order of the text.
struct Definitions {
  std::vector<Definition> terms;
  std::vector<TermUse> uses;
  std::vector<TermProblem> problems;
};

/// English terms are used where their words stand with the same capitals (plural or not), Chinese ones wherever they
/// stand. Linear in the text. Never fails.
Definitions find_definitions(const Document& document, const ClauseTree& tree);

std::string_view name_of(TermFault fault);

}  // namespace clauselint
