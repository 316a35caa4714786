// Rule sets for tests, made of YAML on the spot.
#include "support/mini_rules.hpp"

#include <stdexcept>
#include <utility>

namespace clauselint {
namespace {

// On one line behind the sections, so that their lines count from 1.
std::string pack_text(const std::string& sections) {
  return sections + "\npack: mini\nversion: 1.0.0\ntitle: {en: Mini, zh: 小}\n";
}

}  // namespace

RuleSet rules_from(const std::string& sections) {
  std::vector<Error> errors;
  std::vector<Pack> packs;
  packs.push_back(parse_pack("mini.yaml", pack_text(sections), errors));
  std::optional<RuleSet> rules = RuleSet::compile(std::move(packs), {}, errors);
  if (!errors.empty()) throw std::runtime_error(describe(errors.front()));
  return *std::move(rules);
}

std::vector<std::string> errors_of_pack(const std::string& sections) {
  std::vector<Error> errors;
  std::vector<Pack> packs;
  packs.push_back(parse_pack("mini.yaml", pack_text(sections), errors));
  if (errors.empty()) RuleSet::compile(std::move(packs), {}, errors);
  std::vector<std::string> lines;
  for (const Error& error : errors)
    lines.push_back(error.where.substr(std::string("mini.yaml:").size()) + ": " + error.message);
  return lines;
}

std::string rule_text(const std::string& id, const std::string& keys) {
  return "rules:\n  - id: " + id +
         "\n    title: {en: T, zh: 题}\n    dimension: warranty-cost\n    severity: high\n"
         "    message: {en: \"“{match}” {value} {other}\", zh: \"“{match}”\"}\n    why: {en: W, zh: 因}\n" +
         keys;
}

}  // namespace clauselint
