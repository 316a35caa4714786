// The list definitions of a document (numbering.xml): abstract lists, their levels, and the lists that use them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ooxml/number_format.hpp"
#include "ooxml/xml_tree.hpp"

namespace clauselint {

constexpr std::uint8_t kListLevels = 9;

/// One level of a list. `text` is the pattern of its label (`%1.%2`, `第%1条`), cut at 255 bytes: Word takes 255
/// characters, and a hostile one would be repeated at each paragraph.
struct ListLevel {
  std::int32_t start = 1;
  NumberFormat format = NumberFormat::Decimal;
  std::string text;
  std::string style;                    ///< the paragraph style linked to the level, if any
  std::optional<std::int32_t> restart;  ///< 0: never restarts; n: only after a level among the outer n
  bool legal = false;                   ///< all numbers of the label in digits
};

/// A `w:abstractNum`; the numbers count per abstract list, so lists that share one go on counting.
struct AbstractList {
  std::vector<ListLevel> levels;  ///< up to the last one that is defined
  std::string style_link;         ///< this list is what that numbering style means
  std::string num_style_link;     ///< this list is what that numbering style says
};

struct LevelOverride {
  std::uint8_t level = 0;
  std::optional<std::int32_t> start;
  std::optional<ListLevel> definition;
};

/// A `w:num`.
struct List {
  std::uint32_t abstract = 0;
  std::vector<LevelOverride> overrides;

  const LevelOverride* override_of(std::uint8_t level) const;
};

/// Lists by index. Links to numbering styles are resolved when the lists are read.
class Numbering {
 public:
  Numbering() = default;
  explicit Numbering(XmlNode root);

  /// The index of the list that `w:numId` names.
  std::optional<std::uint32_t> find(std::int32_t id) const;

  const std::vector<AbstractList>& abstracts() const { return abstracts_; }
  const List& list(std::uint32_t index) const { return lists_[index]; }
  const ListLevel& level(std::uint32_t list, std::uint8_t level) const;
  std::int32_t start_of(std::uint32_t list, std::uint8_t level) const;

  /// The level of a list that is linked to a paragraph style.
  std::optional<std::uint8_t> level_of_style(std::uint32_t list, std::string_view style) const;

 private:
  void read_list(XmlNode node);
  void resolve_links();

  std::vector<AbstractList> abstracts_;
  std::vector<List> lists_;
  std::unordered_map<std::int32_t, std::uint32_t> abstract_by_id_;
  std::unordered_map<std::int32_t, std::uint32_t> list_by_id_;
};

}  // namespace clauselint
