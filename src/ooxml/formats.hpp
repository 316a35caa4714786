// What run and paragraph properties say that decides what is read; in styles.xml and in a story alike.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ooxml/numbering.hpp"
#include "ooxml/xml_part.hpp"
#include "ooxml/xml_tree.hpp"

namespace clauselint {

/// The run properties that decide what is read. Unset means: as the style below says.
struct RunFormat {
  std::optional<bool> bold;
  std::optional<bool> hidden;
  std::optional<bool> underlined;
  std::string_view style;  ///< the character style a run names; looks at the part
};

/// The paragraph properties that decide what is read. An outline level of 0..8 makes a heading.
struct ParagraphFormat {
  std::optional<std::int32_t> list;   ///< w:numId; 0 is "no list"
  std::optional<std::uint8_t> level;  ///< w:ilvl
  std::optional<std::uint8_t> outline;
};

/// Takes one property of a run into its format.
inline void add_to_format(XmlNode property, RunFormat& format) {
  if (is_named(property, "b")) {
    format.bold = is_on(property, false);
  } else if (is_named(property, "vanish")) {
    format.hidden = is_on(property, false);
  } else if (is_named(property, "u")) {
    const std::string_view line = value_of(property);
    format.underlined = !line.empty() && line != "none";
  } else if (is_named(property, "rStyle")) {
    format.style = value_of(property);
  }
}

/// Takes one property of a paragraph into its format.
inline void add_to_format(XmlNode property, ParagraphFormat& format) {
  constexpr std::int32_t kBodyText = 9;  // the outline level that is none
  if (is_named(property, "outlineLvl")) {
    format.outline = static_cast<std::uint8_t>(number_in(value_of(property), kBodyText, 0, kBodyText));
  } else if (is_named(property, "numPr")) {
    if (const XmlNode id = child(property, "numId")) format.list = number_in(value_of(id), 0, 0, INT32_MAX);
    if (const XmlNode level = child(property, "ilvl")) {
      format.level = static_cast<std::uint8_t>(number_in(value_of(level), 0, 0, kListLevels - 1));
    }
  }
}

/// The format that all properties together make; a w:rPr gives a RunFormat, a w:pPr a ParagraphFormat.
template <class Format>
Format read_format(XmlNode properties) {
  Format format;
  for (XmlNode item = properties.first_child(); item; item = item.next_sibling()) add_to_format(item, format);
  return format;
}

}  // namespace clauselint
