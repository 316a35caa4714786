// The key terms as rows of a spreadsheet.
#include <string>
#include <string_view>

#include "clauselint/report.hpp"
#include "report/csv.hpp"
#include "report/json_facts.hpp"
#include "report/owed_by.hpp"

namespace clauselint {
namespace {

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
         csv_row({"path", "fact", "title", "value", "words", "start", "clause", "owed_by", "polarity", "choice",
                  "subject", "conditions", "twin_clause", "twin_value", "quote"});
}

std::string facts_table_rows(const Review& review, const ReportOptions& options) {
  std::string rows;
  const std::vector<Fact>& facts = review.evaluation.facts;
  for (const Fact& fact : facts) {
    const FactSpec* spec = options.rules == nullptr ? nullptr : options.rules->find_fact(fact.name);
    const Fact* twin = fact.twin == kNoFact ? nullptr : &facts[fact.twin];
    rows += csv_row({review.path, fact.name, spec == nullptr ? std::string() : title_of(spec->title, options.language),
                     canonical(fact.value), review.document.words(fact.value.span), fact.start,
                     citation(review.tree, fact.clause), owed_by_words(review, fact.value.span, Language::En),
                     name_of(fact.polarity), name_of(fact.choice), fact.subject, joined_conditions(review, fact),
                     twin == nullptr ? std::string() : citation(review.tree, twin->clause),
                     twin == nullptr ? std::string() : canonical(twin->value), review.document.words(fact.quote)});
  }
  return rows;
}

}  // namespace clauselint
