// The numbers that browsers show before list items.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "readers/html_blocks.hpp"
#include "readers/html_parser.hpp"
#include "readers/html_style.hpp"

namespace clauselint {

/// Counts the items of nested lists. A reversed list knows its first number only when it ends: labels are put into the
/// page's table, where they may still change.
class HtmlLists {
 public:
  /// Both must outlive the lists.
  HtmlLists(HtmlPage& page, const HtmlSheet& sheet) : page_(page), sheet_(sheet) {}

  void open(const HtmlTag& tag, const HtmlStyle& style, bool ordered);
  void close();
  bool none() const { return open_.empty(); }

  /// The level of the innermost list, 0 the outermost.
  std::uint8_t level() const;

  /// Counts an item of the innermost list; gives the index of its label in the page, 0 for none.
  std::uint32_t next(const HtmlTag& tag, const HtmlStyle& style);

 private:
  struct List {
    bool ordered = false;
    bool reversed = false;  ///< and its first number is not said
    std::int32_t step = 1;
    std::int32_t value = 0;  ///< of the last item
    NumberFormat format = NumberFormat::Decimal;
    const std::vector<HtmlLabelPiece>* computed = nullptr;  ///< by a style sheet
    std::string counter;
    std::uint8_t level = 0;
    struct Given {
      std::uint32_t label;
      std::int32_t value;
      NumberFormat format;
    };
    std::vector<Given> given;  ///< of a reversed list
  };

  std::string computed_label(const List& list);
  std::uint32_t add(std::string shown);

  HtmlPage& page_;
  const HtmlSheet& sheet_;
  std::vector<List> open_;
  std::unordered_map<std::string, std::int32_t> counters_;
};

}  // namespace clauselint
