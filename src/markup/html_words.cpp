// Words as an HTML file writes them, and the proof that a marked file reads as it should.
#include "markup/html_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "clauselint/edit_plan.hpp"
#include "clauselint/read.hpp"
#include "text/utf8.hpp"

namespace clauselint {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// What has been read once may be read again.
ReadLimits no_limits() {
  ReadLimits limits;
  limits.file = std::numeric_limits<std::size_t>::max();
  limits.depth = std::numeric_limits<std::uint32_t>::max();
  return limits;
}

// The paragraphs with words, their white space as single spaces.
std::string without_loose_space(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n';
    if (white && (kept.empty() || kept.back() == '\n')) continue;
    if (white && kept.back() == ' ') {
      kept.back() = c;
      continue;
    }
    kept.push_back(c);
  }
  return kept;
}

}  // namespace

std::string write_html(std::string_view words, std::string_view original, Encoding encoding) {
  const bool plain = is_ascii(original);
  std::string written;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_at(words, at);
    const std::string_view character = words.substr(at, c.size);
    at += c.size;
    switch (c.value) {
      case U'<': written += "&lt;"; continue;
      case U'>': written += "&gt;"; continue;
      case U'&': written += "&amp;"; continue;
      case U'\n': written += "<br>\n<br>\n"; continue;
      case 0xA0: written += "&nbsp;"; continue;
      default: break;
    }
    const bool has_bytes = c.value < 0x80 || !plain;
    const std::optional<std::string> bytes = has_bytes ? encode(character, encoding) : std::nullopt;
    written += bytes ? *bytes : fmt::format("&#{};", static_cast<std::uint32_t>(c.value));
  }
  return written;
}

bool reads_as_edited(std::string_view original, const Document& document, const std::vector<const Edit*>& edits,
                     const std::vector<LineSplice>& splices) {
  std::string bytes;
  std::uint32_t copied = 0;
  for (const LineSplice& splice : splices) {
    bytes.append(original.substr(copied, splice.begin - copied)).append(splice.bytes);
    copied = splice.end;
  }
  bytes.append(original.substr(copied));
  EditPlan plan;
  for (const Edit* edit : edits) {
    Mark mark;
    mark.span = edit->span;
    mark.edit = *edit;
    plan.marks.push_back(std::move(mark));
  }
  const auto again = read_document(document.path, bytes, {.view = document.view, .limits = no_limits()});
  return again && again->format == document.format &&
         without_loose_space(again->text) == without_loose_space(apply(document, plan));
}

}  // namespace clauselint
