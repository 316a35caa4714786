// What a file is that cannot be read as a draft, and the way out.
#include "readers/foreign.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <vector>

namespace clauselint {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kProbe = 4096;
constexpr std::string_view kNothing = {};

struct Signature {
  std::string_view begins;
  std::string_view sentence;
};

constexpr auto kSignatures = std::to_array<Signature>({
    {"version https://git-lfs.github.com/spec/"sv,
     "a Git LFS pointer in place of the file: run `git lfs pull` and try again"sv},
    {"{\\rtf"sv, "an RTF document: save it as .docx and try again"sv},
    {"\x89PNG"sv, "an image: have its text recognised and save it as .docx or text"sv},
    {"\xFF\xD8\xFF"sv, "an image: have its text recognised and save it as .docx or text"sv},
    {"II*\0"sv, "an image: have its text recognised and save it as .docx or text"sv},
    {"MM\0*"sv, "an image: have its text recognised and save it as .docx or text"sv},
    {"GIF8"sv, "an image: have its text recognised and save it as .docx or text"sv},
    {"\x00\x05\x16\x07"sv, "a file of macOS attributes (._name): name the document itself"sv},
    {"\x1F\x8B"sv, "a gzip archive: unpack it and try again"sv},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive: unpack it and try again"sv},
    {"Rar!"sv, "a RAR archive: unpack it and try again"sv},
    {"\x7F"
     "ELF"sv,
     "a program: name a draft in .docx, text or Markdown"sv},
});

bool holds(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

std::string lowered(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

std::string in_utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

std::uint32_t read_number(std::string_view bytes, std::size_t at, unsigned size) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < size && at + i < bytes.size(); ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

// Word 97-2003 documents and encrypted packages share one container.
std::string_view describe_compound_file(std::string_view bytes) {
  if (holds(bytes, in_utf16("EncryptedPackage")))
    return "a password-protected Word file: remove the password and try again"sv;
  if (holds(bytes, in_utf16("WordDocument"))) return "a Word 97-2003 document (.doc): save it as .docx and try again"sv;
  if (holds(bytes, in_utf16("Workbook"))) return "an Excel workbook: save the draft as .docx or text"sv;
  if (holds(bytes, in_utf16("PowerPoint"))) return "a PowerPoint presentation: save the draft as .docx or text"sv;
  return "an old Office file of an unknown kind: save the draft as .docx and try again"sv;
}

// The names in a zip's central directory; empty when it has none that can be read.
std::vector<std::string_view> entry_names(std::string_view bytes) {
  constexpr std::size_t kMostNames = 20'000;
  std::vector<std::string_view> names;
  const std::size_t end = bytes.rfind("PK\5\6"sv);
  if (end == std::string_view::npos) return names;
  std::size_t at = read_number(bytes, end + 16, 4);
  while (at + 46 <= bytes.size() && bytes.substr(at, 4) == "PK\1\2"sv && names.size() < kMostNames) {
    const std::size_t name = read_number(bytes, at + 28, 2);
    const std::size_t rest = read_number(bytes, at + 30, 2) + read_number(bytes, at + 32, 2);
    names.push_back(bytes.substr(at + 46, name));
    at += 46 + name + rest;
  }
  return names;
}

std::string_view describe_package(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  if (holds(head, "mimetypeapplication/vnd.oasis.opendocument.text")) {
    return "an OpenDocument text (.odt): save it as .docx and try again"sv;
  }
  if (holds(head, "mimetypeapplication/vnd.oasis")) return "an OpenDocument file: save the draft as .docx or text"sv;
  if (holds(head, "mimetypeapplication/epub")) return "an e-book: save the draft as .docx or text"sv;
  const auto names = entry_names(bytes);
  const auto any = [&](std::string_view prefix) {
    return std::ranges::any_of(names, [&](std::string_view name) { return name.starts_with(prefix); });
  };
  if (names.empty() || any("word/")) return kNothing;  // the reader of Word files knows more
  if (any("xl/")) return "an Excel workbook: save the draft as .docx or text"sv;
  if (any("ppt/")) return "a PowerPoint presentation: save the draft as .docx or text"sv;
  if (any("Index/Document.iwa") || any("Index.zip"))
    return "an Apple Pages document: export it as .docx and try again"sv;
  if (any("[Content_Types].xml")) return kNothing;
  return "a ZIP archive that is no Word file: unpack it and name the draft in it"sv;
}

std::string_view describe_markup(std::string_view bytes) {
  const std::size_t first = bytes.substr(0, kProbe).find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return kNothing;
  const std::string head = lowered(bytes.substr(first, kProbe));
  if (head.starts_with("mime-version:") && holds(head, "multipart/")) {
    return "a web archive (MHTML): save it as .docx and try again"sv;
  }
  if (!head.starts_with('<')) return kNothing;
  if (holds(head, "<pkg:package") || holds(head, "progid=\"word.document\"") || holds(head, "<w:worddocument")) {
    return "a Word document in one XML file: open it in Word and save it as .docx"sv;
  }
  if (head.starts_with("<!doctype html") || holds(head, "<html")) {
    return "an HTML file, which is not read yet: save it as .docx or text and try again"sv;
  }
  if (head.starts_with("<?xml")) return "an XML file: save the draft as .docx or text"sv;
  return kNothing;
}

}  // namespace

bool is_package(std::string_view bytes) { return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv); }

std::string describe_foreign(std::string_view path, std::string_view bytes) {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  if (name.starts_with("~$"))
    return "the lock file that Word keeps beside an open document: close it there, or name the document itself";
  if (bytes.empty()) return "an empty file: save the draft again and retry";
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.begins)) return std::string(signature.sentence);
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return std::string(describe_compound_file(bytes));
  if (holds(bytes.substr(0, 1024), "%PDF-")) return "a PDF: convert it to .docx or text and try again";
  if (is_package(bytes)) return std::string(describe_package(bytes));
  return std::string(describe_markup(bytes));
}

}  // namespace clauselint
