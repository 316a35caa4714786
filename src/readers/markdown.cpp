// Markdown drafts: headings, lists, tables and emphasis read as what they mean.
#include "readers/markdown.hpp"

#include <algorithm>
#include <vector>

#include "readers/document_maker.hpp"
#include "readers/draft_text.hpp"
#include "readers/line_joining.hpp"
#include "readers/line_shape.hpp"
#include "readers/lines.hpp"
#include "readers/markdown_asides.hpp"
#include "readers/markdown_inline.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_made_of(std::string_view words, char c, std::size_t least) {
  const bool only = std::ranges::all_of(words, [c](char other) { return other == c || other == ' '; });
  return only && static_cast<std::size_t>(std::ranges::count(words, c)) >= least;
}

bool is_thematic_break(std::string_view words) { return is_made_of(words, '-', 3) || is_made_of(words, '*', 3); }

// `|---|:--:|`
bool is_table_rule(std::string_view words) {
  return words.find('-') != std::string_view::npos && words.find('|') != std::string_view::npos &&
         words.find_first_not_of("|-: \t") == std::string_view::npos;
}

// The `{#name .class}` that may end a heading, with the blanks before it; npos for none.
std::size_t find_heading_attributes(std::string_view title) {
  const std::size_t open = title.rfind('{');
  const bool attributes = open != std::string_view::npos && open > 0 && title.ends_with('}') &&
                          open + 2 < title.size() && (title[open + 1] == '#' || title[open + 1] == '.');
  return attributes ? open : std::string_view::npos;
}

/// Reads the lines of a file one after the other into paragraphs.
class BlockReader {
 public:
  /// `text` has blanks in place of the comments of `original`.
  BlockReader(DocumentMaker& maker, std::string_view original, std::string_view text)
      : maker_(maker),
        original_(original),
        text_(text),
        lines_(split_lines(text)),
        wrapping_(find_wrapping(text, lines_)),
        names_(find_link_names(text, lines_)) {}

  void read();
  std::uint32_t addresses() const { return addresses_; }

 private:
  std::string_view words(const Line& line) const { return slice(text_, line.words); }
  std::size_t skip_front_matter();
  void strip(Line& line, std::size_t bytes) const;
  void strip_quotes(Line& line) const;
  bool strip_mark(Line& line);
  bool goes_on(const Line& line) const;
  bool read_fence(const Line& line);
  bool read_heading(Line line);
  bool read_underline(const Line& line);
  bool read_table_row(std::size_t at);
  void add_cells(ByteSpan row);
  void add_line(Line line);
  void flush(std::uint8_t heading_level = 0);

  DocumentMaker& maker_;
  std::string_view original_;
  std::string_view text_;
  std::vector<Line> lines_;
  Wrapping wrapping_;
  LinkNames names_;
  std::vector<Line> paragraph_;  ///< its lines so far, without marks and indentation
  std::string fence_;            ///< the mark that closes the code block we are in
  bool fence_quoted_ = false;    ///< the code block stands in a quotation
  bool in_table_ = false;
  bool rule_seen_ = false;  ///< the `|---|` under the first row
  Cell cell_;               ///< of the next row
  std::uint32_t tables_ = 0;
  bool footnote_ = false;  ///< the paragraph is of one
  std::uint32_t addresses_ = 0;
};

std::size_t BlockReader::skip_front_matter() {
  const std::size_t lines = count_front_matter(text_, lines_);
  if (lines > 2) {
    maker_.note({.what = "lines of front matter", .where = {}, .count = static_cast<std::uint32_t>(lines - 2)});
  }
  return lines;
}

// The line without its first bytes and the blanks after them.
void BlockReader::strip(Line& line, std::size_t bytes) const {
  line.words.begin += static_cast<std::uint32_t>(bytes);
  const std::string_view rest = words(line);
  const std::string_view kept = trimmed(rest);
  line.words.begin += kept.empty() ? line.words.size() : static_cast<std::uint32_t>(kept.data() - rest.data());
}

