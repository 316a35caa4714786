// Drafts that say everything in one language and then everything in the other.
#include "segment/second_half.hpp"

#include <algorithm>
#include <cmath>

namespace clauselint {
namespace {

constexpr std::uint32_t kLeastHan = 40;  // letters a half must have to be a version in the other language
constexpr std::uint32_t kLeastWords = 30;

double han_share(Letters letters) {
  const double words = 1.6 * letters.words;  // a translated word takes about so many characters
  return letters.none() ? 0.5 : letters.han / (letters.han + words);
}

}  // namespace

std::uint32_t find_second_half(const ParagraphRoles& roles) {
  const auto count = static_cast<std::uint32_t>(roles.letters.size());
  Letters total;
  for (const Letters letters : roles.letters) total += letters;
  const auto big_enough = [](Letters a, Letters b) {
    return std::max(a.han, b.han) >= kLeastHan && std::max(a.words, b.words) >= kLeastWords;
  };
  std::uint32_t best = count;
  double best_difference = 0.75;
  Letters before;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Letters after{.han = total.han - before.han, .words = total.words - before.words};
    const double difference = std::abs(han_share(before) - han_share(after));
    const bool halves =
        big_enough(before, after) && before.han + before.words >= kLeastWords && after.han + after.words >= kLeastWords;
    if (halves && difference > best_difference && !roles.letters[i].none()) {
      best_difference = difference;
      best = i;
    }
    before += roles.letters[i];
  }
  return best;
}

}  // namespace clauselint
