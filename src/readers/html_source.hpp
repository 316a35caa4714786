// An HTML file before it is parsed: its encoding, and a copy for the parser in which every byte keeps its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "text/encoding.hpp"

namespace clauselint {

/// `markup` is as long as `decoded.text`, byte for byte: comments, instructions, the head of a filing and what stands in
/// scripts and styles are blanked, control characters are spaces. Tags, words and references are as they were.
struct HtmlSource {
  Decoded decoded;
  std::string markup;
  std::vector<ByteSpan> sheets;  ///< the contents of style elements, in the decoded text
  std::vector<Note> notes;
};

/// Whether the bytes are HTML by what they say, whatever the file is called. Text that only begins with an angle bracket
/// is not, and of a `markdown` file only a whole page is.
bool is_html_content(std::string_view bytes, bool markdown);

/// Errors: no text at all; a comment, tag or script that never ends, so that what follows cannot be told apart; a tag
/// with more attributes than any page has.
Result<HtmlSource> open_html(const std::string& path, std::string_view bytes);

}  // namespace clauselint
