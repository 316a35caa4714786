// The HTML that Markdown drafts hold: which tags are marks, and what entities stand for.
#include "readers/markdown_html.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestTag = 400;  // bytes
constexpr auto kInlineTags = std::to_array<std::string_view>(
    {"a",     "abbr", "b", "big", "cite",  "code", "del",    "em",     "font", "i",   "img", "input", "ins", "kbd",
     "label", "mark", "q", "s",   "small", "span", "strike", "strong", "sub",  "sup", "tt",  "u",     "var"});
constexpr auto kBlockTags = std::to_array<std::string_view>(
    {"article", "blockquote", "body",  "br",  "caption",    "center",  "col",    "colgroup", "dd",
     "details", "div",        "dl",    "dt",  "figcaption", "figure",  "footer", "h1",       "h2",
     "h3",      "h4",         "h5",    "h6",  "header",     "hr",      "html",   "li",       "main",
     "nav",     "ol",         "p",     "pre", "section",    "summary", "table",  "tbody",    "td",
     "tfoot",   "th",         "thead", "tr",  "ul"});

struct NamedEntity {
  std::string_view name;
  std::string_view shown;
};
constexpr auto kEntities = std::to_array<NamedEntity>({{"amp", "&"},
                                                       {"lt", "<"},
                                                       {"gt", ">"},
                                                       {"quot", "\""},
                                                       {"apos", "'"},
                                                       {"nbsp", "\xC2\xA0"},
                                                       {"sect", "§"},
                                                       {"para", "¶"},
                                                       {"copy", "©"},
                                                       {"reg", "®"},
                                                       {"trade", "™"},
                                                       {"deg", "°"},
                                                       {"mdash", "—"},
                                                       {"ndash", "–"},
                                                       {"hellip", "…"},
                                                       {"middot", "·"},
                                                       {"bull", "•"},
                                                       {"times", "×"},
                                                       {"plusmn", "±"},
                                                       {"frac12", "½"},
                                                       {"frac14", "¼"},
                                                       {"le", "≤"},
                                                       {"ge", "≥"},
                                                       {"ne", "≠"},
                                                       {"lsquo", "‘"},
                                                       {"rsquo", "’"},
                                                       {"ldquo", "“"},
                                                       {"rdquo", "”"},
                                                       {"laquo", "«"},
                                                       {"raquo", "»"},
                                                       {"euro", "€"},
                                                       {"pound", "£"},
                                                       {"yen", "¥"},
                                                       {"cent", "¢"},
                                                       {"emsp", "\xE2\x80\x83"},
                                                       {"ensp", "\xE2\x80\x82"},
                                                       {"thinsp", "\xE2\x80\x89"},
                                                       {"rarr", "→"},
                                                       {"larr", "←"}});

std::string numeric_entity(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  char32_t value = 0;
  for (const char c : digits) {
    const auto byte = static_cast<unsigned char>(c);
    if (hexadecimal ? std::isxdigit(byte) == 0 : std::isdigit(byte) == 0) return {};
    const int digit = std::isdigit(byte) != 0 ? c - '0' : std::tolower(byte) - 'a' + 10;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool allowed = value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
  std::string shown;
  if (!digits.empty() && allowed) append_utf8(shown, value);
  return shown;
}

}  // namespace

MarkdownTag read_html_tag(std::string_view words) {
  const std::size_t close = words.substr(0, kLongestTag).find('>');
  if (!words.starts_with('<') || close == std::string_view::npos) return {};
  std::string_view inside = words.substr(1, close - 1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string name(inside.substr(0, inside.find_first_of(" /\t")));
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (std::ranges::find(kInlineTags, name) != kInlineTags.end()) return {.trace = TagTrace::Inline, .size = close + 1};
  if (std::ranges::find(kBlockTags, name) != kBlockTags.end()) return {.trace = TagTrace::Block, .size = close + 1};
  return {};
}

MarkdownEntity read_html_entity(std::string_view words) {
  const std::size_t close = words.substr(0, 10).find(';');
  if (!words.starts_with('&') || close == std::string_view::npos || close < 2) return {};
  const std::string_view name = words.substr(1, close - 1);
  if (name.starts_with('#')) {
    std::string shown = numeric_entity(name.substr(1));
    return shown.empty() ? MarkdownEntity{} : MarkdownEntity{.shown = std::move(shown), .size = close + 1};
  }
  const auto known = std::ranges::find(kEntities, name, &NamedEntity::name);
  if (known == kEntities.end()) return {};
  return {.shown = std::string(known->shown), .size = close + 1};
}

}  // namespace clauselint
