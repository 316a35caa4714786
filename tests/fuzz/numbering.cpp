// Any numbering.xml and any steps through its lists: each label is short valid text, the same each time.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/expect.hpp"
#include "ooxml/list_labels.hpp"
#include "ooxml/xml_part.hpp"
#include "text/utf8.hpp"

using namespace clauselint;

namespace {

constexpr std::size_t kLongestLabel = 255;
constexpr std::size_t kMostSteps = 2000;

// The steps stand before the part, up to the first line feed: a byte for the list, a byte for the level.
std::vector<std::string> labels(const Numbering& numbering, std::string_view steps) {
  ListLabels counting(numbering);
  std::vector<std::string> all;
  for (std::size_t i = 0; i + 1 < std::min(steps.size(), kMostSteps); i += 2) {
    const auto list = numbering.find(static_cast<std::int32_t>(steps[i]) - '0');
    if (!list) continue;
    const auto level = static_cast<std::uint8_t>(static_cast<unsigned char>(steps[i + 1]) % kListLevels);
    all.push_back(counting.next(*list, level));
    expect(all.back().size() <= kLongestLabel, "a label is short");
    expect(find_invalid_utf8(all.back()) == std::string::npos, "a label is valid UTF-8");
    expect(trimmed(all.back()) == all.back(), "a label has no blanks around it");
    const std::string& style = numbering.level(*list, level).style;
    const auto linked = numbering.level_of_style(*list, style);
    expect(style.empty() ? !linked : linked && *linked <= level,
           "the level of a style is the first that is linked to it");
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view input = as_text(bytes, size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string_view xml = input.substr(std::min(line + 1, input.size()));
  const auto part = XmlPart::parse("draft.docx", "word/numbering.xml", std::string(xml));
  if (!part) {
    expect(part.error().kind == ErrorKind::Unreadable, "a part that is refused is unreadable");
    return 0;
  }
  const Numbering numbering((*part)->root());
  const std::vector<std::string> once = labels(numbering, input.substr(0, line));
  expect(labels(numbering, input.substr(0, line)) == once, "the same steps give the same labels");
  return 0;
}
