// What each element of HTML does to the words in it.
#include "readers/html_elements.hpp"

#include <algorithm>
#include <array>

namespace clauselint {
namespace {

struct Named {
  std::string_view name;
  HtmlRole role;
  std::string_view note = {};
};

// Sorted by name. Inline elements of HTML 5 that libxml2 does not know stand here too.
constexpr std::array<Named, 110> kElements{{
    {"address", HtmlRole::Block},
    {"applet", HtmlRole::Noted, "embedded objects"},
    {"area", HtmlRole::Dropped},
    {"article", HtmlRole::Block},
    {"aside", HtmlRole::Block},
    {"audio", HtmlRole::Noted, "recordings and films"},
    {"b", HtmlRole::Bold},
    {"base", HtmlRole::Dropped},
    {"bdi", HtmlRole::Inline},
    {"blockquote", HtmlRole::Block},
    {"body", HtmlRole::Block},
    {"br", HtmlRole::Break},
    {"button", HtmlRole::Block},
    {"canvas", HtmlRole::Noted, "drawings"},
    {"caption", HtmlRole::Block},
    {"center", HtmlRole::Block},
    {"col", HtmlRole::Dropped},
    {"colgroup", HtmlRole::Dropped},
    {"data", HtmlRole::Inline},
    {"datalist", HtmlRole::Dropped},
    {"dd", HtmlRole::Block},
    {"del", HtmlRole::Deleted},
    {"details", HtmlRole::Block},
    {"dialog", HtmlRole::Block},
    {"dir", HtmlRole::List},
    {"div", HtmlRole::Block},
    {"dl", HtmlRole::Block},
    {"document", HtmlRole::Block},
    {"dt", HtmlRole::Block},
    {"embed", HtmlRole::Noted, "embedded objects"},
    {"fieldset", HtmlRole::Block},
    {"figcaption", HtmlRole::Block},
    {"figure", HtmlRole::Block},
    {"footer", HtmlRole::Block},
    {"form", HtmlRole::Block},
    {"frame", HtmlRole::Noted, "embedded pages"},
    {"frameset", HtmlRole::Block},
    {"h1", HtmlRole::Heading},
    {"h2", HtmlRole::Heading},
    {"h3", HtmlRole::Heading},
    {"h4", HtmlRole::Heading},
    {"h5", HtmlRole::Heading},
    {"h6", HtmlRole::Heading},
    {"head", HtmlRole::Block},
    {"header", HtmlRole::Block},
    {"hgroup", HtmlRole::Block},
    {"hr", HtmlRole::Rule},
    {"html", HtmlRole::Block},
    {"iframe", HtmlRole::Noted, "embedded pages"},
    {"image", HtmlRole::Noted, "images"},
    {"img", HtmlRole::Noted, "images"},
    {"input", HtmlRole::Noted, "form fields"},
    {"ins", HtmlRole::Inserted},
    {"isindex", HtmlRole::Noted, "form fields"},
    {"legend", HtmlRole::Block},
    {"li", HtmlRole::Item},
    {"link", HtmlRole::Dropped},
    {"listing", HtmlRole::Preformatted},
    {"main", HtmlRole::Block},
    {"mark", HtmlRole::Inline},
    {"math", HtmlRole::Noted, "equations"},
    {"menu", HtmlRole::List},
    {"meta", HtmlRole::Dropped},
    {"meter", HtmlRole::Inline},
    {"nav", HtmlRole::Block},
    {"nobr", HtmlRole::Inline},
    {"noembed", HtmlRole::Dropped},
    {"noframes", HtmlRole::Noted, "texts for browsers without frames"},
    {"noscript", HtmlRole::Noted, "texts for browsers without scripts"},
    {"object", HtmlRole::Noted, "embedded objects"},
    {"ol", HtmlRole::OrderedList},
    {"optgroup", HtmlRole::Dropped},
    {"option", HtmlRole::Dropped},
    {"output", HtmlRole::Inline},
    {"p", HtmlRole::Block},
    {"page", HtmlRole::Page},
    {"param", HtmlRole::Dropped},
    {"picture", HtmlRole::Inline},
    {"plaintext", HtmlRole::Preformatted},
    {"pre", HtmlRole::Preformatted},
    {"progress", HtmlRole::Inline},
    {"rb", HtmlRole::Inline},
    {"rp", HtmlRole::Dropped},
    {"rt", HtmlRole::Noted, "phonetic guides"},
    {"ruby", HtmlRole::Inline},
    {"s", HtmlRole::Deleted},
    {"script", HtmlRole::Noted, "scripts"},
    {"search", HtmlRole::Block},
    {"section", HtmlRole::Block},
    {"select", HtmlRole::Noted, "form fields"},
    {"slot", HtmlRole::Inline},
    {"source", HtmlRole::Dropped},
    {"strike", HtmlRole::Deleted},
    {"strong", HtmlRole::Bold},
    {"style", HtmlRole::Dropped},
    {"summary", HtmlRole::Block},
    {"svg", HtmlRole::Noted, "drawings"},
    {"table", HtmlRole::Table},
    {"td", HtmlRole::Cell},
    {"template", HtmlRole::Dropped},
    {"textarea", HtmlRole::Noted, "form fields"},
    {"th", HtmlRole::HeaderCell},
    {"time", HtmlRole::Inline},
    {"title", HtmlRole::Dropped},
    {"tr", HtmlRole::Row},
    {"track", HtmlRole::Dropped},
    {"ul", HtmlRole::List},
    {"video", HtmlRole::Noted, "recordings and films"},
    {"wbr", HtmlRole::Inline},
    {"xmp", HtmlRole::Preformatted},
}};

static_assert(std::ranges::is_sorted(kElements, {}, &Named::name));

// Names with a colon (`o:p`) or a hyphen are elements that Word or a script knows; tags of EDGAR's plain texts are known.
bool is_foreign_name(std::string_view name) {
  constexpr std::array<std::string_view, 11> kFiling = {
      "c", "caption", "description", "filename", "fn", "r", "sec-document", "sequence", "submission", "type", "text"};
  return name.find_first_of(":-") != std::string_view::npos || std::ranges::find(kFiling, name) != kFiling.end();
}

}  // namespace

bool has_no_content(std::string_view name) {
  constexpr std::array<std::string_view, 17> kEmpty = {"area", "base",  "br",     "col",   "embed", "frame",
                                                       "hr",   "image", "img",    "input", "link",  "meta",
                                                       "page", "param", "source", "track", "wbr"};
  return std::ranges::find(kEmpty, name) != kEmpty.end();
}

HtmlElement html_element(std::string_view name) {
  const auto found = std::ranges::lower_bound(kElements, name, {}, &Named::name);
  if (found != kElements.end() && found->name == name) return {.role = found->role, .note = found->note, .known = true};
  return {.role = HtmlRole::Inline, .note = {}, .known = is_foreign_name(name)};
}

}  // namespace clauselint
