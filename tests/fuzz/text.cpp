// Any bytes as a text draft: each word is read once in its place, or stands in a line that is counted as left out.
#include "fuzz/reading.hpp"
#include "readers/plain_text.hpp"

using namespace clauselint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view source = as_text(bytes, size);
  const Result<Document> draft = read_plain_text("draft.txt", source, {});
  expect_sound(draft, source, false);
  const bool clean = draft && draft->encoding == "UTF-8" && find_invalid_utf8(source) == std::string_view::npos;
  if (!clean) return 0;
  std::uint32_t counted = 0;
  for (const Note& note : draft->notes) counted += note.count;
  expect(count_lines_left_out(*draft, source) <= counted, "lines that are left out are counted");
  return 0;
}
