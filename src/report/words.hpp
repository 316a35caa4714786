// The fixed words of the reports in both languages: one table, nothing of any subject.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "clauselint/summary.hpp"

namespace clauselint {

/// A phrase about a number of things, with `{}` for the number; Chinese has one form, given twice.
struct Counted {
  std::string_view one;
  std::string_view many;
};

/// Texts with `{}` are fmt formats.
struct Words {
  bool chinese;
  std::array<std::string_view, 4> severity;             ///< by Severity
  std::array<std::string_view, kDimensions> dimension;  ///< by Dimension
  std::array<std::string_view, 4> light;                ///< by Light, with its sign
  std::array<std::string_view, kSides> side;            ///< by Side

  // Separators and places.
  std::string_view list, item_of_list, open_quote, close_quote, open_bracket, close_bracket, colon, full_stop, space;
  std::string_view paragraph, before_article, article, next_article, article_and_item;
  std::string_view severity_count, totals_comma;  ///< `3 high`; what stands before the number of files

  // The terminal.
  std::string_view help, law, why, note, place, also, insert, insert_clause, remove, comment_only, not_read,
      not_read_in;
  Counted more_places, more_like_this, in_files, in_order, undecided, findings;
  std::string_view no_findings;

  // Key terms and outline.
  std::string_view industrial, consumer;  ///< markets that a matter names; others stand as they are
  std::string_view from, no_start, no_facts, no_clauses, no_twin, count_without_twin, blank;
  std::string_view earlier_counts, later_counts, lesser_counts, greater_counts;
  std::string_view denied, about, depends_on, twin_differs;      ///< what is told below a key term
  std::array<std::string_view, 2> text_in;                       ///< by Language
  std::string_view without_twin, more_without_twin, list_comma;  ///< clauses that stand in one language only

  // The summary.
  std::string_view title, draft, read_for, assumed_no_matter, assumed_silent, market, market_unsaid, product, concerns,
      concerns_unknown;
  std::string_view part_risks, worst, part_cautions, part_triggers, part_marks, questions, found_in_order, not_examined;
  std::string_view column_dimension, column_light, column_counts, column_drivers;
  std::string_view column_clause, column_rule, column_severity, column_mark, column_words, column_looked_for;
  std::string_view driven_by, nothing_found, unlit, propose, comment;
  std::string_view change_insert, change_insert_clause, change_delete, no_worst, no_cautions, no_triggers, no_marks,
      no_questions;
  std::string_view continued, none_in_order, all_examined, part_not_read, original_view, not_decided, disclaimer;
  Counted and_more_clauses, checks_in_order, more_lines, more_below, more_marks, marks_made, comments_made;
};

const Words& words_in(Language language);

/// `format` in the number that fits `count`.
std::string counted(const Counted& phrase, std::size_t count);

template <class Enum, std::size_t N>
std::string_view named(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace clauselint
