// What part each paragraph plays in the outline: stories, repeated page furniture, and the roles put together.
#include "segment/paragraph_role.hpp"

#include <unordered_map>

#include "segment/contents.hpp"
#include "segment/label.hpp"
#include "segment/layout_table.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestFurniture = 200;
constexpr std::uint32_t kRepeats = 4;  // a line that stands so often is a running head, not a heading

// A running head is often followed by the page number; figures do not count in the comparison.
std::string_view without_page_number(std::string_view words) {
  while (!words.empty() && (is_digit(static_cast<unsigned char>(words.back())) || words.back() == ' ')) {
    words.remove_suffix(1);
  }
  return words;
}

void find_furniture(const Document& document, std::vector<Role>& roles) {
  std::unordered_map<std::string_view, std::uint32_t> seen;
  const auto key = [&document](const Paragraph& paragraph) {
    const std::string_view words = document.words(words_of(document, paragraph));
    const bool may_repeat = words.size() <= kLongestFurniture && !read_label(words);
    return may_repeat ? without_page_number(words) : std::string_view();
  };
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i] == Role::Prose && document.paragraphs[i].label == 0) ++seen[key(document.paragraphs[i])];
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i] != Role::Prose || document.paragraphs[i].label != 0) continue;
    const std::string_view words = key(document.paragraphs[i]);
    if (!words.empty() && seen[words] >= kRepeats) roles[i] = Role::Furniture;
  }
}

}  // namespace

ByteSpan words_of(const Document& document, const Paragraph& paragraph) {
  ByteSpan span = paragraph.span;
  while (!span.empty()) {
    const CodePoint first = decode_at(document.text, span.begin);
    if (!is_blank(first.value) && first.value != U'|') break;
    span.begin += first.size;
  }
  while (!span.empty()) {
    const CodePoint last = decode_before(document.text, span.end);
    if (!is_blank(last.value) && last.value != U'|') break;
    span.end -= last.size;
  }
  return span;
}

ParagraphRoles find_roles(const Document& document) {
  ParagraphRoles found;
  found.roles.assign(document.paragraphs.size(), Role::Prose);
  found.letters.reserve(document.paragraphs.size());
  for (const Paragraph& paragraph : document.paragraphs) {
    found.letters.push_back(count_letters(document.words(paragraph.span)));
  }
  for (std::size_t i = 0; i < found.roles.size(); ++i) {
    if (document.paragraphs[i].story != Story::Body) found.roles[i] = Role::Apart;
  }
  found.tables = find_layout_tables(document, found.letters);
  for (std::size_t i = 0; i < found.roles.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (found.roles[i] != Role::Prose || !paragraph.cell) continue;
    found.roles[i] = found.tables[paragraph.cell->table].is_layout ? Role::Layout : Role::Entry;
  }
  find_furniture(document, found.roles);
  find_contents(document, found.roles);
  return found;
}

}  // namespace clauselint
