// The code is as clang-format leaves it, so that no review speaks of blanks.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

TEST_CASE("every source is as clang-format 14 leaves it") {
  namespace fs = std::filesystem;
  if (std::system("clang-format-14 --version > /dev/null 2>&1") != 0) {
    WARN("skipped: there is no clang-format-14 on this machine");
    return;
  }
  std::string command = "cd '" CLAUSELINT_SOURCE_DIR "' && clang-format-14 --dry-run --Werror";
  std::size_t files = 0;
  for (const char* folder : {"include", "src", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(CLAUSELINT_SOURCE_DIR) / folder)) {
      const fs::path extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      command += " '" + entry.path().string() + "'";
      ++files;
    }
  }
  REQUIRE(files > 100);
  CHECK(std::system(command.c_str()) == 0);
}
