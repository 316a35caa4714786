// Amounts of money in both languages: `US$ 5 million`, `five hundred dollars ($500)`, 人民币壹佰万元整（￥1,000,000）.
#include <cmath>

#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "facts/units.hpp"

namespace clauselint::facts {
namespace {

struct Currency {
  std::string_view written;
  std::string_view code;
};

// Before the number. Longer ones before those they begin with.
constexpr Currency kBefore[] = {
    {"人民币", "CNY"}, {"人民幣", "CNY"}, {"RMB", "CNY"},  {"CNY", "CNY"}, {"USD", "USD"}, {"US$", "USD"},
    {"U.S.$", "USD"},  {"U.S. $", "USD"}, {"US $", "USD"}, {"HKD", "HKD"}, {"HK$", "HKD"}, {"NT$", "TWD"},
    {"C$", "CAD"},     {"A$", "AUD"},     {"S$", "SGD"},   {"$", "USD"},   {"＄", "USD"},  {"EUR", "EUR"},
    {"€", "EUR"},      {"GBP", "GBP"},    {"£", "GBP"},    {"JPY", "JPY"}, {"¥", "CNY"},   {"￥", "CNY"},
    {"CHF", "CHF"},    {"SGD", "SGD"},    {"CAD", "CAD"},  {"AUD", "AUD"}, {"INR", "INR"}, {"KRW", "KRW"},
    {"美元", "USD"},   {"港币", "HKD"},   {"欧元", "EUR"},
};

// Behind the number, in Han.
constexpr Currency kAfterHan[] = {
    {"元人民币", "CNY"}, {"元", "CNY"},     {"圆", "CNY"},   {"圓", "CNY"},   {"美元", "USD"},
    {"美金", "USD"},     {"欧元", "EUR"},   {"日元", "JPY"}, {"港元", "HKD"}, {"港币", "HKD"},
    {"英镑", "GBP"},     {"人民币", "CNY"}, {"块钱", "CNY"},
};

// Behind the number, as a Latin word (lower case).
constexpr Currency kAfterLatin[] = {
    {"dollars", "USD"},  {"dollar", "USD"}, {"euros", "EUR"}, {"euro", "EUR"}, {"yuan", "CNY"},
    {"renminbi", "CNY"}, {"rmb", "CNY"},    {"usd", "USD"},   {"eur", "EUR"},  {"cny", "CNY"},
    {"gbp", "GBP"},      {"hkd", "HKD"},    {"jpy", "JPY"},   {"yen", "JPY"},  {"sgd", "SGD"},
};

std::size_t over_currency(std::string_view text, std::size_t at, std::string_view& code) {
  for (const Currency& currency : kBefore) {
    if (!stands_at(text, at, currency.written)) continue;
    const std::size_t end = at + currency.written.size();
    const bool inside_word = is_letter_at(text, end) && is_letter_at(text, end - 1);
    if (inside_word) continue;
    code = currency.code;
    return end;
  }
  return 0;
}

// Behind （大写）, 大写：, a colon, `of`: what may stand between the currency and the number.
std::size_t over_labels(std::string_view text, std::size_t at) {
  constexpr std::string_view kLabels[] = {"（大写）", "(大写)", "（小写）", "(小写)", "大写", "小写", "（元）", "(元)",
                                          "：",       ":",      "金额",     "为",     "合计", "共计", "计",     "即"};
  for (std::size_t next = skip_blanks(text, at);; next = skip_blanks(text, at)) {
    at = next;
    for (const std::string_view label : kLabels) {
      if (stands_at(text, at, label)) at += label.size();
    }
    if (at == next) return at;
  }
}

// `million`, `billion`, `thousand`, `M`, `k` behind digits.
std::size_t over_scale(std::string_view text, std::size_t at, double& scale) {
  const std::size_t next = skip_blanks(text, at);
  const std::string_view word = word_at(text, next);
  scale = is_word(word, "million") || is_word(word, "mio")     ? 1e6
          : is_word(word, "billion") || is_word(word, "bn")    ? 1e9
          : is_word(word, "thousand")                          ? 1e3
          : next == at && (word == "M" || is_word(word, "mm")) ? 1e6
          : next == at && is_word(word, "k")                   ? 1e3
                                                               : 1;
  return scale == 1 ? at : next + word.size();
}

// 5角3分 behind 元, and the closing 整.
std::size_t over_cents(std::string_view text, std::size_t at, double& amount) {
  for (const auto& [unit, worth] : {std::pair<std::string_view, double>{"角", 0.1}, {"分", 0.01}}) {
    const Quantity part = read_quantity(text, at);
    if (part.end == 0 || part.blank || !stands_at(text, part.end, unit)) continue;
    amount += part.amount * worth;
    at = part.end + 3;
  }
  return stands_at(text, at, "整") || stands_at(text, at, "正") ? at + 3 : at;
}

std::size_t over_currency_word(std::string_view text, std::size_t at, std::string_view& code) {
  std::size_t next = skip_blanks(text, at);
  for (const std::string_view whose : {"U.S. ", "US ", "United States ", "UNITED STATES ", "Hong Kong ", "of "}) {
    if (!stands_at(text, next, whose)) continue;
    next = skip_blanks(text, next + whose.size());
    if (whose != "Hong Kong ") break;
    code = "HKD";
    return is_word(word_at(text, next), "dollars") ? next + 7 : 0;
  }
  const std::string_view word = word_at(text, next);
  for (const Currency& currency : kAfterLatin) {
    const bool opens_next = is_digit_at(text, skip_blanks(text, next + word.size()));  // `5 EUR 7`
    if (!is_word(word, currency.written) || next == at || opens_next) continue;
    code = currency.code;
    return next + word.size();
  }
  return 0;
}

std::size_t over_han_currency(std::string_view text, std::size_t at, std::string_view& code) {
  const std::size_t next = skip_blanks(text, at);
  for (const Currency& currency : kAfterHan) {
    if (!stands_at(text, next, currency.written)) continue;
    const std::size_t end = next + currency.written.size();
    const char32_t behind = decode_at(text, end).value;
    if (currency.written == "元" && (behind == U'旦' || behind == U'件' || behind == U'素' || behind == U'化'))
      return 0;
    code = currency.code;
    return end;
  }
  return 0;
}

// The number of an amount, with its scale and its currency behind it; `code` comes in as the currency before it.
MaybeFound read_amount(std::string_view text, Quantity quantity, std::string_view code) {
  double scale = 1;
  std::size_t end = over_scale(text, quantity.end, scale);
  quantity.amount *= scale;
  const std::size_t blank_scale = quantity.blank && (stands_at(text, end, "万") || stands_at(text, end, "亿")) ? 3 : 0;
  std::string_view behind = {};
  std::size_t with_unit = over_han_currency(text, end + blank_scale, behind);
  if (with_unit != 0) with_unit = over_cents(text, with_unit, quantity.amount);
  if (with_unit == 0) with_unit = over_currency_word(text, end, behind);
  const bool half = quantity.amount == 0.5 && quantity.han;
  const bool column =
      text.substr(quantity.begin, quantity.end - quantity.begin) == "拾";  // 佰 拾 元: columns of a form
  if ((with_unit == 0 && code.empty()) || half || column) return std::nullopt;
  if (with_unit != 0) end = with_unit;
  Found found = found_of(ValueKind::Money, quantity, end);
  const bool stronger_behind = !behind.empty() && (code.empty() || (behind != "CNY" && with_unit != 0));
  found.value.detail = stronger_behind ? behind : code;
  return found;
}

// Joins the same amount in brackets: `($500,000)`, （大写：壹佰万元整）. Another currency in brackets is a conversion.
void join_repetition(std::string_view text, Found& found, bool in_words) {
  const std::size_t at = skip_blanks(text, found.end());
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return;
  const std::size_t inside = over_labels(text, at + open.size);
  std::string_view code = {};
  const std::size_t behind = over_currency(text, inside, code);
  const Quantity second = read_quantity(text, behind == 0 ? inside : over_labels(text, behind));
  if (second.end == 0) return;
  const MaybeFound repeated = read_amount(text, second, code.empty() ? found.value.detail : code);
  const std::size_t close = repeated ? over_closing(text, repeated->end()) : 0;
  if (close == 0 || repeated->value.detail != found.value.detail) return;
  const bool blank = found.value.blank || repeated->value.blank;
  const bool differ = std::abs(found.value.amount - repeated->value.amount) > 0.005;
  if (!blank && differ && in_words == second.in_words) return;
  found.value.words_differ = found.value.words_differ || (!blank && differ);
  if (in_words && !second.in_words) found.value.amount = repeated->value.amount;
  found.value.blank = blank;
  found.value.span.end = static_cast<std::uint32_t>(close);
}

}  // namespace

MaybeFound read_money(std::string_view text, const Quantity& quantity) {
  MaybeFound found = read_amount(text, quantity, {});
  if (found) join_repetition(text, *found, quantity.in_words);
  return found;
}

MaybeFound read_prefixed_money(std::string_view text, std::size_t at) {
  std::string_view code = {};
  std::size_t next = over_currency(text, at, code);
  if (next == 0) return std::nullopt;
  next = over_labels(text, next);
  std::string_view sign = {};
  const std::size_t twice = over_currency(text, next, sign);  // `RMB ￥500`
  if (twice != 0) next = over_labels(text, twice);
  Quantity quantity = read_quantity(text, next);
  if (quantity.end == 0) return std::nullopt;
  MaybeFound found = read_amount(text, quantity, code);
  if (!found) return found;
  found->value.span.begin = static_cast<std::uint32_t>(at);
  join_repetition(text, *found, quantity.in_words);
  return found;
}

}  // namespace clauselint::facts
