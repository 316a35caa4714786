// The comments of a Word file: entries of the comments part, and the relationship and content type it needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clauselint/error.hpp"
#include "clauselint/markup.hpp"
#include "io/zip_rewrite.hpp"
#include "markup/docx_package.hpp"
#include "markup/docx_splices.hpp"

namespace clauselint {

/// One comment; paragraphs of its text are separated by '\n'.
struct Comment {
  std::uint32_t id = 0;
  std::string text;
};

/// Identifiers of styles that comments use where the file defines them (they are translated in localised Word),
/// and of those that inserted words must not take over.
struct StyleIds {
  std::string comment_reference;
  std::string comment_text;
  std::vector<std::string> links;       ///< hyperlink styles
  std::vector<std::string> references;  ///< of comments and notes
};

StyleIds find_styles(const DocxPackage& package);

/// For text and for double-quoted attributes; characters that XML forbids are left out.
std::string xml_escaped(std::string_view text);

/// True for characters that cannot stand in a Word text: controls but the tab.
bool has_control_characters(std::string_view text);

/// The first free comment id: above those of the comments part and those the main part refers to.
std::uint32_t first_comment_id(const DocxPackage& package, const WordPart& main);

/// Mark-up for the main part.
std::string range_begin(const WordNames& names, std::uint32_t id);
std::string range_end(const WordNames& names, std::uint32_t id, const StyleIds& styles);

/// The comments part with the comments behind those it has, and what a new part needs beside it.
Result<std::vector<ZipChange>> write_comments(const DocxPackage& package, std::string_view word_namespace,
                                              const std::vector<Comment>& comments, const StyleIds& styles,
                                              const MarkupOptions& options);

}  // namespace clauselint
