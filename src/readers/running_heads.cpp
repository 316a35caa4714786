// Lines that a page repeats at its head or foot: the title of the contract, the name of the file, a notice.
#include "readers/running_heads.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readers/line_shape.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestHead = 300;  // bytes
constexpr std::size_t kFewest = 3;

/// A line without the page number in it, which differs from page to page.
struct HeadWords {
  std::string words;
  std::optional<std::uint32_t> page;  ///< when it can be nothing else: behind `Page`, or set off by three blanks
};

std::optional<std::uint32_t> first_number(std::string_view words) {
  const std::size_t begin = words.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(words.find_first_not_of("0123456789", begin), words.size());
  return number_of(words.substr(begin, end - begin));
}

std::optional<HeadWords> without_page_mark(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && words[at - 1] != ' ') continue;
    const std::size_t mark = page_mark_size(words.substr(at));
    if (mark == 0) continue;
    return HeadWords{.words = std::string(words.substr(0, at)) + "#" + std::string(words.substr(at + mark)),
                     .page = first_number(words.substr(at, mark))};
  }
  return std::nullopt;
}

HeadWords without_page_number(std::string_view words) {
  if (auto marked = without_page_mark(words)) return *marked;
  const std::size_t last = words.find_last_of(" \t");
  if (last != std::string_view::npos) {
    const std::string_view tail = words.substr(last + 1);
    const std::string_view before = words.substr(0, last + 1);
    const bool number = number_of(tail) || is_plain_page_number(tail);
    const bool set_off = before.ends_with("   ");
    if (number && (set_off || !ends_before_reference(trimmed(before)))) {
      return {.words = std::string(trimmed(before)), .page = set_off ? first_number(tail) : std::nullopt};
    }
  }
  const std::size_t first = words.find("   ");
  const bool leads = first != std::string_view::npos && number_of(words.substr(0, first));
  return {.words = std::string(leads ? trimmed(words.substr(first)) : words), .page = std::nullopt};
}

// One blank for many: converters set the same head with more or fewer.
std::string with_single_blanks(std::string_view words) {
  std::string shown;
  for (const char c : words) {
    if (c != ' ' || !shown.ends_with(' ')) shown.push_back(c);
  }
  return shown;
}

/// Where the same words stand, and the page numbers with them.
struct Repeated {
  std::vector<std::size_t> at;  ///< indexes into PageLayout::filled
  std::vector<std::optional<std::uint32_t>> pages;
};

class HeadFinder {
 public:
  HeadFinder(const PageLayout& page, std::vector<LineRole>& roles);
  void mark();

 private:
  bool is_number(std::size_t i) const { return roles_[page_.filled[i]] == LineRole::PageNumber; }
  std::size_t count_page_ends() const;
  bool is_foot(std::size_t i) const;
  bool is_head(std::size_t i) const;
  void mark_by_place(const Repeated& repeated);
  void mark_by_count(const Repeated& repeated);

  const PageLayout& page_;
  std::vector<LineRole>& roles_;
  std::unordered_map<std::string, Repeated> places_;
  std::vector<bool> repeats_;  ///< of each filled line: its words stand often enough
  std::size_t enough_ = kFewest;
};

HeadFinder::HeadFinder(const PageLayout& page, std::vector<LineRole>& roles)
    : page_(page), roles_(roles), repeats_(page.filled.size()) {
  for (std::size_t i = 0; i < page.filled.size(); ++i) {
    const std::string_view words = page.words(i);
    const bool candidate = words.size() <= kLongestHead && !is_number(i) && has_enough_letters(words);
    if (!candidate || is_form_line(words)) continue;
    const HeadWords head = without_page_number(words);
    Repeated& same = places_[with_single_blanks(head.words)];
    same.at.push_back(i);
    same.pages.push_back(head.page);
  }
  enough_ = std::max(kFewest, (count_page_ends() + 2) / 3);
  for (const auto& [words, same] : places_) {
    if (same.at.size() < enough_) continue;
    for (const std::size_t i : same.at) repeats_[i] = true;
  }
}

std::size_t HeadFinder::count_page_ends() const {
  std::size_t ends = 0;
  for (std::size_t i = 1; i < page_.filled.size(); ++i) ends += page_.break_before(i) ? 1 : 0;
  return std::max<std::size_t>(ends, count_role(roles_, LineRole::PageNumber));
}

// At the end of a page, with other furniture allowed in between.
bool HeadFinder::is_foot(std::size_t i) const {
  for (std::size_t steps = 0; steps < 4; ++i, ++steps) {
    if (page_.break_after(i) || is_number(i + 1)) return true;
    if (!repeats_[i + 1]) break;
  }
  return false;
}

bool HeadFinder::is_head(std::size_t i) const {
  for (std::size_t steps = 0; steps < 4; --i, ++steps) {
    if (i == 0 || page_.break_before(i) || is_number(i - 1)) return true;
    if (!repeats_[i - 1]) break;
  }
  return false;
}

void HeadFinder::mark_by_place(const Repeated& repeated) {
  constexpr std::size_t kTitleLines = 5;
  const std::vector<std::size_t>& at = repeated.at;
  if (at.size() < enough_) return;
  const auto at_page_end = [&](std::size_t i) { return is_foot(i) || is_head(i); };
  const auto ends = static_cast<std::size_t>(std::ranges::count_if(at, at_page_end));
  if (ends < enough_ || ends * 3 < at.size() * 2) return;
  const auto feet = std::ranges::count_if(at, [&](std::size_t i) { return is_foot(i); });
  const bool at_foot = static_cast<std::size_t>(feet) * 2 > at.size();
  for (const std::size_t i : at) {
    const bool title = i == at.front() && i < kTitleLines && !at_foot;
    if (!title && at_page_end(i)) roles_[page_.filled[i]] = LineRole::RunningHead;
  }
}

void HeadFinder::mark_by_count(const Repeated& repeated) {
  if (repeated.at.size() < kFewest) return;
  std::size_t steps = 0;
  for (std::size_t i = 1; i < repeated.pages.size(); ++i) {
    const auto& low = repeated.pages[i - 1];
    const auto& high = repeated.pages[i];
    if (low && high && *high > *low && *high - *low <= 2) ++steps;
  }
  if (steps * 3 < (repeated.at.size() - 1) * 2) return;
  for (std::size_t i = 0; i < repeated.at.size(); ++i) {
    if (repeated.pages[i]) roles_[page_.filled[repeated.at[i]]] = LineRole::RunningHead;
  }
}

void HeadFinder::mark() {
  for (const auto& [words, repeated] : places_) mark_by_place(repeated);
  for (const auto& [words, repeated] : places_) mark_by_count(repeated);
}

}  // namespace

void mark_running_heads(const PageLayout& page, std::vector<LineRole>& roles) { HeadFinder(page, roles).mark(); }

}  // namespace clauselint
