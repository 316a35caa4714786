// The key terms as rows of a spreadsheet (CSV, RFC 4180).
#include <array>
#include <string>
#include <string_view>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/json_facts.hpp"

namespace clauselint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // without it spreadsheets take Chinese for Latin-1

// A cell that begins like a formula would be run by the spreadsheet, and drafts come from the other side.
std::string cell(std::string_view words) {
  const std::string shown = printable(words);
  const bool formula = !shown.empty() && std::string_view("=+-@").find(shown.front()) != std::string_view::npos;
  std::string quoted = formula ? "\"'" : "\"";
  for (const char c : shown) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

template <std::size_t N>
std::string row(const std::array<std::string, N>& cells) {
  std::string line;
  for (const std::string& words : cells) {
    if (!line.empty()) line += ',';
    line += cell(words);
  }
  return line + "\r\n";
}

std::string joined_conditions(const Review& review, const Fact& fact) {
  std::string joined;
  for (const ByteSpan condition : fact.conditions) {
    if (!joined.empty()) joined += " | ";
    joined += review.document.words(condition);
  }
  return joined;
}

std::string title_of(const Text& title, Language language) {
  const std::string& own = title.in(language);
  return own.empty() ? title.in(language == Language::En ? Language::Zh : Language::En) : own;
}

}  // namespace

std::string facts_table_head() {
  return std::string(kByteOrderMark) +
         row(std::array<std::string, 13>{"path", "fact", "title", "value", "words", "start", "clause", "polarity",
                                         "subject", "conditions", "twin_clause", "twin_value", "quote"});
}

std::string facts_table_rows(const Review& review, const ReportOptions& options) {
  std::string rows;
  const std::vector<Fact>& facts = review.evaluation.facts;
  for (const Fact& fact : facts) {
    const FactSpec* spec = options.rules == nullptr ? nullptr : options.rules->find_fact(fact.name);
    const Fact* twin = fact.twin == kNoFact ? nullptr : &facts[fact.twin];
    rows += row(std::array<std::string, 13>{
        review.path, fact.name, spec == nullptr ? std::string() : title_of(spec->title, options.language),
        canonical(fact.value), std::string(review.document.words(fact.value.span)), fact.start,
        citation(review.tree, fact.clause), std::string(name_of(fact.polarity)), fact.subject,
        joined_conditions(review, fact), twin == nullptr ? std::string() : citation(review.tree, twin->clause),
        twin == nullptr ? std::string() : canonical(twin->value), std::string(review.document.words(fact.quote))});
  }
  return rows;
}

}  // namespace clauselint