void BlockReader::flush(std::uint8_t heading_level) {
  if (paragraph_.empty()) return;
  std::vector<ByteSpan> spans;
  for (const Line& line : paragraph_) spans.push_back(line.words);
  const InlineLines read = read_inline({.text = original_, .blanked = text_, .names = names_}, spans);
  addresses_ += read.addresses;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool space = i > 0 && joint_between(slice(text_, spans[i - 1]), slice(text_, spans[i])) == Join::Space;
    if (space && maker_.in_paragraph() && !read.pieces[i].empty()) maker_.add_synthetic(" ");
    for (const InlinePiece& piece : read.pieces[i]) {
      if (piece.shown.empty()) {
        maker_.add(piece.source, piece.bold);
      } else {
        maker_.add_in_place(piece.source, piece.shown, piece.bold);
      }
    }
  }
  Paragraph look;
  look.heading_level = heading_level;
  if (in_table_) look.cell = cell_;
  if (footnote_) look.story = Story::Footnote;
  footnote_ = false;
  maker_.end_paragraph(look);
  paragraph_.clear();
}

// Code is text, line by line, and nothing in it is a mark.
bool BlockReader::read_fence(const Line& line) {
  const std::string_view shown = words(line);
  if (!fence_.empty()) {
    const bool closes = shown.starts_with(fence_) && is_made_of(shown, fence_[0], fence_.size());
    if (closes) {
      fence_.clear();
    } else if (!line.blank()) {
      maker_.add(line.words);
      maker_.end_paragraph();
    }
    return true;
  }
  if (!shown.starts_with("```") && !shown.starts_with("~~~")) return false;
  const std::size_t size = std::min(shown.find_first_not_of(shown[0]), shown.size());
  if (shown[0] == '`' && shown.find('`', size) != std::string_view::npos) return false;
  flush();
  fence_ = std::string(shown.substr(0, size));
  return true;
}

// `## Heading ##`; without the blank before Han, as it is often written.
bool BlockReader::read_heading(Line line) {
  const std::size_t level = std::min(words(line).find_first_not_of('#'), words(line).size());
  if (level == 0 || level > 6) return false;
  const std::string_view rest = words(line).substr(level);
  if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t' && !is_han(decode_at(rest, 0).value)) return false;
  flush();
  strip(line, level);
  const std::string_view title = words(line);
  const std::size_t last = title.find_last_not_of('#');
  const bool closed = last != std::string_view::npos && last + 1 < title.size() && title[last] == ' ';
  if (closed) line.words.end = line.words.begin + static_cast<std::uint32_t>(title.find_last_not_of(' ', last) + 1);
  const std::size_t attributes = find_heading_attributes(words(line));
  if (attributes != std::string_view::npos) {
    line.words.end = line.words.begin + static_cast<std::uint32_t>(trimmed(words(line).substr(0, attributes)).size());
  }
  if (line.blank()) return true;
  paragraph_.push_back(line);
  flush(static_cast<std::uint8_t>(level));
  return true;
}

// The `=====` or `-----` under a heading.
bool BlockReader::read_underline(const Line& line) {
  if (paragraph_.empty() || words(line).find(' ') != std::string_view::npos) return false;
  const bool first = is_made_of(words(line), '=', 2);
  if (!first && !is_made_of(words(line), '-', 2)) return false;
  const bool heading = paragraph_.size() == 1 && !ends_sentence(words(paragraph_.front()));
  flush(!heading ? 0 : first ? 1 : 2);  // under a paragraph it was meant as a rule
  return true;
}

void BlockReader::add_cells(ByteSpan row) {
  std::string_view rest = slice(text_, row);
  std::uint32_t begin = row.begin;
  if (rest.starts_with('|')) ++begin;
  cell_.column = 0;
  for (std::uint32_t at = begin; at <= row.end; ++at) {
    const std::string_view left = slice(text_, {.begin = at, .end = row.end});
    if (left.starts_with("{{")) {  // a placeholder with a filter: `{{ price | money }}`
      const std::size_t close = left.find("}}");
      if (close != std::string_view::npos) at += static_cast<std::uint32_t>(close) + 1;
      continue;
    }
    const bool bar = at < row.end && text_[at] == '|' && (at == begin || text_[at - 1] != '\\');
    if (!bar && at < row.end) continue;
    Line line;
    line.words = {.begin = begin, .end = at};
    const std::string_view kept = trimmed(slice(text_, line.words));
    if (!kept.empty()) {
      line.words.begin = static_cast<std::uint32_t>(kept.data() - text_.data());
      line.words.end = line.words.begin + static_cast<std::uint32_t>(kept.size());
      paragraph_.push_back(line);
      flush();
    }
    ++cell_.column;
    begin = at + 1;
  }
}

