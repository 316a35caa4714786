// Reads property elements; bold and hidden are toggles, which two styles cancel and direct formatting overrides.
#include "readers/docx_properties.hpp"

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

constexpr std::int32_t kMostColumns = 16384;  // Word allows 63; a bound keeps positions sane

bool toggled(const std::optional<bool>& direct, const std::optional<bool>& by_default,
             const std::optional<bool>& in_paragraph_style, const std::optional<bool>& in_character_style) {
  if (direct) return *direct;
  return by_default.value_or(false) || in_paragraph_style.value_or(false) != in_character_style.value_or(false);
}

// What is no toggle: the nearest that says anything counts.
bool nearest(const std::optional<bool>& direct, const std::optional<bool>& in_character_style,
             const std::optional<bool>& in_paragraph_style) {
  return direct.value_or(in_character_style.value_or(in_paragraph_style.value_or(false)));
}

// Properties come first in what they belong to.
XmlNode properties_of(XmlNode owner, std::string_view name) {
  XmlNode first = owner.first_child();
  while (first && !first.is_element()) first = first.next_sibling();
  return first && is_named(first, name) ? first : XmlNode();
}

// What has become of the paragraph mark.
void read_mark(XmlNode properties, ParagraphProperties& paragraph) {
  bool hidden = false;
  bool special = false;
  for (XmlNode item = properties.first_child(); item; item = item.next_sibling()) {
    const std::string_view name = item.local();
    if (name == "del" || name == "moveFrom") paragraph.mark_deleted = true;
    if (name == "ins" || name == "moveTo") paragraph.mark_inserted = true;
    if (name == "vanish") hidden = is_on(item, false);
    if (name == "specVanish") special = is_on(item, false);
  }
  paragraph.mark_hidden = hidden && !special;
}

}  // namespace

ParagraphProperties read_paragraph_properties(XmlNode paragraph, const Styles& styles) {
  ParagraphProperties properties{.style = styles.default_paragraph(), .own = {}};
  const XmlNode node = properties_of(paragraph, "pPr");
  if (!node) return properties;
  for (XmlNode item = node.first_child(); item; item = item.next_sibling()) {
    const std::string_view name = item.local();
    if (name == "pStyle") {
      const Style* style = styles.find(value_of(item));
      if (style != nullptr) properties.style = style;
    } else if (name == "rPr") {
      read_mark(item, properties);
    } else if (name == "framePr") {
      const std::string_view dropped = attribute(item, "dropCap");
      properties.drop_capital = dropped == "drop" || dropped == "margin";
    } else if (name == "sectPr") {
      properties.ends_section = true;
    } else {
      add_to_format(item, properties.own);
    }
  }
  return properties;
}

RunLook read_run_look(XmlNode run, const Style* paragraph_style, const Styles& styles) {
  const RunFormat direct = read_format<RunFormat>(properties_of(run, "rPr"));
  const Style* style = direct.style.empty() ? nullptr : styles.find(direct.style);
  const RunFormat of_paragraph = paragraph_style != nullptr ? paragraph_style->run : RunFormat{};
  const RunFormat of_character = style != nullptr ? style->run : RunFormat{};
  const RunFormat& by_default = styles.default_run();
  return {.bold = toggled(direct.bold, by_default.bold, of_paragraph.bold, of_character.bold),
          .hidden = toggled(direct.hidden, by_default.hidden, of_paragraph.hidden, of_character.hidden),
          .underlined = nearest(direct.underlined, of_character.underlined, of_paragraph.underlined)};
}

CellProperties read_cell_properties(XmlNode cell) {
  CellProperties properties;
  const XmlNode node = child(cell, "tcPr");
  if (!node) return properties;
  if (const XmlNode span = child(node, "gridSpan")) {
    properties.span = static_cast<std::uint32_t>(number_in(value_of(span), 1, 1, kMostColumns));
  }
  if (const XmlNode merge = child(node, "vMerge")) {
    const bool begins = value_of(merge) == "restart";
    properties.vertical = begins ? CellProperties::Merge::Begins : CellProperties::Merge::Continues;
  }
  properties.deleted = static_cast<bool>(child(node, "cellDel"));
  properties.inserted = static_cast<bool>(child(node, "cellIns"));
  return properties;
}

RowProperties read_row_properties(XmlNode row) {
  RowProperties properties;
  const XmlNode node = child(row, "trPr");
  if (!node) return properties;
  if (const XmlNode before = child(node, "gridBefore")) {
    properties.columns_before = static_cast<std::uint32_t>(number_in(value_of(before), 0, 0, kMostColumns));
  }
  properties.deleted = static_cast<bool>(child(node, "del"));
  properties.inserted = static_cast<bool>(child(node, "ins"));
  return properties;
}

bool is_locked_control(XmlNode control) {
  const XmlNode properties = child(control, "sdtPr");
  if (!properties) return false;
  const std::string_view lock = value_of(child(properties, "lock"));
  return lock == "contentLocked" || lock == "sdtContentLocked" || is_on(child(properties, "showingPlcHdr"), false) ||
         child(properties, "dataBinding");
}

}  // namespace clauselint
