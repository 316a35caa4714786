// Any text as a draft, reviewed with the embedded packs and marked up: every span and every edit stays in its bounds.
#include <algorithm>
#include <string>
#include <vector>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "clauselint/report.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

namespace {

void expect_within(const Document& document, ByteSpan span, const char* what) {
  expect(span.begin <= span.end && span.end <= document.text.size(), std::string(what) + " lies within the text");
}

void expect_sound(const Review& review) {
  for (const Value& value : review.evaluation.values) expect_within(review.document, value.span, "a value");
  for (const Finding& finding : review.evaluation.findings) expect_within(review.document, finding.span, "a finding");
  std::vector<ByteSpan> edited;
  for (const Mark& mark : review.plan.marks) {
    expect_within(review.document, mark.span, "a mark");
    if (!mark.edit) continue;
    expect_within(review.document, mark.edit->span, "an edit");
    edited.push_back(mark.edit->span);
  }
  std::ranges::sort(edited);
  const auto overlap = [](ByteSpan a, ByteSpan b) { return b.begin < a.end; };
  expect(std::ranges::adjacent_find(edited, overlap) == edited.end(), "edits do not overlap");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size > 20'000) return 0;
  const std::string_view original = as_text(bytes, size);
  Result<Document> draft = read_document("draft.md", original);
  if (!draft || draft->format == SourceFormat::Docx) return 0;
  const Review review = review_document(std::move(*draft), default_rules(), Matter{}, LintOptions{});
  expect_sound(review);
  const Result<Markup> marked = mark_up_text(original, review.document, review.plan, MarkupOptions{});
  expect(marked.has_value() || marked.error().kind != ErrorKind::Internal, "mark-up passes its own proof");
  summary_markdown(review, Matter{}, ReportOptions{});
  json_report({&review, 1}, ReportOptions{});
  return 0;
}
