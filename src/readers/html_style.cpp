// What inline styles and simple style sheets say of an element that matters to the words: hidden, bold, struck, numbered.
#include "readers/html_style.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr auto kNowhere = std::string_view::npos;

std::string lowered(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return made;
}

bool holds(std::string_view text, std::string_view word) { return text.find(word) != kNowhere; }

bool is_bold(std::string_view weight) {
  const bool heavy = weight.size() == 3 && weight[0] >= '6' && weight[0] <= '9';
  return weight.starts_with("bold") || heavy;
}

void read_declaration(std::string_view name, std::string_view value, HtmlStyle& style) {
  if (name == "font-weight") {
    style.bold = is_bold(value);
  } else if (name == "display") {
    style.hidden = style.hidden || value == "none";
    style.in_line = value.starts_with("inline");
  } else if (name == "visibility") {
    style.hidden = style.hidden || value == "hidden";
  } else if (name == "mso-hide") {
    style.hidden = style.hidden || value == "all";
  } else if (name == "text-decoration" || name == "text-decoration-line") {
    style.struck = style.struck || holds(value, "line-through");
    style.underlined = style.underlined || holds(value, "underline");
  } else if (name == "border-bottom") {  // as Word and EDGAR draw a line to write on
    style.underlined = style.underlined || holds(value, "solid");
  } else if (name == "page-break-before" || name == "break-before") {
    style.page_before = value == "always" || value == "page";
  } else if (name == "page-break-after" || name == "break-after") {
    style.page_after = value == "always" || value == "page";
  } else if (name == "list-style-type" || name == "list-style") {
    if (const auto format = html_list_format(value.substr(0, value.find(' ')))) style.list = format;
  }
}

std::string_view without_important(std::string_view value) { return trimmed(value.substr(0, value.find('!'))); }

// The next blank-separated word of `words`, which it is cut off from.
std::string_view take_word(std::string_view& words) {
  words = trimmed(words);
  const std::size_t end = std::min(words.find_first_of(" \t\r\n"), words.size());
  const std::string_view word = words.substr(0, end);
  words.remove_prefix(end);
  return word;
}

// `"" counter(lst-ctn-x-0,lower-latin) ". "`
std::vector<HtmlLabelPiece> read_label_pieces(std::string_view content) {
  std::vector<HtmlLabelPiece> pieces;
  while (!content.empty()) {
    if (content[0] == '"' || content[0] == '\'') {
      const std::size_t end = std::min(content.find(content[0], 1), content.size());
      pieces.push_back({.words = std::string(content.substr(1, end - 1)), .counter = {}});
      content.remove_prefix(std::min(end + 1, content.size()));
    } else if (content.starts_with("counter(")) {
      const std::size_t end = std::min(content.find(')'), content.size());
      const std::string_view inside = content.substr(8, end - std::min<std::size_t>(end, 8));
      const std::size_t comma = std::min(inside.find(','), inside.size());
      const auto format = html_list_format(trimmed(inside.substr(std::min(comma + 1, inside.size()))));
      pieces.push_back({.words = {},
                        .counter = std::string(trimmed(inside.substr(0, comma))),
                        .format = format.value_or(NumberFormat::Decimal)});
      content.remove_prefix(std::min(end + 1, content.size()));
    } else {
      content.remove_prefix(1);
    }
  }
  return pieces;
}

std::string_view declared(std::string_view declarations, std::string_view name) {
  const std::size_t at = declarations.find(name);
  const std::size_t colon = at == kNowhere ? kNowhere : declarations.find(':', at);
  if (colon == kNowhere) return {};
  return declarations.substr(colon + 1, declarations.find(';', colon) - colon - 1);
}

}  // namespace

