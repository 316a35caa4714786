// Any XML as the parts of a Word file: read, reviewed and marked up, or refused; what is written reads back sound.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "fuzz/expect.hpp"
#include "support/tiny_docx.hpp"

using namespace clauselint;

namespace {

constexpr std::string_view kSeparator = "\n%%%%\n";

// The next piece of the input, which it is cut off from.
std::string next_part(std::string_view& input) {
  const std::size_t end = std::min(input.find(kSeparator), input.size());
  const std::string part(input.substr(0, end));
  input.remove_prefix(std::min(end + kSeparator.size(), input.size()));
  return part;
}

std::string word_file(std::string_view input) {
  const TinyPart document{.name = "word/document.xml", .content = next_part(input)};
  const TinyPart numbering{.name = "word/numbering.xml", .content = next_part(input)};
  const TinyPart styles{.name = "word/styles.xml", .content = next_part(input)};
  std::vector<TinyPart> others;
  if (!numbering.content.empty()) others.push_back(numbering);
  if (!styles.content.empty()) others.push_back(styles);
  return tiny_zip(tiny_package(document, others), ZIP_CM_STORE);
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
  // An edit that could not be made is a remark or a comment, and then the file has fewer changes than the plan edits.
  const auto edits = std::ranges::count_if(review.plan.marks, [](const Mark& mark) { return mark.edit.has_value(); });
  if (!marked->remarks.empty() || marked->changes < static_cast<std::uint32_t>(edits)) return;
  const std::string planned = apply(review.document, review.plan);
  expect(without_comments(*again, again->text) == without_comments(review.document, planned),
         "a marked file reads as the plan says");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string original = word_file(as_text(bytes, size));
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
