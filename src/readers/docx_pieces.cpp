// Cuts text content at references, line ends and CDATA borders, so that every verbatim piece is one stretch of bytes.
#include "readers/docx_pieces.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/xml_part.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A UTF-16 part has no place for our offsets; its words are read but never edited.
Run made_run(const PieceSource& source, const Run& look, RunKind kind, ByteSpan at) {
  Run run = look;
  run.kind = source.part->transcoded() ? RunKind::Synthetic : kind;
  run.source = {.part = source.index, .begin = at.begin, .end = at.end};
  if (source.part->transcoded()) {
    run.source = {.part = source.index, .begin = 0, .end = 0};
    run.obstacle = Obstacle::NotInMainPart;
  }
  return run;
}

// An attribute may hold the end of a line, a paragraph may not.
std::string on_one_line(std::string_view piece) {
  std::string line(piece);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

struct Stretch {
  std::string_view bytes;
  bool literal = false;  // CDATA: references mean nothing
};

// References and the ends of lines in the source.
constexpr std::array<bool, 256> kNeedsCare = [] {
  std::array<bool, 256> needs{};
  for (const char c : {'\n', '\r', '&'}) needs[static_cast<unsigned char>(c)] = true;
  return needs;
}();

bool needs_care(char c, bool literal) { return kNeedsCare[static_cast<unsigned char>(c)] && (c != '&' || !literal); }

void trim_ends(std::vector<Stretch>& stretches) {
  std::string_view& first = stretches.front().bytes;
  while (!first.empty() && is_xml_space(first.front())) first.remove_prefix(1);
  std::string_view& last = stretches.back().bytes;
  while (!last.empty() && is_xml_space(last.back())) last.remove_suffix(1);
}

void add_stretch(DocxText& text, const Stretch& stretch, const PieceSource& source, const Run& look) {
  const std::string_view bytes = stretch.bytes;
  if (bytes.empty()) return;
  const std::uint32_t offset = source.part->offset_of(bytes.data());
  const auto span = [offset](std::size_t begin, std::size_t end) {
    return ByteSpan{.begin = offset + static_cast<std::uint32_t>(begin),
                    .end = offset + static_cast<std::uint32_t>(end)};
  };
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && !needs_care(bytes[end], stretch.literal)) ++end;
    if (end > at) text.add(bytes.substr(at, end - at), made_run(source, look, RunKind::Verbatim, span(at, end)));
    if (end == bytes.size()) return;
    std::size_t size = bytes.substr(end, 2) == "\r\n" ? 2 : 1;
    std::string piece = bytes[end] == '&' ? "&" : " ";
    if (bytes[end] == '&') {
      const Reference reference = read_reference(bytes.substr(end));
      if (reference.size > 0) {
        piece.clear();
        append_utf8(piece, reference.value == U'\n' || reference.value == U'\r' ? U' ' : reference.value);
        size = reference.size;
      }
    }
    text.add(piece, made_run(source, look, RunKind::Atomic, span(end, end + size)));
    at = end + size;
  }
}

}  // namespace

void add_text_content(DocxText& text, XmlNode node, bool preserve, const PieceSource& source, const Run& look) {
  const XmlNode only = node.first_child();
  if (!only) return;
  if (preserve && !only.next_sibling()) {
    if (!only.is_element()) add_stretch(text, {.bytes = only.text(), .literal = only.is_literal()}, source, look);
    return;
  }
  std::vector<Stretch> stretches;
  for (XmlNode piece = only; piece; piece = piece.next_sibling()) {
    if (!piece.is_element()) stretches.push_back({.bytes = piece.text(), .literal = piece.is_literal()});
  }
  if (stretches.empty()) return;
  if (!preserve) trim_ends(stretches);
  for (const Stretch& stretch : stretches) add_stretch(text, stretch, source, look);
}

void add_attribute_text(DocxText& text, XmlNode node, std::string_view name, const PieceSource& source,
                        const Run& look) {
  add_stretch(text, {.bytes = attribute(node, name)}, source, look);
}

void add_between(DocxText& text, std::string_view piece, const Run& look) {
  Run run = look;
  run.kind = RunKind::Synthetic;
  run.source = {};
  text.add(on_one_line(piece), run);
}

void add_leaf(DocxText& text, XmlNode node, std::string_view piece, const PieceSource& source, const Run& look) {
  text.add(on_one_line(piece), made_run(source, look, RunKind::Atomic, node.whole()));
}

}  // namespace clauselint
