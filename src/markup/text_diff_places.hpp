// Where an edit of the text falls in the bytes of a text file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/finding.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Bytes [begin, end) of a file and what takes their place.
struct LineSplice {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string bytes;
};

/// Either splices, in order, or in `refusal` why the edit cannot be made in the file.
struct Placement {
  std::vector<LineSplice> splices;
  std::string refusal;
};

/// Splices that make the edit. An edit across a line end keeps the line end; a line that it empties goes, and so do the
/// marks (`**`) around Markdown words that it deletes.
Placement place_edit(std::string_view original, Encoding encoding, const Document& document, const Edit& edit);

}  // namespace clauselint
