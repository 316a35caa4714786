// Reads numbering.xml; anything that does not make sense (no such level, no such list) is left out, as Word does.
#include "ooxml/numbering.hpp"

#include <algorithm>

#include "ooxml/xml_part.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::int32_t kLargestStart = 1'000'000;
constexpr std::size_t kLongestPattern = 255;  // bytes
constexpr int kLongestChain = 16;             // of lists that point to a style whose list points to a style

const ListLevel kUndefinedLevel{};

std::string read_pattern(std::string_view value) {
  constexpr std::size_t kLongestEscaped = 12 * kLongestPattern;  // `&#x10FFFF;` is a character
  return std::string(beginning_of(unescaped(beginning_of(value, kLongestEscaped)), kLongestPattern));
}

std::optional<std::uint8_t> level_index(XmlNode node) {
  const std::int32_t index = number_in(attribute(node, "ilvl"), -1, -1, kListLevels);
  if (index < 0 || index >= kListLevels) return std::nullopt;
  return static_cast<std::uint8_t>(index);
}

// Word 2010 and later wrap formats that older readers do not know: the choice names a pattern, the fallback a format.
NumberFormat format_in_alternatives(XmlNode alternatives) {
  const XmlNode custom = child(child(alternatives, "Choice"), "numFmt");
  if (value_of(custom) == "custom") return number_format_of_pattern(attribute(custom, "format"));
  if (custom) return number_format_named(value_of(custom));
  return number_format_named(value_of(child(child(alternatives, "Fallback"), "numFmt")));
}

ListLevel read_level(XmlNode node) {
  ListLevel level;
  level.start = 0;  // what Word takes when w:start is absent
  for (XmlNode property = node.first_child(); property; property = property.next_sibling()) {
    const std::string_view name = property.local();
    if (name == "start") {
      level.start = number_in(value_of(property), 0, 0, kLargestStart);
    } else if (name == "numFmt") {
      const bool custom = value_of(property) == "custom";
      level.format =
          custom ? number_format_of_pattern(attribute(property, "format")) : number_format_named(value_of(property));
    } else if (name == "AlternateContent") {
      level.format = format_in_alternatives(property);
    } else if (name == "lvlText") {
      level.text = read_pattern(value_of(property));
    } else if (name == "pStyle") {
      level.style = value_of(property);
    } else if (name == "lvlRestart") {
      level.restart = number_in(value_of(property), 0, 0, kListLevels);
    } else if (name == "isLgl") {
      level.legal = is_on(property, false);
    }
  }
  return level;
}

AbstractList read_abstract(XmlNode node) {
  AbstractList abstract;
  for (XmlNode property = node.first_child(); property; property = property.next_sibling()) {
    const std::string_view name = property.local();
    if (name == "lvl") {
      const auto index = level_index(property);
      if (!index) continue;
      if (abstract.levels.size() <= *index) abstract.levels.resize(*index + 1);
      abstract.levels[*index] = read_level(property);
    } else if (name == "styleLink") {
      abstract.style_link = value_of(property);
    } else if (name == "numStyleLink") {
      abstract.num_style_link = value_of(property);
    }
  }
  return abstract;
}

}  // namespace

const LevelOverride* List::override_of(std::uint8_t level) const {
  const auto of_level = [level](const LevelOverride& o) { return o.level == level; };
  const auto found = std::find_if(overrides.begin(), overrides.end(), of_level);
  return found == overrides.end() ? nullptr : &*found;
}

void Numbering::read_list(XmlNode node) {
  const auto abstract = abstract_by_id_.find(number_in(value_of(child(node, "abstractNumId")), -1, -1, INT32_MAX));
  if (abstract == abstract_by_id_.end()) return;
  List list{.abstract = abstract->second, .overrides = {}};
  for (XmlNode item = node.first_child(); item; item = item.next_sibling()) {
    if (item.local() != "lvlOverride") continue;
    const auto index = level_index(item);
    if (!index || list.override_of(*index) != nullptr) continue;
    LevelOverride override{.level = *index, .start = std::nullopt, .definition = std::nullopt};
    if (const XmlNode start = child(item, "startOverride")) {
      override.start = number_in(value_of(start), 0, 0, kLargestStart);
    }
    if (const XmlNode definition = child(item, "lvl")) override.definition = read_level(definition);
    list.overrides.push_back(std::move(override));
  }
  list_by_id_.emplace(number_in(attribute(node, "numId"), -1, -1, INT32_MAX),
                      static_cast<std::uint32_t>(lists_.size()));
  lists_.push_back(std::move(list));
}

// A list that only points to a numbering style means the list that the style is linked from.
void Numbering::resolve_links() {
  std::unordered_map<std::string_view, std::uint32_t> by_style;
  for (std::uint32_t i = 0; i < abstracts_.size(); ++i) {
    if (!abstracts_[i].style_link.empty()) by_style.emplace(abstracts_[i].style_link, i);
  }
  for (List& list : lists_) {
    for (int step = 0; step < kLongestChain; ++step) {
      const auto target = by_style.find(abstracts_[list.abstract].num_style_link);
      if (target == by_style.end()) break;
      list.abstract = target->second;
    }
  }
}

Numbering::Numbering(XmlNode root) {
  for (XmlNode node = root.first_child(); node; node = node.next_sibling()) {
    if (node.local() != "abstractNum") continue;
    const std::int32_t id = number_in(attribute(node, "abstractNumId"), -1, -1, INT32_MAX);
    abstract_by_id_.emplace(id, static_cast<std::uint32_t>(abstracts_.size()));
    abstracts_.push_back(read_abstract(node));
  }
  for (XmlNode node = root.first_child(); node; node = node.next_sibling()) {
    if (node.local() == "num") read_list(node);
  }
  resolve_links();
}

std::optional<std::uint32_t> Numbering::find(std::int32_t id) const {
  const auto found = list_by_id_.find(id);
  if (found == list_by_id_.end()) return std::nullopt;
  return found->second;
}

const ListLevel& Numbering::level(std::uint32_t list, std::uint8_t level) const {
  const LevelOverride* override = lists_[list].override_of(level);
  if (override != nullptr && override->definition) return *override->definition;
  const std::vector<ListLevel>& levels = abstracts_[lists_[list].abstract].levels;
  return level < levels.size() ? levels[level] : kUndefinedLevel;
}

std::int32_t Numbering::start_of(std::uint32_t list, std::uint8_t index) const {
  const LevelOverride* override = lists_[list].override_of(index);
  if (override != nullptr && override->start) return *override->start;
  return level(list, index).start;
}

std::optional<std::uint8_t> Numbering::level_of_style(std::uint32_t list, std::string_view style) const {
  if (style.empty()) return std::nullopt;
  for (std::uint8_t i = 0; i < kListLevels; ++i) {
    if (level(list, i).style == style) return i;
  }
  return std::nullopt;
}

}  // namespace clauselint
