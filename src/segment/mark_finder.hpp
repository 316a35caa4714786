// What the search for marks knows while it goes through a draft; its parts share it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "segment/label_sequence.hpp"
#include "segment/mark.hpp"
#include "segment/mark_language.hpp"

namespace clauselint {

struct MarkFinder {
  const Document& document;
  const ParagraphRoles& roles;
  std::vector<std::uint32_t> inked;    // paragraphs with words, stories apart left out
  std::optional<std::uint32_t> title;  // the paragraph that names the whole draft
  std::vector<LabelMark> marks;
  std::vector<std::uint32_t> mark_of_inked;  // index into inked of each mark's paragraph
  LabelSequence sequence;
  Interleaving interleaving;
  bool in_signatures = false;
  bool seen_prose = false;
  bool english = true;        // the draft on the whole
  bool trusts_styles = true;  // heading styles stand on headings
  std::optional<bool>
      titles_alone;  // hardly any paragraph carries a label: titles are the outline; asked when it matters

  std::string_view words(std::uint32_t paragraph) const {
    return document.words(words_of(document, document.paragraphs[paragraph]));
  }
};

/// A mark at the paragraph of `position` (an index into inked), with what is known before its label is read.
LabelMark plain_mark(const MarkFinder& finder, std::uint32_t position);

void add_mark(MarkFinder& finder, LabelMark mark, std::uint32_t position);

bool ends_with_colon(std::string_view words);

/// Whether words are a text rather than a line: long, or closed by a stop.
bool is_prose(std::string_view words);

/// What the heading styles of the draft are worth, and which heading names the whole draft.
void judge_headings(MarkFinder& finder);

/// Adds the labels that open a paragraph, if it has any, and the words that lead in the list they begin.
bool add_labels(MarkFinder& finder, std::uint32_t position);

/// Adds the labels of clauses that the source has run together in one paragraph, as filed texts do.
void add_inner_labels(MarkFinder& finder, std::uint32_t position);

/// Adds a paragraph without label as a heading or as the scope of a list, if it is one.
void add_heading(MarkFinder& finder, std::uint32_t position);

/// Takes out annexes that follow one another line by line: a list of annexes, not the annexes.
void drop_annex_lists(MarkFinder& finder);

}  // namespace clauselint
