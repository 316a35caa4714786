// The walk itself, and what stands in runs: text, tabs and breaks, symbols, fields, drawings.
#include "readers/docx_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ooxml/symbol_fonts.hpp"
#include "ooxml/xml_part.hpp"
#include "readers/docx_equation.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

std::uint32_t hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits.substr(0, 6)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return 0;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

constexpr std::string_view kUnderlinedTab = "    ";  // shown as underscores where it is a blank to fill

// Lines and boxes, of VML and DrawingML: without a text box or picture in them nothing is lost.
bool is_shape(std::string_view name) {
  constexpr std::array<std::string_view, 14> kShapes{"line",  "rect",     "oval",  "roundrect",   "arc",
                                                     "curve", "polyline", "shape", "group",       "wsp",
                                                     "cxnSp", "wgp",      "wpc",   "lockedCanvas"};
  return std::ranges::find(kShapes, name) != kShapes.end();
}

}  // namespace

Run StoryWalk::look() const {
  Run run;
  run.obstacle = fields_.empty() ? now_.obstacle : graver(now_.obstacle, Obstacle::Field);
  run.bold = now_.bold;
  run.underlined = now_.underlined;
  run.change = now_.change;
  return run;
}

void StoryWalk::enter(XmlNode node, Element element, const Circumstances& inside) {
  frames_.push_back({.next = node.first_child(),
                     .element = element,
                     .outside = now_,
                     .namespaces = namespaces_before_,
                     .drawn = drawn_,
                     .in_pieces = std::exchange(opens_, false)});
  now_ = inside;
}

bool StoryWalk::enter_with(XmlNode node, Element element, Obstacle obstacle) {
  Circumstances inside = now_;
  inside.obstacle = graver(inside.obstacle, obstacle);
  enter(node, element, inside);
  return true;
}

bool StoryWalk::enter_run(XmlNode node) {
  Circumstances inside = now_;
  const RunLook look = read_run_look(node, properties_.style, *context_.styles);
  inside.bold = look.bold;
  inside.hidden = look.hidden;
  inside.underlined = look.underlined;
  enter(node, Element::Run, inside);
  return true;
}

// The first choice whose vocabulary Word draws, else the fallback; never both, since they show the same thing twice.
bool StoryWalk::enter_alternative(XmlNode node) {
  XmlNode chosen;
  for (XmlNode option = node.first_child(); option && !chosen; option = option.next_sibling()) {
    const std::string_view name = option.local();
    if (name == "Fallback") chosen = option;
    if (name != "Choice") continue;
    scope_.declare(option);
    std::string_view required = attribute(option, "Requires");
    bool understood = !required.empty();
    while (understood && !required.empty()) {
      const std::string_view prefix = required.substr(0, required.find(' '));
      required.remove_prefix(std::min(required.size(), prefix.size() + 1));
      understood = prefix.empty() || scope_.understands(prefix);
    }
    if (understood) chosen = option;
  }
  if (!chosen) return false;
  enter(chosen, Element::Choice, now_);
  return true;
}

void StoryWalk::close_fields() {
  const std::vector<std::uint32_t> left = fields_.take_unclosed();
  unclosed_.insert(unclosed_.end(), left.begin(), left.end());
}

void StoryWalk::add_text(XmlNode node) {
  const bool has_words = static_cast<bool>(node.first_child());
  if (now_.hidden && !fields_.in_code() && has_words) {
    lost_hidden_ = true;
    note("passages of hidden text");
  }
  if (!is_shown()) return;
  open_if_needed();
  const std::string_view space = attribute(node, "space");
  const bool preserve = space.empty() ? preserve_ : space == "preserve";
  add_text_content(text_, node, preserve, pieces_, look());
}

void StoryWalk::add_as(XmlNode node, std::string_view piece) {
  if (!is_shown()) return;
  open_if_needed();
  add_leaf(text_, node, piece, pieces_, look());
}

void StoryWalk::add_symbol(XmlNode node) {
  const char32_t c = symbol_character(attribute(node, "font"), hexadecimal(attribute(node, "char")));
  std::string piece;
  append_utf8(piece, c == 0 ? U' ' : c);
  if (c == 0) note("symbols without a known character");
  add_as(node, piece);
}

