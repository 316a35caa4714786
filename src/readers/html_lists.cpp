// The numbers that browsers show before list items.
#include "readers/html_lists.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::int32_t kLargest = 1'000'000;

std::optional<std::int32_t> number_in(std::string_view text) {
  const std::string_view words = trimmed(text);
  std::int32_t number = 0;
  const auto read = std::from_chars(words.data(), words.data() + words.size(), number);
  if (read.ec != std::errc() || std::abs(static_cast<double>(number)) > kLargest) return std::nullopt;
  return number;
}

// z, aa, ab: Word would go on with aa, bb.
std::string letters(std::int32_t value, char first) {
  std::string shown;
  for (; value > 0; value = (value - 1) / 26) shown.insert(shown.begin(), static_cast<char>(first + (value - 1) % 26));
  return shown;
}

std::string written(std::int32_t value, NumberFormat format) {
  if (value < 1) return std::to_string(value);
  if (format == NumberFormat::LowerLetter) return letters(value, 'a');
  if (format == NumberFormat::UpperLetter) return letters(value, 'A');
  return format_number(value, format);
}

std::string shown_number(std::int32_t value, NumberFormat format) {
  if (format == NumberFormat::None || format == NumberFormat::Bullet) return {};
  const bool chinese = format == NumberFormat::ChineseCountingThousand || format == NumberFormat::IdeographDigital;
  return written(value, format) + (chinese ? "、" : ".");
}

// The counter of the list's own level is the last one that its label shows.
std::string own_counter(const std::vector<HtmlLabelPiece>* label) {
  std::string name;
  if (label == nullptr) return name;
  for (const HtmlLabelPiece& piece : *label) {
    if (!piece.counter.empty()) name = piece.counter;
  }
  return name;
}

// `lst-ctn-x-2` counts the third level: such lists stand one after the other, not one in the other.
std::uint8_t level_of_counter(std::string_view counter) {
  const std::size_t dash = counter.rfind('-');
  if (dash == std::string_view::npos) return 0;
  return static_cast<std::uint8_t>(std::clamp(number_in(counter.substr(dash + 1)).value_or(0), 0, 255));
}

bool has_class(std::string_view classes, std::string_view wanted) {
  for (std::size_t at = classes.find(wanted); at != std::string_view::npos; at = classes.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool begins = at == 0 || classes[at - 1] == ' ';
    if (begins && (end == classes.size() || classes[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

void HtmlLists::open(const HtmlTag& tag, const HtmlStyle& style, bool ordered) {
  List list;
  list.ordered = ordered;
  const std::optional<std::int32_t> start = number_in(tag.attribute("start"));
  list.step = ordered && tag.has("reversed") ? -1 : 1;
  list.reversed = list.step < 0 && !start;
  list.value = list.reversed ? 0 : start.value_or(1) - list.step;
  list.format =
      html_list_format(tag.attribute("type")).value_or(ordered ? NumberFormat::Decimal : NumberFormat::Bullet);
  if (style.list) list.format = *style.list;
  const std::string_view classes = tag.attribute("class");
  list.computed = sheet_.label_of(classes);
  list.counter = own_counter(list.computed);
  const std::size_t depth = std::min<std::size_t>(open_.size(), 255);
  list.level = list.counter.empty() ? static_cast<std::uint8_t>(depth) : level_of_counter(list.counter);
  if (!list.counter.empty() && has_class(classes, "start")) counters_[list.counter] = start.value_or(1) - 1;
  open_.push_back(std::move(list));
}

void HtmlLists::close() {
  if (open_.empty()) return;
  const List& list = open_.back();
  const auto count = static_cast<std::int32_t>(list.given.size());
  if (list.reversed) {
    for (const List::Given& given : list.given) {
      page_.labels[given.label] = shown_number(given.value + count + 1, given.format);
    }
  }
  open_.pop_back();
}

std::uint8_t HtmlLists::level() const { return open_.empty() ? std::uint8_t{0} : open_.back().level; }

std::uint32_t HtmlLists::add(std::string shown) {
  if (shown.empty()) return 0;
  page_.labels.push_back(std::move(shown));
  return static_cast<std::uint32_t>(page_.labels.size() - 1);
}

std::string HtmlLists::computed_label(const List& list) {
  std::string shown;
  for (const HtmlLabelPiece& piece : *list.computed) {
    shown += piece.counter.empty() ? piece.words : written(counters_[piece.counter], piece.format);
  }
  return std::string(trimmed(shown));
}

std::uint32_t HtmlLists::next(const HtmlTag& tag, const HtmlStyle& style) {
  if (open_.empty()) return 0;
  List& list = open_.back();
  const std::optional<std::int32_t> said = number_in(tag.attribute("value"));
  list.value = said.value_or(list.value + list.step);
  if (list.computed != nullptr && !list.counter.empty()) {
    ++counters_[list.counter];
    return add(computed_label(list));
  }
  if (said) list.reversed = false;
  NumberFormat format = html_list_format(tag.attribute("type")).value_or(list.format);
  if (style.list) format = *style.list;
  const std::uint32_t label = add(shown_number(list.value, format));
  if (list.reversed && label != 0) list.given.push_back({.label = label, .value = list.value, .format = format});
  return label;
}

}  // namespace clauselint
