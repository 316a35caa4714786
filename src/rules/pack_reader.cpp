// The YAML of packs, piece by piece, as the parsers of packs, rules and conditions share it.
#include "rules/pack_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

void read_language(YamlReader& yaml, const YAML::Node& map, const char* key, std::vector<Phrase>& phrases) {
  const YAML::Node node = map[key];
  if (!node) return;
  const auto one = [&](const YAML::Node& entry) {
    if (entry.IsScalar()) {
      phrases.push_back({.pattern = entry.Scalar(), .regex = false, .place = place_of(entry)});
    } else if (entry.IsMap() && entry["regex"] && entry.size() == 1 && entry["regex"].IsScalar()) {
      phrases.push_back({.pattern = entry["regex"].Scalar(), .regex = true, .place = place_of(entry)});
    } else {
      yaml.fail(entry, "a pattern must be a text or {regex: \"…\"}");
    }
  };
  if (node.IsSequence()) {
    for (const auto& entry : node) one(entry);
  } else {
    one(node);
  }
}

}  // namespace

Text read_text(YamlReader& yaml, const YAML::Node& map, const char* key, bool required) {
  const YAML::Node node = map[key];
  if (!node) {
    if (required) yaml.fail(map, fmt::format("\"{}\" is missing", key));
    return {};
  }
  if (!node.IsMap()) {
    yaml.fail(node, fmt::format("\"{}\" must be given in both languages: {{en: …, zh: …}}", key));
    return {};
  }
  yaml.check_keys(node, fmt::format("\"{}\"", key), {"en", "zh"});
  Text text{.en = yaml.scalar(node, "en", true), .zh = yaml.scalar(node, "zh", true)};
  for (const std::string* words : {&text.en, &text.zh}) {
    if (find_invalid_utf8(*words) != std::string::npos) yaml.fail(node, fmt::format("\"{}\" is not valid UTF-8", key));
  }
  return text;
}

PhraseSet read_phrases(YamlReader& yaml, const YAML::Node& map) {
  PhraseSet set;
  read_language(yaml, map, "en", set.en);
  read_language(yaml, map, "zh", set.zh);
  return set;
}

int read_choice(YamlReader& yaml, const YAML::Node& node, std::string_view what,
                std::initializer_list<std::string_view> choices) {
  if (!node.IsScalar()) {
    yaml.fail(node, fmt::format("\"{}\" must be one of {}", what, fmt::join(choices, ", ")));
    return -1;
  }
  const std::string& word = node.Scalar();
  const auto* found = std::find(choices.begin(), choices.end(), word);
  if (found != choices.end()) return static_cast<int>(found - choices.begin());
  yaml.fail(node, unknown_word(what, word, std::span(choices.begin(), choices.size())));
  return -1;
}

std::vector<int> read_choices(YamlReader& yaml, const YAML::Node& node, std::string_view what,
                              std::initializer_list<std::string_view> choices) {
  std::vector<int> read;
  const auto take = [&](const YAML::Node& word) {
    if (const int choice = read_choice(yaml, word, what, choices); choice >= 0) read.push_back(choice);
  };
  if (!node) return read;
  if (!node.IsSequence()) {
    take(node);
    return read;
  }
  for (const auto& word : node) take(word);
  return read;
}

int read_value_kind(YamlReader& yaml, const YAML::Node& node) {
  return read_choice(yaml, node, "value",
                     {"duration", "money", "percent", "count", "date", "reference", "placeholder", "hours", "text"});
}

}  // namespace clauselint
