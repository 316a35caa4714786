// Reads styles.xml and fills in what each style inherits; a circle of styles is cut where it closes.
#include "ooxml/styles.hpp"

#include "ooxml/xml_part.hpp"

namespace clauselint {
namespace {

constexpr int kDeepestStyle = 32;  // Word allows 11 styles above one another

// `heading 3` is a heading of level 3, even where the style does not say so.
std::optional<std::uint8_t> outline_of_name(std::string_view name) {
  constexpr std::string_view kHeading = "heading ";
  if (name.size() != kHeading.size() + 1) return std::nullopt;
  for (std::size_t i = 0; i < kHeading.size(); ++i) {
    const char c = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    if (c != kHeading[i]) return std::nullopt;
  }
  const char digit = name.back();
  if (digit < '1' || digit > '9') return std::nullopt;
  return static_cast<std::uint8_t>(digit - '1');
}

template <class T>
void inherit_from(std::optional<T>& own, const std::optional<T>& base) {
  if (!own) own = base;
}

struct RawStyle {
  Style style;
  std::string_view based_on;
  bool is_paragraph = false;
  bool is_default = false;
};

RawStyle read_style(XmlNode node) {
  RawStyle raw;
  raw.style.id = attribute(node, "styleId");
  const std::string_view type = attribute(node, "type");
  raw.is_paragraph = type.empty() || type == "paragraph";
  const std::string_view by_default = attribute(node, "default");
  raw.is_default = by_default == "1" || by_default == "true" || by_default == "on";
  std::optional<std::uint8_t> outline;
  for (XmlNode item = node.first_child(); item; item = item.next_sibling()) {
    const std::string_view name = item.local();
    if (name == "name") outline = outline_of_name(value_of(item));
    if (name == "basedOn") raw.based_on = value_of(item);
    if (name == "pPr") raw.style.paragraph = read_format<ParagraphFormat>(item);
    if (name == "rPr") raw.style.run = read_format<RunFormat>(item);
  }
  inherit_from(raw.style.paragraph.outline, outline);
  raw.style.names_list = raw.style.paragraph.list.has_value();
  return raw;
}

}  // namespace

Styles::Styles(XmlNode root) {
  std::vector<std::string_view> bases;
  for (XmlNode node = root.first_child(); node; node = node.next_sibling()) {
    const std::string_view name = node.local();
    if (name == "docDefaults") default_run_ = read_format<RunFormat>(child(child(node, "rPrDefault"), "rPr"));
    if (name != "style") continue;
    const RawStyle raw = read_style(node);
    const auto index = static_cast<std::uint32_t>(styles_.size());
    if (!by_id_.emplace(raw.style.id, index).second) continue;
    if (raw.is_paragraph && raw.is_default && default_paragraph_ == kNoStyle) default_paragraph_ = index;
    styles_.push_back(raw.style);
    bases.push_back(raw.based_on);
  }
  for (std::size_t i = 0; i < styles_.size(); ++i) {
    const auto base = by_id_.find(bases[i]);
    if (!bases[i].empty() && base != by_id_.end()) styles_[i].based_on = base->second;
  }
  inherit();
}

// Bases first: climbs to the first finished ancestor and comes back down, so that no chain costs more than its length.
void Styles::inherit() {
  enum class State : std::uint8_t { Untouched, Climbing, Done };
  std::vector<State> states(styles_.size(), State::Untouched);
  std::vector<std::uint32_t> climb;
  for (std::uint32_t first = 0; first < styles_.size(); ++first) {
    for (std::uint32_t at = first; at != kNoStyle && states[at] == State::Untouched; at = styles_[at].based_on) {
      states[at] = State::Climbing;
      climb.push_back(at);
    }
    for (; !climb.empty(); climb.pop_back()) {
      Style& style = styles_[climb.back()];
      states[climb.back()] = State::Done;
      if (style.based_on == kNoStyle) continue;
      if (states[style.based_on] != State::Done) {
        style.based_on = kNoStyle;  // the circle closes here
        continue;
      }
      const Style& base = styles_[style.based_on];
      inherit_from(style.paragraph.list, base.paragraph.list);
      inherit_from(style.paragraph.level, base.paragraph.level);
      inherit_from(style.paragraph.outline, base.paragraph.outline);
      inherit_from(style.run.bold, base.run.bold);
      inherit_from(style.run.hidden, base.run.hidden);
      inherit_from(style.run.underlined, base.run.underlined);
    }
  }
}

const Style* Styles::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &styles_[found->second];
}

std::optional<ListPlace> Styles::list_place(const Style* style, const ParagraphFormat& own,
                                            const Numbering& numbering) const {
  const ParagraphFormat inherited = style != nullptr ? style->paragraph : ParagraphFormat{};
  const std::optional<std::int32_t> id = own.list ? own.list : inherited.list;
  if (!id || *id == 0) return std::nullopt;
  const auto list = numbering.find(*id);
  if (!list) return std::nullopt;
  if (own.level) return ListPlace{.list = *list, .level = *own.level};
  // A list that comes from a style is entered at the level linked to the style, or to one between it and the list's.
  const Style* at = own.list ? nullptr : style;
  for (int steps = 0; at != nullptr && steps < kDeepestStyle; ++steps) {
    if (const auto level = numbering.level_of_style(*list, at->id)) return ListPlace{.list = *list, .level = *level};
    at = at->names_list || at->based_on == kNoStyle ? nullptr : &styles_[at->based_on];
  }
  return ListPlace{.list = *list, .level = inherited.level.value_or(0)};
}

}  // namespace clauselint
