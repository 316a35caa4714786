// The schema that editors use, the loader and the page for authors say the same.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/mini_rules.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

std::string contents(const std::string& path) {
  std::ifstream in(fs::path(CLAUSELINT_SOURCE_DIR) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const nlohmann::json& schema() {
  static const nlohmann::json parsed = nlohmann::json::parse(contents("rules/pack.schema.json"));
  return parsed;
}

const nlohmann::json& definition(const std::string& name) { return schema()["$defs"][name]; }

Names properties(const nlohmann::json& object) {
  Names names;
  for (const auto& entry : object["properties"].items()) names.insert(entry.key());
  return names;
}

// What the loader tells of a word that it does not know at this place: all that it does.
Names known_to_loader(const std::string& yaml) {
  Names names;
  for (const std::string& error : errors_of_pack(yaml)) {
    const std::string mark = "\"zzzzzzzzzzzz\"; known are ";
    const std::size_t at = error.find(mark);
    if (at == std::string::npos) continue;
    std::string list = error.substr(at + mark.size());
    for (std::size_t comma = 0; comma != std::string::npos;) {
      comma = list.find(", ");
      names.insert(list.substr(0, comma));
      list.erase(0, comma == std::string::npos ? comma : comma + 2);
    }
    break;
  }
  return names;
}

std::string in_rule(const std::string& keys) { return "rules: [{" + keys + "}]"; }

}  // namespace

TEST_CASE("the loader and the schema know the same keys") {
  const std::string unknown = "zzzzzzzzzzzz: x";
  CHECK(known_to_loader(unknown) == properties(schema()));
  CHECK(known_to_loader("terms: {a: {" + unknown + "}}") == properties(definition("term")));
  CHECK(known_to_loader("topics: {a: {" + unknown + "}}") == properties(definition("topic")));
  CHECK(known_to_loader("subjects: {a: {" + unknown + "}}") == properties(definition("named")));
  CHECK(known_to_loader("facts: {a: {" + unknown + "}}") == properties(definition("fact")));
  CHECK(known_to_loader("facts: {a: {starts: {b: {" + unknown + "}}}}") == properties(definition("named")));
  CHECK(known_to_loader("changes: {a: {" + unknown + "}}") == properties(definition("change")));
  CHECK(known_to_loader("triggers: [{" + unknown + "}]") == properties(definition("trigger")));
  CHECK(known_to_loader(in_rule(unknown)) == properties(definition("rule")));
  CHECK(known_to_loader(in_rule("title: {" + unknown + "}")) == properties(definition("text")));
  CHECK(known_to_loader(in_rule("severity: {" + unknown + "}")) == properties(definition("severity")["oneOf"][1]));
  CHECK(known_to_loader(in_rule("applies: {" + unknown + "}")) == properties(definition("gates")));
  CHECK(known_to_loader(in_rule("where: {" + unknown + "}")) == properties(definition("rule")["properties"]["where"]));
  CHECK(known_to_loader(in_rule("fix: {" + unknown + "}")) == properties(definition("fix")));
  CHECK(known_to_loader(in_rule("examples: [{" + unknown + "}]")) == properties(definition("example")));
  CHECK(known_to_loader(in_rule("examples: [{fires: {" + unknown + "}}]")) == properties(definition("exampleText")));
}

TEST_CASE("the loader and the schema know the same conditions") {
  Names kinds;
  for (const nlohmann::json& kind : definition("condition")["oneOf"]) {
    const std::string name = *properties(kind).begin();
    kinds.insert(name);
    const nlohmann::json& body = kind["properties"][name];
    if (!body.contains("properties")) continue;
    CAPTURE(name);
    CHECK(known_to_loader(in_rule("when: {" + name + ": {zzzzzzzzzzzz: x}}")) == properties(body));
  }
  CHECK(known_to_loader(in_rule("when: {zzzzzzzzzzzz: x}")) == kinds);
}

TEST_CASE("the loader and the schema know the same words") {
  const auto choices = [](const nlohmann::json& choice) {
    const auto list = choice["enum"].get<std::vector<std::string>>();
    return Names(list.begin(), list.end());
  };
  CHECK(known_to_loader("facts: {a: {value: zzzzzzzzzzzz}}") == choices(definition("fact")["properties"]["value"]));
  CHECK(known_to_loader(in_rule("dimension: zzzzzzzzzzzz")) == choices(definition("rule")["properties"]["dimension"]));
  CHECK(known_to_loader(in_rule("severity: zzzzzzzzzzzz")) == choices(definition("severity")["oneOf"][0]));
}

TEST_CASE("the page for authors shows every key") {
  const std::string page = contents("docs/rules.md");
  std::vector<const nlohmann::json*> objects = {&schema()};
  for (const auto& entry : schema()["$defs"].items()) objects.push_back(&entry.value());
  for (const nlohmann::json& kind : definition("condition")["oneOf"]) objects.push_back(&kind);
  for (const nlohmann::json* object : objects) {
    if (!object->contains("properties")) continue;
    for (const std::string& key : properties(*object)) {
      CAPTURE(key);
      CHECK(page.find(key + ":") != std::string::npos);
    }
  }
}

TEST_CASE("every pack names the schema for editors") {
  for (const auto& entry : fs::directory_iterator(fs::path(CLAUSELINT_SOURCE_DIR) / "rules")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".yaml" || name == "law.yaml") continue;
    CAPTURE(name);
    CHECK(contents("rules/" + name).starts_with("# yaml-language-server: $schema=pack.schema.json\n"));
  }
}
