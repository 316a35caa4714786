// Which clause of one language goes with which of the other, in two lists of siblings that keep their order.
#include "segment/alignment.hpp"

#include <algorithm>
#include <optional>

#include "segment/stated_numbers.hpp"

namespace clauselint {
namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr std::size_t kMostCells = 1u << 14;  // of the table of scores; longer lists pair by their labels alone
constexpr double kSameLabel = 0.8;
constexpr double kSameNumbers = 2.0;
constexpr double kOtherNumbers = -1.2;  // heavier than an equal label
constexpr double kNumbersInOne = -0.8;  // a translation keeps the numbers
constexpr double kNoNumbers = 0.15;
constexpr double kSameChildren = 0.2;

bool same_label(const Candidate& a, const Candidate& b) {
  return a.annex == b.annex && a.ordinal == b.ordinal && a.ordinal != 0;
}

// How well two clauses go together; nothing when they cannot.
std::optional<double> score(const Candidate& a, const Candidate& b) {
  if (a.annex != b.annex || (a.ordinal == 0) != (b.ordinal == 0)) return std::nullopt;
  double sum = same_label(a, b) ? kSameLabel : 0;
  const double like = likeness(*a.numbers, *b.numbers);
  const bool both_state = !a.numbers->empty() && !b.numbers->empty();
  if (like > 0)
    sum += kSameNumbers * like;
  else if (both_state)
    sum += kOtherNumbers;
  else
    sum += like == 0 ? kNumbersInOne : kNoNumbers;
  if (sum > 0 && a.children == b.children && a.children > 0) sum += kSameChildren;
  return sum;
}

// Same labels in the same order: nothing to weigh.
bool is_plain(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const Candidate& x, const Candidate& y) {
           return x.annex == y.annex && x.ordinal == y.ordinal;
         });
}

// Lists too long to weigh: each label with the next equal one.
Pairs pair_by_labels(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  Pairs pairs;
  std::size_t r = 0;
  for (std::size_t l = 0; l < a.size(); ++l) {
    std::size_t at = r;
    while (at < b.size() && at < r + 64 && !same_label(a[l], b[at])) ++at;
    if (at >= b.size() || !same_label(a[l], b[at])) continue;
    pairs.emplace_back(l, at);
    r = at + 1;
  }
  return pairs;
}

// The order-keeping pairs of the highest sum.
Pairs pair_by_scores(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<double> best((a.size() + 1) * width, 0);
  std::vector<double> scores(a.size() * b.size(), 0);
  for (std::size_t l = a.size(); l > 0; --l) {
    for (std::size_t r = b.size(); r > 0; --r) {
      const double own = score(a[l - 1], b[r - 1]).value_or(0);
      scores[(l - 1) * b.size() + r - 1] = own;
      const double paired = own > 0 ? own + best[l * width + r] : 0;
      best[(l - 1) * width + r - 1] = std::max({paired, best[l * width + r - 1], best[(l - 1) * width + r]});
    }
  }
  Pairs pairs;
  for (std::size_t l = 0, r = 0; l < a.size() && r < b.size();) {
    const double own = scores[l * b.size() + r];
    if (own > 0 && best[l * width + r] == own + best[(l + 1) * width + r + 1]) {
      pairs.emplace_back(l++, r++);
    } else if (best[l * width + r] == best[(l + 1) * width + r]) {
      ++l;
    } else {
      ++r;
    }
  }
  return pairs;
}

// Between two pairs, what is left goes together when as many are left on either side and nothing speaks against it.
Pairs fill(const std::vector<Candidate>& a, const std::vector<Candidate>& b, const Pairs& pairs) {
  Pairs filled;
  std::size_t l = 0;
  std::size_t r = 0;
  const auto close_gap = [&](std::size_t l_end, std::size_t r_end) {
    const bool even = l_end - l == r_end - r;
    for (; even && l < l_end; ++l, ++r) {
      const std::optional<double> own = score(a[l], b[r]);
      if (own && (*own >= 0 || same_label(a[l], b[r]))) filled.emplace_back(l, r);
    }
  };
  for (const auto& [left, right] : pairs) {
    close_gap(left, right);
    filled.emplace_back(left, right);
    l = left + 1;
    r = right + 1;
  }
  close_gap(a.size(), b.size());
  return filled;
}

}  // namespace

Pairs align(const std::vector<Candidate>& a, const std::vector<Candidate>& b, bool by_label_alone) {
  if (by_label_alone) return pair_by_labels(a, b);
  Pairs pairs;
  if (is_plain(a, b)) {
    for (std::size_t i = 0; i < a.size(); ++i) pairs.emplace_back(i, i);
    return pairs;
  }
  if (a.empty() || b.empty()) return pairs;
  if (a.size() * b.size() > kMostCells) return pair_by_labels(a, b);
  return fill(a, b, pair_by_scores(a, b));
}

}  // namespace clauselint
