// Real contracts as text: no word is lost that is not counted, and each stands where the document says.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "io/files.hpp"
#include "readers/plain_text.hpp"
#include "support/reading.hpp"
#include "text/encoding.hpp"

namespace clauselint {
namespace {

namespace fs = std::filesystem;

fs::path corpora() {
  const char* shared = std::getenv("CLAUSELINT_SHARED");
#ifdef CLAUSELINT_SHARED
  if (shared == nullptr) shared = CLAUSELINT_SHARED;
#endif
  return fs::path(shared != nullptr ? shared : "../shared") / "corpora";
}

// The texts of the corpora by path; none, said loudly, where they are not.
std::map<std::string, std::string> read_corpora() {
  std::map<std::string, std::string> files;
  for (const char* folder : {"cuad/full_contract_txt", "zh-modern", "zh-templates"}) {
    if (!fs::is_directory(corpora() / folder)) continue;
    for (const auto& entry : fs::directory_iterator(corpora() / folder)) {
      auto bytes = read_file(entry.path().string(), 64u << 20);
      if (bytes && !bytes->empty()) files[entry.path().string()] = std::move(*bytes);
    }
  }
  if (files.empty()) WARN("skipped: no texts at " << corpora() << " (set CLAUSELINT_SHARED)");
  return files;
}

std::uint32_t count_furniture(const Document& document) {
  std::uint32_t count = 0;
  for (const char* what :
       {"page numbers", "running heads and footers", "lines of a table of contents", "line numbers in the margin"}) {
    count += noted(document, what);
  }
  return count;
}

// Letters, figures and Han of a text, which no encoding may change.
std::string words_only(const Document& document) {
  std::string words;
  for (std::size_t at = 0; at < document.text.size();) {
    const CodePoint c = decode_at(document.text, at);
    if (is_ascii_letter(c.value) || is_ascii_digit(c.value) || is_han(c.value)) {
      words.append(document.text, at, c.size);
    }
    at += c.size;
  }
  return words;
}

}  // namespace

TEST_CASE("each word of a real contract is read, or in a line that is counted as left out") {
  for (const auto& [path, bytes] : read_corpora()) {
    CAPTURE(path);
    const auto made = read_plain_text(path, bytes, {});
    REQUIRE(made);
    CHECK(find_reading_fault(*made, bytes) == "");
    CHECK(count_lines_left_out(*made, bytes) <= count_furniture(*made));
  }
}

TEST_CASE("a real contract says the same in each encoding, and its words stand at their bytes") {
  std::size_t number = 0;
  for (const auto& [path, bytes] : read_corpora()) {
    if (++number % 13 != 0) continue;
    CAPTURE(path);
    const auto original = read_plain_text(path, bytes, {});
    REQUIRE(original);
    for (const Encoding encoding : {Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030}) {
      CAPTURE(name_of(encoding));
      const auto other = encode(bytes, encoding);
      if (!other || *other == bytes) continue;  // the file is not UTF-8 itself, or all ASCII
      const auto made = read_plain_text(path, *other, {});
      REQUIRE(made);
      const std::string guessed = "characters read as " + made->encoding + ", though nothing in the file says so";
      if (noted(*made, guessed) > 0) continue;  // some files have one character outside ASCII
      CHECK(made->encoding == name_of(encoding));
      CHECK(find_reading_fault(*made, *other) == "");
      CHECK(words_only(*made) == words_only(*original));
      for (std::size_t i = 0; i < made->paragraphs.size(); i += 7) {
        const ByteSpan span = made->paragraphs[i].span;
        const SourceAnchor source = source_of(*made, span);
        const auto first = encode(
            made->words({.begin = span.begin, .end = span.begin + decode_at(made->text, span.begin).size}), encoding);
        CHECK(other->substr(source.begin).starts_with(first.value_or("?")));
      }
    }
  }
}

}  // namespace clauselint
