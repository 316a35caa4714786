// The service-risk summary of one draft: what a careful lawyer would write to a busy client, on one page.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/markdown.hpp"
#include "report/note_words.hpp"
#include "report/outcomes.hpp"
#include "report/places.hpp"
#include "report/summary_parts.hpp"
#include "report/twin_note.hpp"

namespace clauselint {
namespace {

// The first four parts are to fit on one page; what they leave out follows at the end.
constexpr std::size_t kBullets = 6;
constexpr std::size_t kMarks = 10;
constexpr std::size_t kAllMarks = 60;
constexpr std::size_t kLines = 30;
constexpr std::uint32_t kChangeCells = 110;
constexpr std::uint32_t kQuoteCells = 90;

// A list that says how much of it is not shown, and with `more` where that is; `none` when it is empty.
std::string bullets(const std::vector<std::string>& lines, std::size_t shown, std::string_view none,
                    const Counted& more) {
  if (lines.empty()) return fmt::format("{}\n", none);
  std::string list;
  for (std::size_t i = 0; i < std::min(lines.size(), shown); ++i) list += "- " + lines[i] + "\n";
  if (lines.size() > shown) list += fmt::format("- {}\n", counted(more, lines.size() - shown));
  return list;
}

std::vector<std::string> caution_lines(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const Text& caution : in.review.summary.cautions) {
    lines.push_back(markdown(in_either(caution, in.review.language)));
  }
  return lines;
}

std::vector<std::string> trigger_lines(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const TriggerNote& note : in.review.summary.triggers) {
    lines.push_back(markdown(in_either(note.text, in.review.language)));
  }
  return lines;
}

// The marks from rank `from` to rank `to`, in the order of the text.
std::vector<std::size_t> marks_ranked(const Review& review, std::size_t from, std::size_t to) {
  std::vector<std::size_t> rank(review.evaluation.findings.size(), review.summary.ranked.size());
  for (std::size_t i = 0; i < review.summary.ranked.size(); ++i) rank[review.summary.ranked[i]] = i;
  const auto& marks = review.plan.marks;
  std::vector<std::size_t> order(marks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return rank[marks[i].finding]; });
  const auto at = [&](std::size_t rank_wanted) {
    return order.begin() + static_cast<std::ptrdiff_t>(std::min(rank_wanted, order.size()));
  };
  std::vector<std::size_t> chosen(at(from), at(to));
  std::ranges::sort(chosen);
  return chosen;
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

std::string mark_table(const SummaryInput& in, std::size_t from, std::size_t to) {
  const Words& words = in.words;
  std::string table = table_head({words.column_clause, words.column_rule, words.column_severity, words.column_mark});
  for (const std::size_t index : marks_ranked(in.review, from, to)) table += mark_row(in, in.review.plan.marks[index]);
  return table;
}

std::string rest_of(const std::vector<std::string>& lines, std::string_view heading) {
  if (lines.size() <= kBullets) return {};
  std::string list = fmt::format("\n### {}\n\n", heading);
  for (std::size_t i = kBullets; i < lines.size(); ++i) list += "- " + lines[i] + "\n";
  return list;
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
  return section(in.words.part_cautions) +
         bullets(caution_lines(in), kBullets, in.words.no_cautions, in.words.more_below);
}

std::string triggers_part(const SummaryInput& in) {
  return section(in.words.part_triggers) +
         bullets(trigger_lines(in), kBullets, in.words.no_triggers, in.words.more_below);
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
  part += "\n\n" + mark_table(in, 0, kMarks);
  if (marks.size() > kMarks) part += "\n" + counted(words.more_below, marks.size() - kMarks) + "\n";
  return part;
}

std::string continued_part(const SummaryInput& in) {
  const Words& words = in.words;
  std::string part = rest_of(caution_lines(in), words.part_cautions) + rest_of(trigger_lines(in), words.part_triggers);
  const std::size_t marks = in.review.plan.marks.size();
  if (marks > kMarks) part += fmt::format("\n### {}\n\n", words.part_marks) + mark_table(in, kMarks, kAllMarks);
  if (marks > kAllMarks) part += "\n" + counted(words.more_marks, marks - kAllMarks) + "\n";
  return part.empty() ? part : fmt::format("\n## {}\n{}", words.continued, part);
}

std::string questions_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  for (const Question& question : in.review.summary.questions)
    lines.push_back(markdown_with_code(in_either(question.text, in.review.language)));
  return section(in.words.questions) + bullets(lines, kLines, in.words.no_questions, in.words.more_lines);
}

std::string in_order_part(const SummaryInput& in) {
  const auto& outcomes = in.review.summary.in_order;
  std::string part = section(in.words.found_in_order);
  if (outcomes.empty()) return part + fmt::format("{}\n", in.words.none_in_order);
  part += table_head({in.words.column_looked_for, in.words.column_clause, in.words.column_words});
  for (std::size_t i = 0; i < std::min(outcomes.size(), kLines); ++i) part += in_order_row(in, outcomes[i]);
  if (outcomes.size() > kLines) part += "\n" + counted(in.words.more_lines, outcomes.size() - kLines) + "\n";
  return part;
}

std::string not_examined_part(const SummaryInput& in) {
  std::vector<std::string> lines;
  if (in.review.document.view == View::Original) lines.emplace_back(in.words.original_view);
  for (const Note& note : in.review.document.notes) {
    lines.push_back(fmt::format(fmt::runtime(in.words.part_not_read), markdown(note_words(note, in.words))));
  }
  for (const std::string& what : in.review.summary.not_examined) {
    lines.push_back(fmt::format(fmt::runtime(in.words.part_not_read), markdown(what)));
  }
  if (const std::string note = twin_note(in.review, in.words); !note.empty()) {
    lines.push_back(fmt::format(fmt::runtime(in.words.part_not_read), markdown(note)));
  }
  std::set<std::string> told(lines.begin(), lines.end());
  for (const RuleOutcome& outcome : in.review.summary.undecided) {
    const std::string& reason = in_either(outcome.reason, in.review.language);
    std::string what =
        fmt::format(fmt::runtime(in.words.not_decided), markdown(in_either(outcome.rule->title, in.review.language)));
    if (!reason.empty()) what += fmt::format("{}{}{}", in.words.open_bracket, markdown(reason), in.words.close_bracket);
    if (told.insert(what).second) lines.push_back(std::move(what));
  }
  return section(in.words.not_examined) + bullets(lines, kLines, in.words.all_examined, in.words.more_lines);
}

std::string summary_markdown(const Review& review, const Matter& matter, const ReportOptions& options) {
  const SummaryInput in{.review = review, .matter = matter, .options = options, .words = words_in(options.language)};
  return title_part(in) + risks_part(in) + cautions_part(in) + triggers_part(in) + marks_part(in) + questions_part(in) +
         in_order_part(in) + not_examined_part(in) + continued_part(in) +
         (options.outcomes ? outcomes_markdown(review, options) : std::string()) +
         fmt::format("\n*{}*\n", in.words.disclaimer);
}

}  // namespace clauselint
