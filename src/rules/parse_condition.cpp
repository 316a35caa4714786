// The conditions of a rule's `when`.
#include <fmt/format.h>

#include <array>

#include "rules/pack_reader.hpp"

namespace clauselint {
namespace {

constexpr int kMaxConditionDepth = 8;

constexpr std::array<std::string_view, 15> kConditions = {
    "all",      "any",        "not",         "mentions",     "without", "missing", "fact", "conflict",
    "no-start", "unresolved", "placeholder", "words-differ", "term",    "count",   "duty"};

Scope read_scope(YamlReader& yaml, const YAML::Node& map) {
  const YAML::Node node = map["in"];
  if (!node) return Scope::Sentence;
  switch (read_choice(yaml, node, "in", {"sentence", "paragraph", "clause", "section", "topic", "document"})) {
    case 1: return Scope::Paragraph;
    case 2: return Scope::Clause;
    case 3: return Scope::Section;
    case 4: return Scope::Topic;
    case 5: return Scope::Document;
    default: return Scope::Sentence;
  }
}

void read_polarity(YamlReader& yaml, const YAML::Node& map, Condition& condition) {
  if (!map["polarity"]) return;
  const int choice = read_choice(yaml, map["polarity"], "polarity", {"promised", "negated", "any"});
  if (choice >= 0) condition.polarity = static_cast<Polarity>(choice);
}

void read_value(YamlReader& yaml, const YAML::Node& map, Condition& condition) {
  const YAML::Node node = map["value"];
  if (!node) return;
  const int kind = read_value_kind(yaml, node);
  if (kind >= 0) condition.value = static_cast<ValueKind>(kind);
}

void require_something(YamlReader& yaml, const YAML::Node& node, const Condition& condition) {
  const int given = (condition.phrases.empty() ? 0 : 1) + (condition.fact.empty() ? 0 : 1) +
                    (condition.topic.empty() ? 0 : 1) + (condition.value ? 1 : 0);
  if (given == 0) yaml.fail(node, "say what: patterns (en, zh), a fact, a topic or a value");
  if (given > 1) yaml.fail(node, "say one thing: patterns, a fact, a topic or a value; join several with \"all\"");
}

void read_comparison(YamlReader& yaml, const YAML::Node& body, Condition& condition) {
  if (!yaml.check_keys(body, "\"fact\"", {"name", "exceeds", "below", "is", "differs"})) return;
  condition.fact = yaml.scalar(body, "name", true);
  struct Word {
    const char* key;
    Comparison comparison;
  };
  int given = 0;
  for (const Word word : {Word{"exceeds", Comparison::Exceeds}, Word{"below", Comparison::Below},
                          Word{"is", Comparison::Is}, Word{"differs", Comparison::Differs}}) {
    if (!body[word.key]) continue;
    condition.comparison = word.comparison;
    condition.against = yaml.scalar(body, word.key);
    ++given;
  }
  if (given != 1) yaml.fail(body, "a comparison needs exactly one of exceeds, below, is, differs");
}

std::uint32_t read_times(YamlReader& yaml, const YAML::Node& body, const char* key, std::uint32_t otherwise) {
  constexpr std::uint32_t kMost = 1000;
  const YAML::Node node = body[key];
  if (!node) return otherwise;
  const std::string word = node.IsScalar() ? node.Scalar() : std::string();
  const bool figures = !word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string::npos;
  const auto times = figures ? static_cast<std::uint32_t>(std::stoul(word)) : kMost + 1;
  if (times <= kMost) return times;
  yaml.fail(node, fmt::format("\"{}\" must be a number up to {}", key, kMost));
  return otherwise;
}

void read_count(YamlReader& yaml, const YAML::Node& body, Condition& condition) {
  if (!yaml.check_keys(body, "\"count\"", {"en", "zh", "in", "at-least", "at-most"})) return;
  condition.phrases = read_phrases(yaml, body);
  condition.scope = read_scope(yaml, body);
  condition.at_least = read_times(yaml, body, "at-least", condition.at_least);
  condition.at_most = read_times(yaml, body, "at-most", condition.at_most);
  require_something(yaml, body, condition);
  if (!body["at-least"] && !body["at-most"]) yaml.fail(body, "say how often: \"at-least\", \"at-most\" or both");
  if (condition.at_least > condition.at_most) yaml.fail(body, "\"at-least\" is more than \"at-most\": it never holds");
}

Condition read_at_depth(YamlReader& yaml, const YAML::Node& node, int depth);

void read_parts(YamlReader& yaml, const YAML::Node& body, Condition& condition, int depth) {
  if (!body.IsSequence() || body.size() == 0) return yaml.fail(body, "\"all\" and \"any\" take a list of conditions");
  for (const auto& part : body) condition.parts.push_back(read_at_depth(yaml, part, depth + 1));
}

Condition read_at_depth(YamlReader& yaml, const YAML::Node& node, int depth) {
  Condition condition;
  condition.place = place_of(node);
  if (depth > kMaxConditionDepth) {
    yaml.fail(node, fmt::format("conditions nest more than {} deep: make two rules of it", kMaxConditionDepth));
    return condition;
  }
  if (!yaml.check_keys(node, "a condition", kConditions)) return condition;
  if (node.size() != 1) {
    yaml.fail(node, "a condition has exactly one key; join several with \"all\"");
    return condition;
  }
  const std::string key = node.begin()->first.IsScalar() ? node.begin()->first.Scalar() : std::string();
  const YAML::Node body = node.begin()->second;
  if (key == "all" || key == "any") {
    condition.kind = key == "all" ? ConditionKind::All : ConditionKind::Any;
    read_parts(yaml, body, condition, depth);
  } else if (key == "not") {
    condition.kind = ConditionKind::Not;
    condition.parts.push_back(read_at_depth(yaml, body, depth + 1));
  } else if (key == "mentions") {
    condition.kind = ConditionKind::Mentions;
    if (!yaml.check_keys(body, "\"mentions\"", {"en", "zh", "polarity"})) return condition;
    condition.phrases = read_phrases(yaml, body);
    require_something(yaml, body, condition);
    read_polarity(yaml, body, condition);
  } else if (key == "without") {
    condition.kind = ConditionKind::Without;
    if (!yaml.check_keys(body, "\"without\"", {"en", "zh", "value", "fact", "in", "polarity"})) return condition;
    condition.phrases = read_phrases(yaml, body);
    condition.polarity = Polarity::Any;
    read_polarity(yaml, body, condition);
    condition.fact = yaml.scalar(body, "fact");
    read_value(yaml, body, condition);
    condition.scope = read_scope(yaml, body);
    require_something(yaml, body, condition);
  } else if (key == "missing") {
    condition.kind = ConditionKind::Missing;
    if (!yaml.check_keys(body, "\"missing\"", {"en", "zh", "fact", "topic"})) return condition;
    condition.phrases = read_phrases(yaml, body);
    condition.fact = yaml.scalar(body, "fact");
    condition.topic = yaml.scalar(body, "topic");
    require_something(yaml, body, condition);
  } else if (key == "fact") {
    condition.kind = ConditionKind::FactCompare;
    read_comparison(yaml, body, condition);
  } else if (key == "conflict") {
    condition.kind = ConditionKind::Conflict;
    if (!yaml.check_keys(body, "\"conflict\"", {"fact", "en", "zh", "between"})) return condition;
    condition.fact = yaml.scalar(body, "fact", true);
    condition.phrases = read_phrases(yaml, body);
    condition.among_documents =
        body["between"] && read_choice(yaml, body["between"], "between", {"clauses", "documents"}) == 1;
  } else if (key == "no-start") {
    condition.kind = ConditionKind::NoStart;
    if (!yaml.check_keys(body, "\"no-start\"", {"fact", "en", "zh"})) return condition;
    condition.fact = yaml.scalar(body, "fact", true);
    condition.phrases = read_phrases(yaml, body);
  } else if (key == "unresolved" || key == "placeholder") {
    condition.kind = key == "unresolved" ? ConditionKind::Unresolved : ConditionKind::Placeholder;
    if (!body.IsScalar() || body.Scalar() != "true") yaml.fail(body, fmt::format("write \"{}: true\"", key));
  } else if (key == "words-differ") {
    condition.kind = ConditionKind::WordsDiffer;
    if (!yaml.check_keys(body, "\"words-differ\"", {"value"})) return condition;
    read_value(yaml, body, condition);
  } else if (key == "count") {
    condition.kind = ConditionKind::Count;
    read_count(yaml, body, condition);
  } else if (key == "duty") {
    condition.kind = ConditionKind::Duty;
    if (body.IsScalar()) condition.party = body.Scalar();
    if (condition.party.empty()) yaml.fail(body, "\"duty\" must be \"nobody\" or the name of a role");
  } else if (key == "term") {
    condition.kind = ConditionKind::Term;
    const int choice = read_choice(yaml, body, "fault", {"undefined", "redefined", "unused"});
    if (choice >= 0) condition.fault = static_cast<TermFault>(choice);
  }
  return condition;
}

}  // namespace

Condition read_condition(YamlReader& yaml, const YAML::Node& node) { return read_at_depth(yaml, node, 0); }

}  // namespace clauselint
