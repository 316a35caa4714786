// Runs the walk over a story, a second time where fields turn out to have no end.
#include "readers/docx_story.hpp"

#include "ooxml/xml_part.hpp"
#include "readers/docx_walk.hpp"

namespace clauselint {

std::optional<Error> read_story(const StorySource& source, const StoryContext& context, std::uint32_t& tables,
                                Document& document) {
  DocxText text(document);
  const DocxText::Mark before = text.mark();
  StoryWalk first(source, context, tables, document);
  first.walk({});
  const auto finish = [&](const StoryWalk& walk) -> std::optional<Error> {
    tables = walk.tables_seen();
    if (walk.fault().empty()) return std::nullopt;
    return part_error(*context.path, document.parts[source.part_index], walk.fault());
  };
  if (first.unclosed_fields().empty()) return finish(first);
  // A field that never ends would hide all that follows it; Word shows it, so it is read as if it were no field.
  text.restore(before);
  StoryWalk second(source, context, tables, document);
  second.walk(first.unclosed_fields());
  return finish(second);
}

}  // namespace clauselint
