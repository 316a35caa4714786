// The report for the terminal: one block a finding with a quote and a caret, then a line of totals.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/outcomes.hpp"
#include "report/places.hpp"
#include "report/twin_note.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kQuoteCells = 100;
constexpr std::uint32_t kLineCells = 160;  ///< of proposals and reasons
constexpr std::size_t kShownOfMinorRule = 3;
constexpr std::size_t kShownPlaces = 5;  ///< of a rule that speaks once of several

constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::string_view kGreen = "\x1b[1;32m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::High: return "\x1b[1;31m";
    case Severity::Medium: return "\x1b[1;33m";
    case Severity::Low: return "\x1b[36m";
    case Severity::Info: return "\x1b[2m";
  }
  return kPlain;
}

// One report in the making.
struct Writer {
  const ReportOptions& options;
  const Words& words;
  std::string out;

  std::string painted(std::string_view text, std::string_view colour) const {
    return options.colour ? fmt::format("{}{}{}", colour, text, kPlain) : std::string(text);
  }
  std::string quoted(std::string_view text) const {
    return fmt::format("{}{}{}", words.open_quote, fitted(text, kLineCells), words.close_quote);
  }
  void line(std::string_view key, std::string_view text) {
    fmt::format_to(std::back_inserter(out), "  {}: {}\n", key, text);
  }
};

void write_head(Writer& to, const Review& review, const Finding& finding) {
  const std::string place =
      finding.clause == kRootClause ? "" : place_name(review, finding.clause, finding.span, to.options.language);
  const std::string paragraph = fmt::format(fmt::runtime(to.words.paragraph), paragraph_number(review, finding.span));
  const bool numbered = !place.empty() && place != paragraph;
  fmt::format_to(std::back_inserter(to.out), "{}: {}{}{}: {} {}: {}\n", printable(review.path), numbered ? place : "",
                 numbered ? " " : "", paragraph,
                 to.painted(named(to.words.severity, finding.severity), colour_of(finding.severity)), finding.rule->id,
                 printable(in_either(finding.message, review.language)));
}

void write_quote(Writer& to, const Review& review, const Finding& finding) {
  if (finding.absence || finding.span.empty()) {
    const std::string_view words = review.document.words(quoted_span(review, finding));
    if (!trimmed(words).empty()) to.line(to.words.place, to.quoted(words));
    return;
  }
  const ByteSpan paragraph = paragraph_span(review.document, finding.span.begin);
  const ByteSpan inside = {.begin = finding.span.begin - paragraph.begin, .end = finding.span.end - paragraph.begin};
  const Excerpt quote = excerpt(review.document.words(paragraph), inside, kQuoteCells);
  const std::size_t indent = quote.caret.find('^');
  fmt::format_to(std::back_inserter(to.out), "    {}\n    {}{}\n", quote.text, quote.caret.substr(0, indent),
                 to.painted(quote.caret.substr(indent), kGreen));
}

void write_also(Writer& to, const Review& review, const Finding& finding) {
  if (finding.also.empty()) return;
  std::string places;
  for (std::size_t i = 0; i < finding.also.size() && i < kShownPlaces; ++i) {
    if (i > 0) places += to.words.item_of_list;
    places += to.quoted(review.document.words(finding.also[i])) + std::string(to.words.open_bracket);
    places += fmt::format(fmt::runtime(to.words.paragraph), paragraph_number(review, finding.also[i]));
    places += to.words.close_bracket;
  }
  if (finding.also.size() > kShownPlaces) places += counted(to.words.more_places, finding.also.size() - kShownPlaces);
  to.line(to.words.also, places);
}

std::string proposal(const Writer& to, const Review& review, const Edit& edit) {
  if (edit.is_paragraph()) {
    return fmt::format(fmt::runtime(to.words.insert_clause), to.quoted(edit.replacement.substr(1)));
  }
  if (edit.span.empty()) return fmt::format(fmt::runtime(to.words.insert), to.quoted(edit.replacement));
  const std::string old = to.quoted(review.document.words(edit.span));
  if (edit.replacement.empty()) return fmt::format(fmt::runtime(to.words.remove), old);
  return fmt::format("{} -> {}", old, to.quoted(edit.replacement));
}

