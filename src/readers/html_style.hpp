// What inline styles and simple style sheets say of an element that matters to the words: hidden, bold, struck, numbered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ooxml/number_format.hpp"

namespace clauselint {

struct HtmlStyle {
  std::optional<bool> bold;
  std::optional<NumberFormat> list;  ///< None and Bullet show no number
  bool hidden = false;
  bool struck = false;
  bool underlined = false;
  bool in_line = false;  ///< a block that stands in the line
  bool page_before = false;
  bool page_after = false;
};

/// Adds what declarations (`font-weight: bold; display: none`) say.
void read_html_style(std::string_view declarations, HtmlStyle& style);

/// The number format that `lower-alpha` and its like name; nothing for what is not known.
std::optional<NumberFormat> html_list_format(std::string_view name);

/// A piece of the label that a style sheet computes: words, or the value of a counter.
struct HtmlLabelPiece {
  std::string words;
  std::string counter;  ///< empty for words
  NumberFormat format = NumberFormat::Decimal;
};

/// The rules of style elements that stand for a class alone (`.c5`, `ol.c5`) and the labels of list items in Google
/// Docs' export (`.lst-x-0 > li:before`). Everything else of CSS is passed over.
class HtmlSheet {
 public:
  void read(std::string_view css);

  /// Adds what the classes of an element say; that one hides it is not believed.
  void apply(std::string_view classes, HtmlStyle& style) const;

  /// The label that items of a list with these classes show, or null.
  const std::vector<HtmlLabelPiece>* label_of(std::string_view classes) const;

 private:
  void read_selector(std::string_view selector, std::string_view declarations);

  std::unordered_map<std::string, HtmlStyle> classes_;
  std::unordered_map<std::string, std::vector<HtmlLabelPiece>> labels_;
};

}  // namespace clauselint
