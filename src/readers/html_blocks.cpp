// Blocks with breaks in them: which lines are paragraphs of their own.
#include "readers/html_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "readers/line_joining.hpp"
#include "readers/line_shape.hpp"
#include "readers/lines.hpp"
#include "readers/page_furniture.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kFullLine = 45;  // columns of a line that may have been broken to fit

using HtmlLine = std::vector<HtmlPiece>;

/// The lines of a block and the breaks between them: breaks[i] ends lines[i].
struct BrokenLines {
  std::vector<HtmlLine> lines = std::vector<HtmlLine>(1);
  std::vector<HtmlPiece> breaks;
};

bool is_break(const HtmlPiece& piece) { return piece.shown == "\n" || piece.shown == "\f"; }

BrokenLines break_lines(std::vector<HtmlPiece> pieces) {
  BrokenLines broken;
  for (HtmlPiece& piece : pieces) {
    if (is_break(piece)) {
      broken.breaks.push_back(std::move(piece));
      broken.lines.emplace_back();
    } else {
      broken.lines.back().push_back(std::move(piece));
    }
  }
  return broken;
}

void trim_front(const HtmlPage& page, HtmlLine& pieces) {
  std::size_t gone = 0;
  for (; gone < pieces.size(); ++gone) {
    HtmlPiece& piece = pieces[gone];
    const std::string_view words = shown(page, piece);
    std::size_t at = 0;
    while (at < words.size() && is_blank(decode_at(words, at).value)) at += decode_at(words, at).size;
    if (at == words.size()) continue;
    if (piece.shown.empty()) piece.at.begin += static_cast<std::uint32_t>(at);
    break;
  }
  pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(gone));
}

void trim_back(const HtmlPage& page, HtmlLine& pieces) {
  while (!pieces.empty()) {
    HtmlPiece& piece = pieces.back();
    const std::string_view words = shown(page, piece);
    std::size_t end = words.size();
    while (end > 0 && is_blank(decode_before(words, end).value)) end -= decode_before(words, end).size;
    if (end > 0) {
      if (piece.shown.empty()) piece.at.end = piece.at.begin + static_cast<std::uint32_t>(end);
      return;
    }
    pieces.pop_back();
  }
}

std::string words_of_line(const HtmlPage& page, const HtmlLine& line) {
  std::string words;
  for (const HtmlPiece& piece : line) words += shown(page, piece);
  return words;
}

// Whether the line after a single break goes on with the line before it.
bool goes_on(std::string_view before, std::string_view after) {
  if (ends_before_reference(before)) return true;
  if (begins_with_label(after) || ends_sentence(before)) return false;
  if (begins_lowercase(after) || ends_with_connective(before)) return true;
  const bool full = ends_with_comma(before) || display_width(before) >= kFullLine;
  return full && !is_all_capitals(before) && !is_all_capitals(after) && has_words(after);
}

// Adds a line to a block that goes on; the break becomes what stands between the two.
void append_line(HtmlBlock& block, HtmlLine line, HtmlPiece joint, Join how) {
  if (how == Join::Space) {
    joint.shown.assign(1, ' ');
    block.pieces.push_back(std::move(joint));
  }
  std::ranges::move(line, std::back_inserter(block.pieces));
}

/// Makes blocks of lines: the first has the label and the page of the block they come from.
class BlockSplitter {
 public:
  explicit BlockSplitter(const HtmlBlock& like) : like_(like) { like_.pieces.clear(); }

  void begin(HtmlLine line, bool new_page) {
    HtmlBlock block = like_;
    block.new_page = block.new_page || new_page;
    block.pieces = std::move(line);
    made_.push_back(std::move(block));
    like_.label = 0;
    like_.new_page = false;
  }
  void go_on(HtmlLine line, HtmlPiece joint, Join how) {
    append_line(made_.back(), std::move(line), std::move(joint), how);
  }
  std::vector<HtmlBlock> made() { return std::move(made_); }

 private:
  HtmlBlock like_;
  std::vector<HtmlBlock> made_;
};

std::vector<HtmlBlock> split_flowing(HtmlPage& page, const HtmlBlock& like, BrokenLines broken) {
  BlockSplitter splitter(like);
  std::string before;  // the words of the last line
  std::size_t last = 0;
  for (std::size_t i = 0; i < broken.lines.size(); ++i) {
    trim_front(page, broken.lines[i]);
    trim_back(page, broken.lines[i]);
    std::string words = words_of_line(page, broken.lines[i]);
    if (words.empty()) continue;
    const bool next_line = !before.empty() && last + 1 == i;
    if (next_line && goes_on(before, words)) {
      const Join how = joint_between(before, words);
      splitter.go_on(std::move(broken.lines[i]), std::move(broken.breaks[i - 1]), how);
    } else {
      splitter.begin(std::move(broken.lines[i]), false);
    }
    before = std::move(words);
    last = i;
  }
  return splitter.made();
}

