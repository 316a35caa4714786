// The hunks of a unified diff, made from splices of a file's bytes.
#include "markup/text_diff_hunks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace clauselint {
namespace {

constexpr std::size_t kContext = 3;

/// Lines [first, last) of the file and the lines that take their place.
struct Change {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<std::string> lines;
};

std::vector<std::uint32_t> find_line_begins(std::string_view text) {
  std::vector<std::uint32_t> begins = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (at + 1 < text.size()) begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

/// The file as lines, each with its line end.
struct Lines {
  std::string_view text;
  std::vector<std::uint32_t> begins;

  std::size_t count() const { return text.empty() ? 0 : begins.size(); }
  std::uint32_t begin(std::size_t line) const {
    return line < begins.size() ? begins[line] : static_cast<std::uint32_t>(text.size());
  }
  std::string_view operator[](std::size_t line) const {
    return text.substr(begin(line), begin(line + 1) - begin(line));
  }
  std::size_t holding(std::uint32_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins, at) - begins.begin()) - 1;
  }
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Splices that touch the same or neighbouring lines, as one change of whole lines.
std::vector<Change> find_changes(const Lines& lines, const std::vector<LineSplice>& splices) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < splices.size();) {
    Change change{.first = lines.holding(splices[i].begin), .last = 0, .lines = {}};
    std::string text;
    std::uint32_t copied = lines.begin(change.first);
    for (; i < splices.size(); ++i) {
      const LineSplice& splice = splices[i];
      if (change.last != 0 && lines.holding(splice.begin) > change.last) break;
      text.append(lines.text.substr(copied, splice.begin - copied)).append(splice.bytes);
      copied = splice.end;
      const std::uint32_t touched = splice.end > splice.begin ? splice.end - 1 : splice.begin;
      change.last = std::max(change.last, lines.holding(touched) + 1);
    }
    text.append(lines.text.substr(copied, lines.begin(change.last) - copied));
    change.lines = split(text);
    changes.push_back(std::move(change));
  }
  return changes;
}

void append_line(std::string& out, char sign, std::string_view line) {
  out.push_back(sign);
  out.append(line);
  if (!line.ends_with('\n')) out.append("\n\\ No newline at end of file\n");
}

std::string range(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

// Changes [from, to) in one hunk; `shift` is by how many lines the new file is longer so far.
void append_hunk(std::string& out, const Lines& lines, const Change* from, const Change* to, std::ptrdiff_t& shift) {
  const std::size_t first = from->first - std::min(from->first, kContext);
  const std::size_t last = std::min((to - 1)->last + kContext, lines.count());
  std::ptrdiff_t growth = 0;
  std::string body;
  std::size_t at = first;
  for (const Change* change = from; change != to; ++change) {
    for (; at < change->first; ++at) append_line(body, ' ', lines[at]);
    for (; at < change->last; ++at) append_line(body, '-', lines[at]);
    for (const std::string& line : change->lines) append_line(body, '+', line);
    growth +=
        static_cast<std::ptrdiff_t>(change->lines.size()) - static_cast<std::ptrdiff_t>(change->last - change->first);
  }
  for (; at < last; ++at) append_line(body, ' ', lines[at]);
  const auto new_first = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(first) + shift);
  const auto new_count = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(last - first) + growth);
  fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n", range(first, last - first), range(new_first, new_count));
  out.append(body);
  shift += growth;
}

}  // namespace

Hunks make_hunks(std::string_view original, const std::vector<LineSplice>& splices) {
  Hunks hunks;
  if (original.empty() || splices.empty()) return hunks;
  const Lines lines{.text = original, .begins = find_line_begins(original)};
  const std::vector<Change> changes = find_changes(lines, splices);
  std::ptrdiff_t shift = 0;
  for (std::size_t from = 0; from < changes.size();) {
    std::size_t to = from + 1;
    while (to < changes.size() && changes[to].first - changes[to - 1].last <= 2 * kContext) ++to;
    append_hunk(hunks.bytes, lines, changes.data() + from, changes.data() + to, shift);
    ++hunks.count;
    from = to;
  }
  return hunks;
}

}  // namespace clauselint