void StoryWalk::add_equation(XmlNode node) {
  if (!is_shown()) return;
  open_if_needed();
  Run within = look();
  within.obstacle = graver(within.obstacle, Obstacle::Equation);
  add_equation_text(text_, node, context_.view, pieces_, within);
}

// An embedded document stands between paragraphs.
void StoryWalk::add_chunk(XmlNode node) {
  const std::optional<Document> chunk = context_.read_chunk ? context_.read_chunk(attribute(node, "id")) : std::nullopt;
  if (!chunk) {
    note("embedded documents");
    return;
  }
  flush();
  Paragraph place;
  place.story = now_.story;
  place.cell = now_.cell;
  text_.append(*chunk, place, tables_seen_);
}

void StoryWalk::field_character(XmlNode node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin") {
    const std::uint32_t place = source_.part->offset_of(node.name().data());
    if (!not_fields_.contains(place)) fields_.begin(node, place);
  } else if (type == "separate") {
    fields_.separate(text_.size());
  } else if (type == "end") {
    end_field(node);
  }
}

void StoryWalk::end_field(XmlNode node) {
  const Run within = look();
  const FieldStack::Ended ended = fields_.end(text_.size());
  if (!is_shown()) return;
  if (ended.lacks_result) note("fields without a stored result");
  if (ended.shown.empty()) return;
  open_if_needed();
  add_leaf(text_, node, ended.shown, pieces_, within);
}

void StoryWalk::visit_in_run(XmlNode node, Element element) {
  switch (element) {
    case Element::Text: add_text(node); break;
    case Element::Tab: add_as(node, now_.underlined ? kUnderlinedTab : "\t"); break;
    case Element::Break: {
      const std::string_view type = attribute(node, "type");
      if (type.empty() || type == "textWrapping") add_as(node, " ");
      break;
    }
    case Element::CarriageReturn: add_as(node, " "); break;
    case Element::NoBreakHyphen: add_as(node, "\u2011"); break;
    case Element::Symbol: add_symbol(node); break;
    case Element::FieldCharacter: field_character(node); break;
    case Element::DeletedText:
      if (is_original()) add_text(node);
      break;
    case Element::DeletedFieldCode:
    case Element::FieldCode: fields_.code(node); break;
    case Element::CommentStart: begin_comment(node); break;
    case Element::CommentEnd: end_comment(node); break;
    case Element::CommentReference: refer_to_comment(node); break;
    case Element::Object: note("embedded objects"); break;
    case Element::RubyText: note("phonetic guides"); break;
    case Element::Equation: add_equation(node); break;
    case Element::ForeignChunk: add_chunk(node); break;
    default: break;
  }
}

// The words of a diagram or chart stand in a part of their own.
void StoryWalk::add_graphic(XmlNode node, std::string_view part, std::string_view what) {
  auto words = context_.read_graphic ? context_.read_graphic(attribute(node, part)) : std::nullopt;
  if (!words) note(what);
  defer_box(node, words ? std::move(words) : Document{});
}

// Whatever else is in a drawing may hold a text box further in.
bool StoryWalk::visit_drawing_part(XmlNode node) {
  if (!now_.drawing) return false;
  const std::string_view name = node.local();
  if (name == "pic" || name == "imagedata") {
    ++drawn_;
    note("images");
  } else if (name == "chart") {
    note("figures of charts");
    add_graphic(node, "id", "charts");
  } else if (name == "relIds") {
    add_graphic(node, "dm", "diagrams");
  } else if (name == "textpath") {
    if (!attribute(node, "string").empty()) defer_box(node);
  } else {
    if (is_shape(name)) ++drawn_;
    enter(node, Element::Foreign, now_);
    return true;
  }
  return false;
}

void StoryWalk::note_drawing(const WalkFrame& frame) {
  if (frame.drawn == drawn_) note("drawings");
}

