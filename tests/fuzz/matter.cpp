// Any text as a matter file: parsed, or refused with a place.
#include <string>

#include "clauselint/matter.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const Result<Matter> matter = parse_matter("matter.yaml", std::string(as_text(bytes, size)));
  if (!matter) {
    expect(matter.error().kind == ErrorKind::Configuration, "a matter's error is of kind Configuration");
    return 0;
  }
  for (const auto& [path, words] : matter->service) {
    const auto found = service_entry(*matter, path);
    expect(found.has_value(), "what the matter says at " + path + " is found there");
  }
  return 0;
}
