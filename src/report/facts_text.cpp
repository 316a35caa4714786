// The key terms of a draft as a sheet: by fact, with value, start of the clock, who owes it, clause and quote in columns.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/owed_by.hpp"
#include "report/places.hpp"
#include "report/table_heads.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kQuoteCells = 80;
constexpr std::uint32_t kColumnCells = 36;
constexpr std::size_t kAligned = 4;  ///< columns before the quote

struct Row {
  std::array<std::string, kAligned + 1> columns;
  std::string detail;  ///< a line of its own below; empty when there is nothing to add
};

const FactSpec* spec_of(const std::string& name, const ReportOptions& options) {
  return options.rules == nullptr ? nullptr : options.rules->find_fact(name);
}

std::string title_of(const std::string& name, const ReportOptions& options) {
  const FactSpec* spec = spec_of(name, options);
  return spec == nullptr || spec->title.empty() ? name : in_either(spec->title, options.language);
}

// What the clock runs from: the event as the pack titles it, else the draft's own words.
std::string start_of(const Review& review, const Fact& fact, const ReportOptions& options, const Words& words) {
  const FactSpec* spec = spec_of(fact.name, options);
  const bool expected = spec != nullptr && !spec->starts.empty();
  if (fact.start.empty()) return expected ? std::string(words.no_start) : std::string();
  std::string event = printable(review.document.words(fact.start_span));
  if (spec != nullptr) {
    const auto found = std::ranges::find(spec->starts, fact.start, &NamedPhrases::name);
    if (found != spec->starts.end() && !found->title.empty()) event = in_either(found->title, options.language);
  }
  return fmt::format(fmt::runtime(words.from), event.empty() ? fact.start : event);
}

// The words that gave the value its meaning; of long ones those about the value.
std::string quote_of(const Review& review, const Fact& fact, const Words& words) {
  const ByteSpan shown = fact.quote.contains(fact.value.span) ? fact.quote : fact.value.span;
  const ByteSpan value = {.begin = fact.value.span.begin - shown.begin, .end = fact.value.span.end - shown.begin};
  const Excerpt quote = excerpt(review.document.words(shown), value, kQuoteCells);
  return fmt::format("{}{}{}", words.open_quote, quote.text, words.close_quote);
}

const Fact* twin_of(const Review& review, const Fact& fact) {
  return fact.twin == kNoFact ? nullptr : &review.evaluation.facts[fact.twin];
}

Language language_of(const Review& review, const Fact& fact) { return review.tree.clauses[fact.clause].language; }

std::string value_of(const Fact& fact, const ReportOptions& options, const Words& words) {
  return fact.value.blank ? std::string(words.blank) : spelled(fact.value, options.language);
}

// What a reader must know before relying on the value: denied, about some things only, under conditions, other in the twin.
std::string detail_of(const Review& review, const Fact& fact, const ReportOptions& options, const Words& words) {
  std::vector<std::string> parts;
  if (fact.polarity == FactPolarity::Excluded) parts.emplace_back(words.denied);
  if (!fact.subject.empty()) {
    const NamedPhrases* subject = options.rules == nullptr ? nullptr : options.rules->find_subject(fact.subject);
    const std::string title = subject == nullptr ? fact.subject : in_either(subject->title, options.language);
    parts.push_back(fmt::format(fmt::runtime(words.about), title));
  }
  switch (fact.choice) {
    case FactChoice::None: break;
    case FactChoice::Earlier: parts.emplace_back(words.earlier_counts); break;
    case FactChoice::Later: parts.emplace_back(words.later_counts); break;
    case FactChoice::Lesser: parts.emplace_back(words.lesser_counts); break;
    case FactChoice::Greater: parts.emplace_back(words.greater_counts); break;
  }
  std::vector<std::string> conditions;
  for (const ByteSpan condition : fact.conditions) {
    const Excerpt shown = excerpt(review.document.words(condition), {.begin = 0, .end = 1}, kQuoteCells);
    conditions.push_back(fmt::format("{}{}{}", words.open_quote, shown.text, words.close_quote));
  }
  if (!conditions.empty()) {
    parts.push_back(fmt::format(fmt::runtime(words.depends_on), fmt::join(conditions, words.list)));
  }
  if (const Fact* twin = twin_of(review, fact); twin != nullptr && !same_value(fact.value, twin->value)) {
    const std::string place = place_name(review, twin->clause, twin->value.span, options.language);
    parts.push_back(fmt::format(fmt::runtime(words.twin_differs), named(words.text_in, language_of(review, *twin)),
                                place, value_of(*twin, options, words)));
  }
  return fmt::format("{}", fmt::join(parts, words.item_of_list));
}

