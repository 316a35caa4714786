// Every run of every real Word file leads back to the bytes it was read from.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "io/zip.hpp"
#include "readers/docx.hpp"
#include "text/utf8.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

const fs::path kCorpora = fs::path(CLAUSELINT_SHARED) / "corpora";

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string member(const std::string& package, const std::string& name) {
  auto zip = ZipReader::open("package", package, {});
  REQUIRE(zip);
  const auto index = zip->find(name);
  REQUIRE(index);
  auto bytes = zip->read(*index);
  REQUIRE(bytes);
  return std::move(*bytes);
}

// The bytes that the anchors of a part count in; `outer!/inner` is a member of a package within the package.
std::string part_bytes(const std::string& package, const std::string& name) {
  const std::size_t border = name.find("!/");
  if (border == std::string::npos) return member(package, name);
  return part_bytes(member(package, name.substr(0, border)), name.substr(border + 2));
}

// The first run that does not lead back, in words; empty when all do.
std::string find_lost_run(const Document& document, const std::string& package) {
  std::map<std::uint32_t, std::string> parts;
  for (const Run& run : document.runs) {
    if (run.kind == RunKind::Synthetic) continue;
    auto [part, is_new] = parts.try_emplace(run.source.part);
    if (is_new) part->second = part_bytes(package, document.parts[run.source.part]);
    const std::string place = document.parts[run.source.part] + " at byte " + std::to_string(run.source.begin);
    if (run.source.end > part->second.size()) return "a run ends behind its part " + place;
    const std::string_view source =
        std::string_view(part->second).substr(run.source.begin, run.source.end - run.source.begin);
    if (run.kind == RunKind::Verbatim && source != document.words(run.span)) return "other bytes in " + place;
    const bool stands_for_something =
        !source.empty() && std::string_view("<&\r\n").find(source.front()) != std::string_view::npos;
    const bool to_fill_in = run.underlined && trimmed(source).empty() && source.size() == run.span.size();
    if (run.kind == RunKind::Atomic && !stands_for_something && !to_fill_in) return "nothing to stand for in " + place;
  }
  return {};
}

}  // namespace

TEST_CASE("every run of every real Word file, in either view, leads back to its source") {
  if (!fs::exists(kCorpora)) {
    WARN("skipped: no corpora at " << kCorpora);
    return;
  }
  std::size_t runs = 0;
  for (const char* folder : {"contracts-docx", "docx-corpus"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kCorpora / folder)) {
      const fs::path extension = entry.path().extension();
      if (extension != ".docx" && extension != ".docm" && extension != ".dotx") continue;
      CAPTURE(entry.path());
      const std::string bytes = content_of(entry.path());
      for (const View view : {View::Final, View::Original}) {
        const auto document = read_docx("draft.docx", bytes, {.view = view});
        if (!document) continue;  // a refusal; which are refused is another test's affair
        CHECK(find_fault(*document).empty());
        CHECK(find_lost_run(*document, bytes) == "");
        runs += document->runs.size();
      }
    }
  }
  CHECK(runs > 100'000);
}
