// YAML with manners: unknown and duplicate keys are errors with a place and "did you mean".
#pragma once

#include <yaml-cpp/yaml.h>

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"

namespace clauselint {

/// The nearest of `known` by edit distance, if it is near enough to be what was meant; empty otherwise.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

/// `unknown key "mesage", did you mean "message"?`
std::string unknown_word(std::string_view what, std::string_view word, std::span<const std::string_view> known);

/// Reads one YAML file and gathers every error with file, line and column.
class YamlReader {
 public:
  YamlReader(std::string path, ErrorKind kind, std::vector<Error>& errors)
      : path_(std::move(path)), kind_(kind), errors_(errors) {}

  /// The root of the file; nullopt and an error when it is no YAML, or nests or grows beyond reason.
  std::optional<YAML::Node> load(const std::string& yaml);

  void fail(const YAML::Node& at, std::string message);
  void fail(std::uint32_t line, std::uint32_t column, std::string message);

  /// Reports keys that are not among `known`, and keys given twice. False when `node` is not a map.
  bool check_keys(const YAML::Node& node, std::string_view what, std::span<const std::string_view> known);
  bool check_keys(const YAML::Node& node, std::string_view what, std::initializer_list<std::string_view> known) {
    return check_keys(node, what, std::span(known.begin(), known.size()));
  }

  /// A scalar as text; reports anything else. An absent node is an empty text, reported when `required`.
  std::string scalar(const YAML::Node& map, const char* key, bool required = false);
  /// A scalar or a list of scalars.
  std::vector<std::string> scalars(const YAML::Node& map, const char* key);

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  ErrorKind kind_;
  std::vector<Error>& errors_;
};

}  // namespace clauselint
