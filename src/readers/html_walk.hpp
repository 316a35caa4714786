// The walk through an HTML page: what each element does to the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "clauselint/read.hpp"
#include "readers/html_blocks.hpp"
#include "readers/html_elements.hpp"
#include "readers/html_lists.hpp"
#include "readers/html_parser.hpp"
#include "readers/html_style.hpp"

namespace clauselint {

/// Makes blocks of what the parser finds. White space collapses as in browsers; the blocks are not yet paragraphs: see
/// html_blocks.hpp.
class HtmlWalk final : public HtmlListener {
 public:
  /// `page` has its text and markup; page and sheet must outlive the walk. Elements nest at most `depth` deep.
  HtmlWalk(HtmlPage& page, const HtmlSheet& sheet, View view, std::size_t depth)
      : page_(page), sheet_(sheet), view_(view), depth_(depth), lists_(page, sheet) {}

  bool open(const HtmlTag& tag) override;
  void close(std::string_view name) override;
  void text(ByteSpan at, std::string_view shown) override;

  /// Ends the last block.
  void finish() { end_block(); }
  bool too_deep() const { return too_deep_; }

 private:
  /// What holds within an element.
  struct Inside {
    bool dropped = false;
    bool bold = false;
    bool underlined = false;
    bool preformatted = false;
    bool link = false;
    std::uint8_t heading = 0;
    std::uint32_t change = kUnchanged;
    std::uint32_t cell = kNoHtmlCell;
  };
  /// An element that is open, and what to restore behind it.
  struct Open {
    std::string name;
    HtmlRole role = HtmlRole::Inline;
    bool block = false;
    bool page_after = false;
    Inside outside;
  };
  struct Table {
    std::uint32_t index = 0;
    std::uint32_t rows = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::vector<std::uint32_t> taken_until;  ///< by column: the first row that a cell from above does not reach
  };

  void enter(const HtmlTag& tag, const HtmlElement& element, const HtmlStyle& style);
  void enter_table();
  void enter_cell(const HtmlTag& tag, bool header);
  void enter_change(const HtmlTag& tag, TrackedChange::Kind kind);
  void leave(const Open& element);
  void drop(std::string_view note);

  void add_break(const HtmlTag& tag);
  void add_words(std::uint32_t begin, std::uint32_t end);
  void add_space(std::uint32_t begin, std::uint32_t end);
  void add_preformatted(ByteSpan at);
  void add(HtmlPiece piece);
  void close_up(std::string_view after);
  void end_block();
  void end_page();

  HtmlPage& page_;
  const HtmlSheet& sheet_;
  View view_;
  std::size_t depth_;
  HtmlLists lists_;
  Inside now_;
  std::vector<Open> open_;
  std::vector<Table> tables_;
  HtmlBlock block_;
  bool spaced_ = true;       ///< the block is empty or ends in white space that more of it joins
  bool unlinked_ = false;    ///< the block has words outside a link
  std::uint32_t label_ = 0;  ///< of the item that has no words yet
  bool new_page_ = false;
  bool too_deep_ = false;
};

}  // namespace clauselint
