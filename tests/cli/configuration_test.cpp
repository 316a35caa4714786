// .clauselint.yaml: what it may say, and for which drafts it holds.
#include "cli/configuration.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

using namespace clauselint;
using namespace clauselint::cli;
namespace fs = std::filesystem;

namespace {

std::string error_of(const std::string& yaml) {
  const Result<Configuration> parsed = parse_configuration("/repo/.clauselint.yaml", yaml);
  return parsed ? std::string() : describe(parsed.error());
}

Configuration parsed(const std::string& yaml) {
  const Result<Configuration> configuration = parse_configuration("/repo/.clauselint.yaml", yaml);
  REQUIRE(configuration);
  return *configuration;
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "clauselint-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  std::string write(const std::string& name) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << "lang: en\n";
    return (path_ / name).string();
  }
  fs::path path_;
};

}  // namespace

TEST_CASE("paths are those beside the configuration") {
  const Configuration configuration = parsed("matter: matters/m.yaml\npacks: [house.yaml, /abs/p.yaml]\n");
  CHECK(configuration.matter == "/repo/matters/m.yaml");
  CHECK(configuration.packs == std::vector<std::string>{"/repo/house.yaml", "/abs/p.yaml"});
  CHECK(configuration.default_packs);
  CHECK_FALSE(parsed("default-packs: false\n").default_packs);
  CHECK(parsed("lang: en\n").choice.select.empty());
  CHECK(error_of("# nothing\n").find("the file is empty") != std::string::npos);
}

TEST_CASE("overrides hold for the files that fit, in their order") {
  const Configuration configuration = parsed(R"(
ignore: [a]
severity: {a: low}
overrides:
  - {files: ["old/*"], ignore: [b], severity: {a: high}}
  - {files: ["*/special.docx", "x.md"], select: [c]}
)");
  CHECK(choice_for(configuration, "/repo/new/d.docx").ignore == std::vector<std::string>{"a"});
  const RuleChoice old = choice_for(configuration, "/repo/old/deep/special.docx");
  CHECK(old.ignore == std::vector<std::string>{"a", "b"});
  CHECK(old.select == std::vector<std::string>{"c"});
  CHECK(old.severity.back().second == Severity::High);
  CHECK(choice_for(configuration, "/elsewhere/x.md").select.empty());
}

TEST_CASE("what a configuration cannot say is told with its place") {
  CHECK(error_of("slect: [a]\n") == "/repo/.clauselint.yaml:1:1: unknown key \"slect\", did you mean \"select\"?");
  CHECK(error_of("lang: fr\n") == "/repo/.clauselint.yaml:1:7: \"fr\" is no lang: en, zh");
  CHECK(error_of("fail-on: grave\n").find("info, low, medium, high, never") != std::string::npos);
  CHECK(error_of("severity: {a: grave}\n") ==
        "/repo/.clauselint.yaml:1:15: \"grave\" is no severity: info, low, medium, high");
  CHECK(error_of("overrides:\n  - {ignore: [a]}\n") == "/repo/.clauselint.yaml:2:5: \"files\" is missing");
  CHECK(error_of("a: [").find("/repo/.clauselint.yaml:") == 0);
}

TEST_CASE("the nearest configuration above a draft holds, up to the root of the repository") {
  const TemporaryFolder folder;
  const std::string top = folder.write(".clauselint.yaml");
  const std::string near = folder.write("a/.clauselint.yaml");
  folder.write("repo/.git/config");
  CHECK(find_configuration(folder.write("a/b/draft.md")) == near);
  CHECK(find_configuration(folder.write("c/draft.md")) == top);
  CHECK(find_configuration(folder.write("repo/d/draft.md")).empty());
}
