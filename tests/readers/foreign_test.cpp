// What is said of files that are no drafts: the whole sentence, what it is and the way out.
#include "readers/foreign.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "support/tiny_docx.hpp"

using namespace clauselint;
using namespace std::string_literals;

namespace {

// Of a file whose name says nothing.
std::string told(const std::string& bytes, const std::string& path = "draft") { return describe_foreign(path, bytes); }

std::string wide(std::string_view ascii, bool big_endian = false) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

/// A compound file of a header sector and a sector of its directory.
std::string compound(const std::vector<std::string>& names) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
  bytes.resize(512);
  for (const std::string& name : names) {
    std::string entry = wide(name);
    entry.resize(128);
    entry[64] = static_cast<char>(2 * (name.size() + 1));
    entry[66] = 2;
    bytes += entry;
  }
  return bytes;
}

constexpr auto kUnpack = ": unpack it and try again";
const std::string kImage = "an image: have its text recognised and save it as .docx or text";
const std::string kProgram = "a program: name a draft in .docx, text or Markdown";
const std::string kMail =
    "an e-mail saved as a file: save its text as .txt, or the draft that is attached, and try again";
const std::string kOneXml = "a Word document in one XML file: open it in Word and save it as .docx";
const std::string kWordLock =
    "the lock file that Word keeps beside an open document: close it there, or name the document itself";
const std::string kOtherLock =
    "the lock file that an office program keeps beside an open document: close it there, or name the document itself";
const std::string kShortcut = "a shortcut, not the file that it leads to: fetch that one and name it";
const std::string kPassword = "a password-protected Word file: remove the password and try again";
const std::string kOldWord = "a Word 97-2003 document (.doc): save it as .docx and try again";

}  // namespace

TEST_CASE("compound files are told apart by their directory") {
  CHECK(told(compound({"Root Entry", "1Table", "WordDocument"})) == kOldWord);
  CHECK(told(compound({"Root Entry", "EncryptedPackage"})) == kPassword);
  CHECK(told(compound({"Root Entry", "\6DataSpaces", "EncryptionInfo"})) == kPassword);
  CHECK(told(compound({"DRMEncryptedDataSpace", "EncryptedPackage"})) ==
        "a file under rights management (IRM): ask its owner for a copy without and try again");
  CHECK(told(compound({"WordDocument", "__properties_version1.0"})) ==
        "an e-mail of Outlook (.msg): save its text as .txt, or the draft that is attached, and try again");
  CHECK(told(compound({"Workbook"})) == "an Excel workbook: save the draft as .docx or text");
  CHECK(told(compound({"Book"})) == "an Excel workbook: save the draft as .docx or text");
  CHECK(told(compound({"PowerPoint Document"})) == "a PowerPoint presentation: save the draft as .docx or text");
  CHECK(told(compound({"VisioDocument"})) == "a Visio drawing: save the draft as .docx or text");
  CHECK(told(compound({"\5HwpSummaryInformation"})) == "a Hangul document (.hwp): save it as .docx and try again");
  CHECK(told(compound({"MatOST"})) == "a document of Microsoft Works (.wps): save it as .docx and try again");
  CHECK(told(compound({})) == "an old Office file of an unknown kind: save the draft as .docx and try again");
}

TEST_CASE("words in the text of an old document do not decide what it is") {
  CHECK(told(compound({"WordDocument"}) + wide("EncryptedPackage Workbook")) == kOldWord);
}

TEST_CASE("a compound file without a directory is named by the words in it") {
  CHECK(told(compound({}) + "x" + wide("EncryptedPackage")) == kPassword);
}

TEST_CASE("compound files of WPS Office and templates go by their extension") {
  const std::string bytes = compound({"WordDocument"});
  CHECK(told(bytes, "a.WPS") == "a WPS Writer document (.wps): save it as .docx and try again");
  CHECK(told(bytes, "a.wpt") == "a WPS Writer template (.wpt): save it as .docx and try again");
  CHECK(told(bytes, "a.et") == "a WPS spreadsheet (.et): save the draft as .docx or text");
  CHECK(told(bytes, "a.dps") == "a WPS presentation (.dps): save the draft as .docx or text");
  CHECK(told(bytes, "a.dot") == "a Word 97-2003 template (.dot): save it as .docx and try again");
}

TEST_CASE("zip packages are told apart by the names in them") {
  const auto of = [](const std::string& name) { return told(tiny_zip({{"[Content_Types].xml", "x"}, {name, "x"}})); };
  CHECK(of("word/document.xml").empty());
  CHECK(of("other/document.xml").empty());
  CHECK(of("xl/workbook.xml") == "an Excel workbook: save the draft as .docx or text");
  CHECK(of("ppt/presentation.xml") == "a PowerPoint presentation: save the draft as .docx or text");
  CHECK(of("visio/document.xml") == "a Visio drawing: save the draft as .docx or text");
  CHECK(of("FixedDocSeq.fdseq") == "an XPS document: convert it to .docx or text and try again");
  CHECK(told(tiny_zip({{"OFD.xml", "x"}})) == "an OFD document: convert it to .docx or text and try again");
  CHECK(told(tiny_zip({{"Index/Document.iwa", "x"}})) == "an Apple Pages document: export it as .docx and try again");
  CHECK(told(tiny_zip({{"preview.jpg", "x"}, {"Index.zip", "x"}})) ==
        "an Apple Pages document: export it as .docx and try again");
  CHECK(told(tiny_zip({{"META-INF/container.xml", "x"}})) == "an e-book: save the draft as .docx or text");
  CHECK(told(tiny_zip({{"draft.docx", "x"}})) ==
        "a ZIP archive that is no Word file: unpack it and name the draft in it");
}

