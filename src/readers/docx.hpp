// Reads a Word document: the words of its final view, the labels Word computes, and where each piece stands.
#pragma once

#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "clauselint/read.hpp"

namespace clauselint {

/// Reads .docx, .docm, .dotx and .dotm, transitional and strict, by content. What a reader of the paper would see:
/// - tracked changes accepted; hidden text, field codes and comments left out, and counted in the notes;
/// - a tab is `\t`, a line break within a paragraph a space, page and column breaks nothing, a no-break hyphen U+2011,
///   optional hyphens nothing, note reference marks nothing;
/// - text boxes once, as paragraphs behind the one they are anchored in; then footnotes, endnotes, headers, footers.
/// Errors are of kind Unreadable.
Result<Document> read_docx(const std::string& path, std::string_view bytes, const ReadOptions& options);

}  // namespace clauselint
