// What stands in a Markdown file beside the words of the draft: comments, template logic, front matter, definitions.
#include "readers/markdown_asides.hpp"

#include <algorithm>
#include <cctype>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestFrontMatter = 300;    // lines
constexpr std::size_t kLongestTemplateTag = 2'000;  // bytes

std::size_t size_between(std::string_view words, std::string_view open, std::string_view close) {
  if (!words.starts_with(open)) return 0;
  const std::size_t end = words.find(close, open.size());
  return end == std::string_view::npos ? 0 : end + close.size();
}

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

std::size_t comment_size(std::string_view words) {
  const std::size_t html = size_between(words, "<!--", "-->");
  return html > 0 ? html : size_between(words.substr(0, kLongestTemplateTag), "{#", "#}");
}

std::size_t template_logic_size(std::string_view words) {
  return size_between(words.substr(0, kLongestTemplateTag), "{%", "%}");
}

Asides blank_asides(std::string& text) {
  Asides found;
  const std::size_t last_close = text.rfind("-->");  // behind it no comment is looked for
  const auto may_open = [](char c) { return c == '<' || c == '{'; };
  for (auto next = std::ranges::find_if(text, may_open); next != text.end();
       next = std::find_if(next, text.end(), may_open)) {
    const auto at = static_cast<std::size_t>(next - text.begin());
    const std::string_view rest = std::string_view(text).substr(at);
    const bool open = rest[0] == '<' && (last_close == std::string::npos || last_close < at);
    const std::size_t comment = open ? 0 : comment_size(rest);
    const std::size_t logic = comment == 0 ? template_logic_size(rest) : 0;
    const std::size_t size = comment + logic;
    found.comments += comment > 0 ? 1 : 0;
    found.template_logic += logic > 0 ? 1 : 0;
    for (std::size_t i = at; i < at + size; ++i) {
      if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
    }
    next += static_cast<std::ptrdiff_t>(std::max<std::size_t>(size, 1));
  }
  return found;
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
