// The service-risk summary of one draft: what a careful lawyer would write to a busy client, on one page.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/markdown.hpp"
#include "report/places.hpp"
#include "report/summary_parts.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kBullets = 8;
constexpr std::size_t kMarks = 15;
constexpr std::size_t kInOrder = 20;
constexpr std::size_t kQuestions = 12;
constexpr std::uint32_t kChangeCells = 110;
constexpr std::uint32_t kQuoteCells = 90;

// A list that says how much of it is not shown; `none` when it is empty.
std::string bullets(const Words& words, const std::vector<std::string>& lines, std::size_t shown,
                    std::string_view none) {
  if (lines.empty()) return fmt::format("{}\n", none);
  std::string list;
  for (std::size_t i = 0; i < std::min(lines.size(), shown); ++i) list += "- " + lines[i] + "\n";
  if (lines.size() > shown) list += fmt::format("- {}\n", counted(words.more_lines, lines.size() - shown));
  return list;
}

// The indexes of the marks to show: the gravest that fit, in the order of the text.
std::vector<std::size_t> shown_marks(const Review& review) {
  std::vector<std::size_t> rank(review.evaluation.findings.size(), review.summary.ranked.size());
  for (std::size_t i = 0; i < review.summary.ranked.size(); ++i) rank[review.summary.ranked[i]] = i;
  const auto& marks = review.plan.marks;
  std::vector<std::size_t> order(marks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank[marks[i].finding]; });
  if (order.size() > kMarks) order.resize(kMarks);
  std::ranges::sort(order);
  return order;
}

std::string mark_row(const SummaryInput& in, const Mark& mark) {
  const Words& words = in.words;
  const Finding& finding = in.review.evaluation.findings[mark.finding];
  const std::string point = fmt::format("{}{}`{}`{}", markdown(in_either(finding.rule->title, in.review.language)),
                                        words.open_bracket, finding.rule->id, words.close_bracket);
  std::string change(words.comment);
  if (mark.edit) change = change_words(in, *mark.edit, kChangeCells);
  if (!mark.refusal.empty()) {
    change += fmt::format("{}{}{}", words.open_bracket, markdown(mark.refusal), words.close_bracket);
  }
  return table_row({markdown(place_name(in.review, finding.clause, finding.span, in.options.language)), point,
                    named(words.severity, finding.severity), change});
}

std::string in_order_row(const SummaryInput& in, const RuleOutcome& outcome) {
  const std::string quote = fitted(in.review.document.words(outcome.evidence), kQuoteCells);
  const std::string words =
      quote.empty() ? std::string() : fmt::format("{}{}{}", in.words.open_quote, markdown(quote), in.words.close_quote);
  return table_row({markdown(in_either(outcome.rule->title, in.review.language)),
                    markdown(place_name(in.review, outcome.clause, outcome.evidence, in.options.language)), words});
}

}  // namespace

std::string cautions_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const Text& caution : in.review.summary.cautions)
    lines.push_back(markdown(in_either(caution, in.review.language)));
  return section(in.words.part_cautions) + bullets(in.words, lines, kBullets, in.words.no_cautions);
}

std::string triggers_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const TriggerNote& note : in.review.summary.triggers)
    lines.push_back(markdown(in_either(note.text, in.review.language)));
  return section(in.words.part_triggers) + bullets(in.words, lines, kBullets, in.words.no_triggers);
}

std::string marks_part(const SummaryInput& in) {
  const Words& words = in.words;
  const auto& marks = in.review.plan.marks;
  if (marks.empty()) return section(words.part_marks) + fmt::format("{}\n", words.no_marks);
  const auto changes =
      static_cast<std::size_t>(std::ranges::count_if(marks, [](const Mark& m) { return m.edit.has_value(); }));
  std::string part = section(words.part_marks) + counted(words.marks_made, changes);
  if (changes < marks.size()) part += std::string(words.list) + counted(words.comments_made, marks.size() - changes);
  part += words.full_stop;
  part += "\n\n" + table_head({words.column_clause, words.column_rule, words.column_severity, words.column_mark});
  for (const std::size_t index : shown_marks(in.review)) part += mark_row(in, marks[index]);
  if (marks.size() > kMarks) part += "\n" + counted(words.more_marks, marks.size() - kMarks) + "\n";
  return part;
}

std::string questions_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const Question& question : in.review.summary.questions)
    lines.push_back(markdown_with_code(in_either(question.text, in.review.language)));
  return section(in.words.questions) + bullets(in.words, lines, kQuestions, in.words.no_questions);
}

std::string in_order_part(const SummaryInput& in) {
  const auto& outcomes = in.review.summary.in_order;
  std::string part = section(in.words.found_in_order);
  if (outcomes.empty()) return part + fmt::format("{}\n", in.words.none_in_order);
  part += table_head({in.words.column_looked_for, in.words.column_clause, in.words.column_words});
  for (std::size_t i = 0; i < std::min(outcomes.size(), kInOrder); ++i) part += in_order_row(in, outcomes[i]);
  if (outcomes.size() > kInOrder) part += "\n" + counted(in.words.more_lines, outcomes.size() - kInOrder) + "\n";
  return part;
}

std::string not_examined_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const std::string& what : in.review.summary.not_examined) {
    lines.push_back(fmt::format(fmt::runtime(in.words.part_not_read), markdown(what)));
  }
  std::set<std::string> told(lines.begin(), lines.end());
  for (const RuleOutcome& outcome : in.review.summary.undecided) {
    const std::string& reason = in_either(outcome.reason, in.review.language);
    std::string what =
        fmt::format(fmt::runtime(in.words.not_decided), markdown(in_either(outcome.rule->title, in.review.language)));
    if (!reason.empty()) what += fmt::format("{}{}{}", in.words.open_bracket, markdown(reason), in.words.close_bracket);
    if (told.insert(what).second) lines.push_back(std::move(what));
  }
  return section(in.words.not_examined) + bullets(in.words, lines, kQuestions, in.words.all_examined);
}

std::string summary_markdown(const Review& review, const Matter& matter, const ReportOptions& options) {
  const SummaryInput in{.review = review, .matter = matter, .options = options, .words = words_in(options.language)};
  return title_part(in) + risks_part(in) + cautions_part(in) + triggers_part(in) + marks_part(in) + questions_part(in) +
         in_order_part(in) + not_examined_part(in) + fmt::format("\n*{}*\n", in.words.disclaimer);
}

}  // namespace clauselint
