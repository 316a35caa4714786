// From positions in the text to places in the part where marks may stand, or the reason why they may not.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "clauselint/document.hpp"
#include "markup/docx_part.hpp"

namespace clauselint {

/// Why a proposed wording is not written as a tracked change.
enum class Refusal : std::uint8_t {
  Field,         ///< Word recomputes the words
  Locked,        ///< in a content control that is locked, bound to data or not free text
  TextBox,       ///< stands twice in the file
  Foreign,       ///< in another author's tracked change
  OtherPart,     ///< in a footnote, header or other part
  Structure,     ///< runs that cannot be split safely
  Paragraphs,    ///< would add, join or cross paragraphs
  Characters,    ///< the wording holds control characters
  CommentsOnly,  ///< the file is protected: only comments are allowed
};

/// Where mark-up goes: before or behind an element, or, for runs only, inside at byte `at` of the part.
struct Gap {
  enum class Side : std::uint8_t { Before, Inside, After };

  std::uint32_t element = kNoElement;
  Side side = Side::Before;
  std::uint32_t at = 0;

  friend bool operator==(const Gap&, const Gap&) = default;
};

/// Bytes [begin, end) of one run that go: part of a text, or a whole tab, break or hyphen.
struct Deletion {
  std::uint32_t run = 0;  ///< index into WordPart::runs
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Where new words go, and the run whose looks they take.
struct Insertion {
  Gap gap;
  std::uint32_t model = 0;  ///< index into WordPart::runs
};

template <class T>
using Or = std::variant<T, Refusal>;

/// Looks at a document and its main part; both outlive it.
class Places {
 public:
  Places(const Document& document, const WordPart& part, std::uint32_t main_part)
      : document_(document), part_(part), main_part_(main_part) {}

  /// What to delete for a span within one paragraph, in order.
  Or<std::vector<Deletion>> deletions(ByteSpan span) const;

  /// Where words go that stand at `at`, between the words before and behind it.
  Or<Insertion> insertion(std::uint32_t at) const;

  /// Where words go that replace what is deleted.
  Insertion replacement(const std::vector<Deletion>& deletions) const;

  /// Where the range of a comment begins and ends; nullopt when the place is in no paragraph of the main part.
  std::optional<Gap> comment_begin(std::uint32_t at) const;
  std::optional<Gap> comment_end(std::uint32_t at) const;

  /// The w:p of the main text (not of a text box) that holds a run or gap.
  std::uint32_t paragraph_of(std::uint32_t element) const;

  /// The place of a byte of a run's content, as a gap.
  Gap gap_in_run(std::uint32_t run, std::uint32_t at) const;

 private:
  const Run* run_holding(std::uint32_t at) const;
  bool is_placed(const Run& run) const;
  std::optional<Refusal> refusal_for(const Run& run) const;
  std::optional<Refusal> refusal_for(std::uint32_t run) const;
  bool is_whole_token(std::uint32_t run, SourceAnchor source) const;
  void take_hidden_blanks(Deletion& deletion) const;
  Or<Insertion> beside(const Run* left, const Run* right) const;
  Gap comment_gap(std::uint32_t run, std::uint32_t at, Gap::Side outward) const;
  std::uint32_t hyperlink_of(std::uint32_t element) const;

  const Document& document_;
  const WordPart& part_;
  std::uint32_t main_part_;
};

}  // namespace clauselint
