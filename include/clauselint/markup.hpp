// The draft with its marks: tracked changes and comments in Word, a unified diff for text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauselint/document.hpp"
#include "clauselint/edit_plan.hpp"
#include "clauselint/error.hpp"

namespace clauselint {

struct MarkupOptions {
  std::string author = "clauselint";
  std::string date;  ///< ISO 8601, UTC (`2026-01-31T09:00:00Z`); empty: the marks carry no date, as Word allows
};

struct Markup {
  std::string bytes;          ///< of the output file; equal to the input when there was nothing to mark
  std::uint32_t changes = 0;  ///< tracked changes or hunks written
  std::uint32_t comments = 0;
  std::vector<std::string> remarks;  ///< what could not be marked in place, and why
};

/// A DOCX with the plan's marks spliced into the original bytes. `original` is the file that `document` was read from.
/// Proves before it returns that rejecting our changes gives the original parts byte for byte, that accepting them
/// gives apply(document, plan), and that ids are unique; a failed proof is an error and no bytes.
Result<Markup> mark_up_docx(std::string_view original, const Document& document, const EditPlan& plan,
                            const MarkupOptions& options);

/// A unified diff against the original file, in its own encoding, that `patch` applies; the comments stand before the
/// first hunk, where `patch` passes over them. A change of an HTML file is made only if the file, read again, has the
/// text that the plan says.
Result<Markup> mark_up_text(std::string_view original, const Document& document, const EditPlan& plan,
                            const MarkupOptions& options);

}  // namespace clauselint
