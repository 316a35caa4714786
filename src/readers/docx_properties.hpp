// The properties of paragraphs, runs, rows, cells and content controls that decide what is read.
#pragma once

#include <cstdint>
#include <string_view>

#include "ooxml/styles.hpp"

namespace clauselint {

struct ParagraphProperties {
  const Style* style = nullptr;
  ParagraphFormat own;
  bool mark_deleted = false;   ///< by a tracked change, as the next
  bool mark_inserted = false;  ///< where the mark does not count, the paragraph goes on in the next
  bool mark_hidden = false;
  bool ends_section = false;  ///< the mark is a section break
  bool drop_capital = false;  ///< the first letter of the next paragraph
};

/// What a run looks like once its styles are counted in.
struct RunLook {
  bool bold = false;
  bool hidden = false;
  bool underlined = false;
};

struct CellProperties {
  std::uint32_t span = 1;
  enum class Merge : std::uint8_t { None, Begins, Continues } vertical = Merge::None;
  bool deleted = false;
  bool inserted = false;
};

struct RowProperties {
  std::uint32_t columns_before = 0;
  bool deleted = false;
  bool inserted = false;
};

ParagraphProperties read_paragraph_properties(XmlNode paragraph, const Styles& styles);
RunLook read_run_look(XmlNode run, const Style* paragraph_style, const Styles& styles);
CellProperties read_cell_properties(XmlNode cell);
RowProperties read_row_properties(XmlNode row);

/// A content control that is locked, holds a placeholder or mirrors other data.
bool is_locked_control(XmlNode control);

}  // namespace clauselint
