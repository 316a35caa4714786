// What was left out, in both languages; and no noun of a reader without its Chinese.
#include "report/note_words.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

std::string in_english(const Note& note) { return note_words(note, words_in(Language::En)); }
std::string in_chinese(const Note& note) { return note_words(note, words_in(Language::Zh)); }

// The nouns that readers note, out of their sources.
std::set<std::string> nouns() {
  static const std::regex noted(
      R"re((?:note\((?:is_original\(\) \? )?|HtmlRole::Noted, |\.what = |adds \? |is_original\(\) \? |\{(?="[^"]+", [a-z_]+_\}))"([^"]+)")re");
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(fs::path(CLAUSELINT_SOURCE_DIR) / "src/readers")) {
    std::ifstream in(entry.path());
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator at(source.begin(), source.end(), noted), end; at != end; ++at) found.insert((*at)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("a note says what, how many and where") {
  CHECK(in_english({.what = "images", .where = {}, .count = 1}) == "images");
  CHECK(in_english({.what = "images", .where = "headers", .count = 3}) == "images (3) in headers");
  CHECK(in_chinese({.what = "images", .where = "headers", .count = 3}) == "图片（3），位于页眉");
  CHECK(
      in_chinese({.what = "characters read as GB18030, though nothing in the file says so", .where = {}, .count = 9}) ==
      "按GB18030编码读取的字符（文件未注明编码）（9）");
  CHECK(in_chinese({.what = "bytes that are not UTF-8", .where = {}, .count = 1}) == "不符合UTF-8编码的字节");
  CHECK(in_chinese({.what = "something\nnew", .where = {}, .count = 1}).find('\n') == std::string::npos);
}

TEST_CASE("every noun of the readers has its Chinese") {
  const std::set<std::string> all = nouns();
  CHECK(all.size() > 25);
  for (const std::string& noun : all) {
    const bool begins_one = noun.back() == ' ';  // `bytes that are not ` and a name
    if (begins_one) continue;
    CAPTURE(noun);
    CHECK(in_chinese({.what = noun, .where = {}, .count = 1}) != noun);
  }
}
