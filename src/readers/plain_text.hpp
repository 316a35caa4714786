// Plain text drafts: one paragraph a line, or wrapped at a column as filings and mails are.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// Wrapped lines are joined, indentation and page furniture left out (and noted); typed labels stay in the text.
Result<Document> read_plain_text(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace clauselint
