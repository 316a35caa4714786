// Words as an HTML file writes them, and the proof that a marked file reads as it should.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/finding.hpp"
#include "markup/text_diff_places.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// Words as the content of an element: `<`, `>` and `&` as references, and so is what the encoding or a file of nothing
/// but ASCII has no bytes for; a line feed becomes an empty line.
std::string write_html(std::string_view words, std::string_view original, Encoding encoding);

/// Whether the file with the splices reads as the document's text with the edits; white space does not count.
bool reads_as_edited(std::string_view original, const Document& document, const std::vector<const Edit*>& edits,
                     const std::vector<LineSplice>& splices);

}  // namespace clauselint
