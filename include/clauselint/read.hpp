// From the bytes of a file to a Document: the format is chosen by content, then by extension.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"

namespace clauselint {

/// What a reader refuses rather than risk time or memory. Sizes in bytes.
struct ReadLimits {
  std::size_t file = 256u << 20;        ///< the source file
  std::size_t part = 512u << 20;        ///< one inflated zip entry
  std::size_t package = 1024u << 20;    ///< all inflated entries that are read
  std::uint32_t entries = 20'000;       ///< zip entries
  std::uint32_t ratio = 500;            ///< inflated to deflated size of an entry above 1 MiB
  std::uint32_t depth = 256;            ///< nesting of XML elements
  std::uint32_t elements = 20'000'000;  ///< XML elements of one part
  std::uint32_t attributes = 10'000;    ///< of one XML element
  std::uint32_t embedded = 16;          ///< documents within a document (w:altChunk) that are read; none within those
  std::uint32_t graphics = 200;         ///< diagrams and charts whose words are read
};

struct ReadOptions {
  View view = View::Final;
  ReadLimits limits = {};
};

/// Reads a draft. `path` serves for messages and as a hint for the format. Errors are of kind Unreadable and name
/// what the file is ("a password-protected Word file") and the way out ("remove the password and try again").
Result<Document> read_document(const std::string& path, std::string_view bytes, const ReadOptions& options = {});

}  // namespace clauselint
