// Tracked changes and comments: what stays out of the text in the view at hand, and who wrote what is in it.
#include <utility>

#include "ooxml/xml_part.hpp"
#include "readers/docx_walk.hpp"

namespace clauselint {

bool StoryWalk::enter_change(XmlNode node, TrackedChange::Kind kind) {
  const bool adds = kind == TrackedChange::Kind::Insertion || kind == TrackedChange::Kind::MoveTo;
  if (adds == is_original()) {
    note(adds ? "tracked insertions" : "tracked deletions");
    return false;
  }
  Circumstances inside = now_;
  inside.obstacle = graver(inside.obstacle, Obstacle::ForeignChange);
  inside.change = text_.add_change(
      {.kind = kind, .author = unescaped(attribute(node, "author")), .date = unescaped(attribute(node, "date"))});
  enter(node, Element::Insertion, inside);
  return true;
}

void StoryWalk::begin_comment(XmlNode node) {
  if (context_.commented == nullptr) return;
  const auto at = static_cast<std::uint32_t>(text_.size());
  (*context_.commented)[std::string(attribute(node, "id"))] = {.begin = at, .end = at};
}

void StoryWalk::end_comment(XmlNode node) {
  if (context_.commented == nullptr) return;
  const auto begun = context_.commented->find(std::string(attribute(node, "id")));
  if (begun == context_.commented->end()) return;
  begun->second.end = static_cast<std::uint32_t>(text_.size());
}

// A comment without a range is about the place where it stands.
void StoryWalk::refer_to_comment(XmlNode node) {
  note("comments");
  if (context_.commented == nullptr) return;
  const auto at = static_cast<std::uint32_t>(text_.size());
  context_.commented->emplace(std::string(attribute(node, "id")), ByteSpan{.begin = at, .end = at});
}

bool StoryWalk::enter_comment(XmlNode node) {
  if (context_.commented == nullptr) return false;
  const auto about = context_.commented->find(std::string(attribute(node, "id")));
  MarginComment comment{.author = unescaped(attribute(node, "author")),
                        .date = unescaped(attribute(node, "date")),
                        .about = std::nullopt,
                        .first_paragraph = 0,
                        .paragraph_count = 0};
  if (about != context_.commented->end()) comment.about = about->second;
  flush();
  text_.begin_comment(std::move(comment));
  return enter_with(node, Element::Comment, Obstacle::NotInMainPart);
}

void StoryWalk::leave_comment() {
  flush();
  close_fields();
  text_.end_comment();
}

}  // namespace clauselint
