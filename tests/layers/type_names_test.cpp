// One name, one type: all types share a namespace, and a linker takes two of one name for the same.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

namespace fs = std::filesystem;

TEST_CASE("no two headers define a type of one name") {
  static const std::regex definition(R"(^(?:struct|class|enum class|enum) (\w+)(?: : [\w:, ]+| final)? \{)");
  std::map<std::string, std::string> defined;
  std::string twice;
  for (const char* folder : {"include/clauselint", "src", "tests/support"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(CLAUSELINT_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".hpp") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, definition)) continue;
        const auto [first, is_new] = defined.emplace(match[1], entry.path().filename().string());
        if (!is_new)
          twice += match[1].str() + " in " + first->second + " and " + entry.path().filename().string() + "\n";
      }
    }
  }
  CHECK(twice == "");
  CHECK(defined.size() > 100);
}
