// What a recogniser hands back: a value with the bytes it took, or words that only look like one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "clauselint/fact.hpp"
#include "facts/quantity.hpp"

namespace clauselint::facts {

/// A value whose span counts from the start of the sentence. Words that only look like a value (`7×24小时`, `May 24`)
/// are taken too, so that nothing is found inside them, but do not `count`.
struct Found {
  Value value;
  bool counts = true;

  std::size_t end() const { return value.span.end; }
};

using MaybeFound = std::optional<Found>;

/// A value of `kind` made of a quantity, up to byte `end`.
inline Found found_of(ValueKind kind, const Quantity& quantity, std::size_t end) {
  Found found;
  found.value.kind = kind;
  found.value.span = {.begin = static_cast<std::uint32_t>(quantity.begin), .end = static_cast<std::uint32_t>(end)};
  found.value.amount = quantity.blank ? 0 : quantity.amount;
  found.value.blank = quantity.blank;
  found.value.words_differ = quantity.words_differ;
  return found;
}

/// Bytes [begin, end) that look like a value and are none.
inline Found not_a_value(std::size_t begin, std::size_t end) {
  Found found = found_of(ValueKind::Count, {.begin = begin}, end);
  found.counts = false;
  return found;
}

// Each takes the quantity at the head of the value; all look at the same sentence.
MaybeFound read_duration(std::string_view text, const Quantity& quantity);
MaybeFound read_percent(std::string_view text, const Quantity& quantity);
MaybeFound read_money(std::string_view text, const Quantity& quantity);  ///< `500元`, `5 million dollars`
MaybeFound read_count(std::string_view text, const Quantity& quantity);
MaybeFound read_date(std::string_view text, const Quantity& quantity);  ///< `31 December 2024`, `2024年12月31日`

// These begin with a word or sign of their own.
MaybeFound read_fraction_percent(std::string_view text, std::size_t at);  ///< 百分之五
MaybeFound read_prefixed_money(std::string_view text, std::size_t at);    ///< `US$ 500`, 人民币500元
MaybeFound read_numeric_date(std::string_view text, std::size_t at);      ///< `2024-12-31`, `12/31/2024`
MaybeFound read_month_date(std::string_view text, std::size_t at);        ///< `December 31, 2024`
MaybeFound read_next_working_day(std::string_view text, std::size_t at);  ///< `next business day`, 下一个工作日
MaybeFound read_half_duration(std::string_view text, std::size_t at);     ///< `half a year`
MaybeFound read_first_unit(std::string_view text, std::size_t at);        ///< `first year warranty`
/// `second (2nd) anniversary`: the word at `at`, the ordinal between `from` and it.
MaybeFound read_anniversary(std::string_view text, std::size_t at, std::size_t from);
MaybeFound read_bare_unit(std::string_view text, std::size_t at,
                          std::size_t from);  ///< 到货后　日内: a gap for a number

/// The bound that the words around a value set: `within`, 不超过, 以上.
Bound bound_around(std::string_view text, std::size_t begin, std::size_t end);

/// Whether `text` is nothing but words that set a bound (`within`, `at least a`, 不超过).
bool is_bound(std::string_view text);

}  // namespace clauselint::facts
