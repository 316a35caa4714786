// Any phrase pattern (the first line) on any sentence (the rest): a sentence that matches holds what it needs.
#include <algorithm>
#include <optional>
#include <string>

#include "fuzz/expect.hpp"
#include "text/folded_text.hpp"
#include "text/pattern.hpp"
#include "text/phrase.hpp"
#include "text/utf8.hpp"

using namespace clauselint;

namespace {

std::optional<std::vector<std::string>> no_terms(std::string_view) { return std::nullopt; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view input = as_text(bytes, size);
  if (size > 4'000 || find_invalid_utf8(input) != std::string_view::npos) return 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  const FoldedText folded = fold(input.substr(std::min(line + 1, input.size())));
  const std::string& sentence = folded.text();
  for (const bool spaced : {true, false}) {
    PhraseProgram program;
    if (translate_phrase(input.substr(0, line), spaced, no_terms, program)) continue;
    const Pattern pattern(program.regex);
    expect_no_fault(pattern.error());
    MatchScratch scratch;
    const ByteSpan whole{.begin = 0, .end = static_cast<std::uint32_t>(sentence.size())};
    if (pattern.find(sentence, whole, 0, scratch) != MatchStatus::Found) continue;
    for (const LiteralSet& set : program.needed) {
      const auto stands = [&](const std::string& literal) { return sentence.find(literal) != std::string::npos; };
      expect(std::ranges::any_of(set, stands), "a sentence that " + program.regex + " matches holds what it needs");
    }
  }
  return 0;
}
