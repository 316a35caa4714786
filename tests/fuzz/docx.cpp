// Any XML as the parts of a Word file: read, reviewed and marked up, or refused; what is written reads back sound.
#include <zip.h>

#include <array>
#include <string>
#include <string_view>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

namespace {

constexpr std::string_view kSeparator = "\n%%%%\n";

constexpr std::string_view kTypes =
    R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType=")"
    R"(application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";

constexpr std::string_view kPackage =
    R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Target="word/document.xml" Type=")"
    R"(http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>)";

constexpr std::string_view kParts =
    R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Target="numbering.xml" Type=")"
    R"(http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>)"
    R"(<Relationship Id="r2" Target="styles.xml" Type=")"
    R"(http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>)";

void add(zip_t* archive, const char* name, std::string_view content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name, source, 0);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

// The bytes of what was written to `buffer`, which this frees.
std::string taken_from(zip_source_t* buffer) {
  std::string bytes;
  zip_stat_t stat;
  zip_source_stat(buffer, &stat);
  bytes.resize(stat.size);
  zip_source_open(buffer);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

std::string word_file(std::string_view document, std::string_view numbering, std::string_view styles) {
  zip_error_t error;
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  add(archive, "[Content_Types].xml", kTypes);
  add(archive, "_rels/.rels", kPackage);
  add(archive, "word/document.xml", document);
  add(archive, "word/_rels/document.xml.rels", kParts);
  if (!numbering.empty()) add(archive, "word/numbering.xml", numbering);
  if (!styles.empty()) add(archive, "word/styles.xml", styles);
  zip_close(archive);
  return taken_from(buffer);
}

// The next piece of the input, which it is cut off from.
std::string_view next_part(std::string_view& input) {
  const std::size_t end = std::min(input.find(kSeparator), input.size());
  const std::string_view part = input.substr(0, end);
  input.remove_prefix(std::min(end + kSeparator.size(), input.size()));
  return part;
}

void expect_sound_mark_up(const std::string& original, const Review& review) {
  const Result<Markup> marked = mark_up_docx(original, review.document, review.plan, MarkupOptions{});
  if (!marked) {
    expect(marked.error().kind != ErrorKind::Internal, "mark-up passes its own proof: " + marked.error().message);
    return;
  }
  const Result<Document> again = read_document("marked.docx", marked->bytes);
  expect(again.has_value(), "a marked file can be read");
  expect_no_fault(find_fault(*again));
  expect(again->text == apply(review.document, review.plan), "a marked file reads as the plan says");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  std::string_view input = as_text(bytes, size);
  const std::string_view document = next_part(input);
  const std::string_view numbering = next_part(input);
  const std::string original = word_file(document, numbering, input);
  Result<Document> draft = read_document("draft.docx", original);
  if (!draft) {
    expect(draft.error().kind == ErrorKind::Unreadable, "a reader's error is of kind Unreadable");
    return 0;
  }
  expect_no_fault(find_fault(*draft));
  const Review review = review_document(std::move(*draft), default_rules(), Matter{}, LintOptions{});
  expect_sound_mark_up(original, review);
  return 0;
}
