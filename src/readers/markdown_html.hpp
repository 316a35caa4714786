// The HTML that Markdown drafts hold: which tags are marks, and what entities stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clauselint {

enum class TagTrace : std::uint8_t {
  None,    ///< no tag: `<Party A>` is text
  Inline,  ///< leaves no trace
  Block,   ///< a cell, a paragraph, a break: words on both sides stay apart
};

/// The kind of the tag that `words` begin with, and its bytes.
struct MarkdownTag {
  TagTrace trace = TagTrace::None;
  std::size_t size = 0;
};
MarkdownTag read_html_tag(std::string_view words);

/// A character for an entity.
struct MarkdownEntity {
  std::string shown;
  std::size_t size = 0;  ///< bytes of the entity, 0 for none
};

/// The entity that `words` begin with (`&amp;`, `&#x7532;`).
MarkdownEntity read_html_entity(std::string_view words);

}  // namespace clauselint
