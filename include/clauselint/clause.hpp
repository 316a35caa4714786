// The outline of a draft: clauses in a flat preorder tree, and the sentences that rules look at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/document.hpp"

namespace clauselint {

enum class Language : std::uint8_t { En, Zh };

inline constexpr std::uint32_t kRootClause = 0;
inline constexpr std::uint32_t kNoClause = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoSentence = 0xFFFFFFFF;

/// A clause: a labelled or headed piece of the draft. `span` runs from its label or heading to the start of its first
/// child or of the next clause; `extent` also covers its descendants.
struct Clause {
  std::uint32_t parent = kNoClause;  ///< smaller than its own index; kNoClause for the root alone
  std::uint32_t level = 0;           ///< 0 for the root
  std::string label;                 ///< as shown: `8.2`, `(a)`, `第八条`, `Annex B`; empty for unnumbered headings
  ByteSpan heading;                  ///< the words of the heading, empty when there is none
  ByteSpan span;
  ByteSpan extent;
  Language language = Language::En;
  std::uint32_t twin = kNoClause;  ///< the same clause in the other language of a bilingual draft
  std::uint32_t first_sentence = 0;
  std::uint32_t sentence_count = 0;  ///< of the clause itself, descendants not counted
};

/// A sentence, a table cell or a heading: the unit in which phrases are matched.
struct Sentence {
  ByteSpan span;
  std::uint32_t clause = kRootClause;
  std::uint32_t paragraph = 0;
  Language language = Language::En;
  bool heading = false;
  std::uint32_t title_end =
      0;  ///< where the clause's heading ends that the sentence begins with (`质保期：24个月`); or 0
  std::uint32_t twin = kNoSentence;  ///< the same sentence in the twin of its clause, where the two pair beyond doubt
};

/// Clauses in preorder, [0] the root; sentences in the order of the text.
struct ClauseTree {
  std::vector<Clause> clauses;
  std::vector<Sentence> sentences;
  bool bilingual = false;  ///< the draft is written twice, in both languages: each clause should have a twin
};

/// Finds the outline, the language of each clause and its sentences. Never fails: a text without any label is a root.
ClauseTree segment(const Document& document);

/// The clause whose span holds byte `at`.
std::uint32_t clause_at(const ClauseTree& tree, std::uint32_t at);

/// The clauses of a bilingual draft that say something in one language alone, in the order of the text; none in a draft
/// of one language. A clause whose parent is missing too is left out: the parent stands for it.
std::vector<std::uint32_t> clauses_without_twin(const ClauseTree& tree);

/// The label as a lawyer cites it: parents' labels included where the label alone says too little (`8.2(a)`,
/// `Annex B 3.1`, `第八条（二）`); empty for the root.
std::string citation(const ClauseTree& tree, std::uint32_t clause);

}  // namespace clauselint
