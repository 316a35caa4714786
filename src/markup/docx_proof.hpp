// Checks a marked part against the original by reading it anew, before anything is handed out.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "markup/docx_part.hpp"

namespace clauselint {

/// The ids that our marks carry.
struct OwnMarks {
  std::unordered_set<std::uint32_t> revisions;
  std::unordered_set<std::uint32_t> comments;
};

/// A part in a form in which it does not matter how its runs are split: tags as they are, runs of the same head and
/// texts of one run joined, texts as Word shows them. Our insertions and comments are left out, our deletions are text.
std::string as_if_rejected(const WordPart& part, const OwnMarks& own);

/// The first fault of the marked part in words, or an empty string: rejecting our marks must give the original,
/// ids must be unique, marks must stand where they may, and the XML must be well-formed.
std::string find_markup_fault(const WordPart& original, std::string_view marked, const OwnMarks& own);

/// Well-formed for an independent parser.
bool is_well_formed(std::string_view xml);

}  // namespace clauselint
