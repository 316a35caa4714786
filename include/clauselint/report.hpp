// Reports: one function a format, text in and out.
#pragma once

#include <span>
#include <string>

#include "clauselint/lint.hpp"
#include "clauselint/rule_test.hpp"

namespace clauselint {

struct ReportOptions {
  bool colour = false;
  Language language = Language::En;  ///< of headings and fixed words
  const RuleSet* rules = nullptr;    ///< to print provisions; never null when a finding cites law
  bool outcomes = false;             ///< tell of each rule what became of it, not of findings alone (JSON always does)
};

/// For the terminal: one block a finding with a quote and a caret, then a line of totals.
std::string text_report(std::span<const Review> reviews, const ReportOptions& options);

/// The service-risk summary of one draft, one page of Markdown.
std::string summary_markdown(const Review& review, const Matter& matter, const ReportOptions& options);

/// Everything, as one JSON document: {"tool", "version", "documents": [...]}.
std::string json_report(std::span<const Review> reviews, const ReportOptions& options);

/// One line of JSON for a scan: path, counts, findings.
std::string scan_line(const Review& review);

/// One line of JSON for a file that could not be read.
std::string scan_error_line(const std::string& path, const Error& error);

/// One line of JSON of clauses with topics, facts and vague terms, for measuring and for other programs.
std::string facts_line(const Review& review);

/// The same of all drafts as one JSON document, {"tool", "version", "format", "documents": [...]}: what stands before the
/// objects of `facts_line` with commas between them, and behind.
std::string facts_json_head();
std::string facts_json_tail();

/// The key terms as CSV for spreadsheets: the line of column names, and the rows of one draft. UTF-8 with a byte order mark.
std::string facts_table_head();
std::string facts_table_rows(const Review& review, const ReportOptions& options);

/// The key terms as text: by topic, value, start, clause, quote.
std::string facts_text(const Review& review, const ReportOptions& options);

/// The draft as it was read: a line a paragraph with its label and table cell, other stories under a heading of their
/// own, then what was not read.
std::string reading_text(const Document& document);

/// The same for other programs: one line of JSON a paragraph, then one with format, encoding, view and notes.
std::string reading_lines(const Document& document);

/// The outline as an indented list of labels, headings and languages.
std::string outline_text(const Review& review);

/// The rules of all packs, for people, programs and spreadsheets.
std::string rule_list_text(const RuleSet& rules, Language language);
std::string rule_list_json(const RuleSet& rules);
std::string rule_list_csv(const RuleSet& rules);

/// One rule in both languages as a page of Markdown, and the page that lists all of them: `[ID](ID.md)`.
std::string rule_page(const Rule& rule, const RuleSet& rules);
std::string rule_index(const RuleSet& rules);

/// What the rules came to over a set of drafts, the costliest first, those never reached, and examples that lack; for
/// rule authors, in English.
std::string coverage_text(const Coverage& coverage, const RuleSet& rules);
std::string coverage_json(const Coverage& coverage, const RuleSet& rules);

/// One rule for the terminal: what it asks, of which drafts, why, on what law, and what it proposes. The titles in both
/// languages, the phrases of both, the rest in `language`.
std::string rule_explanation(const Rule& rule, const RuleSet& rules, Language language);

/// What was decided about each rule that was traced in this draft, step by step. Empty where none was.
std::string trace_text(const Review& review, const ReportOptions& options);

/// Parties with their roles, defined terms with their faults, and references that lead nowhere; empty for a draft
/// without any.
std::string parties_text(const Review& review, Language language);

}  // namespace clauselint
