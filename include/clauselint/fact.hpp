// Typed quantities of a draft, and what they mean once a pack has named them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clauselint/clause.hpp"
#include "clauselint/document.hpp"

namespace clauselint {

enum class ValueKind : std::uint8_t {
  Duration,
  Money,
  Percent,
  Count,
  Date,
  Reference,
  Placeholder,
  Hours,  ///< when somebody is there: `9:00 to 17:00, Monday to Friday`, `24x7`
  Text,   ///< of facts alone: an amount told in words (`the fees paid in the last 12 months`)
};
enum class TimeUnit : std::uint8_t { Minute, Hour, Day, Week, Month, Year };
enum class Bound : std::uint8_t { Exact, AtMost, AtLeast };

/// A quantity at a span, free of any domain.
struct Value {
  ValueKind kind = ValueKind::Count;
  ByteSpan span;      ///< the number with its unit; not the preposition before it
  double amount = 0;  ///< in `unit` for durations, currency units for money, per hundred for percentages
  TimeUnit unit = TimeUnit::Day;
  Bound bound = Bound::Exact;
  bool working = false;       ///< working days or hours
  bool blank = false;         ///< a placeholder or a redaction stands where the number should: `[●] months`
  bool redacted = false;      ///< of placeholders: the words were taken out (`[***]`, `[redacted]`), not left out
  bool words_differ = false;  ///< "twelve (18) months": words and digits disagree; `amount` is that of the digits
  std::string detail;  ///< currency code; label a reference points to (`7.3`, `附件三`); hours (`9:00-17:00 Mon-Fri`);
                       ///< text; what a placeholder asks for: `duration`, `percent`, `money`, words, or nothing
  std::uint32_t sentence = 0;
};

inline constexpr std::uint32_t kNoFact = 0xFFFFFFFF;

/// Whether a draft promises a fact, promises it within limits (`provided that`, 除…外), or denies it.
enum class FactPolarity : std::uint8_t { Granted, Conditional, Excluded };

/// Which of the limits of its sentence counts, where it gives several: `whichever is earlier`, `the greater of`.
enum class FactChoice : std::uint8_t { None, Earlier, Later, Lesser, Greater };

/// A value with a meaning that a pack declares (`warranty.period`).
struct Fact {
  std::string name;
  Value value;
  ByteSpan quote;  ///< the words that gave it its meaning, the value among them
  std::uint32_t clause = kRootClause;
  std::uint32_t sentence = 0;
  std::string start;    ///< name of the event that starts the clock, as the pack names it; empty when not stated
  ByteSpan start_span;  ///< the words that say so
  FactPolarity polarity = FactPolarity::Granted;
  FactChoice choice = FactChoice::None;
  std::vector<ByteSpan>
      conditions;                ///< the parts of the sentence that hold it for some cases only, in order of the text
  std::string subject;           ///< what it is about (`spare-parts`), as a pack names it; empty: everything
  ByteSpan subject_span;         ///< the words that say so
  std::uint32_t twin = kNoFact;  ///< the same fact in the twin of its clause, as an index among the facts of the draft
};

/// All values of the draft in the order of the text; values do not overlap (the longest wins).
std::vector<Value> find_values(const Document& document, const ClauseTree& tree);

/// Two durations on one scale: hours, with a working day as a day and a month as 30 days; only for ordering.
double in_hours(const Value& duration);

/// Whether two values say the same: kind, amount in a common unit (24 months = 2 years, 48 hours = 2 days), calendar. Of
/// texts in two languages only the numbers are compared.
bool same_value(const Value& a, const Value& b);

/// ISO 8601 for durations (`P24M`, `PT4H`), `BLANK` for placeholders, else number with unit or currency.
std::string canonical(const Value& value);

/// As a contract of that language writes it: `24 months`, `10 working days`, `24个月`, `10个工作日`.
std::string spelled(const Value& value, Language language);

/// The value that a short text is (`12 months`, `30 days`, `10%`), as in a matter file; false if it is not one.
bool parse_value(const std::string& text, Value& value);

}  // namespace clauselint
