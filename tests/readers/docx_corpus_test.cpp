// Real contracts: every paragraph that Word numbers has the label that a second program computes.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "readers/docx.hpp"
#include "text/utf8.hpp"

using namespace clauselint;
namespace fs = std::filesystem;

namespace {

fs::path contracts() {
  if (const char* given = std::getenv("CLAUSELINT_SHARED")) return fs::path(given) / "corpora/contracts-docx";
#ifdef CLAUSELINT_SHARED
  return fs::path(CLAUSELINT_SHARED) / "corpora/contracts-docx";
#else
  return "../shared/corpora/contracts-docx";
#endif
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The labels of a story in order, bullets and unnumbered paragraphs left out.
std::vector<std::string> our_labels(const Document& document) {
  std::vector<std::string> labels;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.story == Story::Body && paragraph.label != 0) labels.push_back(document.label_of(paragraph));
  }
  return labels;
}

// Lines of depth, level, label, style, text; a bullet is a label without letter or digit.
std::vector<std::string> their_labels(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> labels;
  for (std::string line; std::getline(in, line);) {
    std::size_t begin = line.find('\t');
    begin = begin == std::string::npos ? line.size() : line.find('\t', begin + 1);
    if (begin >= line.size()) continue;
    const std::string label(trimmed(std::string_view(line).substr(begin + 1, line.find('\t', begin + 1) - begin - 1)));
    bool numbered = false;
    for (std::size_t at = 0; at < label.size();) {
      const CodePoint c = decode_at(label, at);
      numbered = numbered || is_ascii_digit(c.value) || is_ascii_letter(c.value) || is_han(c.value);
      at += c.size;
    }
    if (numbered) labels.push_back(label);
  }
  return labels;
}

}  // namespace

TEST_CASE("real contracts are read whole, with the labels that LibreOffice computes") {
  if (!fs::exists(contracts())) {
    WARN("skipped: no contracts at " << contracts());
    return;
  }
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(contracts())) {
    if (entry.path().extension() != ".docx") continue;
    CAPTURE(entry.path().filename());
    const auto document = read_docx("contract.docx", content_of(entry.path()), {});
    REQUIRE(document);
    CHECK(find_fault(*document).empty());
    const fs::path labels = contracts() / "labels" / entry.path().parent_path().filename() /
                            (entry.path().filename().string() + ".labels.tsv");
    if (fs::exists(labels)) CHECK(our_labels(*document) == their_labels(labels));
  }
}
