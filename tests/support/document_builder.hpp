// Documents for tests, made of plain text without any reader.
#pragma once

#include <string_view>

#include "clauselint/document.hpp"

namespace clauselint {

/// A valid document from UTF-8 text, one paragraph a line, every line one verbatim run of a source equal to `text`. A
/// last line feed is not followed by an empty paragraph.
Document document(std::string_view text);

/// Gives a paragraph an automatic label.
void label(Document& document, std::size_t paragraph, std::string_view shown);

}  // namespace clauselint
