// Files that carry the name of a Word document but are something else, known by their first bytes.
#include <algorithm>
#include <array>
#include <utility>

#include "readers/docx.hpp"

namespace clauselint {
namespace {

using namespace std::string_view_literals;

// Names in a compound file are UTF-16, little endian.
constexpr std::string_view kEncryptedPackage = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

using Start = std::pair<std::string_view, std::string_view>;

constexpr std::array<Start, 7> kStarts{{
    {"{\\rtf"sv, "a rich text file (RTF): save it as .docx and try again"sv},
    {"%PDF-"sv, "a PDF file: export it to .docx or to text and try again"sv},
    {"version https://git-lfs"sv, "a Git LFS pointer, not the file itself: run git lfs pull and try again"sv},
    {"\x1F\x8B"sv, "a gzip archive: unpack it and try again"sv},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive: unpack it and try again"sv},
    {"Rar!"sv, "a RAR archive: unpack it and try again"sv},
    {"\xDB\xA5"sv, "a document of Word 2.0: save it as .docx and try again"sv},
}};

// The lock file `~$name.docx` that Word keeps beside an open document: a length, then the user's name.
bool is_owner_file(std::string_view bytes) {
  const bool sized = bytes.size() == 162 || bytes.size() == 165;
  return sized && static_cast<unsigned char>(bytes.front()) <= 54;
}

}  // namespace

std::string describe_foreign_bytes(std::string_view bytes) {
  if (bytes.empty()) return "an empty file";
  if (bytes.substr(0, kCompoundFile.size()) == kCompoundFile) {
    const bool encrypted = bytes.find(kEncryptedPackage) != std::string_view::npos;
    return encrypted ? "a password-protected Word file: remove the password and try again"
                     : "a Word 97 .doc file: save it as .docx and try again";
  }
  for (const auto& [start, meaning] : kStarts) {
    if (bytes.substr(0, start.size()) == start) return std::string(meaning);
  }
  if (is_owner_file(bytes)) return "a lock file that Word keeps beside an open document: name the document itself";
  const std::string_view head = bytes.substr(0, 1000);
  if (head.find("http://schemas.microsoft.com/office/2006/xmlPackage") != std::string_view::npos) {
    return "a Word document saved as one XML file (Flat OPC): save it as .docx and try again";
  }
  if (head.find("http://schemas.microsoft.com/office/word/2003/wordml") != std::string_view::npos) {
    return "a Word 2003 XML document: save it as .docx and try again";
  }
  return {};
}

}  // namespace clauselint