TEST_CASE("packages that begin with their media type go by it") {
  const auto of = [](const std::string& type) {
    return told(tiny_zip({{"mimetype", type}, {"content.xml", "x"}}, ZIP_CM_STORE));
  };
  CHECK(of("application/vnd.oasis.opendocument.text") == "an OpenDocument text (.odt): save it as .docx and try again");
  CHECK(of("application/vnd.oasis.opendocument.text-template") ==
        "an OpenDocument text (.odt): save it as .docx and try again");
  CHECK(of("application/vnd.oasis.opendocument.spreadsheet") ==
        "an OpenDocument file: save the draft as .docx or text");
  CHECK(of("application/epub+zip") == "an e-book: save the draft as .docx or text");
  CHECK(of("application/hwp+zip") == "a Hangul document (.hwpx): save it as .docx and try again");
}

TEST_CASE("a package that is cut off is named by the members that are left") {
  const auto cut_off = [](const std::string& name) {
    const std::string zip = tiny_zip({{"[Content_Types].xml", "x"}, {name, "x"}, {"last", "x"}});
    return told(zip.substr(0, zip.find("PK\1\2")));
  };
  CHECK(cut_off("xl/workbook.xml") == "an Excel workbook: save the draft as .docx or text");
  CHECK(cut_off("word/document.xml").empty());
}

TEST_CASE("lock files are known by name and by content") {
  CHECK(told("\5Someone", "dir/~$a.docx") == kWordLock);
  CHECK(told("", "dir\\~$a.docx") == kWordLock);
  CHECK(told(",someone,host,01.01.2026;", "dir/.~lock.a.docx#") == kOtherLock);
  CHECK(told("anything", ".~a.docx") == kOtherLock);
  CHECK(told("\7Someone" + std::string(154, ' ')) == kWordLock);
  std::string longer_name =
      "\x15Someone of the office" + std::string(33, ' ') + "\x15\0"s + wide("Someone of the office");
  longer_name.resize(162);
  CHECK(told(longer_name) == kWordLock);
  CHECK(told("\t" + std::string(161, ' ')).empty());
  CHECK(told("1 The supplier repairs, and a line of 162 bytes is a text" + std::string(105, '.')).empty());
}

TEST_CASE("one XML file is told by its namespaces, whatever its encoding") {
  const std::string flat =
      R"(<?xml version="1.0"?><p:package xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"/>)";
  for (const std::string& bytes : {flat, "\xEF\xBB\xBF" + flat, "\r\n" + flat, "\xFF\xFE" + wide(flat),
                                   "\xFE\xFF" + wide(flat, true), wide(flat), wide(flat, true)}) {
    CHECK(told(bytes) == kOneXml);
  }
  CHECK(
      told(R"(<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">)") ==
      kOneXml);
  CHECK(told(R"(<?xml version="1.0"?><office:document xmlns:office="urn:x">)") ==
        "an OpenDocument file in one XML file (.fodt): save it as .docx and try again");
  CHECK(told(R"(<?xml version="1.0"?><order/>)") == "an XML file: save the draft as .docx or text");
}

TEST_CASE("RTF, Git LFS pointers and PostScript are told behind a mark and blanks too") {
  for (const std::string& before : {""s, "\xEF\xBB\xBF"s, " \r\n\t"s}) {
    CHECK(told(before + "{\\rtf1\\ansi Text}") == "an RTF document: save it as .docx and try again");
    CHECK(told(before + "version https://git-lfs.github.com/spec/v1\noid sha256:00\n") ==
          "a Git LFS pointer in place of the file: run `git lfs pull` and try again");
    CHECK(told(before + "%!PS-Adobe-3.0") == "a PostScript file: convert it to .docx or text and try again");
  }
}

TEST_CASE("a PDF is told behind other bytes too") {
  const std::string pdf = "a PDF: convert it to .docx or text and try again";
  CHECK(told("%PDF-1.7\n") == pdf);
  CHECK(told("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n") == pdf);
}

TEST_CASE("mails and web archives are told by their fields") {
  CHECK(
      told("Received: from a.example\nFrom: a\nTo: b\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nYQ==") ==
      kMail);
  CHECK(told("From: a\r\nTo: b\r\nSubject: c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; "
             "boundary=x\r\n\r\n--x") == kMail);
  CHECK(
      told(
          "Received: from a\n\tby b\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nWe =E2=80=93") ==
      kMail);
  CHECK(told("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x") ==
        "a web archive (MHTML): save it as .docx and try again");
}

