// The words of the walk: white space as browsers show it, breaks, preformatted lines.
#include <algorithm>
#include <string_view>
#include <utility>

#include "readers/html_walk.hpp"
#include "readers/line_joining.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_filler(char c) { return c == '\x01'; }

}  // namespace

void HtmlWalk::add(HtmlPiece piece) {
  if (block_.pieces.empty()) {
    block_.cell = now_.cell;
    block_.heading_level = now_.heading;
    block_.preformatted = now_.preformatted;
  }
  piece.bold = now_.bold;
  piece.change = now_.change;
  piece.underlined = now_.underlined;
  if (!block_.pieces.empty()) {
    HtmlPiece& last = block_.pieces.back();
    const bool verbatim = last.shown.empty() && piece.shown.empty() && !last.synthetic;
    if (verbatim && last.at.end == piece.at.begin && last.bold == piece.bold && last.change == piece.change &&
        last.underlined == piece.underlined) {
      last.at.end = piece.at.end;
      return;
    }
  }
  block_.pieces.push_back(std::move(piece));
}

// A line end between two Chinese characters is no space.
void HtmlWalk::close_up(std::string_view after) {
  if (block_.pieces.size() < 2 || static_cast<unsigned char>(after[0]) < 0x80) return;
  const HtmlPiece& space = block_.pieces.back();
  const bool line_end = space.shown == " " && slice(page_.markup, space.at).find('\n') != std::string_view::npos;
  if (!line_end) return;
  const std::string_view before = shown(page_, block_.pieces[block_.pieces.size() - 2]);
  if (joint_between(before, after) == Join::Direct) block_.pieces.pop_back();
}

void HtmlWalk::add_words(std::uint32_t begin, std::uint32_t end) {
  const ByteSpan at{.begin = begin, .end = end};
  const std::string_view words = slice(page_.markup, at);
  close_up(words);
  // What the parser cannot read was replaced in its copy.
  const bool same = words == slice(page_.text, at);
  add({.at = at, .shown = same ? std::string() : std::string(words)});
  spaced_ = false;
  unlinked_ = unlinked_ || !now_.link;
}

void HtmlWalk::add_space(std::uint32_t begin, std::uint32_t end) {
  if (spaced_) {
    // White space on both sides of a tag is one space; where nothing stands between, it has one place.
    if (block_.pieces.empty()) return;
    HtmlPiece& last = block_.pieces.back();
    if (last.shown == " " && last.at.end == begin) last.at.end = end;
    return;
  }
  const ByteSpan at{.begin = begin, .end = end};
  const bool plain = slice(page_.text, at) == " ";
  add({.at = at, .shown = plain ? std::string() : std::string(" ")});
  spaced_ = true;
}

void HtmlWalk::add_preformatted(ByteSpan at) {
  for (std::uint32_t begin = at.begin; begin < at.end;) {
    const char c = page_.markup[begin];
    if (c == '\n' || c == '\r' || c == '\f') {
      const bool pair = c == '\r' && begin + 1 < at.end && page_.markup[begin + 1] == '\n';
      const std::uint32_t end = begin + (pair ? 2 : 1);
      add({.at = {.begin = begin, .end = end}, .shown = c == '\f' ? "\f" : "\n"});
      begin = end;
      continue;
    }
    std::uint32_t end = begin;
    while (end < at.end && page_.markup[end] != '\n' && page_.markup[end] != '\r' && page_.markup[end] != '\f') ++end;
    add_words(begin, end);
    begin = end;
  }
}

void HtmlWalk::text(ByteSpan at, std::string_view said) {
  if (now_.dropped) return;
  if (!said.empty()) {
    const bool white = said.size() == 1 && is_white(said[0]);
    if (white) return add_space(at.begin, at.end);
    close_up(said);
    add({.at = at, .shown = std::string(said)});
    spaced_ = false;
    unlinked_ = unlinked_ || (!now_.link && !is_blank(decode_at(said, 0).value));
    return;
  }
  if (now_.preformatted) return add_preformatted(at);
  for (std::uint32_t begin = at.begin; begin < at.end;) {
    std::uint32_t end = begin;
    const bool white = is_white(page_.markup[begin]);
    while (end < at.end && is_white(page_.markup[end]) == white && !is_filler(page_.markup[end])) ++end;
    if (end == begin) {
      ++begin;
      continue;
    }
    white ? add_space(begin, end) : add_words(begin, end);
    begin = end;
  }
}

// The tag stands for the break, and for the space that it may become.
void HtmlWalk::add_break(const HtmlTag& tag) {
  if (block_.pieces.empty()) return;
  const bool told = !tag.at.empty();
  const std::uint32_t end = block_.pieces.back().at.end;
  add({.at = told ? tag.at : ByteSpan{.begin = end, .end = end}, .shown = "\n", .synthetic = !told});
  spaced_ = true;
}

}  // namespace clauselint
