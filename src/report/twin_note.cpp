// Which clauses of a bilingual draft could not be compared with their version in the other language.
#include "report/twin_note.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/excerpt.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kMostNamed = 12;
constexpr std::uint32_t kHeadingCells = 30;

// By number; by its heading where it has none.
std::string name_of(const Review& review, std::uint32_t clause) {
  const std::string number = printable(citation(review.tree, clause));
  if (!number.empty()) return number;
  return fitted(review.document.words(review.tree.clauses[clause].heading), kHeadingCells);
}

}  // namespace

std::string twin_note(const Review& review, const Words& words) {
  std::string named;
  std::size_t count = 0;
  std::size_t unnamed = 0;
  for (const std::uint32_t clause : clauses_without_twin(review.tree)) {
    const std::string name = count < kMostNamed ? name_of(review, clause) : std::string();
    if (name.empty()) {
      ++unnamed;
      continue;
    }
    named += (named.empty() ? std::string() : std::string(words.list_comma)) + name;
    ++count;
  }
  if (count + unnamed == 0) return {};
  if (unnamed > 0) named += fmt::format(fmt::runtime(words.more_without_twin), unnamed);
  return fmt::format(fmt::runtime(words.without_twin), named);
}

}  // namespace clauselint
