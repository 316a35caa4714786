// YAML with manners: unknown and duplicate keys are errors with a place and "did you mean".
#include "io/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <numeric>
#include <set>

namespace clauselint {
namespace {

constexpr std::size_t kMaxYaml = 8u << 20;
constexpr int kMaxDepth = 60;

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

// yaml-cpp recurses over flow nesting and follows aliases: both are refused before it sees the text.
const char* unreasonable(const std::string& yaml) {
  if (yaml.size() > kMaxYaml) return "the file is larger than 8 MiB: split it";
  int depth = 0;
  for (const char c : yaml) {
    if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return "brackets nest more than 60 deep";
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  std::size_t indent = 0;
  std::size_t at = 0;
  while (at < yaml.size()) {
    const std::size_t text = yaml.find_first_not_of(" -?", at);
    if (text == std::string::npos) break;
    indent = std::max(indent, text - at);
    if (text - at > 400) return "lines are indented by more than 400 columns";
    const std::size_t end = yaml.find('\n', text);
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return nullptr;
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string unknown_word(std::string_view what, std::string_view word, std::span<const std::string_view> known) {
  if (known.empty()) return fmt::format("unknown {0} \"{1}\": no {0} is declared", what, word);
  const std::string_view meant = nearest(word, known);
  if (!meant.empty()) return fmt::format("unknown {} \"{}\", did you mean \"{}\"?", what, word, meant);
  if (known.size() <= 20) return fmt::format("unknown {} \"{}\"; known are {}", what, word, fmt::join(known, ", "));
  return fmt::format("unknown {} \"{}\"", what, word);
}

std::optional<YAML::Node> YamlReader::load(const std::string& yaml) {
  if (const char* reason = unreasonable(yaml)) {
    fail(1, 1, reason);
    return std::nullopt;
  }
  try {
    YAML::Node root = YAML::Load(yaml);
    if (root.IsNull()) {
      fail(1, 1, "the file is empty");
      return std::nullopt;
    }
    return root;
  } catch (const YAML::Exception& e) {
    fail(e.mark.is_null() ? 1 : static_cast<std::uint32_t>(e.mark.line) + 1,
         e.mark.is_null() ? 1 : static_cast<std::uint32_t>(e.mark.column) + 1, "not valid YAML: " + e.msg);
  } catch (const std::exception& e) {
    fail(1, 1, std::string("not valid YAML: ") + e.what());
  }
  return std::nullopt;
}

void YamlReader::fail(const YAML::Node& at, std::string message) {
  const YAML::Mark mark = at.Mark();
  fail(mark.is_null() ? 1 : static_cast<std::uint32_t>(mark.line) + 1,
       mark.is_null() ? 1 : static_cast<std::uint32_t>(mark.column) + 1, std::move(message));
}

void YamlReader::fail(std::uint32_t line, std::uint32_t column, std::string message) {
  errors_.push_back(
      {.kind = kind_, .where = fmt::format("{}:{}:{}", path_, line, column), .message = std::move(message)});
}

bool YamlReader::check_keys(const YAML::Node& node, std::string_view what, std::span<const std::string_view> known) {
  if (!node.IsMap()) {
    fail(node, fmt::format("{} must be a map of keys and values", what));
    return false;
  }
  std::set<std::string> seen;
  for (const auto& entry : node) {
    if (!entry.first.IsScalar()) {
      fail(entry.first, fmt::format("a key of {} must be a word", what));
      continue;
    }
    const std::string& key = entry.first.Scalar();
    if (std::find(known.begin(), known.end(), key) == known.end()) fail(entry.first, unknown_word("key", key, known));
    if (!seen.insert(key).second) fail(entry.first, fmt::format("key \"{}\" is given twice", key));
  }
  return true;
}

std::string YamlReader::scalar(const YAML::Node& map, const char* key, bool required) {
  const YAML::Node node = map[key];
  if (!node) {
    if (required) fail(map, fmt::format("\"{}\" is missing", key));
    return {};
  }
  if (!node.IsScalar()) {
    fail(node, fmt::format("\"{}\" must be a single value", key));
    return {};
  }
  return node.Scalar();
}

std::vector<std::string> YamlReader::scalars(const YAML::Node& map, const char* key) {
  std::vector<std::string> values;
  const YAML::Node node = map[key];
  if (!node) return values;
  if (node.IsScalar()) {
    values.push_back(node.Scalar());
  } else if (node.IsSequence()) {
    for (const auto& entry : node) {
      if (entry.IsScalar()) {
        values.push_back(entry.Scalar());
      } else {
        fail(entry, fmt::format("an entry of \"{}\" must be a single value", key));
      }
    }
  } else {
    fail(node, fmt::format("\"{}\" must be a value or a list of values", key));
  }
  return values;
}

}  // namespace clauselint
