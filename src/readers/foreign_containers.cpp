// Looks for names in the directories of containers, in such a way that a cut off file is named as well.
#include "readers/foreign_containers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>
#include <vector>

#include "io/zip_records.hpp"

namespace clauselint {
namespace {

using namespace std::string_view_literals;
using namespace zip_record;

struct Kind {
  std::string_view holds;  ///< a name in the directory
  std::string_view sentence;
};

constexpr auto kPassword = "a password-protected Word file: remove the password and try again"sv;
constexpr auto kWorkbook = "an Excel workbook: save the draft as .docx or text"sv;
constexpr auto kPresentation = "a PowerPoint presentation: save the draft as .docx or text"sv;

// The first that fits: a mail may hold a document, and a document a workbook.
constexpr auto kCompoundKinds = std::to_array<Kind>({
    {"__properties_version1.0"sv,
     "an e-mail of Outlook (.msg): save its text as .txt, or the draft that is attached, and try again"sv},
    {"\tDRMContent"sv, "a file under rights management (IRM): ask its owner for a copy without and try again"sv},
    {"DRMEncryptedDataSpace"sv,
     "a file under rights management (IRM): ask its owner for a copy without and try again"sv},
    {"EncryptedPackage"sv, kPassword},
    {"EncryptionInfo"sv, kPassword},
    {"WordDocument"sv, "a Word 97-2003 document (.doc): save it as .docx and try again"sv},
    {"Workbook"sv, kWorkbook},
    {"Book"sv, kWorkbook},
    {"PowerPoint Document"sv, kPresentation},
    {"VisioDocument"sv, "a Visio drawing: save the draft as .docx or text"sv},
    {"\5HwpSummaryInformation"sv, "a Hangul document (.hwp): save it as .docx and try again"sv},
    {"MatOST"sv, "a document of Microsoft Works (.wps): save it as .docx and try again"sv},
});

// WPS Office writes the same streams as Office 97; its users know their files by the extension.
constexpr auto kCompoundExtensions = std::to_array<Kind>({
    {".wps"sv, "a WPS Writer document (.wps): save it as .docx and try again"sv},
    {".wpt"sv, "a WPS Writer template (.wpt): save it as .docx and try again"sv},
    {".et"sv, "a WPS spreadsheet (.et): save the draft as .docx or text"sv},
    {".dps"sv, "a WPS presentation (.dps): save the draft as .docx or text"sv},
    {".dot"sv, "a Word 97-2003 template (.dot): save it as .docx and try again"sv},
    {".msi"sv, "a program: name a draft in .docx, text or Markdown"sv},
});

constexpr auto kPackageKinds = std::to_array<Kind>({
    {"word/"sv, {}},  // the reader of Word files knows more
    {"OFD.xml"sv, "an OFD document: convert it to .docx or text and try again"sv},
    {"xl/"sv, kWorkbook},
    {"ppt/"sv, kPresentation},
    {"visio/"sv, "a Visio drawing: save the draft as .docx or text"sv},
    {"Index/Document.iwa"sv, "an Apple Pages document: export it as .docx and try again"sv},
    {"Index.zip"sv, "an Apple Pages document: export it as .docx and try again"sv},
    {"FixedDocSeq.fdseq"sv, "an XPS document: convert it to .docx or text and try again"sv},
    {"FixedDocumentSequence.fdseq"sv, "an XPS document: convert it to .docx or text and try again"sv},
    {"[Content_Types].xml"sv, {}},
    {"META-INF/container.xml"sv, "an e-book: save the draft as .docx or text"sv},
});

// What packages say that begin with a member `mimetype`.
constexpr auto kMediaTypes = std::to_array<Kind>({
    {"application/vnd.oasis.opendocument.text"sv, "an OpenDocument text (.odt): save it as .docx and try again"sv},
    {"application/vnd.oasis"sv, "an OpenDocument file: save the draft as .docx or text"sv},
    {"application/vnd.sun.xml"sv, "a document of OpenOffice 1 (.sxw): save it as .docx and try again"sv},
    {"application/epub"sv, "an e-book: save the draft as .docx or text"sv},
    {"application/hwp"sv, "a Hangul document (.hwpx): save it as .docx and try again"sv},
});

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// An entry of the directory of a compound file: the name in UTF-16, then its size with the zero at its end, in bytes.
bool is_entry_named(std::string_view entry, std::string_view name) {
  constexpr std::size_t kSizeAt = 64;
  constexpr std::size_t kKindAt = 66;
  if (u16(entry, kSizeAt) != 2 * (name.size() + 1)) return false;
  if (entry[kKindAt] != 1 && entry[kKindAt] != 2) return false;  // a storage or a stream
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (u16(entry, 2 * i) != (i < name.size() ? static_cast<unsigned char>(name[i]) : 0)) return false;
  }
  return true;
}

// Entries stand at multiples of their size, wherever the sectors of the directory lie.
bool has_entry(std::string_view bytes, std::string_view name) {
  constexpr std::size_t kEntrySize = 128;
  constexpr std::size_t kHeaderSize = 512;
  for (std::size_t at = kHeaderSize; at + kEntrySize <= bytes.size(); at += kEntrySize) {
    if (is_entry_named(bytes.substr(at, kEntrySize), name)) return true;
  }
  return false;
}

// The name anywhere, in UTF-16: all that is left to go by in a damaged file.
bool mentions(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide.append({c, '\0'});
  return bytes.find(wide) != std::string_view::npos;
}

// The names of the members, by the directory or, in a file that is cut off, by the headers of the members.
std::vector<std::string_view> member_names(std::string_view bytes) {
  constexpr std::size_t kMostNames = 20'000;
  constexpr std::size_t kLocalNameAt = 26;
  constexpr std::size_t kCentralNameAt = 28;
  std::vector<std::string_view> names;
  const auto end = find_end_record(bytes);
  const std::string_view signature = end ? "PK\1\2"sv : "PK\3\4"sv;
  const std::size_t name_at = end ? kCentralNameAt : kLocalNameAt;
  const std::size_t head = end ? kCentralSize : kLocalSize;
  std::size_t at = end ? u32(bytes, *end + 16) : 0;
  while (at + head <= bytes.size() && bytes.substr(at, 4) == signature && names.size() < kMostNames) {
    names.push_back(bytes.substr(at + head, u16(bytes, at + name_at)));
    const std::size_t rest = end ? std::size_t{u16(bytes, at + 30)} + u16(bytes, at + 32) : 0;
    at += head + names.back().size() + rest;
    if (!end) at = std::min(bytes.find(signature, at), bytes.size());
  }
  return names;
}

}  // namespace

