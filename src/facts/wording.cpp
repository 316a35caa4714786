// Values in words: as contracts write them, as ISO 8601, and read back from a matter file.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "clauselint/fact.hpp"
#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "facts/quantity.hpp"

namespace clauselint {
namespace {

// A number without trailing zeros: `24`, `1.5`, `0.05`.
std::string plain(double amount) {
  std::string digits = fmt::format("{:.4f}", amount);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

// `1,000,000`, `12,500.50`.
std::string grouped(double amount) {
  std::string digits = plain(amount);
  const std::size_t point = digits.find('.');
  if (point != std::string::npos && digits.size() - point == 2) digits.push_back('0');
  for (std::size_t at = std::min(point, digits.size()); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

struct UnitNames {
  std::string_view en;
  std::string_view han;
  std::string_view han_working;
  char iso;
};

UnitNames names_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Minute: return {"minute", "分钟", "分钟", 'M'};
    case TimeUnit::Hour: return {"hour", "小时", "个工作小时", 'H'};
    case TimeUnit::Day: return {"day", "日", "个工作日", 'D'};
    case TimeUnit::Week: return {"week", "周", "周", 'W'};
    case TimeUnit::Month: return {"month", "个月", "个月", 'M'};
    case TimeUnit::Year: return {"year", "年", "年", 'Y'};
  }
  return {};
}

struct CurrencyNames {
  std::string_view code;
  std::string_view en;
  std::string_view han;
};

constexpr CurrencyNames kCurrencies[] = {{"CNY", "RMB", "元"},   {"USD", "USD", "美元"}, {"EUR", "EUR", "欧元"},
                                         {"HKD", "HKD", "港元"}, {"GBP", "GBP", "英镑"}, {"JPY", "JPY", "日元"}};

struct CountNames {
  std::string_view detail;
  std::string_view en;
  std::string_view han;
};

constexpr CountNames kCounts[] = {
    {"times", "time", "次"}, {"units", "unit", "台"}, {"sets", "set", "套"}, {"pieces", "piece", "件"}};

std::string spelled_duration(const Value& value, const std::string& number, Language language) {
  const UnitNames names = names_of(value.unit);
  if (language == Language::Zh) return number + std::string(value.working ? names.han_working : names.han);
  const bool one = !value.blank && value.amount == 1;
  return fmt::format("{} {}{}{}", number, value.working ? "working " : "", names.en, one ? "" : "s");
}

std::string spelled_money(const Value& value, const std::string& number, Language language) {
  for (const CurrencyNames& currency : kCurrencies) {
    if (value.detail != currency.code) continue;
    if (language == Language::En) return fmt::format("{} {}", currency.en, number);
    return fmt::format("{}{}{}", value.detail == "CNY" ? "人民币" : "", number, currency.han);
  }
  return value.detail.empty() ? number : fmt::format("{} {}", value.detail, number);
}

std::string spelled_count(const Value& value, const std::string& number, Language language) {
  for (const CountNames& count : kCounts) {
    if (value.detail != count.detail) continue;
    if (language == Language::Zh) return number + std::string(count.han);
    return fmt::format("{} {}{}", number, count.en, !value.blank && value.amount == 1 ? "" : "s");
  }
  return number;
}

std::string spelled_date(const Value& value, Language language) {
  if (value.blank) return language == Language::Zh ? "[●]年[●]月[●]日" : "[●]";
  constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  const int date = static_cast<int>(value.amount);
  const int month = date / 100 % 100;
  if (month < 1 || month > 12) return value.detail;
  if (language == Language::Zh) return fmt::format("{}年{}月{}日", date / 10000, month, date % 100);
  return fmt::format("{} {} {}", date % 100, kMonths[month - 1], date / 10000);
}

// `09:00-17:00 Mon-Fri except holidays` as 09:00-17:00 周一至周五 节假日除外.
std::string hours_in_chinese(std::string words) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {{"Mon", "周一"},
                                                                      {"Tue", "周二"},
                                                                      {"Wed", "周三"},
                                                                      {"Thu", "周四"},
                                                                      {"Fri", "周五"},
                                                                      {"Sat", "周六"},
                                                                      {"Sun", "周日"},
                                                                      {"-周", "至周"},
                                                                      {"daily", "每天"},
                                                                      {"working days", "工作日"},
                                                                      {"weekends", "周末"},
                                                                      {" days", "天"},
                                                                      {"24x7", "7×24小时"},
                                                                      {"24h", "24小时"},
                                                                      {"except holidays", "节假日除外"}};
  for (const auto& [en, zh] : kWords) {
    for (std::size_t at = words.find(en); at != std::string::npos; at = words.find(en, at + zh.size())) {
      words.replace(at, en.size(), zh);
    }
  }
  return words;
}

// Minutes for clock units, months for calendar units: what compares exactly. Months and days do not.
double on_common_scale(const Value& value) {
  switch (value.unit) {
    case TimeUnit::Minute: return value.amount;
    case TimeUnit::Hour: return value.amount * 60;
    case TimeUnit::Day: return value.amount * 60 * 24;
    case TimeUnit::Week: return value.amount * 60 * 24 * 7;
    case TimeUnit::Month: return value.amount;
    case TimeUnit::Year: return value.amount * 12;
  }
  return value.amount;
}

bool counts_months(const Value& value) { return value.unit == TimeUnit::Month || value.unit == TimeUnit::Year; }

bool close(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

bool is_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_han(c.value)) return true;
    at += std::max<std::size_t>(c.size, 1);
  }
  return false;
}

