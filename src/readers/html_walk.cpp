// The walk itself: elements, and what holds within them.
#include "readers/html_walk.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kMostSpanned = 1000;  // rows or columns of one cell, as in browsers
constexpr std::uint32_t kWidestTable = 1000;  // columns that a cell from above may reach into

std::uint32_t span_of(const HtmlTag& tag, std::string_view name) {
  const std::string_view value = trimmed(tag.attribute(name));
  std::uint32_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::uint32_t>(span, 1, kMostSpanned);
}

bool is_block(HtmlRole role) {
  switch (role) {
    case HtmlRole::Block:
    case HtmlRole::Heading:
    case HtmlRole::Rule:
    case HtmlRole::Page:
    case HtmlRole::Preformatted:
    case HtmlRole::OrderedList:
    case HtmlRole::List:
    case HtmlRole::Item:
    case HtmlRole::Table:
    case HtmlRole::Row:
    case HtmlRole::Cell:
    case HtmlRole::HeaderCell: return true;
    case HtmlRole::Inline:
    case HtmlRole::Break:
    case HtmlRole::Bold:
    case HtmlRole::Inserted:
    case HtmlRole::Deleted:
    case HtmlRole::Dropped:
    case HtmlRole::Noted: return false;
  }
  return false;
}

// Only a block that merely groups words may stand in the line: cells and items have their place whatever their style.
bool stands_in_line(const HtmlElement& element, const HtmlStyle& style) {
  return style.in_line && element.role == HtmlRole::Block;
}

}  // namespace

void HtmlWalk::drop(std::string_view note) {
  now_.dropped = true;
  page_.note(note);
}

bool HtmlWalk::open(const HtmlTag& tag) {
  if (open_.size() >= depth_) {
    too_deep_ = true;
    return false;
  }
  const HtmlElement element = html_element(tag.name);
  HtmlStyle style;
  sheet_.apply(tag.attribute("class"), style);
  read_html_style(tag.attribute("style"), style);
  const bool block = is_block(element.role) && !stands_in_line(element, style);
  open_.push_back({.name = std::string(tag.name),
                   .role = element.role,
                   .block = block,
                   .page_after = style.page_after,
                   .outside = now_});
  if (now_.dropped) return true;
  if (block) end_block();
  if (style.page_before) end_page();
  enter(tag, element, style);
  // libxml2 waits for the end of elements of HTML 5 that have none.
  if (has_no_content(tag.name)) now_ = open_.back().outside;
  return true;
}

void HtmlWalk::enter(const HtmlTag& tag, const HtmlElement& element, const HtmlStyle& style) {
  const bool unseen = tag.has("hidden") || style.hidden;
  if (unseen && element.role != HtmlRole::Noted && element.role != HtmlRole::Dropped)
    return drop("passages of hidden text");
  if (!element.known && !tag.known) page_.note("words in angle brackets that a browser does not show");
  if (style.bold) now_.bold = *style.bold;
  switch (element.role) {
    case HtmlRole::Inline:
    case HtmlRole::Block: break;
    case HtmlRole::Heading: now_.heading = static_cast<std::uint8_t>(tag.name[1] - '0'); break;
    case HtmlRole::Break: add_break(tag); break;
    case HtmlRole::Rule:
    case HtmlRole::Page: end_page(); break;
    case HtmlRole::Preformatted: now_.preformatted = true; break;
    case HtmlRole::OrderedList: lists_.open(tag, style, true); break;
    case HtmlRole::List: lists_.open(tag, style, false); break;
    case HtmlRole::Item: label_ = lists_.next(tag, style); break;
    case HtmlRole::Table: enter_table(); break;
    case HtmlRole::Row:
      if (!tables_.empty()) {
        tables_.back().row = tables_.back().rows++;
        tables_.back().column = 0;
      }
      break;
    case HtmlRole::Cell: enter_cell(tag, false); break;
    case HtmlRole::HeaderCell: enter_cell(tag, true); break;
    case HtmlRole::Bold: now_.bold = !style.bold || *style.bold; break;
    case HtmlRole::Inserted: return enter_change(tag, TrackedChange::Kind::Insertion);
    case HtmlRole::Deleted: return enter_change(tag, TrackedChange::Kind::Deletion);
    case HtmlRole::Dropped: now_.dropped = true; break;
    case HtmlRole::Noted:
      now_.dropped = true;
      if (tag.attribute("type") != "hidden") page_.note(element.note);
      break;
  }
  if (tag.name == "a" && tag.has("href")) now_.link = true;
  const bool in_line = element.role == HtmlRole::Inline;  // a line under a block is a ruled line
  if (in_line && (tag.name == "u" || style.underlined)) now_.underlined = true;
  if (style.struck) enter_change(tag, TrackedChange::Kind::Deletion);
}

