// Markdown drafts: headings, lists, tables and emphasis read as what they mean.
#include "readers/markdown.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "readers/document_maker.hpp"
#include "readers/draft_text.hpp"
#include "readers/line_joining.hpp"
#include "readers/line_shape.hpp"
#include "readers/lines.hpp"
#include "readers/markdown_inline.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestFrontMatter = 300;  // lines

// Comments become blanks, so that what is left keeps its place; the number of comments.
std::uint32_t blank_comments(std::string& text) {
  std::uint32_t count = 0;
  for (std::size_t begin = text.find("<!--"); begin != std::string::npos; begin = text.find("<!--", begin)) {
    const std::size_t close = text.find("-->", begin);
    if (close == std::string::npos) break;
    for (std::size_t at = begin; at < close + 3; ++at) {
      if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
    }
    ++count;
    begin = close + 3;
  }
  return count;
}

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

// `[name]: https://…`, which defines a link and is not text; `[^1]: …` is a footnote and is.
bool is_link_definition(std::string_view words) {
  const std::size_t close = words.find("]:");
  if (!words.starts_with('[') || words.starts_with("[^") || close == std::string_view::npos) return false;
  const std::string_view address = trimmed(words.substr(close + 2));
  return address.find_first_of(" \t") == std::string_view::npos &&
         address.find_first_of("/#") != std::string_view::npos;
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
        wrapping_(find_wrapping(text, lines_)) {}

  void read();
  std::uint32_t link_definitions() const { return link_definitions_; }

 private:
  std::string_view words(const Line& line) const { return slice(text_, line.words); }
  std::size_t skip_front_matter();
  void strip(Line& line, std::size_t bytes) const;
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
  std::vector<Line> paragraph_;  ///< its lines so far, without marks and indentation
  std::string fence_;            ///< the mark that closes the code block we are in
  bool in_table_ = false;
  bool rule_seen_ = false;  ///< the `|---|` under the first row
  Cell cell_;               ///< of the next row
  std::uint32_t tables_ = 0;
  std::uint32_t link_definitions_ = 0;
};

std::size_t BlockReader::skip_front_matter() {
  if (lines_.empty() || words(lines_[0]) != "---") return 0;
  for (std::size_t i = 1; i < std::min(lines_.size(), kLongestFrontMatter); ++i) {
    if (words(lines_[i]) != "---" && words(lines_[i]) != "...") continue;
    maker_.note({.what = "lines of front matter", .where = {}, .count = static_cast<std::uint32_t>(i - 1)});
    return i + 1;
  }
  return 0;
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
  const auto pieces = read_inline(original_, spans);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool space = i > 0 && joint_between(slice(text_, spans[i - 1]), slice(text_, spans[i])) == Join::Space;
    if (space && maker_.in_paragraph() && !pieces[i].empty()) maker_.add_synthetic(" ");
    for (const InlinePiece& piece : pieces[i]) {
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
  const std::string_view row = words(lines_[at]);
  const bool barred = row.find('|') != std::string_view::npos;
  if (!in_table_) {
    const bool begins = barred && at + 1 < lines_.size() && is_table_rule(words(lines_[at + 1]));
    if (!begins) return false;
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
  add_cells(lines_[at].words);
  ++cell_.row;
  return true;
}

void BlockReader::add_line(Line line) {
  const std::string_view shown = words(line);
  const bool bullet = shown.size() > 1 && (shown[0] == '-' || shown[0] == '*' || shown[0] == '+') &&
                      (shown[1] == ' ' || shown[1] == '\t');
  if (bullet) {
    flush();
    strip(line, 1);
    if (line.blank()) return;
  } else if (is_link_definition(shown)) {
    flush();
    ++link_definitions_;
    return;
  }
  line.indent = 0;  // lists are told by their marks
  const bool goes_on = !bullet && !paragraph_.empty() &&
                       join_lines(text_, wrapping_, paragraph_.front(), paragraph_.back(), line, LineGap::None) != Join::None;
  if (!goes_on) flush();
  const bool backslash = words(line).ends_with('\\');
  const bool hard_break = backslash || text_.substr(line.words.end).starts_with("  ");
  if (backslash) --line.words.end;
  paragraph_.push_back(line);
  if (hard_break) flush();
}

void BlockReader::read() {
  for (std::size_t i = skip_front_matter(); i < lines_.size(); ++i) {
    Line line = lines_[i];
    if (read_fence(line)) continue;
    while (words(line).starts_with('>')) strip(line, 1);
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
  const std::uint32_t comments = blank_comments(text);
  DocumentMaker maker(path, SourceFormat::Markdown, bytes, *decoded);
  BlockReader reader(maker, decoded->text, text);
  reader.read();
  if (comments > 0) maker.note({.what = "HTML comments", .where = {}, .count = comments});
  if (reader.link_definitions() > 0) {
    maker.note({.what = "link addresses", .where = {}, .count = reader.link_definitions()});
  }
  return maker.finish();
}

}  // namespace clauselint
