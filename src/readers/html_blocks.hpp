// The blocks of an HTML page on their way to paragraphs: what the walk makes, and what tables and pages make of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"

namespace clauselint {

inline constexpr std::uint32_t kNoHtmlCell = 0xFFFFFFFF;

/// A piece of a block's text, with its bytes in the decoded file.
struct HtmlPiece {
  ByteSpan at;
  std::string shown;       ///< empty where the bytes are the text
  bool synthetic = false;  ///< has no bytes: `at` says only where it would stand
  bool bold = false;
  bool underlined = false;
  std::uint32_t change = kUnchanged;
};

/// What becomes a paragraph. Line feeds in pieces are breaks until `split_breaks` has been there.
struct HtmlBlock {
  std::vector<HtmlPiece> pieces;
  std::uint32_t label = 0;  ///< index into HtmlPage::labels
  std::uint8_t list_level = 0;
  std::uint8_t heading_level = 0;
  std::uint32_t cell = kNoHtmlCell;
  bool preformatted = false;
  bool new_page = false;  ///< the end of a page stands before it
  bool linked = false;    ///< all of it is a link
};

struct HtmlCell {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

struct HtmlTable {
  std::uint32_t outer_cell = kNoHtmlCell;
  bool headed = false;  ///< has header cells
  bool layout = false;  ///< only sets words in place: its blocks are plain paragraphs
};

struct HtmlPage {
  std::string_view text;    ///< the decoded file
  std::string_view markup;  ///< the same with what is no text blanked
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlCell> cells;
  std::vector<HtmlTable> tables;
  std::vector<std::string> labels = {std::string()};
  std::vector<TrackedChange> changes;
  std::vector<Note> notes;

  void note(std::string_view what, std::uint32_t count = 1);
};

std::string_view shown(const HtmlPage& page, const HtmlPiece& piece);
std::string words_of(const HtmlPage& page, const HtmlBlock& block);

/// Underlined blanks are a place to fill in, `____`, as they look.
void show_blanks_to_fill(const HtmlPage& page, HtmlBlock& block);

/// Takes blanks of any width from both ends.
void trim(const HtmlPage& page, HtmlBlock& block);

/// The blocks that a block with breaks is: an empty line parts, a single break only where a new line begins something;
/// in preformatted text lines are joined as in plain text, and page furniture is left out. Blocks without words are none.
std::vector<HtmlBlock> split_breaks(HtmlPage& page, HtmlBlock block);

/// Finds tables that only indent or set a label beside its words, and joins such a label with them.
void flatten_layout_tables(HtmlPage& page);

/// Leaves out page numbers, running heads and links back to the contents, and joins what goes on over the end of a page.
void join_pages(HtmlPage& page);

}  // namespace clauselint
