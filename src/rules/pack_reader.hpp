// The YAML of packs, piece by piece, as the parsers of packs, rules and conditions share it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/rule.hpp"
#include "io/yaml.hpp"

namespace clauselint {

inline Place place_of(const YAML::Node& node) {
  const YAML::Mark mark = node.Mark();
  if (mark.is_null()) return {.line = 1, .column = 1};
  return {.line = static_cast<std::uint32_t>(mark.line) + 1, .column = static_cast<std::uint32_t>(mark.column) + 1};
}

/// {en: …, zh: …}; both are required unless the node is absent and not `required`.
Text read_text(YamlReader& yaml, const YAML::Node& map, const char* key, bool required = false);

/// The `en` and `zh` lists of patterns of a map, checked to be one, that may hold other keys too.
PhraseSet read_phrases(YamlReader& yaml, const YAML::Node& map);

/// A word out of a closed list; reports others with "did you mean". Returns its index, or -1.
int read_choice(YamlReader& yaml, const YAML::Node& node, std::string_view what,
                std::initializer_list<std::string_view> choices);

/// One such word or a list of them; none when the node is absent.
std::vector<int> read_choices(YamlReader& yaml, const YAML::Node& node, std::string_view what,
                              std::initializer_list<std::string_view> choices);

/// The value kinds by name, for `value: duration`.
int read_value_kind(YamlReader& yaml, const YAML::Node& node);

Condition read_condition(YamlReader& yaml, const YAML::Node& node);
Rule read_rule(YamlReader& yaml, const YAML::Node& node);
RuleChange read_change(YamlReader& yaml, const std::string& rule, const YAML::Node& at, const YAML::Node& node);

}  // namespace clauselint