std::optional<NumberFormat> html_list_format(std::string_view name) {
  struct Name {
    std::string_view name;
    NumberFormat format;
  };
  using enum NumberFormat;
  constexpr std::array<Name, 20> kNames{{{"decimal", Decimal},
                                         {"1", Decimal},
                                         {"decimal-leading-zero", DecimalZero},
                                         {"lower-alpha", LowerLetter},
                                         {"lower-latin", LowerLetter},
                                         {"a", LowerLetter},
                                         {"upper-alpha", UpperLetter},
                                         {"upper-latin", UpperLetter},
                                         {"A", UpperLetter},
                                         {"lower-roman", LowerRoman},
                                         {"i", LowerRoman},
                                         {"upper-roman", UpperRoman},
                                         {"I", UpperRoman},
                                         {"cjk-ideographic", ChineseCountingThousand},
                                         {"simp-chinese-informal", ChineseCountingThousand},
                                         {"cjk-decimal", IdeographDigital},
                                         {"none", None},
                                         {"disc", Bullet},
                                         {"circle", Bullet},
                                         {"square", Bullet}}};
  const auto found = std::ranges::find(kNames, name, &Name::name);
  return found == kNames.end() ? std::nullopt : std::optional(found->format);
}

void read_html_style(std::string_view declarations, HtmlStyle& style) {
  const std::string all = lowered(declarations);
  for (std::string_view rest = all; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view one = rest.substr(0, end);
    const std::size_t colon = one.find(':');
    if (colon != kNowhere)
      read_declaration(trimmed(one.substr(0, colon)), without_important(one.substr(colon + 1)), style);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void HtmlSheet::read_selector(std::string_view selector, std::string_view declarations) {
  const std::size_t dot = selector.find('.');
  if (dot == kNowhere) return;
  const std::string_view name = selector.substr(dot + 1);
  const std::size_t end = std::min(name.find_first_of(" >:.[#+~"), name.size());
  const std::string_view after = trimmed(name.substr(end));
  if (after.empty() && selector.find_first_of(" >#[") == kNowhere) {
    read_html_style(declarations, classes_[std::string(name)]);
  } else if (dot == 0 && after.starts_with('>') && after.ends_with("li:before")) {
    labels_[std::string(name.substr(0, end))] = read_label_pieces(declared(declarations, "content"));
  }
}

void HtmlSheet::read(std::string_view css) {
  while (!css.empty()) {
    const std::size_t open = css.find_first_of("{}");
    if (open == kNowhere) return;
    if (css[open] == '}') {  // the end of an @media block
      css.remove_prefix(open + 1);
      continue;
    }
    std::string_view selectors = trimmed(css.substr(0, open));
    css.remove_prefix(open + 1);
    if (selectors.starts_with('@')) {
      // What holds on paper or on small screens alone says nothing of the words.
      for (std::size_t depth = 1; depth > 0 && !css.empty(); css.remove_prefix(1)) {
        depth += css[0] == '{' ? 1u : 0u;
        depth -= css[0] == '}' ? 1u : 0u;
      }
      continue;
    }
    const std::size_t close = std::min(css.find('}'), css.size());
    while (!selectors.empty()) {
      const std::size_t end = std::min(selectors.find(','), selectors.size());
      read_selector(trimmed(selectors.substr(0, end)), css.substr(0, close));
      selectors.remove_prefix(std::min(end + 1, selectors.size()));
    }
    css.remove_prefix(std::min(close + 1, css.size()));
  }
}

void HtmlSheet::apply(std::string_view classes, HtmlStyle& style) const {
  if (classes_.empty()) return;
  for (std::string_view name = take_word(classes); !name.empty(); name = take_word(classes)) {
    const auto found = classes_.find(std::string(name));
    if (found == classes_.end()) continue;
    const HtmlStyle& said = found->second;
    if (said.bold) style.bold = said.bold;
    if (said.list) style.list = said.list;
    // What a class hides, a click may show (`+ Warranty`): its words are read.
    style.struck = style.struck || said.struck;
    style.page_before = style.page_before || said.page_before;
    style.page_after = style.page_after || said.page_after;
  }
}

const std::vector<HtmlLabelPiece>* HtmlSheet::label_of(std::string_view classes) const {
  if (labels_.empty()) return nullptr;
  for (std::string_view name = take_word(classes); !name.empty(); name = take_word(classes)) {
    const auto found = labels_.find(std::string(name));
    if (found != labels_.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace clauselint
