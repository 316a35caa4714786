// One rule of a pack.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "rules/pack_reader.hpp"

namespace clauselint {
namespace {

constexpr std::array<std::string_view, 17> kRuleKeys = {
    "id",    "title", "dimension", "severity", "once", "recommended", "since",   "until",   "applies",
    "where", "when",  "message",   "why",      "law",  "fix",         "caution", "examples"};

constexpr std::array<std::string_view, 11> kChangeKeys = {
    "severity", "once", "recommended", "applies", "when", "title", "message", "why", "caution", "fix", "examples"};

bool read_flag(YamlReader& yaml, const YAML::Node& node, const char* key) {
  return read_choice(yaml, node, key, {"false", "true"}) == 1;
}

Once read_once(YamlReader& yaml, const YAML::Node& node) {
  const int choice = read_choice(yaml, node, "once", {"place", "clause", "section"});
  return choice < 0 ? Once::Place : static_cast<Once>(choice);
}

// A date, `2027-01-01`; empty when there is none.
std::string read_date(YamlReader& yaml, const YAML::Node& node, const char* key) {
  const std::string date = yaml.scalar(node, key);
  const auto fits = [](char c, char shape) { return shape == '0' ? c >= '0' && c <= '9' : c == shape; };
  constexpr std::string_view kShape = "0000-00-00";
  const bool good = std::equal(date.begin(), date.end(), kShape.begin(), kShape.end(), fits);
  if (!date.empty() && !good) yaml.fail(node[key], fmt::format("\"{}\" must be a date such as 2027-01-01", key));
  return date;
}

Gates read_gates(YamlReader& yaml, const YAML::Node& node) {
  if (!yaml.check_keys(node, "\"applies\"", {"law", "market", "product", "parties", "language", "role"})) return {};
  Gates gates = {.law = yaml.scalars(node, "law"),
                 .market = yaml.scalars(node, "market"),
                 .product = yaml.scalars(node, "product"),
                 .parties = yaml.scalars(node, "parties"),
                 .language = yaml.scalars(node, "language"),
                 .role = yaml.scalars(node, "role")};
  for (const std::string& language : gates.language) {
    if (language != "en" && language != "zh")
      yaml.fail(node["language"], fmt::format("\"{}\" is no language: en or zh", language));
  }
  for (const std::string& role : gates.role) {
    if (const std::string wrong = fault_of_role(role); !wrong.empty()) yaml.fail(node["role"], wrong);
  }
  return gates;
}

int read_level(YamlReader& yaml, const YAML::Node& node) {
  return read_choice(yaml, node, "severity", {"info", "low", "medium", "high"});
}

bool is_rule_id(const std::string& id) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.front() >= 'a' && id.front() <= 'z' && id.back() != '-' &&
         std::all_of(id.begin(), id.end(), good);
}

using Severities = std::array<std::optional<Severity>, kSides>;

// One word for all sides, or a map of some.
Severities read_severities(YamlReader& yaml, const YAML::Node& node) {
  Severities severities;
  if (node.IsScalar()) {
    const int level = read_level(yaml, node);
    if (level >= 0) severities.fill(static_cast<Severity>(level));
    return severities;
  }
  if (!yaml.check_keys(node, "\"severity\"", {"supplier", "distributor", "service-partner", "customer"}))
    return severities;
  constexpr std::array<const char*, kSides> kSideKeys = {"supplier", "distributor", "service-partner", "customer"};
  for (std::size_t side = 0; side < kSides; ++side) {
    const YAML::Node entry = node[kSideKeys[side]];
    if (!entry) continue;
    const int level = read_level(yaml, entry);
    if (level >= 0) severities[side] = static_cast<Severity>(level);
  }
  return severities;
}

void read_severity(YamlReader& yaml, const YAML::Node& map, Rule& rule) {
  const YAML::Node node = map["severity"];
  if (!node) return yaml.fail(map, "\"severity\" is missing");
  const Severities severities = read_severities(yaml, node);
  for (std::size_t side = 0; side < kSides; ++side) rule.severity[side] = severities[side].value_or(Severity::Info);
  // A service partner stands where the distributor does unless the pack says otherwise.
  constexpr auto kPartner = static_cast<std::size_t>(Side::ServicePartner);
  if (!severities[kPartner]) rule.severity[kPartner] = rule.severity[static_cast<std::size_t>(Side::Distributor)];
}

void read_fix_target(YamlReader& yaml, const YAML::Node& node, Fix& fix) {
  const std::string word = node.IsScalar() ? node.Scalar() : std::string();
  if (word.size() > 2 && word.front() == '<' && word.back() == '>') {
    fix.target = FixTarget::Term;
    fix.term = word.substr(1, word.size() - 2);
    return;
  }
  switch (read_choice(yaml, node, "target", {"match", "value", "sentence"})) {
    case 1: fix.target = FixTarget::Value; break;
    case 2: fix.target = FixTarget::Sentence; break;
    default: fix.target = FixTarget::Match; break;
  }
}

void read_fix(YamlReader& yaml, const YAML::Node& node, Fix& fix) {
  if (!yaml.check_keys(node, "\"fix\"", {"replace", "insert", "delete", "with", "fallback", "floor"})) return;
  fix.place = place_of(node);
  const int kinds = (node["replace"] ? 1 : 0) + (node["insert"] ? 1 : 0) + (node["delete"] ? 1 : 0);
  if (kinds > 1) yaml.fail(node, "a fix takes one of \"replace\", \"insert\" and \"delete\"");
  if (node["replace"]) {
    fix.kind = FixKind::Replace;
    read_fix_target(yaml, node["replace"], fix);
  } else if (node["insert"]) {
    fix.kind = FixKind::InsertAfter;
    const bool clause = read_choice(yaml, node["insert"], "insert", {"sentence", "clause"}) == 1;
    fix.target = clause ? FixTarget::Clause : FixTarget::Sentence;
  } else if (node["delete"]) {
    fix.kind = FixKind::Delete;
    read_fix_target(yaml, node["delete"], fix);
  }
  const bool writes = fix.kind == FixKind::Replace || fix.kind == FixKind::InsertAfter;
  fix.with = read_text(yaml, node, "with", writes);
  if (!writes && node["with"]) yaml.fail(node["with"], "\"with\" needs \"replace\" or \"insert\"");
  fix.fallback = read_text(yaml, node, "fallback");
  fix.floor = read_text(yaml, node, "floor");
}

// Examples may leave one language out.
Text read_example_text(YamlReader& yaml, const YAML::Node& node, std::string_view what) {
  if (!yaml.check_keys(node, what, {"en", "zh"})) return {};
  return {.en = yaml.scalar(node, "en"), .zh = yaml.scalar(node, "zh")};
}

// What is said of a text in a language that it does not have would never be looked at.
void require_text(YamlReader& yaml, const YAML::Node& entry, const char* key, const Text& said, const Text& text) {
  for (const auto& [language, name] : {std::pair(Language::En, "en"), std::pair(Language::Zh, "zh")}) {
    if (said.in(language).empty() || !text.in(language).empty()) continue;
    yaml.fail(entry[key], fmt::format("\"{}\" is given in {}, but the example has no text in {}", key, name, name));
  }
}

// What an example says of the finding.
void read_expected(YamlReader& yaml, const YAML::Node& entry, Example& example) {
  for (const char* key : {"words", "value", "fixed"}) {
    if (entry[key] && example.kind == Example::Kind::Passes)
      yaml.fail(entry[key], fmt::format("\"{}\" is for an example that fires: this one passes", key));
  }
  if (entry["words"]) example.words = read_example_text(yaml, entry["words"], "\"words\"");
  if (entry["fixed"]) example.fixed = read_example_text(yaml, entry["fixed"], "\"fixed\"");
  require_text(yaml, entry, "words", example.words, example.text);
  require_text(yaml, entry, "fixed", example.fixed, example.text);
  example.value = yaml.scalar(entry, "value");
  Value value;
  if (!example.value.empty() && !parse_value(example.value, value))
    yaml.fail(entry["value"], fmt::format("\"{}\" is no value: write one such as 12 months or 10%", example.value));
}

// Why an example does not hold yet: one reason for both languages, or one each.
void read_todo(YamlReader& yaml, const YAML::Node& entry, Example& example) {
  const YAML::Node node = entry["todo"];
  if (!node) return;
  if (node.IsScalar()) {
    if (node.Scalar().empty()) yaml.fail(node, "\"todo\" is empty: say in a few words what does not work yet");
    example.todo = {.en = node.Scalar(), .zh = node.Scalar()};
    return;
  }
  example.todo = read_example_text(yaml, node, "\"todo\"");
  require_text(yaml, entry, "todo", example.todo, example.text);
}

std::vector<Example> read_examples(YamlReader& yaml, const YAML::Node& node) {
  std::vector<Example> examples;
  if (!node.IsSequence()) {
    yaml.fail(node, "\"examples\" must be a list");
    return examples;
  }
  for (const auto& entry : node) {
    if (!yaml.check_keys(entry, "an example",
                         {"fires", "passes", "words", "value", "fixed", "todo", "matter", "elsewhere"}))
      continue;
    Example example;
    example.place = place_of(entry);
    if (entry["fires"].IsDefined() == entry["passes"].IsDefined()) {
      yaml.fail(entry, "an example has either \"fires\" or \"passes\"");
      continue;
    }
    example.kind = entry["fires"] ? Example::Kind::Fires : Example::Kind::Passes;
    const YAML::Node text = entry["fires"] ? entry["fires"] : entry["passes"];
    if (text.IsMap()) example.text = read_example_text(yaml, text, "the text of an example");
    if (example.text.empty()) {
      yaml.fail(text, "an example without a text: give one as {en: …}, {zh: …} or both");
      continue;
    }
    read_expected(yaml, entry, example);
    read_todo(yaml, entry, example);
    if (const YAML::Node elsewhere = entry["elsewhere"]) {
      example.elsewhere = read_example_text(yaml, elsewhere, "\"elsewhere\"");
    }
    if (entry["matter"]) {
      YAML::Emitter emitter;
      emitter << entry["matter"];
      example.matter = emitter.c_str();
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace

Rule read_rule(YamlReader& yaml, const YAML::Node& node) {
  Rule rule;
  rule.place = place_of(node);
  if (!yaml.check_keys(node, "a rule", kRuleKeys)) return rule;
  rule.id = yaml.scalar(node, "id", true);
  if (!rule.id.empty() && !is_rule_id(rule.id)) {
    yaml.fail(node["id"], fmt::format("\"{}\" is no rule id: use lower-case letters, digits and hyphens", rule.id));
  }
  rule.title = read_text(yaml, node, "title", true);
  if (const YAML::Node dimension = node["dimension"]) {
    const int choice = read_choice(yaml, dimension, "dimension",
                                   {"warranty-cost", "customer-expectations", "partner-leverage", "escalation-timing"});
    if (choice >= 0) rule.dimension = static_cast<Dimension>(choice);
  } else {
    yaml.fail(node, "\"dimension\" is missing");
  }
  read_severity(yaml, node, rule);
  if (node["once"]) rule.once = read_once(yaml, node["once"]);
  rule.recommended =
      !node["recommended"] || read_choice(yaml, node["recommended"], "recommended", {"false", "true"}) == 1;
  rule.since = read_date(yaml, node, "since");
  rule.until = read_date(yaml, node, "until");
  if (const YAML::Node gates = node["applies"]) rule.gates = read_gates(yaml, gates);
  if (const YAML::Node where = node["where"]) {
    if (yaml.check_keys(where, "\"where\"", {"topic", "fact", "in", "story"})) {
      rule.topics = yaml.scalars(where, "topic");
      rule.facts = yaml.scalars(where, "fact");
      for (const int choice : read_choices(yaml, where["in"], "in", {"text", "table", "heading", "definition"})) {
        rule.settings.push_back(static_cast<Setting>(choice));
      }
      for (const int choice : read_choices(yaml, where["story"], "story",
                                           {"body", "footnote", "endnote", "header", "footer", "text-box"})) {
        rule.stories.push_back(static_cast<Story>(choice));
      }
    }
  }
  if (const YAML::Node when = node["when"]) {
    rule.when = read_condition(yaml, when);
  } else {
    yaml.fail(node, "\"when\" is missing");
  }
  rule.message = read_text(yaml, node, "message", true);
  rule.why = read_text(yaml, node, "why", true);
  rule.law = yaml.scalars(node, "law");
  if (node["fix"]) read_fix(yaml, node["fix"], rule.fix);
  rule.caution = read_text(yaml, node, "caution");
  if (node["examples"]) rule.examples = read_examples(yaml, node["examples"]);
  return rule;
}

RuleChange read_change(YamlReader& yaml, const std::string& rule, const YAML::Node& at, const YAML::Node& node) {
  RuleChange change;
  change.rule = rule;
  change.place = place_of(at);
  if (!yaml.check_keys(node, "a change", kChangeKeys)) return change;
  if (node["severity"]) change.severity = read_severities(yaml, node["severity"]);
  if (node["once"]) change.once = read_once(yaml, node["once"]);
  if (node["recommended"]) change.recommended = read_flag(yaml, node["recommended"], "recommended");
  if (node["applies"]) change.gates = read_gates(yaml, node["applies"]);
  if (node["when"]) change.when = read_condition(yaml, node["when"]);
  change.title = read_text(yaml, node, "title");
  change.message = read_text(yaml, node, "message");
  change.why = read_text(yaml, node, "why");
  change.caution = read_text(yaml, node, "caution");
  if (node["fix"]) read_fix(yaml, node["fix"], change.fix.emplace());
  if (node["examples"]) change.examples = read_examples(yaml, node["examples"]);
  return change;
}

}  // namespace clauselint
