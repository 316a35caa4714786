// What each element of HTML does to the words in it.
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint {

enum class HtmlRole : std::uint8_t {
  Inline,
  Block,
  Heading,
  Break,
  Rule,  ///< hr
  Page,  ///< the page mark of filings
  Preformatted,
  OrderedList,
  List,
  Item,
  Table,
  Row,
  Cell,
  HeaderCell,
  Bold,
  Inserted,
  Deleted,  ///< del, s, strike
  Dropped,  ///< no text for a reader
  Noted,    ///< dropped, and said to be
};

struct HtmlElement {
  HtmlRole role = HtmlRole::Inline;
  std::string_view note;  ///< of what is Noted: a plural noun
  bool known = true;      ///< HTML has such an element
};

/// Elements without an end tag: `br`, `embed`, `source`.
bool has_no_content(std::string_view name);

/// `name` in lower case.
HtmlElement html_element(std::string_view name);

}  // namespace clauselint
