// Markdown drafts: headings, lists, tables and emphasis read as what they mean.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// Marks are not in the text; typed numbers (`1.`, `(a)`) are. A table cell is a paragraph. Front matter, comments and
/// link addresses are left out and noted.
Result<Document> read_markdown(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace clauselint
