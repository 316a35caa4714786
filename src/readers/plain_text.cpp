// Plain text drafts: one paragraph a line, or wrapped at a column as filings and mails are.
#include "readers/plain_text.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "readers/document_maker.hpp"
#include "readers/draft_text.hpp"
#include "readers/line_joining.hpp"
#include "readers/line_numbers.hpp"
#include "readers/lines.hpp"
#include "readers/linter_lines.hpp"
#include "readers/page_feet.hpp"
#include "readers/page_furniture.hpp"
#include "readers/pages.hpp"
#include "text/encoding.hpp"

namespace clauselint {
namespace {

/// The lines of a file with what was found out about them.
struct Layout {
  std::string_view text;
  std::vector<Line> lines;
  std::vector<LineRole> roles;
  Wrapping wrapping;
};

void add_line(DocumentMaker& maker, const Layout& layout, const Line& line) {
  for (const ByteSpan piece : without_rules(layout.text, line.words)) maker.add(piece);
}

void add_paragraphs(DocumentMaker& maker, const Layout& layout) {
  const Line* first = nullptr;     // of the paragraph being made
  const Line* previous = nullptr;  // its last line so far
  std::uint32_t blanks = 0;        // since `previous`
  bool page_end = false;           // since `previous`: furniture or a form feed
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    page_end = page_end || line.new_page || (layout.roles[i] != LineRole::Text && layout.roles[i] != LineRole::Rule);
    const bool left_out = line.blank() || layout.roles[i] != LineRole::Text;
    if (left_out) {
      ++blanks;
      continue;
    }
    const bool apart = page_end || blanks >= kPageGap;
    const LineGap gap = apart ? LineGap::Page : blanks > layout.wrapping.spacing ? LineGap::Blank : LineGap::None;
    const Join join =
        previous != nullptr ? join_lines(layout.text, layout.wrapping, *first, *previous, line, gap) : Join::None;
    if (join == Join::None) {
      maker.end_paragraph();
      first = &line;
    } else if (join == Join::Space) {
      maker.add_synthetic(" ");
    }
    add_line(maker, layout, line);
    previous = &line;
    blanks = 0;
    page_end = false;
  }
  maker.end_paragraph();
}

}  // namespace

Result<Document> read_plain_text(const std::string& path, std::string_view bytes, const ReadOptions&) {
  const Result<Decoded> decoded = decode_draft(path, bytes);
  if (!decoded) return decoded.error();
  Layout layout{.text = decoded->text, .lines = split_lines(decoded->text), .roles = {}, .wrapping = {}};
  const std::uint32_t linter_lines = cut_linter_lines(layout.text, layout.lines);
  const std::uint32_t line_numbers = cut_line_numbers(layout.text, layout.lines);
  layout.roles = find_furniture(layout.text, layout.lines);
  const PageFeet feet = cut_page_feet(layout.text, layout.lines, layout.roles);
  layout.wrapping = find_wrapping(layout.text, layout.lines);

  DocumentMaker maker(path, SourceFormat::Text, bytes, *decoded);
  for (Note& note : note_furniture(layout.roles, feet.numbers, feet.heads)) maker.note(std::move(note));
  if (line_numbers > 0) maker.note({.what = "line numbers in the margin", .where = {}, .count = line_numbers});
  if (linter_lines > 0) maker.note({.what = "lines for clauselint", .where = {}, .count = linter_lines});
  add_paragraphs(maker, layout);
  return maker.finish();
}

}  // namespace clauselint