bool is_compound_file(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }

std::string_view describe_compound_file(std::string_view name, std::string_view bytes) {
  for (const Kind& kind : kCompoundExtensions) {
    const std::size_t size = kind.holds.size();
    if (name.size() > size && same_letters(name.substr(name.size() - size), kind.holds)) return kind.sentence;
  }
  for (const auto holds : {&has_entry, &mentions}) {
    for (const Kind& kind : kCompoundKinds) {
      if (holds(bytes, kind.holds)) return kind.sentence;
    }
  }
  return "an old Office file of an unknown kind: save the draft as .docx and try again"sv;
}

std::string_view describe_zip_package(std::string_view bytes) {
  const std::size_t type_at = bytes.substr(0, 200).find("mimetypeapplication/");
  if (type_at != std::string_view::npos) {
    const std::string_view type = bytes.substr(type_at + 8);
    for (const Kind& kind : kMediaTypes) {
      if (type.starts_with(kind.holds)) return kind.sentence;
    }
  }
  const auto names = member_names(bytes);
  for (const Kind& kind : kPackageKinds) {
    const auto fits = [&](std::string_view name) { return name.starts_with(kind.holds); };
    if (std::ranges::any_of(names, fits)) return kind.sentence;
  }
  if (names.empty()) return {};
  return "a ZIP archive that is no Word file: unpack it and name the draft in it"sv;
}

}  // namespace clauselint
