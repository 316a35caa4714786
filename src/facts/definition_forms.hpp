// The forms in which contracts define terms, in English and in Chinese.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "facts/term_words.hpp"

namespace clauselint::facts {

/// A term that a sentence defines, as bytes of the sentence.
struct FoundTerm {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool by_reference = false;
  bool inline_form = false;
};

/// `"X" means`, `(the "X")`, `hereinafter referred to as "X"`, `X means`; appended in order. `whole_cell` when the
/// sentence is all of a first table cell: `"X"` alone is then defined by the cell beside it.
void read_definitions(std::string_view sentence, const std::vector<Quoted>& quoted, bool whole_cell,
                      std::vector<FoundTerm>& out);

/// “X”是指, 以下简称“X”, （“X”）, X：指.
void read_han_definitions(std::string_view sentence, const std::vector<Quoted>& quoted, bool whole_cell,
                          std::vector<FoundTerm>& out);

/// The terms of `Products (as defined in Section 3)`: the sentence says that this draft defines them. Appended in order.
void read_claims(std::string_view sentence, std::vector<FoundTerm>& out);

/// The same for “产品”（定义见第三条）.
void read_han_claims(std::string_view sentence, const std::vector<Quoted>& quoted, std::vector<FoundTerm>& out);

/// The words with capitals that end at `end`: `the Warranty Period` -> `Warranty Period`; begin == end when there are none.
FoundTerm capitals_before(std::string_view sentence, std::size_t end);

}  // namespace clauselint::facts