// Struck words are deleted words, whichever way they are struck: no party means them to stand.
void HtmlWalk::enter_change(const HtmlTag& tag, TrackedChange::Kind kind) {
  const bool deleted = kind == TrackedChange::Kind::Deletion;
  if (deleted == (view_ == View::Final)) return drop(deleted ? "tracked deletions" : "tracked insertions");
  std::string_view author = tag.attribute("cite");
  if (author.starts_with("mailto:")) author.remove_prefix(7);
  now_.change = static_cast<std::uint32_t>(page_.changes.size());
  page_.changes.push_back(
      {.kind = kind, .author = std::string(author), .date = std::string(tag.attribute("datetime"))});
}

void HtmlWalk::enter_table() {
  tables_.push_back({.index = static_cast<std::uint32_t>(page_.tables.size()), .taken_until = {}});
  page_.tables.push_back({.outer_cell = now_.cell});
  now_.preformatted = false;
}

void HtmlWalk::enter_cell(const HtmlTag& tag, bool header) {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  if (table.rows == 0) table.rows = 1;
  std::vector<std::uint32_t>& taken = table.taken_until;
  while (table.column < taken.size() && taken[table.column] > table.row) ++table.column;
  now_.cell = static_cast<std::uint32_t>(page_.cells.size());
  page_.cells.push_back({.table = table.index, .row = table.row, .column = table.column});
  if (header) page_.tables[table.index].headed = true;
  const std::uint32_t columns = span_of(tag, "colspan");
  const std::uint32_t rows = span_of(tag, "rowspan");
  const std::uint32_t end = rows > 1 ? std::min(table.column + columns, kWidestTable) : 0;
  if (taken.size() < end) taken.resize(end);
  for (std::uint32_t i = table.column; i < end; ++i) taken[i] = table.row + rows;
  table.column += columns;
}

void HtmlWalk::close(std::string_view name) {
  // The parser closes what it opened, the innermost first.
  while (!open_.empty()) {
    const Open element = std::move(open_.back());
    open_.pop_back();
    leave(element);
    if (element.name == name) return;
  }
}

void HtmlWalk::leave(const Open& element) {
  const bool was_dropped = element.outside.dropped;
  if (!was_dropped && element.block) end_block();
  const bool entered = !was_dropped && !now_.dropped;
  if (entered && (element.role == HtmlRole::OrderedList || element.role == HtmlRole::List)) lists_.close();
  if (entered && element.role == HtmlRole::Table && !tables_.empty()) tables_.pop_back();
  if (entered && element.role == HtmlRole::Item) label_ = 0;
  now_ = element.outside;
  if (element.page_after && !was_dropped) end_page();
}

void HtmlWalk::end_page() {
  if (block_.preformatted && !block_.pieces.empty()) {
    const std::uint32_t at = block_.pieces.back().at.end;
    block_.pieces.push_back({.at = {.begin = at, .end = at}, .shown = "\f", .synthetic = true});
    return;
  }
  end_block();
  new_page_ = true;
}

void HtmlWalk::end_block() {
  if (block_.pieces.empty()) return;
  block_.linked = !unlinked_;
  HtmlBlock block = std::exchange(block_, {});
  spaced_ = true;
  unlinked_ = false;
  block.new_page = new_page_;
  block.label = label_;
  block.list_level = lists_.level();
  std::vector<HtmlBlock> made = split_breaks(page_, std::move(block));
  if (made.empty()) return;
  new_page_ = false;
  label_ = 0;
  std::ranges::move(made, std::back_inserter(page_.blocks));
}

}  // namespace clauselint