TEST_CASE("a mail that was pasted into a text is a draft") {
  CHECK(told("From: the supplier\nTo: the distributor\nSubject: Repair\n\nWe repair within two days.").empty());
  CHECK(told("From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: text/plain\n\nWe repair.").empty());
}

TEST_CASE("shortcuts are told from what they lead to") {
  CHECK(told("[InternetShortcut]\r\nURL=https://example.com/a.docx\r\n") == kShortcut);
  CHECK(told("\xFF\xFE" + wide("[InternetShortcut]\r\n")) == kShortcut);
  CHECK(told("[Desktop Entry]\nType=Link\n") == kShortcut);
  CHECK(told(R"(<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x"><plist><dict><key>URL</key></dict></plist>)") ==
        kShortcut);
  CHECK(told("L\0\0\0\1\x14\2\0\0\0\0\0\xC0\0\0\0"s) == kShortcut);
  CHECK(told(R"({"url": "https://docs.google.com/open?id=1", "doc_id": "1"})") ==
        "a shortcut of Google Drive: download the document as .docx and name that");
  CHECK(told("bplist00\xD1\1\2"s) ==
        "a property list of macOS, such as a shortcut or a file still in iCloud: name the document itself");
}

TEST_CASE("images are told by their first bytes") {
  for (const std::string& bytes :
       {"\x89PNG\r\n\x1A\n"s, "\xFF\xD8\xFF\xE0"s, "II*\0\x08\0"s, "MM\0*\0\0"s, "GIF89a\1\0"s,
        "RIFF\x10\0\0\0WEBPVP8 "s,
        "\0\0\0\x18"
        "ftypheic\0\0"s,
        "\0\0\0\x1C"
        "ftypavif\0\0"s,
        "8BPS\0\1"s, "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\2\0\0\0\2\0\0\0\1\0\x18\0\0\0"s}) {
    CHECK(told(bytes) == kImage);
  }
}

TEST_CASE("archives are told by their first bytes") {
  CHECK(told("\x1F\x8B\x08"s) == "a gzip archive"s + kUnpack);
  CHECK(told("7z\xBC\xAF\x27\x1C\0"s) == "a 7z archive"s + kUnpack);
  CHECK(told("Rar!\x1A\x07\1\0"s) == "a RAR archive"s + kUnpack);
  CHECK(told("\xFD"
             "7zXZ\0\0"s) == "an xz archive"s + kUnpack);
  CHECK(told("\x28\xB5\x2F\xFD\x04"s) == "a Zstandard archive"s + kUnpack);
  CHECK(told("BZh91AY&SY\x00"s) == "a bzip2 archive"s + kUnpack);
  CHECK(told("draft.txt" + std::string(248, '\0') + "ustar\0"s) == "a tar archive"s + kUnpack);
}

TEST_CASE("programs, databases and the notes of systems are told by their first bytes") {
  CHECK(told("\x7F"
             "ELF\2\1\1"s) == kProgram);
  CHECK(told("\xCF\xFA\xED\xFE\7\0"s) == kProgram);
  std::string program = "MZ" + std::string(58, '\0') + "\x40\0\0\0PE\0\0"s;
  CHECK(told(program) == kProgram);
  CHECK(told("SQLite format 3\0"s) == "an SQLite database: save the draft as .docx or text");
  CHECK(told("\0\0\0\1\x42ud1\0"s) == "a file of macOS about a folder (.DS_Store): name the document itself");
  CHECK(told("\0\5\x16\7\0\2"s) == "a file of macOS attributes (._name): name the document itself");
  CHECK(told("\xFFWPC\x10"s) == "a WordPerfect document: save it as .docx and try again");
  CHECK(told("\x62\x14\x23\x65"
             "E-SafeNet   LOCK"s) == "a file that document protection has encrypted: have it decrypted and try again");
  CHECK(told("\0\0\0\x20"
             "ftypisom"s) == "a recording or a film: name a draft in .docx, text or Markdown");
}

TEST_CASE("nothing and zeros are named") {
  CHECK(told("") == "an empty file: save the draft again and retry");
  CHECK(told(std::string(5000, '\0')) ==
        "nothing but zero bytes, as a broken download or disk leaves: fetch the file again");
}

TEST_CASE("texts that begin like something else are drafts") {
  for (const std::string& text : {"BM shall repair the machine within the time agreed here."s,
                                  "MZ is the party of the second part, which repairs."s, "Rar! what a contract"s,
                                  "version https of the contract"s, "ID3 means an identifier"s,
                                  "<Party A> shall repair."s, "{\"clause\": \"The supplier repairs.\"}"s,
                                  "PK is a party"s, "L is a party"s, "第一条 保修"s, "GIF8 is a name"s}) {
    CAPTURE(text);
    CHECK(told(text).empty());
  }
}
