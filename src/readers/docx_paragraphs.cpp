// Paragraphs, tables and text boxes: where paragraphs begin and end, and what they are.
#include <utility>

#include "ooxml/xml_part.hpp"
#include "readers/docx_walk.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kDeepestBox = 8;  // Word knows no text box in a text box

// What text that is appended has in common with its surroundings.
Paragraph place_of(const Circumstances& circumstances) {
  Paragraph place;
  place.story = circumstances.story;
  place.cell = circumstances.cell;
  return place;
}

}  // namespace

bool StoryWalk::enter_paragraph(XmlNode node) {
  if (text_.is_open() && !joining_) finish_paragraph();
  joining_ = false;
  open_if_needed();
  properties_ = read_paragraph_properties(node, *context_.styles);
  enter(node, Element::Paragraph, now_);
  return true;
}

bool StoryWalk::enter_table(XmlNode node) {
  flush();
  tables_.emplace_back().index = tables_seen_++;
  enter(node, Element::Table, now_);
  return true;
}

bool StoryWalk::enter_row(XmlNode node) {
  const RowProperties row = read_row_properties(node);
  if (is_original() ? row.inserted : row.deleted) {
    note(is_original() ? "tracked insertions" : "tracked deletions");
    return false;
  }
  if (!tables_.empty()) {
    tables_.back().row = tables_.back().rows++;
    tables_.back().column = row.columns_before;
  }
  enter(node, Element::Row, now_);
  return true;
}

bool StoryWalk::enter_cell(XmlNode node) {
  const CellProperties properties = read_cell_properties(node);
  if (is_original() ? properties.inserted : properties.deleted) {
    note(is_original() ? "tracked insertions" : "tracked deletions");
    return false;
  }
  Circumstances inside = now_;
  if (!tables_.empty()) {
    TableState& table = tables_.back();
    Cell cell{.table = table.index, .row = table.row, .column = table.column};
    const auto since = table.merged_since.find(cell.column);
    switch (properties.vertical) {
      case CellProperties::Merge::Begins: table.merged_since[cell.column] = cell.row; break;
      case CellProperties::Merge::Continues:
        if (since != table.merged_since.end()) cell.row = since->second;
        break;
      case CellProperties::Merge::None:
        if (since != table.merged_since.end()) table.merged_since.erase(since);
        break;
    }
    table.column += properties.span;
    inside.cell = cell;
  }
  enter(node, Element::TableCell, inside);
  return true;
}

void StoryWalk::defer_box(XmlNode node, std::optional<Document> drawn) {
  ++drawn_;
  if (!is_shown()) return;
  PendingBox box{.content = node, .circumstances = now_, .scope = scope_, .drawn = std::move(drawn)};
  Circumstances& inside = box.circumstances;
  inside.obstacle = graver(inside.obstacle, Obstacle::TextBox);
  if (inside.story == Story::Body) inside.story = Story::TextBox;
  inside.cell.reset();
  inside.drawing = false;
  boxes_.push_back(std::move(box));
}

// Reads a text box as if the story stood still meanwhile.
void StoryWalk::read_box(const PendingBox& box) {
  if (box_depth_ == kDeepestBox) {
    note("text boxes in text boxes");
    return;
  }
  ++box_depth_;
  if (box.drawn) {
    text_.append(*box.drawn, place_of(box.circumstances), tables_seen_);
    --box_depth_;
    return;
  }
  std::vector<WalkFrame> frames = std::exchange(frames_, {});
  NamespaceScope scope = std::exchange(scope_, box.scope);
  FieldStack fields = std::exchange(fields_, {});
  std::vector<TableState> tables = std::exchange(tables_, {});
  const Circumstances circumstances = std::exchange(now_, box.circumstances);
  if (box.content.local() == "textpath") {
    open_if_needed();
    add_attribute_text(text_, box.content, "string", pieces_, look());
  } else {
    frames_.push_back({.next = box.content.first_child(),
                       .element = Element::Transparent,
                       .outside = now_,
                       .namespaces = scope_.mark(),
                       .drawn = drawn_,
                       .in_pieces = false});
    run();
  }
  flush();
  close_fields();
  frames_ = std::move(frames);
  scope_ = std::move(scope);
  fields_ = std::move(fields);
  tables_ = std::move(tables);
  now_ = circumstances;
  --box_depth_;
}

void StoryWalk::label_paragraph(Paragraph& paragraph) {
  const auto place = context_.styles->list_place(properties_.style, properties_.own, *context_.numbering);
  if (!place) return;
  // Word shows no number for a paragraph that is all hidden, nor for one that is nothing but a section break.
  const bool unseen = text_.is_empty() && (properties_.ends_section || (lost_hidden_ && properties_.mark_hidden));
  if (unseen) return;
  ListLabels& labels = paragraph.story == Story::TextBox ? box_labels_ : labels_;
  paragraph.label = text_.add_label(labels.next(place->list, place->level));
  paragraph.list_level = place->level;
}

void StoryWalk::finish_paragraph() {
  Paragraph paragraph;
  paragraph.story = now_.story;
  paragraph.cell = now_.cell;
  const std::optional<std::uint8_t> inherited =
      properties_.style != nullptr ? properties_.style->paragraph.outline : std::nullopt;
  const std::uint8_t outline = properties_.own.outline ? *properties_.own.outline : inherited.value_or(9);
  if (outline < 9) paragraph.heading_level = static_cast<std::uint8_t>(outline + 1);
  label_paragraph(paragraph);
  text_.close(std::move(paragraph));
  joining_ = false;
  lost_hidden_ = false;
  properties_ = {.style = context_.styles->default_paragraph(), .own = {}};
  const std::vector<PendingBox> boxes = std::exchange(boxes_, {});
  for (const PendingBox& box : boxes) read_box(box);
}

void StoryWalk::leave_paragraph() {
  if (!text_.is_open()) return;
  const bool no_mark = is_original() ? properties_.mark_inserted : properties_.mark_deleted;
  if (no_mark || (properties_.drop_capital && !text_.is_empty())) {
    joining_ = true;
  } else {
    finish_paragraph();
  }
}

// Before something that is no paragraph: an open paragraph ends here, whatever became of its mark.
void StoryWalk::flush() {
  if (!text_.is_open()) return;
  if (joining_ && text_.is_empty() && boxes_.empty()) {
    text_.drop();
    joining_ = false;
  } else {
    finish_paragraph();
  }
}

}  // namespace clauselint
