// What a file is that cannot be read as a draft, and the way out.
#include "readers/foreign.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "readers/foreign_containers.hpp"
#include "readers/foreign_signatures.hpp"

namespace clauselint {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kProbe = 16u << 10;  // the fields of a mail are many
constexpr std::string_view kNothing = {};
constexpr auto kShortcut = "a shortcut, not the file that it leads to: fetch that one and name it"sv;

bool holds(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

std::string lowered(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

// A mark in front and blanks around are no part of what a text begins with. UTF-16 in ASCII letters is read as such.
std::string head_of(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
                    bytes.substr(1, 1) == "\0"sv || bytes.substr(0, 1) == "\0"sv;
  std::string head(bytes.substr(0, wide ? 2 * kProbe : kProbe));
  if (wide) std::erase(head, '\0');
  head.erase(0, std::min(head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF"), head.size()));
  return lowered(head);
}

// The owner's name with its length before it, in a field of 54 bytes, then the same in UTF-16. No text begins so, or
// holds a zero.
bool is_owner_file(std::string_view bytes) {
  constexpr std::size_t kOwnerField = 54;
  const bool size_fits = bytes.size() == 162 || bytes.size() == 165;  // of Word, and of Excel and PowerPoint
  if (!size_fits) return false;
  const auto length = static_cast<unsigned char>(bytes.front());
  if (length == 0 || length >= kOwnerField) return false;
  const bool binary = length < '\t' || (length > '\r' && length < ' ') || holds(bytes, "\0"sv);
  return binary && !holds(bytes.substr(1, length), "\0"sv) &&
         bytes.substr(1 + length, kOwnerField - 1 - length).find_first_not_of(" \0"sv) == std::string_view::npos;
}

// A lock is known by its name, whatever the program has written into it.
std::string_view describe_lock(std::string_view name, std::string_view bytes) {
  if (name.starts_with("~$") || is_owner_file(bytes)) {
    return "the lock file that Word keeps beside an open document: close it there, or name the document itself"sv;
  }
  if (name.starts_with(".~lock.") || name.starts_with(".~")) {
    return "the lock file that an office program keeps beside an open document: close it there, or name the document "
           "itself"sv;
  }
  return kNothing;
}

// A mail as a server passes it on, unless its text can be read as it stands.
std::string_view describe_mail(std::string_view head) {
  const std::size_t colon = head.find(':');
  const bool begins_with_field =
      colon != std::string_view::npos && colon > 0 &&
      head.substr(0, colon).find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
  if (!begins_with_field && !head.starts_with("from ")) return kNothing;
  const bool parts = holds(head, "content-type: multipart/");
  const bool encoded = parts || holds(head, "content-transfer-encoding: base64") ||
                       holds(head, "content-transfer-encoding: quoted-printable");
  const auto has_field = [head](std::string_view field) {
    return head.starts_with(field.substr(1)) || holds(head, field);
  };
  if (!encoded || !(has_field("\nmime-version:") || has_field("\nreceived:"))) return kNothing;
  const bool sent = has_field("\nto:") || has_field("\nreceived:") || has_field("\nmessage-id:");
  if (!sent && holds(head, "multipart/related")) return "a web archive (MHTML): save it as .docx and try again"sv;
  return "an e-mail saved as a file: save its text as .txt, or the draft that is attached, and try again"sv;
}

std::string_view describe_text(std::string_view head) {
  if (head.starts_with("version https://git-lfs.github.com/spec/")) {
    return "a Git LFS pointer in place of the file: run `git lfs pull` and try again"sv;
  }
  if (head.starts_with("{\\rtf")) return "an RTF document: save it as .docx and try again"sv;
  if (head.starts_with("%!ps")) return "a PostScript file: convert it to .docx or text and try again"sv;
  if (head.starts_with("[internetshortcut]") || head.starts_with("[desktop entry]")) return kShortcut;
  const bool drive = head.starts_with('{') && (holds(head, "https://docs.google.com/") || holds(head, "\"doc_id\""));
  if (drive) return "a shortcut of Google Drive: download the document as .docx and name that"sv;
  return kNothing;
}

std::string_view describe_markup(std::string_view head) {
  if (!head.starts_with('<')) return kNothing;
  if (holds(head, "schemas.microsoft.com/office/2006/xmlpackage") || holds(head, "progid=\"word.document\"") ||
      holds(head, "schemas.microsoft.com/office/word/2003/wordml")) {
    return "a Word document in one XML file: open it in Word and save it as .docx"sv;
  }
  if (head.starts_with("<!doctype html") || holds(head, "<html")) return kNothing;
  if (holds(head, "<office:document"))
    return "an OpenDocument file in one XML file (.fodt): save it as .docx and try again"sv;
  if (holds(head, "<!doctype plist")) return kShortcut;
  if (head.starts_with("<?xml")) return "an XML file: save the draft as .docx or text"sv;
  return kNothing;
}

}  // namespace

bool is_package(std::string_view bytes) { return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv); }

std::string describe_foreign(std::string_view path, std::string_view bytes) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  if (const auto lock = describe_lock(name, bytes); !lock.empty()) return std::string(lock);
  if (bytes.empty()) return "an empty file: save the draft again and retry";
  if (bytes.find_first_not_of('\0') == std::string_view::npos) {
    return "nothing but zero bytes, as a broken download or disk leaves: fetch the file again";
  }
  if (const auto known = describe_signature(bytes); !known.empty()) return std::string(known);
  if (is_compound_file(bytes)) return std::string(describe_compound_file(name, bytes));
  if (holds(bytes.substr(0, 1024), "%PDF-")) return "a PDF: convert it to .docx or text and try again";
  if (is_package(bytes)) return std::string(describe_zip_package(bytes));
  const std::string head = head_of(bytes);
  for (const auto describe : {&describe_text, &describe_mail, &describe_markup}) {
    if (const auto known = describe(head); !known.empty()) return std::string(known);
  }
  return {};
}

}  // namespace clauselint
