// Any bytes as a draft: read or refused, and what is read keeps the invariants of a document.
#include <array>

#include "clauselint/read.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

namespace {

constexpr ReadLimits kSmall{.file = 1u << 20, .part = 4u << 20, .package = 8u << 20, .entries = 200};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  constexpr std::array kNames = {"draft.docx", "draft.html", "draft.md", "draft.txt"};
  for (const char* name : kNames) {
    const Result<Document> draft = read_document(name, as_text(bytes, size), {.limits = kSmall});
    if (!draft) {
      expect(draft.error().kind == ErrorKind::Unreadable, "a reader's error is of kind Unreadable");
      expect(!draft.error().message.empty(), "an error says something");
      continue;
    }
    expect_no_fault(find_fault(*draft));
  }
  return 0;
}
