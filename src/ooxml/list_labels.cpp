// Word's counting: per abstract list; a start override restarts once; a level that was skipped counts as begun.
#include "ooxml/list_labels.hpp"

#include <string_view>

#include "text/utf8.hpp"

namespace clauselint {

namespace {

constexpr std::size_t kLongestLabel = 255;  // bytes

}  // namespace

ListLabels::ListLabels(const Numbering& numbering) : numbering_(&numbering) {}

void ListLabels::reset_inner_levels(Counter& counter, std::uint32_t list, std::uint8_t level) const {
  for (std::uint8_t inner = static_cast<std::uint8_t>(level + 1); inner < kListLevels; ++inner) {
    const std::optional<std::int32_t> restart = numbering_->level(list, inner).restart;
    const bool restarts = !restart || (*restart != 0 && level < *restart);
    if (restarts) counter.counting[inner] = false;
  }
}

std::string ListLabels::label(const Counter& counter, std::uint32_t list, std::uint8_t level) const {
  const ListLevel& shown = numbering_->level(list, level);
  if (shown.format == NumberFormat::Bullet) return {};
  std::string text;
  const std::string_view pattern = shown.text;
  for (std::size_t at = 0; at < pattern.size() && text.size() <= kLongestLabel; ++at) {
    const bool number =
        pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1' && pattern[at + 1] <= '9';
    if (!number) {
      text.push_back(pattern[at]);
      continue;
    }
    const auto index = static_cast<std::uint8_t>(pattern[++at] - '1');
    const NumberFormat own = numbering_->level(list, index).format;
    const bool silent = own == NumberFormat::Bullet || own == NumberFormat::None;
    text += format_number(counter.value[index], shown.legal && !silent ? NumberFormat::Decimal : own);
  }
  return std::string(trimmed(beginning_of(text, kLongestLabel)));
}

std::string ListLabels::next(std::uint32_t list, std::uint8_t level) {
  Counter& counter = counters_[numbering_->list(list).abstract];
  for (std::uint8_t outer = 0; outer < level; ++outer) {
    if (counter.counting[outer]) continue;
    counter.value[outer] = numbering_->start_of(list, outer);
    counter.counting[outer] = true;
  }
  std::uint16_t& restarted = restarted_[list];
  const LevelOverride* override = numbering_->list(list).override_of(level);
  const auto bit = static_cast<std::uint16_t>(1u << level);
  const bool restarts = override != nullptr && override->start && (restarted & bit) == 0;
  if (restarts || !counter.counting[level]) {
    counter.value[level] = numbering_->start_of(list, level);
  } else {
    ++counter.value[level];
  }
  if (override != nullptr && override->start) restarted = static_cast<std::uint16_t>(restarted | bit);
  counter.counting[level] = true;
  reset_inner_levels(counter, list, level);
  return label(counter, list, level);
}

}  // namespace clauselint