void write_help(Writer& to, const Review& review, const Finding& finding, const Mark* mark) {
  const std::string& fallback = in_either(finding.fallback, review.language);
  if (finding.edit) {
    to.line(to.words.help, proposal(to, review, *finding.edit));
  } else if (!fallback.empty()) {
    to.line(to.words.help, fitted(fallback, kLineCells));
  }
  if (mark != nullptr && !mark->refusal.empty()) {
    to.line(to.words.note, fmt::format(fmt::runtime(to.words.comment_only), printable(mark->refusal)));
  }
}

void write_finding(Writer& to, const Review& review, const Finding& finding, const Mark* mark, bool first_of_rule) {
  write_head(to, review, finding);
  write_quote(to, review, finding);
  write_also(to, review, finding);
  write_help(to, review, finding, mark);
  const std::string law = cite_law(*finding.rule, to.options.rules, review.language);
  if (!law.empty()) to.line(to.words.law, law);
  const std::string& why = in_either(finding.rule->why, review.language);
  if (first_of_rule && !why.empty()) to.line(to.words.why, fitted(why, kLineCells));
}

// In the order of the text; at one place the graver first.
std::vector<std::size_t> by_position(const std::vector<Finding>& findings) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const Finding& left = findings[a];
    const Finding& right = findings[b];
    if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
    return left.severity > right.severity;
  });
  return order;
}

// Minor findings of one rule are shown until they repeat themselves; the rest is counted.
void write_findings(Writer& to, const Review& review) {
  const std::vector<Finding>& findings = review.evaluation.findings;
  const std::vector<const Mark*> marks = marks_by_finding(review);
  std::map<const Rule*, std::size_t> minor;
  for (const Finding& finding : findings) {
    if (finding.severity <= Severity::Low) ++minor[finding.rule];
  }
  std::map<const Rule*, std::size_t> shown_minor;
  std::set<const Rule*> explained;
  for (const std::size_t index : by_position(findings)) {
    const Finding& finding = findings[index];
    const bool is_minor = finding.severity <= Severity::Low;
    const std::size_t before = is_minor ? shown_minor[finding.rule]++ : 0;
    if (is_minor && before >= kShownOfMinorRule) continue;
    write_finding(to, review, finding, marks[index], explained.insert(finding.rule).second);
    if (is_minor && before + 1 == kShownOfMinorRule && minor[finding.rule] > kShownOfMinorRule) {
      to.out += "  " + counted(to.words.more_like_this, minor[finding.rule] - kShownOfMinorRule) + "\n";
    }
  }
}

void write_notes(Writer& to, const Review& review) {
  if (review.document.view == View::Original) {
    fmt::format_to(std::back_inserter(to.out), "{}: {}\n", printable(review.path), to.words.original_view);
  }
  for (const Note& note : review.document.notes) {
    fmt::format_to(std::back_inserter(to.out), "{}: {}\n", printable(review.path), not_read(note, to.words));
  }
  if (const std::string note = twin_note(review, to.words); !note.empty()) {
    const std::string line = fmt::format(fmt::runtime(to.words.not_read), note);
    fmt::format_to(std::back_inserter(to.out), "{}: {}\n", printable(review.path), line);
  }
}

std::string totals(std::span<const Review> reviews, const Words& words) {
  Tally all;
  std::size_t in_order = 0;
  std::size_t undecided = 0;
  for (const Review& review : reviews) {
    for (const Finding& finding : review.evaluation.findings) add(all, finding.severity);
    in_order += count_verdicts(review, Verdict::Satisfied);
    undecided += count_verdicts(review, Verdict::Undecided);
  }
  std::string line = tally_words(all, words) + std::string(words.totals_comma);
  line += counted(words.in_files, reviews.size()) + std::string(words.item_of_list) + counted(words.in_order, in_order);
  if (undecided > 0) line += std::string(words.list) + counted(words.undecided, undecided);
  return line + "\n";
}

}  // namespace

std::string text_report(std::span<const Review> reviews, const ReportOptions& options) {
  Writer to{.options = options, .words = words_in(options.language), .out = {}};
  for (const Review& review : reviews) {
    write_findings(to, review);
    write_notes(to, review);
    if (!options.outcomes) continue;
    to.out += printable(review.path) + ":\n" + outcomes_text(review, options);
  }
  return to.out + totals(reviews, to.words);
}

}  // namespace clauselint
