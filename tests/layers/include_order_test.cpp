// The arrows of the house: which file may include which.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// A header may include those above it.
constexpr std::array kPublicOrder = {"error",      "span",      "document", "read",       "clause",      "fact",
                                     "definition", "matter",    "rule",     "kept_packs", "rule_choice", "rule_check",
                                     "party",      "finding",   "trace",    "evaluate",   "edit_plan",   "summary",
                                     "lint",       "rule_test", "report",   "markup"};

// What every folder of src/ may use, each by those after it too.
constexpr std::array kFoundations = {"io", "text", "ooxml"};

struct Include {
  fs::path file;     ///< relative to the root of the project
  std::string name;  ///< with its brackets or quotes
};

fs::path root() { return CLAUSELINT_SOURCE_DIR; }

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".hpp" || extension == ".cpp") found.push_back(fs::relative(entry.path(), root()));
  }
  std::ranges::sort(found);
  return found;
}

std::vector<Include> includes_of(const fs::path& file) {
  static const std::regex directive(R"(^\s*#\s*include\s*([<"][^>"]+[>"]))");
  std::vector<Include> found;
  std::ifstream in(root() / file);
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_search(line, match, directive)) found.push_back({.file = file, .name = match[1]});
  }
  return found;
}

std::vector<Include> includes_in(const fs::path& folder) {
  std::vector<Include> found;
  for (const fs::path& file : sources_in(folder)) {
    for (Include& include : includes_of(file)) found.push_back(std::move(include));
  }
  return found;
}

bool is_quoted(const Include& include) { return include.name.front() == '"'; }

fs::path path_of(const Include& include) { return include.name.substr(1, include.name.size() - 2); }

template <class Names>
std::size_t rank(const Names& names, const std::string& name) {
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

template <class Names>
bool holds(const Names& names, const std::string& name) {
  return rank(names, name) < names.size();
}

// Empty when `folder` of src/ may include a quoted header, else the reason.
std::string objection(const std::string& folder, const Include& include) {
  const fs::path wanted = path_of(include);
  if (std::distance(wanted.begin(), wanted.end()) < 2) return "names no folder";
  const std::string from = wanted.begin()->string();
  if (from == "clauselint" || from == folder) return {};
  if (folder == "cli") return from == "io" ? "" : "the command line uses the public headers and io";
  if (folder == "tools") return from == "rules" || holds(kFoundations, from) ? "" : "a tool uses rules and foundations";
  if (!holds(kFoundations, from)) return "belongs to another stage";
  if (holds(kFoundations, folder) && rank(kFoundations, from) > rank(kFoundations, folder)) {
    return "stands above it among the foundations";
  }
  return {};
}

}  // namespace

TEST_CASE("every public header has its place in the order") {
  std::vector<std::string> found;
  for (const fs::path& header : sources_in("include")) found.push_back(header.stem().string());
  std::vector<std::string> listed(kPublicOrder.begin(), kPublicOrder.end());
  std::ranges::sort(listed);
  CHECK(found == listed);
}

TEST_CASE("a public header includes only headers above it") {
  for (const Include& include : includes_in("include")) {
    if (!is_quoted(include)) continue;
    INFO(include.file.string() << " includes " << include.name);
    REQUIRE(path_of(include).parent_path() == "clauselint");
    CHECK(rank(kPublicOrder, path_of(include).stem().string()) < rank(kPublicOrder, include.file.stem().string()));
  }
}

TEST_CASE("a public header shows no library but the standard one") {
  for (const Include& include : includes_in("include")) {
    if (is_quoted(include)) continue;
    INFO(include.file.string() << " includes " << include.name);
    CHECK(include.name.find_first_of("/.") == std::string::npos);
  }
}

TEST_CASE("a folder of src includes public headers, its own, and the foundations below it") {
  const std::vector<Include> includes = includes_in("src");
  REQUIRE_FALSE(includes.empty());
  for (const Include& include : includes) {
    if (!is_quoted(include)) continue;
    const std::string folder = std::next(include.file.begin())->string();
    INFO(include.file.string() << " includes " << include.name);
    CHECK(objection(folder, include) == "");
  }
}

TEST_CASE("an arrow from one stage to another is told as a fault") {
  const auto told = [](const std::string& folder, const std::string& header) {
    return objection(folder, {.file = "src/" + folder + "/x.cpp", .name = '"' + header + '"'});
  };
  CHECK(told("facts", "rules/pack.hpp") == "belongs to another stage");
  CHECK(told("facts", "pack.hpp") == "names no folder");
  CHECK(told("cli", "text/utf8.hpp") == "the command line uses the public headers and io");
  CHECK(told("io", "ooxml/package.hpp") == "stands above it among the foundations");
  CHECK(told("ooxml", "io/zip.hpp") == "");
}

TEST_CASE("no source reaches for the network") {
  static const std::regex network(R"(sys/socket|netdb|netinet|arpa/|curl|nanohttp|nanoftp|asio)");
  for (const fs::path folder : {"include", "src"}) {
    for (const Include& include : includes_in(folder)) {
      INFO(include.file.string() << " includes " << include.name);
      CHECK_FALSE(std::regex_search(include.name, network));
    }
  }
}
