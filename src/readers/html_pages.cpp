// Pages in a page: filings print their page numbers, and part sentences where the paper ended.
#include <algorithm>
#include <iterator>
#include <utility>

#include "readers/html_blocks.hpp"
#include "readers/line_joining.hpp"
#include "readers/line_shape.hpp"
#include "readers/lines.hpp"
#include "readers/page_furniture.hpp"
#include "readers/pages.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

/// The blocks as lines of a plain text, one each, with a blank line between and a form feed where a page ends.
struct PrintedPage {
  std::string text;
  std::vector<std::size_t> line_of;  ///< by block
};

// A cell of a table is no furniture, whatever it holds.
PrintedPage print(const HtmlPage& page) {
  PrintedPage printed;
  std::size_t line = 0;
  for (const HtmlBlock& block : page.blocks) {
    if (block.new_page) {
      printed.text += '\f';
      ++line;
    }
    printed.line_of.push_back(line);
    printed.text += block.cell == kNoHtmlCell ? words_of(page, block) : std::string("x");
    printed.text += "\n\n";
    line += 2;
  }
  return printed;
}

bool is_link_to_contents(const HtmlPage& page, const HtmlBlock& block) {
  if (!block.linked) return false;
  std::string words = words_of(page, block);
  std::ranges::transform(words, words.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return words == "table of contents" || words == "back to contents" || words == "back to top" || words == "目录" ||
         words == "返回目录" || words == "返回顶部";
}

// A number is furniture only at the end of a page that the file itself shows.
bool at_page_end(const HtmlPage& page, std::size_t i) {
  constexpr std::size_t kNear = 2;
  if (i + 1 == page.blocks.size()) return true;
  const std::size_t last = std::min(i + kNear + 2, page.blocks.size());
  return std::any_of(page.blocks.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, kNear)),
                     page.blocks.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const HtmlBlock& block) { return block.new_page; });
}

// A number alone right before the end of a page: filings begin to count anywhere, so that its value proves nothing.
bool ends_page(const HtmlPage& page, std::size_t i) {
  const bool before_end = i + 1 < page.blocks.size() && page.blocks[i + 1].new_page;
  if (!before_end) return false;
  const std::string words = words_of(page, page.blocks[i]);
  return number_of(words).has_value() || roman_value(words) > 0;
}

bool is_plain(const HtmlBlock& block) {
  return block.cell == kNoHtmlCell && block.heading_level == 0 && !block.preformatted;
}

bool goes_on_over_page(const PrintedPage& printed, const std::vector<Line>& lines, const HtmlPage& page,
                       std::size_t before, std::size_t after) {
  const HtmlBlock& next = page.blocks[after];
  if (!is_plain(page.blocks[before]) || !is_plain(next) || next.label != 0) return false;
  const Line& previous = lines[printed.line_of[before]];
  return join_lines(printed.text, {}, previous, previous, lines[printed.line_of[after]], LineGap::Page) != Join::None;
}

void join_blocks(HtmlBlock& block, HtmlBlock& next) {
  const std::uint32_t end = block.pieces.back().at.end;
  block.pieces.push_back({.at = {.begin = end, .end = end}, .shown = " ", .synthetic = true});
  std::ranges::move(next.pieces, std::back_inserter(block.pieces));
  next.pieces.clear();
}

}  // namespace

void join_pages(HtmlPage& page) {
  const PrintedPage printed = print(page);
  const std::vector<Line> lines = split_lines(printed.text);
  std::vector<LineRole> roles = find_furniture(printed.text, lines);
  std::vector<LineRole> left_out;
  std::size_t last = page.blocks.size();  // the block that is kept
  bool page_end = false;                  // since then
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    HtmlBlock& block = page.blocks[i];
    page_end = page_end || block.new_page;
    LineRole role = roles[printed.line_of[i]];
    if (role == LineRole::Text && ends_page(page, i)) role = LineRole::PageNumber;
    const bool keeps = block.cell != kNoHtmlCell || block.label != 0 || role == LineRole::Contents ||
                       (role == LineRole::PageNumber && !at_page_end(page, i));
    if (keeps) role = LineRole::Text;
    const bool link = is_link_to_contents(page, block);
    if (link) page.note("links back to the table of contents");
    if (link || role != LineRole::Text) {
      left_out.push_back(role);
      block.pieces.clear();
      continue;
    }
    if (page_end && last < i && goes_on_over_page(printed, lines, page, last, i)) {
      join_blocks(page.blocks[last], block);
    } else {
      last = i;
    }
    page_end = false;
  }
  for (const Note& note : note_furniture(left_out)) page.note(note.what, note.count);
  std::erase_if(page.blocks, [](const HtmlBlock& block) { return block.pieces.empty(); });
}

}  // namespace clauselint
