// The walk through one story of a Word document: what each element does to the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "clauselint/document.hpp"
#include "ooxml/elements.hpp"
#include "ooxml/list_labels.hpp"
#include "readers/docx_fields.hpp"
#include "readers/docx_pieces.hpp"
#include "readers/docx_properties.hpp"
#include "readers/docx_story.hpp"
#include "readers/docx_text.hpp"

namespace clauselint {

/// What holds within an element.
struct Circumstances {
  Story story = Story::Body;
  Obstacle obstacle = Obstacle::None;
  std::uint32_t change = kUnchanged;
  std::optional<Cell> cell;
  bool bold = false;
  bool hidden = false;
  bool underlined = false;
  bool drawing = false;
};

/// An element that the walk is in.
struct WalkFrame {
  XmlNode next;  // the child to visit next
  Element element = Element::Transparent;
  Circumstances outside;       // to restore
  std::size_t namespaces = 0;  // to restore
  std::uint32_t drawn = 0;     // what had been found in drawings before it
  bool in_pieces = false;      // more children come from the stream when `next` is none
};

struct TableState {
  std::uint32_t index = 0;
  std::uint32_t rows = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> merged_since;  // column -> row
};

/// A text box waits for the end of the paragraph it is anchored in.
struct PendingBox {
  XmlNode content;
  Circumstances circumstances;
  NamespaceScope scope;
  std::optional<Document> drawn;  // instead of content: the words of a diagram or chart
};

/// The obstacle of something inside something: what stands in the way further out counts.
inline Obstacle graver(Obstacle outer, Obstacle inner) { return outer == Obstacle::None ? inner : outer; }

/// Reads a story element by element; elements entered stand on a stack, each with what to restore behind it.
class StoryWalk {
 public:
  StoryWalk(const StorySource& source, const StoryContext& context, std::uint32_t first_table, Document& document)
      : source_(source),
        context_(context),
        text_(document),
        pieces_{.part = source.part, .index = source.part_index},
        labels_(*context.numbering),
        box_labels_(*context.numbering),
        tables_seen_(first_table) {}

  /// Reads the story. `not_fields` says where characters stand that begin fields which never end: they begin none.
  void walk(const std::vector<std::uint32_t>& not_fields);

  /// Where fields begin that have no end; everything behind them was taken for field code or result.
  const std::vector<std::uint32_t>& unclosed_fields() const { return unclosed_; }
  /// Why the walk stopped early; empty when it did not.
  const std::string& fault() const { return fault_; }
  std::uint32_t tables_seen() const { return tables_seen_; }

 private:
  void visit(XmlNode node);
  void visit_next();
  bool visit_structure(XmlNode node, Element element);
  void visit_in_run(XmlNode node, Element element);
  bool visit_drawing_part(XmlNode node);
  void enter(XmlNode node, Element element, const Circumstances& inside);
  void leave();
  void note_drawing(const WalkFrame& frame);

  bool enter_with(XmlNode node, Element element, Obstacle obstacle);
  bool enter_change(XmlNode node, TrackedChange::Kind kind);
  bool enter_comment(XmlNode node);
  void leave_comment();
  bool enter_paragraph(XmlNode node);
  bool enter_run(XmlNode node);
  bool enter_table(XmlNode node);
  bool enter_row(XmlNode node);
  bool enter_cell(XmlNode node);
  bool enter_alternative(XmlNode node);
  void defer_box(XmlNode node, std::optional<Document> drawn = std::nullopt);
  void add_graphic(XmlNode node, std::string_view part, std::string_view what);
  void read_box(const PendingBox& box);
  void run();

  void leave_paragraph();
  void finish_paragraph();
  void flush();
  void label_paragraph(Paragraph& paragraph);

  void add_text(XmlNode node);
  void add_as(XmlNode node, std::string_view piece);
  void add_symbol(XmlNode node);
  void add_equation(XmlNode node);
  void add_chunk(XmlNode node);
  void begin_comment(XmlNode node);
  void end_comment(XmlNode node);
  void refer_to_comment(XmlNode node);
  void field_character(XmlNode node);
  void end_field(XmlNode node);
  void close_fields();

  bool is_shown() const { return !now_.hidden && !fields_.in_code(); }
  bool is_original() const { return context_.view == View::Original; }
  void open_if_needed() {
    if (!text_.is_open()) text_.open();
  }
  void note(std::string_view what) { text_.note(what, source_.where); }
  Run look() const;

  const StorySource& source_;
  const StoryContext& context_;
  DocxText text_;
  PieceSource pieces_;
  ListLabels labels_;
  ListLabels box_labels_;  // text boxes count on their own
  std::uint32_t tables_seen_ = 0;

  NamespaceScope scope_;
  std::vector<WalkFrame> frames_;
  std::size_t namespaces_before_ = 0;  // of the element being visited
  bool opens_ = false;                 // the element being visited comes in pieces
  Circumstances now_;
  ParagraphProperties properties_;
  bool joining_ = false;      // the open paragraph goes on in the next
  bool lost_hidden_ = false;  // the open paragraph has hidden text
  bool preserve_ = false;     // xml:space of the root
  std::uint32_t drawn_ = 0;   // things found in drawings
  std::vector<TableState> tables_;
  FieldStack fields_;
  std::vector<PendingBox> boxes_;
  std::uint32_t box_depth_ = 0;
  std::unordered_set<std::uint32_t> not_fields_;
  std::vector<std::uint32_t> unclosed_;
  std::string fault_;
};

}  // namespace clauselint
