// The subject stays in the packs: no rule's name and no topic stands in C++, and no machine's paths stand anywhere.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/rule.hpp"

namespace {

namespace fs = std::filesystem;

fs::path root() { return CLAUSELINT_SOURCE_DIR; }

struct File {
  std::string path;  ///< relative to the root of the project
  std::string text;
};

std::vector<File> files_in(const fs::path& folder) {
  std::vector<File> found;
  if (!fs::exists(root() / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    found.push_back({.path = fs::relative(entry.path(), root()).string(),
                     .text = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  std::ranges::sort(found, {}, &File::path);
  return found;
}

std::vector<File> program_sources() {
  std::vector<File> found = files_in("include");
  for (File& file : files_in("src")) found.push_back(std::move(file));
  return found;
}

bool is_part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_part_of_name(text[at - 1]);
    const bool ends = end == text.size() || !is_part_of_name(text[end]);
    if (begins && ends) return true;
  }
  return false;
}

// A name that is one plain word (`returns`) is C++ and English too; only as a string literal does it name a topic.
std::string as_it_would_stand(const std::string& name) {
  const bool plain = std::ranges::all_of(name, [](unsigned char c) { return std::isalpha(c) != 0; });
  return plain ? '"' + name + '"' : name;
}

void check_absent(const std::string& name, const std::vector<File>& sources) {
  for (const File& source : sources) {
    INFO(source.path << " names " << name);
    CHECK_FALSE(holds_word(source.text, as_it_would_stand(name)));
  }
}

}  // namespace

TEST_CASE("no rule, trigger or provision of the packs is named in C++") {
  const std::vector<File> sources = program_sources();
  REQUIRE_FALSE(sources.empty());
  const clauselint::RuleSet& rules = clauselint::default_rules();
  REQUIRE_FALSE(rules.packs().empty());
  for (const clauselint::Pack& pack : rules.packs()) {
    for (const clauselint::Rule& rule : pack.rules) check_absent(rule.id, sources);
    for (const clauselint::Trigger& trigger : pack.triggers) check_absent(trigger.id, sources);
  }
  for (const clauselint::Provision& provision : rules.provisions()) check_absent(provision.id, sources);
}

TEST_CASE("no topic or term of the packs is named in C++") {
  const std::vector<File> sources = program_sources();
  for (const clauselint::Pack& pack : clauselint::default_rules().packs()) {
    for (const clauselint::Topic& topic : pack.topics) check_absent(topic.name, sources);
    for (const clauselint::Term& term : pack.terms) check_absent(term.name, sources);
  }
}

TEST_CASE("a name inside a longer name is another name") {
  CHECK(holds_word("// see cc-510.", "cc-510"));
  CHECK_FALSE(holds_word("// see cc-510-2.", "cc-510"));
  CHECK_FALSE(holds_word("std::returns_x", as_it_would_stand("returns")));
}

TEST_CASE("the embedded packs do not remember the machine they were built on") {
  for (const clauselint::Pack& pack : clauselint::default_rules().packs()) {
    CHECK(pack.path.find(CLAUSELINT_SOURCE_DIR) == std::string::npos);
    CHECK_FALSE(fs::path(pack.path).is_absolute());
  }
}

TEST_CASE("no file of the project holds the path of one machine") {
  static const std::regex home(R"((^|[\s"'`(=:])/(work|root|home|Users)/)");
  for (const char* folder : {"include", "src", "rules", "tests", "samples", "docs"}) {
    for (const File& file : files_in(folder)) {
      std::smatch found;
      INFO(file.path);
      if (std::regex_search(file.text, found, home)) FAIL_CHECK("holds" << found.str());
    }
  }
}
