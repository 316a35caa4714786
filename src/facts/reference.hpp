// References to clauses and annexes of the draft itself: `Section 7.3`, `Annex C`, 第九条, 附件三.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clauselint/fact.hpp"

namespace clauselint::facts {

/// The words of a sentence, and whether it is a heading: a heading does not refer to itself.
struct ReferenceContext {
  std::string_view text;
  bool heading = false;
  std::size_t law_end = 0;  ///< end of the last reference to a law: 、第五条 behind it is the law's too
};

/// The references of `Section 7.3`, `clauses 4.1 and 4.2`, `§ 5` at `at`, appended; spans count from the start of the
/// sentence. References to laws and other contracts are passed over. Returns the end, or `at` when there is none.
std::size_t read_references(const ReferenceContext& context, std::size_t at, std::vector<Value>& out);

/// The same for 第九条第（二）款, 第8.2条, 附件三.
std::size_t read_han_references(ReferenceContext& context, std::size_t at, std::vector<Value>& out);

}  // namespace clauselint::facts