// Ascending: the languages put them in different orders.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!facts::is_digit_at(text, at)) continue;
    std::size_t end = at;
    while (end < text.size() && is_part(text[end])) ++end;
    numbers.emplace_back(text.substr(at, end - at));
    at = end;
  }
  std::ranges::sort(numbers);
  return numbers;
}

// Words of two languages cannot be compared, only the numbers among them.
bool same_words(std::string_view a, std::string_view b) {
  return is_chinese(a) == is_chinese(b) ? a == b : numbers_in(a) == numbers_in(b);
}

}  // namespace

double in_hours(const Value& duration) {
  constexpr double kMonth = 30 * 24;
  const double common = on_common_scale(duration);
  return counts_months(duration) ? common * kMonth : common / 60;
}

bool same_value(const Value& a, const Value& b) {
  if (a.kind != b.kind || a.blank != b.blank) return false;
  const bool worded = a.kind == ValueKind::Reference || a.kind == ValueKind::Placeholder || a.kind == ValueKind::Hours;
  if (a.kind == ValueKind::Text) return same_words(a.detail, b.detail);
  if (worded) return a.detail == b.detail;
  const bool either_unsaid = a.detail.empty() || b.detail.empty();
  if (a.kind == ValueKind::Count || a.kind == ValueKind::Money) {
    return (either_unsaid || a.detail == b.detail) && close(a.amount, b.amount);
  }
  if (a.kind != ValueKind::Duration) return close(a.amount, b.amount);
  if (a.working != b.working || counts_months(a) != counts_months(b)) return false;
  return a.blank ? a.unit == b.unit : close(on_common_scale(a), on_common_scale(b));
}

std::string canonical(const Value& value) {
  if (value.blank || value.kind == ValueKind::Placeholder) return "BLANK";
  switch (value.kind) {
    case ValueKind::Duration: {
      const bool clock = value.unit == TimeUnit::Hour || value.unit == TimeUnit::Minute;
      return fmt::format("{}{}{}", clock ? "PT" : "P", plain(value.amount), names_of(value.unit).iso);
    }
    case ValueKind::Money: return value.detail.empty() ? plain(value.amount) : value.detail + " " + plain(value.amount);
    case ValueKind::Percent: return plain(value.amount) + "%";
    case ValueKind::Count: return value.detail.empty() ? plain(value.amount) : plain(value.amount) + " " + value.detail;
    case ValueKind::Date:
    case ValueKind::Reference:
    case ValueKind::Placeholder:
    case ValueKind::Hours:
    case ValueKind::Text: return value.detail;
  }
  return {};
}

std::string spelled(const Value& value, Language language) {
  const bool amount_of_money = value.kind == ValueKind::Money;
  const std::string number = value.blank ? "[●]" : amount_of_money ? grouped(value.amount) : plain(value.amount);
  switch (value.kind) {
    case ValueKind::Duration: return spelled_duration(value, number, language);
    case ValueKind::Money: return spelled_money(value, number, language);
    case ValueKind::Percent: return number + "%";
    case ValueKind::Count: return spelled_count(value, number, language);
    case ValueKind::Date: return spelled_date(value, language);
    case ValueKind::Reference: return value.detail;
    case ValueKind::Placeholder: return "[●]";
    case ValueKind::Hours: return language == Language::Zh ? hours_in_chinese(value.detail) : value.detail;
    case ValueKind::Text: return value.blank ? "[●]" : value.detail;
  }
  return {};
}

bool parse_value(const std::string& text, Value& value) {
  const std::string_view words = trimmed(text);
  if (words.empty() || words.size() >= std::numeric_limits<std::uint32_t>::max()) return false;
  Document document;
  document.text = words;
  ClauseTree tree;
  const ByteSpan all{.begin = 0, .end = static_cast<std::uint32_t>(words.size())};
  tree.sentences.push_back({.span = all});
  const std::vector<Value> values = find_values(document, tree);
  const bool leads =
      !values.empty() && (values[0].span.begin == 0 || facts::is_bound(words.substr(0, values[0].span.begin)));
  if (leads) {
    value = values[0];
    return true;
  }
  const facts::Quantity number = facts::read_quantity(words, 0);
  const bool whole_word = number.end == words.size() || (number.end != 0 && !facts::is_letter_at(words, number.end));
  const bool takes_part = !values.empty() && values[0].span.begin < number.end;
  if (!whole_word || number.blank || takes_part) return false;
  value = facts::found_of(ValueKind::Count, number, number.end).value;
  return true;
}

}  // namespace clauselint
