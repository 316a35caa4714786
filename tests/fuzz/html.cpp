// Any bytes as an HTML draft: read or refused, each word at its place, and read again the same; marked up, too.
#include <algorithm>
#include <string>
#include <string_view>

#include "clauselint/lint.hpp"
#include "clauselint/markup.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

namespace {

void expect_places(const Document& draft, std::string_view bytes) {
  expect_no_fault(find_fault(draft));
  std::uint32_t last = 0;
  for (const Run& run : draft.runs) {
    if (run.kind == RunKind::Synthetic) continue;
    expect(run.source.begin >= last && run.source.end > run.source.begin, "sources come in the order of the file");
    expect(run.source.end <= bytes.size(), "sources lie within the file");
    last = run.source.end;
    const std::string_view source = bytes.substr(run.source.begin, run.source.end - run.source.begin);
    expect(run.kind != RunKind::Verbatim || source == draft.words(run.span), "a verbatim run is its source");
  }
}

void expect_sound_mark_up(std::string_view bytes, const Document& draft) {
  const Review review = review_document(draft, default_rules(), Matter{}, LintOptions{});
  const Result<Markup> marked = mark_up_text(bytes, review.document, review.plan, MarkupOptions{});
  expect(marked.has_value() || marked.error().kind != ErrorKind::Internal, "mark-up passes its own proof");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  for (const View view : {View::Final, View::Original}) {
    const Result<Document> draft = read_document("draft.html", bytes, {.view = view, .limits = {}});
    if (!draft) {
      expect(draft.error().kind == ErrorKind::Unreadable, "a reader's error is of kind Unreadable");
      continue;
    }
    if (draft->format != SourceFormat::Html) return 0;
    expect_places(*draft, bytes);
    const Result<Document> again = read_document("draft.html", bytes, {.view = view, .limits = {}});
    expect(again.has_value() && again->text == draft->text, "reading is deterministic");
    if (view == View::Final && size < 8'000) expect_sound_mark_up(bytes, *draft);
  }
  return 0;
}
