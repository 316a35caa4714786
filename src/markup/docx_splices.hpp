// Deletions and inserted mark-up of one part as splices of its bytes: runs are split, nothing else is touched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markup/docx_part.hpp"
#include "markup/docx_places.hpp"

namespace clauselint {

/// Bytes [begin, end) of the original become `text`. Splices of a list are in order and do not overlap.
struct Splice {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

std::string spliced(std::string_view original, const std::vector<Splice>& splices);

/// Takes the splices out of `changed` again; nullopt where its bytes are not what the splices put there.
std::optional<std::string> unspliced(std::string_view original, std::string_view changed,
                                     const std::vector<Splice>& splices);

/// Mark-up that stands at one gap; of those at the same gap the lower rank comes first, then the earlier.
struct GapMarkup {
  Gap gap;
  int rank = 0;
  std::string xml;
};

/// Who signs, and the next free w:id of the part.
struct Revisions {
  std::string author;  ///< escaped for an attribute
  std::string date;    ///< empty: the marks carry none
  std::uint32_t next_id = 1;
};

/// How to write elements of the part's own vocabulary: prefixes with their colon, and a declaration if one is needed.
struct WordNames {
  std::string element;
  std::string attribute;
  std::string declaration;
};

/// The names in use at an element of the part.
WordNames names_at(const WordPart& part, std::uint32_t element);

/// ` w:id="7" w:author="…" w:date="…"` for one revision, and counts it.
std::string revision_attributes(const WordNames& names, Revisions& revisions);

/// The splices that make these changes. `deletions` do not overlap; every gap stands outside or at the edge of one.
/// `deleted` is told how many w:del were written.
std::vector<Splice> splice_runs(const WordPart& part, std::vector<Deletion> deletions, std::vector<GapMarkup> markups,
                                Revisions& revisions, std::uint32_t& deleted);

}  // namespace clauselint
