// What stands in a Markdown file beside the words of the draft: comments, template logic, front matter, definitions.
#include "readers/markdown_asides.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestFrontMatter = 300;    // lines
constexpr std::size_t kLongestTemplateTag = 2'000;  // bytes

/// A kind of aside: how it opens and closes, and how long it may be.
struct AsideKind {
  std::string_view open;
  std::string_view close;
  std::size_t longest;
  std::uint32_t Asides::*count;
};
constexpr AsideKind kAsideKinds[] = {{"<!--", "-->", std::string_view::npos, &Asides::comments},
                                     {"{#", "#}", kLongestTemplateTag, &Asides::comments},
                                     {"{%", "%}", kLongestTemplateTag, &Asides::template_logic}};

/// Looks for a sign from places that never go back, so that a text is read once however often it is asked for.
struct NextSign {
  std::string_view sign;
  std::size_t found = 0;

  std::size_t from(std::string_view text, std::size_t at) {
    if (found != std::string_view::npos && found < at) found = text.find(sign, at);
    return found;
  }
};

// `key: value`, `key = value`, `- item`, `# remark`, an indented line: what front matter is made of.
bool is_front_matter_line(std::string_view words, const Line& line, char sign) {
  if (line.blank() || line.indent > 0 || words.starts_with('#') || words.starts_with("- ")) return true;
  if (sign == '=' && words.starts_with('[')) return true;
  const std::size_t at = words.find(sign);
  if (at == std::string_view::npos || at == 0) return false;
  const bool ends_key = at + 1 == words.size() || words[at + 1] == ' ' || sign == '=';
  return ends_key && trimmed(words.substr(0, at)).find_first_of(" \t") == std::string_view::npos;
}

}  // namespace

std::size_t aside_size(std::string_view words) {
  for (const AsideKind& kind : kAsideKinds) {
    if (!words.starts_with(kind.open)) continue;
    const std::size_t end = words.find(kind.close, kind.open.size());
    return end == std::string_view::npos ? 0 : end + kind.close.size();
  }
  return 0;
}

Asides blank_asides(std::string& text) {
  Asides asides;
  NextSign closes[] = {{kAsideKinds[0].close}, {kAsideKinds[1].close}, {kAsideKinds[2].close}};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '<' && text[at] != '{') continue;
    for (std::size_t i = 0; i < std::size(kAsideKinds); ++i) {
      const AsideKind& kind = kAsideKinds[i];
      if (text.compare(at, kind.open.size(), kind.open) != 0) continue;
      const std::size_t close = closes[i].from(text, at + kind.open.size());
      if (close == std::string::npos || close - at > kind.longest) break;
      const std::size_t end = close + kind.close.size();
      std::replace_if(
          text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
          [](char c) { return c != '\n' && c != '\r'; }, ' ');
      ++(asides.*kind.count);
      at = end - 1;
      break;
    }
  }
  return asides;
}

std::size_t count_front_matter(std::string_view text, const std::vector<Line>& lines) {
  const auto words = [&](std::size_t i) { return slice(text, lines[i].words); };
  if (lines.size() < 2) return 0;
  const bool toml = words(0) == "+++";
  if (!toml && words(0) != "---") return 0;
  bool keyed = false;
  for (std::size_t i = 1; i < std::min(lines.size(), kLongestFrontMatter); ++i) {
    const bool closed = toml ? words(i) == "+++" : words(i) == "---" || words(i) == "...";
    if (closed) return keyed || i == 1 ? i + 1 : 0;
    if (!is_front_matter_line(words(i), lines[i], toml ? '=' : ':')) return 0;
    keyed = keyed || words(i).find(toml ? '=' : ':') != std::string_view::npos;
  }
  return 0;
}

std::string fold_link_name(std::string_view name) {
  std::string folded;
  for (const char c : trimmed(name)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (blank && folded.ends_with(' ')) continue;
    folded.push_back(blank ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  return folded;
}

LinkDefinition read_definition(std::string_view words) {
  const std::size_t close = words.find("]:");
  if (!words.starts_with('[') || close == std::string_view::npos || close < 2 || close > 200) return {};
  const std::string_view name = words.substr(1, close - 1);
  if (name.find_first_of("[]") != std::string_view::npos) return {};
  LinkDefinition found{.name = fold_link_name(name), .footnote = name.starts_with('^'), .size = close + 2};
  if (found.footnote) return found;
  const std::string_view target = trimmed(words.substr(found.size));
  const std::size_t end = std::min(target.find_first_of(" \t"), target.size());
  const std::string_view title = trimmed(target.substr(end));
  const bool titled =
      title.empty() || (title.size() > 1 && (title.front() == '"' || title.front() == '\'' || title.front() == '('));
  const bool an_address = target.substr(0, end).find_first_of("/#.@") != std::string_view::npos;
  if (!titled || !an_address) return {};
  return found;
}

LinkNames find_link_names(std::string_view text, const std::vector<Line>& lines) {
  LinkNames names;
  for (const Line& line : lines) {
    const std::string_view words = slice(text, line.words);
    if (!words.starts_with('[')) continue;
    LinkDefinition definition = read_definition(words);
    if (!definition.name.empty()) names.insert(std::move(definition.name));
  }
  return names;
}

}  // namespace clauselint
