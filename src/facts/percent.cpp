// Percentages and counts: `five percent (5%)`, 千分之三, `three (3) times`, 两次.
#include <cmath>

#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "facts/units.hpp"

namespace clauselint::facts {
namespace {

// Behind a percent sign or word at `at`; `factor` is what makes it per hundred. 0 when there is none.
std::size_t over_percent_sign(std::string_view text, std::size_t at, double& factor) {
  at = skip_blanks(text, at);
  const CodePoint c = decode_at(text, at);
  factor = c.value == U'‰' ? 0.1 : 1;
  if (c.value == U'%' || c.value == U'％' || c.value == U'‰' || c.value == U'﹪') return at + c.size;
  if (is_hyphen(c.value)) at = skip_blanks(text, at + c.size);
  const std::string_view word = word_at(text, at);
  if (is_word(word, "percent") || is_word(word, "pct")) return at + word.size();
  const std::size_t second = skip_blanks(text, at + word.size());
  return is_word(word, "per") && is_word(word_at(text, second), "cent") ? second + 4 : 0;
}

// Joins what repeats a percentage in brackets: `five percent (5%)`, 5%（百分之五）.
void join_repetition(std::string_view text, Found& found, bool in_words) {
  const std::size_t at = skip_blanks(text, found.end());
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return;
  const std::size_t inside = skip_blanks(text, at + open.size);
  const Quantity second = read_quantity(text, inside);
  MaybeFound repeated = read_fraction_percent(text, inside);
  const bool repeated_in_words = repeated.has_value() || second.in_words;
  if (!repeated && second.end != 0) repeated = read_percent(text, second);
  if (!repeated && second.end != 0 && in_words) repeated = found_of(ValueKind::Percent, second, second.end);
  const std::size_t close = repeated ? over_closing(text, repeated->end()) : 0;
  if (close == 0) return;
  const bool differ = std::abs(found.value.amount - repeated->value.amount) > 1e-9;
  const bool blank = found.value.blank || repeated->value.blank;
  if (!blank && differ && in_words == repeated_in_words) return;
  found.value.words_differ = found.value.words_differ || (!blank && differ);
  if (in_words && !repeated_in_words) found.value.amount = repeated->value.amount;
  found.value.blank = blank;
  found.value.span.end = static_cast<std::uint32_t>(close);
}

struct Counted {
  std::string_view word;
  std::string_view detail;
};

constexpr Counted kCounted[] = {{"times", "times"},     {"time", "times"},        {"occasions", "times"},
                                {"occasion", "times"},  {"occurrences", "times"}, {"occurrence", "times"},
                                {"instances", "times"}, {"attempts", "times"},    {"units", "units"},
                                {"unit", "units"},      {"sets", "sets"},         {"pieces", "pieces"}};
constexpr std::string_view kCountAdjectives[] = {"separate", "consecutive", "successive", "different",
                                                 "more",     "additional",  "or",         "repair"};

MaybeFound read_english_count(std::string_view text, const Quantity& quantity, std::size_t at) {
  constexpr int kAdjectives = 3;
  bool or_more = false;
  for (int i = 0; i <= kAdjectives; ++i) {
    const std::string_view word = word_at(text, at);
    const auto* const counted = std::find_if(std::begin(kCounted), std::end(kCounted),
                                             [word](const Counted& c) { return is_word(word, c.word); });
    if (counted != std::end(kCounted)) {
      const bool once_upon =
          counted->word.back() != 's' && (quantity.in_words || quantity.amount != 1);  // `at one time`
      const bool named =
          word.front() == 'T' && is_capital_at(text, skip_blanks(text, at + word.size()));  // `4 Times Square`
      const bool any = quantity.amount == 1 && or_more;  // `any one or more instances`
      if (once_upon || named || any) return std::nullopt;
      Found found = found_of(ValueKind::Count, quantity, at + word.size());
      if (or_more) found.value.bound = Bound::AtLeast;
      found.value.detail = counted->detail;
      return found;
    }
    if (word.empty() || !is_one_of(word, kCountAdjectives)) return std::nullopt;
    or_more = or_more || is_word(word, "or");
    at = skip_blanks(text, at + word.size());
  }
  return std::nullopt;
}

// 一次付清, 一次性, 最后一次, 二次回路: no count of times.
bool is_idiom(std::string_view text, const Quantity& quantity, std::size_t end) {
  const std::size_t edge = back_over_blanks(text, quantity.begin);
  const char32_t next = decode_at(text, skip_blanks(text, end)).value;
  const bool once = quantity.han && quantity.amount == 1;
  const bool last =
      once && (is_any(char_before(text, edge), U"再每何同某任上下首另") || stands_before(text, edge, "最后"));
  const bool at_once = once && is_any(next, U"付缴总交坐垫结算清回或装接出给性");
  const bool secondary = stands_at(text, quantity.begin, "二") && quantity.amount == 2;
  return last || at_once || secondary || is_any(next, U"性序级");
}

// `one half of one percent (0.5%)`: the words before the percentage are part of the number.
bool is_fraction_before(std::string_view text, std::size_t begin) {
  std::size_t at = back_over_blanks(text, begin);
  if (!is_word(word_before(text, at), "of")) return false;
  at = back_over_blanks(text, at - 2);
  const std::string_view word = word_before(text, at);
  return is_word(word, "half") || is_word(word, "quarter") || is_word(word, "quarters") || word.ends_with("th") ||
         word.ends_with("ths");
}

}  // namespace

MaybeFound read_percent(std::string_view text, const Quantity& quantity) {
  double factor = 1;
  std::size_t end = over_percent_sign(text, quantity.end, factor);
  if (end == 0 && quantity.percent_inside) end = quantity.end;
  if (end == 0) return std::nullopt;
  Found found = found_of(ValueKind::Percent, quantity, end);
  found.value.amount *= factor;
  join_repetition(text, found, quantity.in_words);
  if (found.value.words_differ && is_fraction_before(text, quantity.begin)) found.value.words_differ = false;
  return found;
}

MaybeFound read_fraction_percent(std::string_view text, std::size_t at) {
  const bool hundred = stands_at(text, at, "百分之");
  const bool thousand = stands_at(text, at, "千分之") || stands_at(text, at, "仟分之");
  const bool ten_thousand = stands_at(text, at, "万分之");
  if (!hundred && !thousand && !ten_thousand) return std::nullopt;
  const std::size_t next = skip_blanks(text, at + 9);
  Quantity quantity = read_quantity(text, next);
  if (quantity.end == 0) {
    const bool whole = stands_at(text, next, "百") && hundred;  // 百分之百
    if (!whole) return std::nullopt;
    quantity = {.end = next + 3, .amount = 100, .in_words = true};
  }
  quantity.begin = at;
  Found found = found_of(ValueKind::Percent, quantity, quantity.end);
  found.value.amount *= hundred ? 1 : thousand ? 0.1 : 0.01;
  join_repetition(text, found, true);
  return found;
}

MaybeFound read_count(std::string_view text, const Quantity& quantity) {
  if (quantity.amount != std::floor(quantity.amount)) return std::nullopt;
  const std::size_t at = skip_blanks(text, quantity.end);
  const CodePoint c = decode_at(text, at);
  if (is_ascii_letter(c.value)) return at == quantity.end ? std::nullopt : read_english_count(text, quantity, at);
  const bool times = c.value == U'次';
  const bool units = c.value == U'台' || c.value == U'件' || c.value == U'套';
  if (!times && !units) return std::nullopt;
  const std::size_t end = at + c.size;
  if (is_idiom(text, quantity, end)) return not_a_value(quantity.begin, end);
  Found found = found_of(ValueKind::Count, quantity, end);
  found.value.detail = times ? "times" : c.value == U'套' ? "sets" : c.value == U'件' ? "pieces" : "units";
  return found;
}

}  // namespace clauselint::facts
