// Lines of a text file that speak to the linter, not to the other side: `# clauselint: …`.
#include "readers/linter_lines.hpp"

#include <utility>

#include "clauselint/span.hpp"

namespace clauselint {

std::uint32_t cut_linter_lines(std::string_view text, std::vector<Line>& lines) {
  std::vector<Line> kept;
  bool new_page = false;  // of a line taken out: the next one begins the page
  std::uint32_t count = 0;
  for (Line& line : lines) {
    if (slice(text, line.words).starts_with("# clauselint:")) {
      new_page = new_page || line.new_page;
      ++count;
      continue;
    }
    line.new_page = line.new_page || new_page;
    new_page = false;
    kept.push_back(line);
  }
  lines = std::move(kept);
  return count;
}

}  // namespace clauselint