bool BlockReader::read_table_row(std::size_t at) {
  Line line = lines_[at];
  strip_quotes(line);
  const std::string_view row = words(line);
  const bool barred = row.find('|') != std::string_view::npos;
  if (!in_table_) {
    Line next = at + 1 < lines_.size() ? lines_[at + 1] : Line{};
    strip_quotes(next);
    if (!barred || !is_table_rule(words(next))) return false;
    flush();
    in_table_ = true;
    cell_ = {.table = tables_++, .row = 0, .column = 0};
  } else if (!barred) {
    in_table_ = false;
    return false;
  }
  const bool rule = cell_.row == 1 && !rule_seen_;
  rule_seen_ = cell_.row > 0;
  if (rule) return true;
  add_cells(line.words);
  ++cell_.row;
  return true;
}

void BlockReader::strip_quotes(Line& line) const {
  while (words(line).starts_with('>')) strip(line, 1);
}

// Whether the line goes on with the paragraph before it.
bool BlockReader::goes_on(const Line& line) const {
  if (paragraph_.empty()) return false;
  const std::string_view before = words(paragraph_.back());
  const bool open = !ends_sentence(before) && begins_lowercase(words(line)) && !begins_with_label(words(line));
  return open || join_lines(text_, wrapping_, paragraph_.front(), paragraph_.back(), line, LineGap::None) != Join::None;
}

// `- item`, `[^1]: note`, `: definition`: the mark is left out, and a paragraph begins.
bool BlockReader::strip_mark(Line& line) {
  const std::string_view shown = words(line);
  const bool blank_follows = shown.size() > 1 && (shown[1] == ' ' || shown[1] == '\t');
  if (blank_follows && (shown[0] == '-' || shown[0] == '*' || shown[0] == '+' || shown[0] == ':')) {
    flush();
    strip(line, 1);
    return true;
  }
  const LinkDefinition definition = shown.starts_with('[') ? read_definition(shown) : LinkDefinition{};
  if (definition.name.empty()) return false;
  flush();
  if (definition.footnote) {
    strip(line, definition.size);
    footnote_ = !line.blank();
  } else {
    ++addresses_;
    line.words.begin = line.words.end;
  }
  return true;
}

void BlockReader::add_line(Line line) {
  const bool begins = strip_mark(line);
  if (line.blank()) return;
  line.indent = 0;  // lists are told by their marks
  if (!begins && !goes_on(line)) flush();
  const bool backslash = words(line).ends_with('\\') && !words(line).ends_with("\\\\");
  const bool hard_break = backslash || text_.substr(line.words.end).starts_with("  ");
  if (backslash) --line.words.end;
  paragraph_.push_back(line);
  if (hard_break) flush();
}

void BlockReader::read() {
  for (std::size_t i = skip_front_matter(); i < lines_.size(); ++i) {
    Line line = lines_[i];
    if (fence_.empty() || fence_quoted_) strip_quotes(line);
    if (read_fence(line)) {
      fence_quoted_ = !fence_.empty() && words(lines_[i]).starts_with('>');
      continue;
    }
    if (line.blank()) {
      flush();
      in_table_ = false;
      continue;
    }
    if (read_table_row(i) || read_heading(line) || read_underline(line)) continue;
    if (is_thematic_break(words(line))) {
      flush();
      continue;
    }
    add_line(line);
  }
  flush();
}

}  // namespace

Result<Document> read_markdown(const std::string& path, std::string_view bytes, const ReadOptions&) {
  const Result<Decoded> decoded = decode_draft(path, bytes);
  if (!decoded) return decoded.error();
  std::string text = decoded->text;
  const Asides asides = blank_asides(text);
  DocumentMaker maker(path, SourceFormat::Markdown, bytes, *decoded);
  BlockReader reader(maker, decoded->text, text);
  reader.read();
  const auto note = [&](const char* what, std::uint32_t count) {
    if (count > 0) maker.note({.what = what, .where = {}, .count = count});
  };
  note("HTML comments", asides.comments);
  note("tags of template logic", asides.template_logic);
  note("link addresses", reader.addresses());
  return maker.finish();
}

}  // namespace clauselint
