// Words with capitals that are used like defined terms, for terms that a draft forgot to define.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clauselint/span.hpp"
#include "facts/term_table.hpp"

namespace clauselint::facts {

struct TermCandidate {
  std::string words;
  ByteSpan first;  ///< of the document
  std::uint32_t sentence = 0;
  std::uint32_t uses = 0;        ///< in mid-sentence
  std::uint32_t determined = 0;  ///< of these, behind `the`, `such`, `each` and the like
  std::uint32_t counted = 0;     ///< of these, not behind `the`
};

/// Counts them over a document; names, places, titles of laws and headings are passed over as far as their form shows it.
class CandidateCounter {
 public:
  /// The run of words with capitals that begins at `at`; returns its end.
  std::size_t take(std::string_view sentence, std::size_t at, std::uint32_t begin_of_sentence, std::uint32_t index);

  /// Words that a heading, a label or quotation marks show: whatever they mean, they are no forgotten term.
  /// The words are looked at again in `found`.
  void exclude(std::string_view words) { excluded_.push_back(words); }

  /// Those used often enough and with determiners, in the order of the text.
  std::vector<TermCandidate> found() const;

 private:
  std::unordered_map<std::string, std::uint32_t> indexes_;
  std::vector<TermCandidate> candidates_;
  std::vector<std::string_view> excluded_;
};

}  // namespace clauselint::facts
