// HTML drafts: parsed, walked into blocks, and the blocks made paragraphs.
#include "readers/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "readers/document_maker.hpp"
#include "readers/html_blocks.hpp"
#include "readers/html_parser.hpp"
#include "readers/html_source.hpp"
#include "readers/html_walk.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLooseness = 4;  // HTML leaves elements open where XML closes them

bool has_extension(std::string_view path, std::string_view extension) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return path.size() >= extension.size() &&
         std::ranges::equal(path.substr(path.size() - extension.size()), extension, same);
}

Error unreadable(const std::string& path, std::string message) {
  return {.kind = ErrorKind::Unreadable, .where = path, .message = std::move(message)};
}

std::ptrdiff_t line_of(std::string_view text, std::size_t at) {
  return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n') + 1;
}

// Why the parser ended before the file did; what is left may be white space.
std::optional<std::string> early_end(const std::string& markup, std::optional<std::size_t> stop, bool too_deep,
                                     std::size_t depth) {
  if (too_deep) {
    return fmt::format("elements are nested more than {} deep at line {}: save the page anew from a browser or Word",
                       depth, line_of(markup, stop.value_or(0)));
  }
  if (!stop || markup.find_first_not_of(" \t\r\n\f\x01", *stop) == std::string::npos) return std::nullopt;
  return fmt::format("the HTML cannot be read beyond line {}: save the page anew from a browser or Word",
                     line_of(markup, *stop));
}

/// Numbers tables and labels in the order in which paragraphs need them.
class HtmlEmitter {
 public:
  HtmlEmitter(const HtmlPage& page, DocumentMaker& maker) : page_(page), maker_(maker) {}

  void emit() {
    for (const TrackedChange& change : page_.changes) maker_.add_change(change);
    for (const HtmlBlock& block : page_.blocks) emit(block);
  }

 private:
  void emit(const HtmlPiece& piece) {
    maker_.in_change(piece.change);
    if (piece.synthetic) {
      maker_.add_synthetic(piece.shown);
    } else if (piece.shown.empty()) {
      maker_.add(piece.at, piece.bold);
    } else {
      maker_.add_in_place(piece.at, piece.shown, piece.bold);
    }
  }

  void emit(const HtmlBlock& block) {
    for (const HtmlPiece& piece : block.pieces) emit(piece);
    Paragraph look;
    look.heading_level = block.heading_level;
    look.list_level = block.list_level;
    look.label = maker_.add_label(page_.labels[block.label]);
    if (block.cell != kNoHtmlCell) {
      const HtmlCell& cell = page_.cells[block.cell];
      const auto table = tables_.emplace(cell.table, static_cast<std::uint32_t>(tables_.size())).first->second;
      look.cell = Cell{.table = table, .row = cell.row, .column = cell.column};
    }
    maker_.end_paragraph(look);
  }

  const HtmlPage& page_;
  DocumentMaker& maker_;
  std::unordered_map<std::uint32_t, std::uint32_t> tables_;
};

}  // namespace

bool is_html(std::string_view path, std::string_view bytes) {
  const bool markdown = has_extension(path, ".md") || has_extension(path, ".markdown");
  if (has_extension(path, ".html") || has_extension(path, ".htm") || has_extension(path, ".xhtml")) return true;
  return is_html_content(bytes, markdown);
}

Result<Document> read_html(const std::string& path, std::string_view bytes, const ReadOptions& options) {
  const Result<HtmlSource> source = open_html(path, bytes);
  if (!source) return source.error();
  const Decoded& decoded = source->decoded;
  HtmlSheet sheet;
  for (const ByteSpan at : source->sheets) sheet.read(slice(decoded.text, at));
  HtmlPage page;
  page.text = decoded.text;
  page.markup = source->markup;
  const std::size_t depth = options.limits.depth * kLooseness;
  HtmlWalk walk(page, sheet, options.view, depth);
  const std::optional<std::size_t> stop = parse_html(source->markup, walk);
  if (auto why = early_end(source->markup, stop, walk.too_deep(), depth)) return unreadable(path, std::move(*why));
  walk.finish();
  flatten_layout_tables(page);
  join_pages(page);

  DocumentMaker maker(path, SourceFormat::Html, bytes, decoded);
  maker.read_as(options.view);
  HtmlEmitter(page, maker).emit();
  for (const Note& note : source->notes) page.note(note.what, note.count);
  for (Note& note : page.notes) maker.note(std::move(note));
  return maker.finish();
}

}  // namespace clauselint
