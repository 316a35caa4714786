// Any bytes as a Markdown draft: what is text is the source's own words, and stands in their place.
#include "readers/markdown.hpp"
#include "fuzz/reading.hpp"

using namespace clauselint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view source = as_text(bytes, size);
  expect_sound(read_markdown("draft.md", source, {}), source, true);
  return 0;
}
