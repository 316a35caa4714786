// The filled lines of a text file, where pages end among them, and the numbers that count pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clauselint/span.hpp"
#include "readers/lines.hpp"

namespace clauselint {

inline constexpr std::uint32_t kPageGap = 3;  ///< blank lines that show the end of a page

/// The lines that are not blank. Indexes of its questions are into `filled`, those of `filled` into the lines, which
/// must outlive it.
struct PageLayout {
  std::string_view text;
  const std::vector<Line>& lines;
  std::vector<std::uint32_t> filled;
  std::vector<std::uint32_t> gap_before;  ///< blank lines before filled[i]; kPageGap at a form feed and at the start
  bool gaps_tell = true;                  ///< false when wide gaps are everywhere and say nothing

  std::string_view words(std::size_t i) const { return slice(text, lines[filled[i]].words); }
  bool break_before(std::size_t i) const {
    return gap_before[i] >= kPageGap && (gaps_tell || lines[filled[i]].new_page);
  }
  bool break_after(std::size_t i) const { return i + 1 == filled.size() || break_before(i + 1); }
  bool stands_alone(std::size_t i) const {
    return gap_before[i] > 0 && (i + 1 == filled.size() || gap_before[i + 1] > 0);
  }
};

PageLayout lay_out_pages(std::string_view text, const std::vector<Line>& lines);

/// The value of at most four digits, nothing for anything else.
std::optional<std::uint32_t> number_of(std::string_view word);

/// `Page 3`, `Page 3 of 9`, `第 3 页 共 9 页`, `- 3 -`: a number that says that it counts pages.
bool is_plain_page_number(std::string_view words);

/// Bytes of the `Page 3`, `Page 3 of 9` or `第 3 页 共 9 页` that `words` begin with, 0 for none.
std::size_t page_mark_size(std::string_view words);

/// At least four letters, a Han counting for two: a line that says something.
bool has_enough_letters(std::string_view words);

/// Words that every form in a set repeats: a signature block is no running head.
bool is_form_line(std::string_view words);

}  // namespace clauselint
