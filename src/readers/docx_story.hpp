// Walks one story (body, notes, a header) of a Word document and appends its paragraphs to a Document.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "clauselint/document.hpp"
#include "clauselint/error.hpp"
#include "ooxml/numbering.hpp"
#include "ooxml/part_stream.hpp"
#include "ooxml/styles.hpp"

namespace clauselint {

/// A story to read.
struct StorySource {
  PartStream* part = nullptr;
  std::uint32_t part_index = 0;  ///< in Document::parts
  Story story = Story::Body;
  std::string_view where;  ///< for notes; empty for the body
};

/// What all stories of a document share.
struct StoryContext {
  const std::string* path = nullptr;
  View view = View::Final;
  const Styles* styles = nullptr;
  const Numbering* numbering = nullptr;
  std::uint32_t depth = 256;
  /// The document that a relationship embeds, or nothing when it cannot be read.
  std::function<std::optional<Document>(std::string_view id)> read_chunk = {};
  /// The words of a diagram or chart (a part of DrawingML), or nothing when it cannot be read.
  std::function<std::optional<Document>(std::string_view id)> read_graphic = {};
  /// What the comments are about, by their ids: filled by the body, asked for by the comments.
  std::unordered_map<std::string, ByteSpan>* commented = nullptr;
};

/// Appends the story. `tables` is the number of tables before it, and is moved on. The error is of kind Unreadable.
std::optional<Error> read_story(const StorySource& source, const StoryContext& context, std::uint32_t& tables,
                                Document& document);

}  // namespace clauselint