// What both languages of a draft say alike is told once, in the words of the reader's language.
bool is_told_by_twin(const Review& review, const Fact& fact, const ReportOptions& options) {
  const Fact* twin = twin_of(review, fact);
  return twin != nullptr && language_of(review, fact) != options.language && same_value(fact.value, twin->value) &&
         fact.start == twin->start && fact.polarity == twin->polarity;
}

// In a table, what the heads of row and column say stands before the words of the cell.
std::string place_in_table(const Review& review, const Fact& fact, const TableHeads& heads) {
  const std::string told = heads.of(review.document.paragraphs[paragraph_at(review.document, fact.value.span.begin)]);
  return told.empty() ? told : told + ": ";
}

Row row_of(const Review& review, const Fact& fact, const ReportOptions& options, const Words& words,
           const TableHeads& heads) {
  return {.columns = {fitted(value_of(fact, options, words), kColumnCells),
                      fitted(start_of(review, fact, options, words), kColumnCells),
                      fitted(owed_by_words(review, fact.value.span, options.language), kColumnCells),
                      place_name(review, fact.clause, fact.value.span, options.language),
                      place_in_table(review, fact, heads) + quote_of(review, fact, words)},
          .detail = detail_of(review, fact, options, words)};
}

struct Group {
  std::string name;
  std::vector<Row> rows;
};

// By fact, in the order in which the draft first states each.
std::vector<Group> grouped(const Review& review, const ReportOptions& options, const Words& words) {
  std::vector<Group> groups;
  const TableHeads heads(review.document);
  for (const Fact& fact : review.evaluation.facts) {
    if (is_told_by_twin(review, fact, options)) continue;
    auto group = std::ranges::find(groups, fact.name, &Group::name);
    if (group == groups.end()) group = groups.insert(groups.end(), Group{.name = fact.name, .rows = {}});
    group->rows.push_back(row_of(review, fact, options, words, heads));
  }
  return groups;
}

std::string aligned(const Row& row, const std::array<std::uint32_t, kAligned>& widths) {
  std::string line = " ";
  for (std::size_t i = 0; i < kAligned; ++i) {
    if (widths[i] == 0) continue;
    line += ' ' + row.columns[i] + std::string(widths[i] - display_width(row.columns[i]) + 1, ' ');
  }
  line += ' ' + row.columns.back() + '\n';
  if (!row.detail.empty()) line += "      " + row.detail + '\n';
  return line;
}

}  // namespace

std::string facts_text(const Review& review, const ReportOptions& options) {
  const Words& words = words_in(options.language);
  const std::vector<Group> groups = grouped(review, options, words);
  std::string out = printable(review.path) + "\n";
  if (groups.empty()) return out + "  " + std::string(words.no_facts) + "\n";
  std::array<std::uint32_t, kAligned> widths{};
  for (const Group& group : groups) {
    for (const Row& row : group.rows) {
      for (std::size_t i = 0; i < kAligned; ++i) widths[i] = std::max(widths[i], display_width(row.columns[i]));
    }
  }
  for (const Group& group : groups) {
    out += "\n" + title_of(group.name, options) + "\n";
    for (const Row& row : group.rows) out += aligned(row, widths);
  }
  return out;
}

}  // namespace clauselint
