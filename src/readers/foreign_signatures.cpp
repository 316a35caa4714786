// The table of signatures; only such as no text begins with, or ones that are confirmed further on.
#include "readers/foreign_signatures.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace clauselint {
namespace {

using namespace std::string_view_literals;

constexpr auto kImage = "an image: have its text recognised and save it as .docx or text"sv;
constexpr auto kRecording = "a recording or a film: name a draft in .docx, text or Markdown"sv;
constexpr auto kProgram = "a program: name a draft in .docx, text or Markdown"sv;
constexpr auto kFolderNotes = "a file of macOS about a folder (.DS_Store): name the document itself"sv;
constexpr auto kAttributes = "a file of macOS attributes (._name): name the document itself"sv;
constexpr auto kProtected = "a file that document protection has encrypted: have it decrypted and try again"sv;
constexpr auto kShortcut = "a shortcut, not the file that it leads to: fetch that one and name it"sv;

struct Signature {
  std::size_t at = 0;
  std::string_view bytes;
  std::string_view sentence;
};

// A hexadecimal escape swallows the digits after it, hence the literals in pieces.
constexpr auto kSignatures = std::to_array<Signature>({
    {0, "\x89PNG\r\n"sv, kImage},
    {0, "\xFF\xD8\xFF"sv, kImage},
    {0, "II*\0"sv, kImage},
    {0, "MM\0*"sv, kImage},
    {0, "GIF87a"sv, kImage},
    {0, "GIF89a"sv, kImage},
    {0, "8BPS\0"sv, kImage},
    {0, "AT&TFORM"sv, kImage},
    {4, "ftypheic"sv, kImage},
    {4, "ftypheix"sv, kImage},
    {4, "ftyphevc"sv, kImage},
    {4, "ftypmif1"sv, kImage},
    {4, "ftypmsf1"sv, kImage},
    {4, "ftypavif"sv, kImage},
    {4, "ftyp"sv, kRecording},
    {0, "ID3\3"sv, kRecording},
    {0, "ID3\4"sv, kRecording},
    {0, "OggS\0"sv, kRecording},
    {0, "\x00\x05\x16\x07"sv, kAttributes},
    {0, "\x00\x00\x00\x01\x42ud1"sv, kFolderNotes},
    {0, "\x1F\x8B"sv, "a gzip archive: unpack it and try again"sv},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive: unpack it and try again"sv},
    {0, "Rar!\x1A\x07"sv, "a RAR archive: unpack it and try again"sv},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "an xz archive: unpack it and try again"sv},
    {0, "\x28\xB5\x2F\xFD"sv, "a Zstandard archive: unpack it and try again"sv},
    {0, "\x04\x22\x4D\x18"sv, "an LZ4 archive: unpack it and try again"sv},
    {0, "MSCF\0\0\0\0"sv, "a CAB archive: unpack it and try again"sv},
    {0, "!<arch>\n"sv, "an ar archive: unpack it and try again"sv},
    {257, "ustar"sv, "a tar archive: unpack it and try again"sv},
    {4, "1AY&SY"sv, "a bzip2 archive: unpack it and try again"sv},
    {0, "SQLite format 3\0"sv, "an SQLite database: save the draft as .docx or text"sv},
    {0,
     "\x7F"
     "ELF"sv,
     kProgram},
    {0, "\xCE\xFA\xED\xFE"sv, kProgram},
    {0, "\xCF\xFA\xED\xFE"sv, kProgram},
    {0, "\xCA\xFE\xBA\xBE"sv, kProgram},
    {0, "L\0\0\0\x01\x14\x02\0"sv, kShortcut},
    {0, "bplist00"sv,
     "a property list of macOS, such as a shortcut or a file still in iCloud: name the document itself"sv},
    {0, "\xFFWPC"sv, "a WordPerfect document: save it as .docx and try again"sv},
    {0, "\xDB\xA5-\0"sv, "a document of Word for Windows 2: save it as .docx and try again"sv},
    {0, "\x31\xBE\0\0"sv, "a document of Windows Write: save it as .docx and try again"sv},
    {0, "HWP Document File"sv, "a Hangul document (.hwp): save it as .docx and try again"sv},
    {0, "%TSD-Header"sv, kProtected},
    {4, "E-SafeNet"sv, kProtected},
});

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// `BM` and `MZ` begin many a text.
bool is_bitmap(std::string_view bytes) {
  return bytes.size() > 30 && bytes.starts_with("BM") && number_at(bytes, 6) == 0 && bytes.substr(15, 3) == "\0\0\0"sv;
}

bool is_windows_program(std::string_view bytes) {
  if (bytes.size() < 64 || !bytes.starts_with("MZ")) return false;
  const std::uint32_t header = number_at(bytes, 60);
  return header < bytes.size() && bytes.substr(header, 4) == "PE\0\0"sv;
}

}  // namespace

std::string_view describe_signature(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes))
      return signature.sentence;
  }
  if (bytes.starts_with("RIFF") && bytes.size() > 12) return bytes.substr(8, 4) == "WEBP" ? kImage : kRecording;
  if (is_bitmap(bytes)) return kImage;
  return is_windows_program(bytes) ? kProgram : std::string_view();
}

}  // namespace clauselint
