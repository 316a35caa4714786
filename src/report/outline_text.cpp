// The outline of a draft as an indented list: label, heading or first words, language, and the twin clause.
#include <fmt/format.h>

#include <algorithm>

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

// `[en ⇄ zh 第八条]`; a twin that stands under the same number is told by its language alone.
std::string languages_of(const Review& review, std::uint32_t index, bool alone, const Words& words) {
  const Clause& clause = review.tree.clauses[index];
  std::string told(name_of(clause.language));
  if (clause.twin < review.tree.clauses.size()) {
    const std::string number = printable(citation(review.tree, clause.twin));
    told += fmt::format(" ⇄ {}", name_of(review.tree.clauses[clause.twin].language));
    if (!number.empty() && number != printable(citation(review.tree, index))) told += " " + number;
  } else if (alone) {
    told += fmt::format(", {}", words.no_twin);
  }
  return told;
}

std::string line_of(const Review& review, std::uint32_t index, bool alone, const Words& words) {
  const Clause& clause = review.tree.clauses[index];
  std::string line(2 * std::size_t{clause.level > 0 ? clause.level - 1 : 0}, ' ');
  const std::string label = printable(clause.label);
  const std::string said = words_of(review, clause, words);
  line += label;
  if (!label.empty() && !said.empty()) line += "  ";
  return line + said + fmt::format("  [{}]\n", languages_of(review, index, alone, words));
}

}  // namespace

std::string outline_text(const Review& review) {
  const Words& words = words_in(review.language);
  std::string out = printable(review.path) + "\n";
  if (review.tree.clauses.size() < 2) return out + std::string(words.no_clauses) + "\n";
  const std::vector<std::uint32_t> missing = clauses_without_twin(review.tree);
  for (std::uint32_t i = 1; i < review.tree.clauses.size(); ++i) {
    const bool alone = std::binary_search(missing.begin(), missing.end(), i);
    out += line_of(review, i, alone, words);
  }
  if (!missing.empty()) out += fmt::format(fmt::runtime(words.count_without_twin), missing.size()) + "\n";
  return out;
}

}  // namespace clauselint