// Preformatted text is a plain text with tags in it.
std::vector<HtmlBlock> split_preformatted(HtmlPage& page, const HtmlBlock& like, BrokenLines broken) {
  constexpr std::uint32_t kPageGap = 3;  // blank lines that may stand for the end of a page
  std::string text;
  for (std::size_t i = 0; i < broken.lines.size(); ++i) {
    text += words_of_line(page, broken.lines[i]);
    text += i < broken.breaks.size() ? broken.breaks[i].shown : "\n";
  }
  const std::vector<Line> lines = split_lines(text);
  const std::vector<LineRole> roles = find_furniture(text, lines);
  for (const Note& note : note_furniture(roles)) page.note(note.what, note.count);
  const Wrapping wrapping = find_wrapping(text, lines);
  BlockSplitter splitter(like);
  const Line* first = nullptr;
  const Line* previous = nullptr;
  std::uint32_t blanks = 0;
  bool page_end = false;
  for (std::size_t i = 0; i < lines.size() && i < broken.lines.size(); ++i) {
    page_end = page_end || lines[i].new_page || (roles[i] != LineRole::Text && roles[i] != LineRole::Rule);
    if (lines[i].blank() || roles[i] != LineRole::Text) {
      ++blanks;
      continue;
    }
    trim_front(page, broken.lines[i]);
    trim_back(page, broken.lines[i]);
    const bool apart = page_end || blanks >= kPageGap;
    const LineGap gap = apart ? LineGap::Page : blanks > wrapping.spacing ? LineGap::Blank : LineGap::None;
    const Join how = previous != nullptr ? join_lines(text, wrapping, *first, *previous, lines[i], gap) : Join::None;
    if (how == Join::None) {
      first = &lines[i];
      splitter.begin(std::move(broken.lines[i]), lines[i].new_page);
    } else {
      HtmlPiece joint = broken.breaks[i - 1];
      if (blanks > 0) joint.synthetic = true;
      splitter.go_on(std::move(broken.lines[i]), std::move(joint), how);
    }
    previous = &lines[i];
    blanks = 0;
    page_end = false;
  }
  return splitter.made();
}

}  // namespace

void HtmlPage::note(std::string_view what, std::uint32_t count) {
  if (count == 0) return;
  const auto known = std::ranges::find(notes, what, &Note::what);
  if (known != notes.end()) {
    known->count += count;
  } else {
    notes.push_back({.what = std::string(what), .where = {}, .count = count});
  }
}

std::string_view shown(const HtmlPage& page, const HtmlPiece& piece) {
  return piece.shown.empty() ? slice(page.text, piece.at) : std::string_view(piece.shown);
}

std::string words_of(const HtmlPage& page, const HtmlBlock& block) { return words_of_line(page, block.pieces); }

void trim(const HtmlPage& page, HtmlBlock& block) {
  trim_front(page, block.pieces);
  trim_back(page, block.pieces);
}

void show_blanks_to_fill(const HtmlPage& page, HtmlBlock& block) {
  constexpr std::size_t kShortest = 3;  // blanks
  for (auto begin = block.pieces.begin(); begin != block.pieces.end();) {
    const auto end = std::find_if(begin, block.pieces.end(), [](const HtmlPiece& piece) { return !piece.underlined; });
    const HtmlLine underlined(begin, end);
    const std::string words = words_of_line(page, underlined);
    const std::size_t blanks = display_width(words);
    if (blanks >= kShortest && trimmed(words).empty() && words.find_first_of("\n\f") == std::string::npos) {
      for (auto piece = begin; piece != end; ++piece) {
        const std::size_t width = display_width(shown(page, *piece));
        if (width > 0) piece->shown = std::string(width, '_');
      }
    }
    begin = end == block.pieces.end() ? end : end + 1;
  }
}

std::vector<HtmlBlock> split_breaks(HtmlPage& page, HtmlBlock block) {
  show_blanks_to_fill(page, block);
  const bool broken = std::ranges::any_of(block.pieces, is_break);
  if (broken) {
    BrokenLines lines = break_lines(std::exchange(block.pieces, {}));
    return block.preformatted ? split_preformatted(page, block, std::move(lines))
                              : split_flowing(page, block, std::move(lines));
  }
  trim(page, block);
  std::vector<HtmlBlock> made;
  if (!block.pieces.empty()) made.push_back(std::move(block));
  return made;
}

}  // namespace clauselint
