// Any text as a rule pack: parsed and compiled, or refused with a place.
#include <string>
#include <vector>

#include "clauselint/rule.hpp"
#include "fuzz/expect.hpp"

using namespace clauselint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string yaml(as_text(bytes, size));
  std::vector<Error> errors;
  std::vector<Pack> packs;
  packs.push_back(parse_pack("fuzz.yaml", yaml, errors));
  if (errors.empty()) {
    const bool compiled = RuleSet::compile(std::move(packs), {}, errors).has_value();
    expect(compiled == errors.empty(), "a rule set is refused with an error, and only then");
  }
  for (const Error& error : errors) expect(error.where.starts_with("fuzz.yaml"), "a pack's error names the pack");
  errors.clear();
  parse_provisions("fuzz.yaml", yaml, errors);
  return 0;
}
