// The choice of a reader, and what is said of files that no reader reads.
#include <catch2/catch.hpp>
#include <string>

#include "clauselint/read.hpp"
#include "support/tiny_docx.hpp"

namespace clauselint {
namespace {

using namespace std::string_literals;

std::string refusal(const std::string& path, const std::string& bytes) {
  const auto made = read_document(path, bytes);
  if (made) return "read";
  CHECK(made.error().kind == ErrorKind::Unreadable);
  CHECK(made.error().where == path);
  return made.error().message;
}

}  // namespace

TEST_CASE("Markdown is known by its extension, other text is plain") {
  CHECK(read_document("a.md", "# Title")->format == SourceFormat::Markdown);
  CHECK(read_document("A.MARKDOWN", "# Title")->format == SourceFormat::Markdown);
  CHECK(read_document("a.txt", "# Title")->format == SourceFormat::Text);
  CHECK(read_document("a", "# Title")->format == SourceFormat::Text);
}

TEST_CASE("a refused file is named, with the way out") {
  CHECK(refusal("a.pdf", "%PDF-1.7\n") == "a PDF: convert it to .docx or text and try again");
  CHECK(refusal("dir/~$a.docx", "\x05User"s) ==
        "the lock file that Word keeps beside an open document: close it there, or name the document itself");
  CHECK(refusal("a.html", "\n<!DOCTYPE html>\n<html>") == "there are no words in it: check that it is the right file");
}

TEST_CASE("an empty file and one without words are refused") {
  CHECK(refusal("a.txt", "") == "an empty file: save the draft again and retry");
  CHECK(refusal("a.txt", " \r\n\t\n") == "there are no words in it: check that it is the right file");
}

TEST_CASE("a file above the limit is refused") {
  ReadOptions options;
  options.limits.file = 3;
  CHECK_FALSE(read_document("a.txt", "1234", options));
  CHECK(read_document("a.txt", "123", options));
}

TEST_CASE("content goes before the extension") {
  CHECK(refusal("draft.txt", "%PDF-1.4") == "a PDF: convert it to .docx or text and try again");
  CHECK(read_document("draft.txt", tiny_docx(tiny_paragraph("We repair.")))->format == SourceFormat::Docx);
}

TEST_CASE("what is named as a Word file and is none is refused rather than read as text") {
  for (const std::string& bytes : {"Just text."s, "P"s, "PK\3"s}) {
    CHECK(refusal("draft.docx", bytes) ==
          "named as a Word file, but it is none: save it anew from Word, or name it .txt if it is text");
  }
}

TEST_CASE("bytes before the archive do not keep a Word file from being read") {
  CHECK(read_document("draft.docx", "mail header\n" + tiny_docx(tiny_paragraph("We repair.")))->text == "We repair.\n");
}

TEST_CASE("text that begins with an angle bracket is text") {
  CHECK(read_document("a.txt", "<Party A> shall repair.")->paragraphs.size() == 1);
}

}  // namespace clauselint
