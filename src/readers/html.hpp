// HTML drafts: contracts as filed with the SEC, as Word saves them, as pasted from the web.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// By what the file says, else by its extension; Markdown with tags in it is Markdown.
bool is_html(std::string_view path, std::string_view bytes);

/// Block elements are paragraphs, list numbers are automatic labels, tables keep rows and columns unless they only set
/// words in place. Struck and deleted words are read in View::Original alone. What is left out is noted. Errors: a file
/// that is cut off, or nested deeper than four times ReadLimits::depth.
Result<Document> read_html(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace clauselint