// Whether the element was entered.
bool StoryWalk::visit_structure(XmlNode node, Element element) {
  switch (element) {
    case Element::Paragraph: return enter_paragraph(node);
    case Element::Run: return enter_run(node);
    case Element::Table: return enter_table(node);
    case Element::Row: return enter_row(node);
    case Element::TableCell: return enter_cell(node);
    case Element::Transparent:
    case Element::Choice:
    case Element::Fallback: return enter_with(node, Element::Transparent, Obstacle::None);
    case Element::Insertion: return enter_change(node, TrackedChange::Kind::Insertion);
    case Element::MoveTo: return enter_change(node, TrackedChange::Kind::MoveTo);
    case Element::Deletion: return enter_change(node, TrackedChange::Kind::Deletion);
    case Element::MoveFrom: return enter_change(node, TrackedChange::Kind::MoveFrom);
    case Element::Comment: return enter_comment(node);
    case Element::SimpleField: return enter_with(node, element, Obstacle::Field);
    case Element::Control:
      return enter_with(node, element, is_locked_control(node) ? Obstacle::LockedControl : Obstacle::None);
    case Element::Footnote: {
      const std::string_view type = attribute(node, "type");
      return (type.empty() || type == "normal") && enter_with(node, element, Obstacle::None);
    }
    case Element::AlternateContent: return enter_alternative(node);
    case Element::Drawing: {
      Circumstances inside = now_;
      inside.drawing = true;
      enter(node, element, inside);
      return true;
    }
    case Element::TextBox: defer_box(node); return false;
    case Element::Foreign: return visit_drawing_part(node);
    default: visit_in_run(node, element); return false;
  }
}

void StoryWalk::visit(XmlNode node) {
  if (!node.is_element()) return;
  namespaces_before_ = scope_.mark();
  if (source_.part->declares_within() && !scope_.declare(node)) {
    fault_ = "declares more namespaces than a Word file has";
    return;
  }
  if (!visit_structure(node, scope_.element(node))) scope_.restore(namespaces_before_);
}

void StoryWalk::leave() {
  const WalkFrame frame = frames_.back();
  frames_.pop_back();
  switch (frame.element) {
    case Element::Paragraph: leave_paragraph(); break;
    case Element::TableCell: flush(); break;
    case Element::Table:
      if (!tables_.empty()) tables_.pop_back();
      break;
    case Element::Footnote:
      flush();
      close_fields();
      break;
    case Element::Comment: leave_comment(); break;
    case Element::Drawing: note_drawing(frame); break;
    default: break;
  }
  now_ = frame.outside;
  scope_.restore(frame.namespaces);
}

// The next child of the innermost element, from the stream when the piece at hand is at its end.
void StoryWalk::visit_next() {
  XmlNode node = frames_.back().next;
  if (!node && frames_.back().in_pieces) {
    PartStream::Piece piece = source_.part->next(!boxes_.empty());
    node = piece.first;
    opens_ = piece.opens;
    fault_ = std::move(piece.fault);
  }
  if (!fault_.empty()) return;
  if (!node) {
    leave();
    return;
  }
  frames_.back().next = node.next_sibling();
  visit(node);
  if (std::exchange(opens_, false)) source_.part->skip();
}

void StoryWalk::run() {
  while (!frames_.empty() && fault_.empty()) {
    visit_next();
    if (frames_.size() > context_.depth) fault_ = fmt::format("nests elements deeper than {}", context_.depth);
    if (text_.overflowed()) fault_ = "holds more text than 4 GiB";
  }
  frames_.clear();
}

void StoryWalk::walk(const std::vector<std::uint32_t>& not_fields) {
  not_fields_.insert(not_fields.begin(), not_fields.end());
  PartStream::Piece piece = source_.part->rewind();
  fault_ = std::move(piece.fault);
  if (!fault_.empty()) return;
  opens_ = piece.opens;
  const XmlNode root = piece.first;
  if (!scope_.declare(root)) {
    fault_ = "declares more namespaces than a Word file has";
    return;
  }
  preserve_ = attribute(root, "space") == "preserve";
  now_.story = source_.story;
  if (source_.story != Story::Body) now_.obstacle = Obstacle::NotInMainPart;
  properties_.style = context_.styles->default_paragraph();
  enter(root, Element::Transparent, now_);
  run();
  flush();
  close_fields();
}

}  // namespace clauselint
