// The words around a value that make it a limit: `within`, `at least`, 不超过, 以上.
#include <string>

#include "facts/cursor.hpp"
#include "facts/found.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLookBack = 60;

struct BoundWords {
  std::string_view words;
  Bound bound;
};

// Comparisons, as they read without a negation; `not`, `no` and `in no event` before them turn them round.
constexpr BoundWords kComparisons[] = {
    {"less than", Bound::AtMost},     {"fewer than", Bound::AtMost},  {"shorter than", Bound::AtMost},
    {"earlier than", Bound::AtMost},  {"sooner than", Bound::AtMost}, {"more than", Bound::AtLeast},
    {"greater than", Bound::AtLeast}, {"later than", Bound::AtLeast}, {"longer than", Bound::AtLeast},
    {"exceed", Bound::AtLeast},       {"exceeds", Bound::AtLeast},    {"exceeding", Bound::AtLeast},
    {"in excess of", Bound::AtLeast},
};

// Longer ones before those they end with.
constexpr BoundWords kBefore[] = {
    {"within", Bound::AtMost},      {"up to", Bound::AtMost},     {"at most", Bound::AtMost},
    {"maximum of", Bound::AtMost},  {"maximum", Bound::AtMost},   {"at least", Bound::AtLeast},
    {"minimum of", Bound::AtLeast}, {"minimum", Bound::AtLeast},  {"不得少于", Bound::AtLeast},
    {"不少于", Bound::AtLeast},     {"不得低于", Bound::AtLeast}, {"不低于", Bound::AtLeast},
    {"不短于", Bound::AtLeast},     {"不得短于", Bound::AtLeast}, {"至少", Bound::AtLeast},
    {"最少", Bound::AtLeast},       {"最低", Bound::AtLeast},     {"不早于", Bound::AtLeast},
    {"不得超过", Bound::AtMost},    {"不超过", Bound::AtMost},    {"不应超过", Bound::AtMost},
    {"不能超过", Bound::AtMost},    {"未超过", Bound::AtMost},    {"不多于", Bound::AtMost},
    {"不得多于", Bound::AtMost},    {"不迟于", Bound::AtMost},    {"不得迟于", Bound::AtMost},
    {"不晚于", Bound::AtMost},      {"不得晚于", Bound::AtMost},  {"不高于", Bound::AtMost},
    {"不得高于", Bound::AtMost},    {"不长于", Bound::AtMost},    {"最长", Bound::AtMost},
    {"最多", Bound::AtMost},        {"至多", Bound::AtMost},      {"最迟", Bound::AtMost},
    {"最高", Bound::AtMost},        {"最晚", Bound::AtMost},      {"超过", Bound::AtLeast},
    {"满", Bound::AtLeast},
};

constexpr BoundWords kAfter[] = {
    {"以内", Bound::AtMost},     {"之内", Bound::AtMost},     {"内", Bound::AtMost},         {"以下", Bound::AtMost},
    {"以上", Bound::AtLeast},    {"及以上", Bound::AtLeast},  {"或以上", Bound::AtLeast},    {"or less", Bound::AtMost},
    {"or fewer", Bound::AtMost}, {"or more", Bound::AtLeast}, {"or longer", Bound::AtLeast},
};

// Words that may stand between the bound and its value.
constexpr std::string_view kBetween[] = {"a",        "an",    "the", "first", "period of", "term of",
                                         "total of", "about", "为",  "达",    "："};

bool is_latin(std::string_view words) { return is_ascii_letter(static_cast<unsigned char>(words.front())); }

bool ends_in(std::string_view left, std::string_view words) {
  if (!left.ends_with(words)) return false;
  const std::size_t begin = left.size() - words.size();
  return !is_latin(words) || begin == 0 || !is_letter_at(left, begin - 1);
}

// The last bytes before a value, in lower case, blanks as single spaces.
std::string left_of(std::string_view text, std::size_t begin) {
  std::size_t from = begin > kLookBack ? begin - kLookBack : 0;
  while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0u) == 0x80u) ++from;
  std::string left;
  for (std::size_t at = from; at < begin;) {
    const CodePoint c = decode_at(text, at);
    if (!is_blank(c.value)) {
      const bool capital = c.value >= U'A' && c.value <= U'Z';
      append_utf8(left, capital ? c.value | 0x20 : c.value);
    } else if (!left.empty() && left.back() != ' ') {
      left.push_back(' ');
    }
    at += c.size;
  }
  return left;
}

void drop_spaces(std::string_view& left) {
  while (left.ends_with(' ')) left.remove_suffix(1);
}

void drop_between(std::string_view& left) {
  for (bool dropped = true; dropped;) {
    dropped = false;
    drop_spaces(left);
    for (const std::string_view words : kBetween) {
      if (!ends_in(left, words)) continue;
      left.remove_suffix(words.size());
      dropped = true;
    }
  }
}

// Whether a comparison that ends the words before it is negated: `not later than`, `in no event shall be less than`.
bool is_negated(std::string_view before) {
  constexpr std::size_t kReach = 30;
  before = before.substr(before.size() > kReach ? before.size() - kReach : 0);
  const std::size_t stop = before.find_last_of(",;.");
  if (stop != std::string_view::npos) before.remove_prefix(stop);
  for (std::size_t at = 0; at < before.size();) {
    const std::string_view word = word_at(before, at);
    const bool negation = word == "no" || word == "not" || word == "never";
    if (negation && (at == 0 || !is_letter_at(before, at - 1))) return true;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

struct BoundFound {
  Bound bound = Bound::Exact;
  std::size_t size = 0;  ///< of its words
};

BoundFound bound_before(std::string_view left) {
  for (const BoundWords& before : kBefore) {
    if (ends_in(left, before.words)) return {.bound = before.bound, .size = before.words.size()};
  }
  for (const BoundWords& comparison : kComparisons) {
    if (!ends_in(left, comparison.words)) continue;
    const std::string_view before = left.substr(0, left.size() - comparison.words.size());
    const Bound turned = comparison.bound == Bound::AtMost ? Bound::AtLeast : Bound::AtMost;
    return {.bound = is_negated(before) ? turned : comparison.bound, .size = comparison.words.size()};
  }
  return {};
}

}  // namespace

Bound bound_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string words = left_of(text, begin);
  std::string_view left = words;
  drop_between(left);
  if (const BoundFound before = bound_before(left); before.size != 0) return before.bound;
  const std::string_view right = text.substr(skip_blanks(text, end));
  for (const BoundWords& after : kAfter) {
    if (right.starts_with(after.words)) return after.bound;
  }
  return Bound::Exact;
}

bool is_bound(std::string_view text) {
  const std::string words = left_of(text, text.size());
  std::string_view left = words;
  drop_between(left);
  const BoundFound before = bound_before(left);
  std::string_view head = left.substr(0, left.size() - before.size);
  drop_spaces(head);
  return before.size != 0 && (head.empty() || head == "no" || head == "not");
}

}  // namespace clauselint::facts
