// The table of readers: which reads a file is chosen by what the file holds, then by its extension.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <initializer_list>
#include <string>
#include <string_view>

#include "clauselint/read.hpp"
#include "readers/docx.hpp"
#include "readers/foreign.hpp"
#include "readers/html.hpp"
#include "readers/markdown.hpp"
#include "readers/plain_text.hpp"

namespace clauselint {
namespace {

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::ranges::any_of(extensions, [&](std::string_view extension) {
    return path.size() >= extension.size() &&
           std::ranges::equal(path.substr(path.size() - extension.size()), extension, same);
  });
}

bool is_markdown_name(std::string_view path, std::string_view) { return has_extension(path, {".md", ".markdown"}); }

bool is_word_name(std::string_view path) { return has_extension(path, {".docx", ".docm", ".dotx", ".dotm"}); }

// Mail systems put bytes before an archive; the record at its end tells it all the same.
bool is_word_package(std::string_view path, std::string_view bytes) {
  constexpr std::size_t kFarthest = 22 + 0xFFFF;
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kFarthest));
  return is_package(bytes) || (is_word_name(path) && tail.find("PK\x05\x06") != std::string_view::npos);
}

struct Reader {
  SourceFormat format;
  bool (*reads)(std::string_view path, std::string_view bytes);
  Result<Document> (*read)(const std::string& path, std::string_view bytes, const ReadOptions& options);
};

// The first that reads the file wins; plain text reads whatever is left.
constexpr std::array<Reader, 4> kReaders = {{
    {SourceFormat::Docx, &is_word_package, &read_docx},
    {SourceFormat::Html, &is_html, &read_html},
    {SourceFormat::Markdown, &is_markdown_name, &read_markdown},
    {SourceFormat::Text, [](std::string_view, std::string_view) { return true; }, &read_plain_text},
}};

Error unreadable(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unreadable, .where = path, .message = std::move(message)};
}

}  // namespace

Result<Document> read_document(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.file) {
    return unreadable(
        path, fmt::format("larger than the limit of {} bytes, split it or raise the limit", options.limits.file));
  }
  if (std::string foreign = describe_foreign(path, bytes); !foreign.empty())
    return unreadable(path, std::move(foreign));
  const auto reads = [&](const Reader& reader) { return reader.reads(path, bytes); };
  const auto reader = std::ranges::find_if(kReaders, reads);
  assert(reader != kReaders.end());
  if (is_word_name(path) && reader->format != SourceFormat::Docx) {
    return unreadable(path,
                      "named as a Word file, but it is none: save it anew from Word, or name it .txt if it is text");
  }
  Result<Document> document = reader->read(path, bytes, options);
  if (document && document->paragraphs.empty()) {
    return unreadable(path, "there are no words in it: check that it is the right file");
  }
  assert(!document || find_fault(*document).empty());
  return document;
}

}  // namespace clauselint
