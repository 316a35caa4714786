// The words of defined terms: quotation marks around them, and a key under which singular and plural are one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clauselint::facts {

/// Words in quotation marks, as bytes of the text they stand in; `open` is the mark, `end` behind the closing one.
struct Quoted {
  std::size_t open = 0;
  std::size_t begin = 0;
  std::size_t end_of_words = 0;
  std::size_t end = 0;
};

/// The quoted words of a sentence that are short enough to be a term, in order. Blanks and a comma inside the closing
/// mark are left out.
std::vector<Quoted> find_quoted(std::string_view sentence);

/// The quoted words whose mark stands at `at`; `end` 0 when there are none.
Quoted read_quoted(std::string_view sentence, std::size_t at);

/// Blanks made single, the plural of the last word taken off; the capitals stay.
std::string term_key(std::string_view words);

/// The length of a word without the ending of its plural: `Products` 7, `Deliveries` 6 (the stem is compared).
std::size_t stem_length(std::string_view word);

/// The end of the word at `at`: letters, digits, and hyphens and apostrophes between them.
std::size_t over_term_word(std::string_view text, std::size_t at);

}  // namespace clauselint::facts
