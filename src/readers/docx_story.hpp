// Walks one story (body, notes, a header) of a Word document and appends its paragraphs to a Document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "ooxml/numbering.hpp"
#include "ooxml/styles.hpp"
#include "ooxml/xml_part.hpp"

namespace clauselint {

/// A story to read.
struct StorySource {
  const XmlPart* part = nullptr;
  std::uint32_t part_index = 0;  ///< in Document::parts
  Story story = Story::Body;
  std::string_view where;  ///< for notes; empty for the body
};

/// What all stories of a document share.
struct StoryContext {
  const std::string* path = nullptr;
  const Styles* styles = nullptr;
  const Numbering* numbering = nullptr;
  std::uint32_t depth = 256;
};

/// Appends the story. `tables` is the number of tables before it, and is moved on. The error is of kind Unreadable.
std::optional<Error> read_story(const StorySource& source, const StoryContext& context, std::uint32_t& tables,
                                Document& document);

}  // namespace clauselint
