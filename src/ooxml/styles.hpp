// What the styles of a document say about lists, headings, bold and hidden text (styles.xml).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ooxml/formats.hpp"
#include "ooxml/numbering.hpp"

namespace clauselint {

constexpr std::uint32_t kNoStyle = 0xFFFFFFFF;

/// A style with what it inherits filled in.
struct Style {
  std::string_view id;  ///< looks at the part that the styles were read from
  std::uint32_t based_on = kNoStyle;
  bool names_list = false;  ///< the list is its own, not inherited
  ParagraphFormat paragraph;
  RunFormat run;
};

/// A paragraph's place in the lists.
struct ListPlace {
  std::uint32_t list = 0;  ///< index into the numbering
  std::uint8_t level = 0;
};

/// The styles; the part they were read from must outlive them.
class Styles {
 public:
  Styles() = default;
  explicit Styles(XmlNode root);

  /// The style of that id, or nullptr.
  const Style* find(std::string_view id) const;
  const Style* default_paragraph() const {
    return default_paragraph_ == kNoStyle ? nullptr : &styles_[default_paragraph_];
  }
  const RunFormat& default_run() const { return default_run_; }

  /// Where a paragraph of that style and with those properties of its own stands in the lists, if in any.
  std::optional<ListPlace> list_place(const Style* style, const ParagraphFormat& own, const Numbering& numbering) const;

 private:
  void inherit();

  std::vector<Style> styles_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
  std::uint32_t default_paragraph_ = kNoStyle;
  RunFormat default_run_;
};

}  // namespace clauselint
