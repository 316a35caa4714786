// The outline of a draft as an indented list: label, heading or first words, language, and the twin clause.
#include <fmt/format.h>

#include "clauselint/report.hpp"
#include "report/excerpt.hpp"
#include "report/json_values.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kWordsCells = 60;

// The heading, or for a clause without one its first words in quotation marks.
std::string words_of(const Review& review, const Clause& clause, const Words& words) {
  const std::string heading = fitted(review.document.words(clause.heading), kWordsCells);
  if (!heading.empty()) return heading;
  const std::string_view all = trimmed(review.document.words(clause.span));
  std::string_view first = trimmed(all.substr(0, all.find('\n')));
  if (first.starts_with(clause.label)) first = trimmed(first.substr(clause.label.size()));
  if (first.empty()) return {};
  return fmt::format("{}{}{}", words.open_quote, fitted(first, kWordsCells), words.close_quote);
}

std::string line_of(const Review& review, const Clause& clause, const Words& words) {
  std::string line(2 * std::size_t{clause.level > 0 ? clause.level - 1 : 0}, ' ');
  const std::string label = printable(clause.label);
  const std::string said = words_of(review, clause, words);
  line += label;
  if (!label.empty() && !said.empty()) line += "  ";
  line += said + fmt::format("  [{}", name_of(clause.language));
  if (clause.twin < review.tree.clauses.size()) {
    const Clause& twin = review.tree.clauses[clause.twin];
    line += fmt::format(" = {} {}", name_of(twin.language), printable(citation(review.tree, clause.twin)));
  }
  return line + "]\n";
}

}  // namespace

std::string outline_text(const Review& review) {
  const Words& words = words_in(review.language);
  std::string out = printable(review.path) + "\n";
  if (review.tree.clauses.size() < 2) return out + std::string(words.no_clauses) + "\n";
  for (std::size_t i = 1; i < review.tree.clauses.size(); ++i) out += line_of(review, review.tree.clauses[i], words);
  return out;
}

}  // namespace clauselint
