// What stands in a Markdown file beside the words of the draft: comments, template logic, front matter, definitions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "readers/lines.hpp"

namespace clauselint {

/// The bytes of the comment (`<!-- -->`, `{# #}`) or template logic (`{% if %}`) that `words` begin with, 0 for none.
std::size_t aside_size(std::string_view words);

/// How many of each were found.
struct Asides {
  std::uint32_t comments = 0;
  std::uint32_t template_logic = 0;
};

/// Comments and template logic become blanks, so that what is left keeps its place.
Asides blank_asides(std::string& text);

/// Lines of front matter at the head of a file, its two fences included: YAML or TOML, and nothing that reads like
/// prose. 0 for none.
std::size_t count_front_matter(std::string_view text, const std::vector<Line>& lines);

/// `[name]: https://… "Title"` or `[^1]: …`; the name is folded as CommonMark folds it, empty for no definition.
struct LinkDefinition {
  std::string name;
  bool footnote = false;
  std::size_t size = 0;  ///< bytes of `[name]:`
};
LinkDefinition read_definition(std::string_view words);

/// The names that links may refer to (`[words][name]`, `[^1]`), folded.
using LinkNames = std::unordered_set<std::string>;
LinkNames find_link_names(std::string_view text, const std::vector<Line>& lines);

/// A name in small letters with single blanks.
std::string fold_link_name(std::string_view name);

}  // namespace clauselint
