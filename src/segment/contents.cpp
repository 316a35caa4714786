// Tables of contents, which repeat every label of a draft before the draft begins.
#include "segment/contents.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "segment/label.hpp"
#include "segment/ordinal.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestEntry = 160;  // bytes; a longer paragraph is prose
constexpr std::size_t kFewestEntries = 4;   // that tell contents run together in one paragraph from prose
constexpr std::size_t kFarthest = 400;      // lines; no contents are longer

bool is_leader(char32_t c) { return is_any_of(c, U".…·．_-─"); }

// "8.2 Warranty ........ 12", "质保期\t12", "质保期……12"
bool ends_in_page_number(std::string_view words) {
  std::size_t end = words.size();
  const auto counts = [](char c) { return (c >= '0' && c <= '9') || c == 'i' || c == 'v' || c == 'x'; };
  while (end > 0 && counts(words[end - 1])) --end;
  const bool numbered = end < words.size() && words.size() - end <= 4;
  if (!numbered || end == 0) return false;
  std::uint32_t leaders = 0;
  bool tab = false;
  while (end > 0) {
    const CodePoint c = decode_before(words, end);
    if (c.value == U'\t')
      tab = true;
    else if (is_leader(c.value))
      leaders += c.value == U'…' ? 3 : 1;
    else if (!is_blank(c.value))
      break;
    end -= c.size;
  }
  return end > 0 && (tab || leaders >= 3);
}

// "Exhibit A Service Fees Exhibit B Rates": the annexes in a row, as contents end with them; one that is mentioned in
// the heading of another stands behind a small word or a bracket.
bool lists_annexes(std::string_view words) {
  const std::optional<Label> first = read_label(words);
  if (!first || first->kind != LabelKind::Annex) return false;
  const std::string_view kind = words.substr(0, words.find(' '));
  for (std::size_t at = words.find(kind, first->size); at != std::string_view::npos; at = words.find(kind, at + 1)) {
    const std::optional<Label> next = read_label(words.substr(at));
    const bool goes_on = next && next->kind == LabelKind::Annex && next->ordinal() == first->ordinal() + 1;
    if (!goes_on) continue;
    const std::string_view before = trimmed(words.substr(0, at));
    const std::string_view word = before.substr(before.rfind(' ') + 1);  // npos + 1 is 0
    const char initial = word.empty() ? '(' : word.front();
    return initial != '(' && !(initial >= 'a' && initial <= 'z');
  }
  return false;
}

bool is_contents_title(std::string_view words) {
  std::string squeezed;
  for (std::size_t at = 0; at < words.size() && squeezed.size() < 40;) {
    const CodePoint c = decode_at(words, at);
    if (!is_blank(c.value) && !is_any_of(c.value, U":：")) squeezed.append(words.substr(at, c.size));
    at += c.size;
  }
  std::transform(squeezed.begin(), squeezed.end(), squeezed.begin(), to_small);
  return squeezed == "目录" || squeezed == "目次" || squeezed == "contents" || squeezed == "tableofcontents" ||
         squeezed == "目录contents";
}

// An entry without its page number, letters and figures only, so that it equals the heading it repeats.
std::string bare_entry(const Document& document, const Paragraph& paragraph) {
  const std::string_view words = document.words(words_of(document, paragraph));
  std::string bare;
  for (std::size_t at = 0; at < words.size() && bare.size() < kLongestEntry;) {
    const CodePoint c = decode_at(words, at);
    if (is_ascii_letter(c.value) || is_han(c.value) || is_digit(c.value)) bare.append(words.substr(at, c.size));
    at += c.size;
  }
  while (!bare.empty() && is_digit(static_cast<unsigned char>(bare.back()))) bare.pop_back();
  std::transform(bare.begin(), bare.end(), bare.begin(), to_small);
  return bare;
}

// The block after the title at `title` ends where its first entry comes again; when it never does there is no block.
void mark_block(const Document& document, std::size_t title, std::vector<Role>& roles) {
  const std::size_t limit = std::min(roles.size(), title + kFarthest);
  std::size_t first = title + 1;
  while (first < limit && document.paragraphs[first].span.empty()) ++first;
  if (first >= limit) return;
  const std::string entry = bare_entry(document, document.paragraphs[first]);
  if (entry.size() < 3) return;
  for (std::size_t i = first + 1; i < limit; ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (paragraph.span.size() > kLongestEntry) return;
    if (bare_entry(document, paragraph) != entry) continue;
    for (std::size_t line = title; line < i; ++line) {
      if (roles[line] == Role::Prose) roles[line] = Role::Contents;
    }
    return;
  }
}

// Contents without a title or leaders: a block of short labelled lines, most of which come again, page numbers aside,
// behind the block.
void mark_repeated_block(const Document& document, std::vector<Role>& roles) {
  std::unordered_map<std::string, std::size_t> last;
  std::vector<std::pair<std::size_t, std::string>> entries;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    const bool may_be = roles[i] == Role::Prose && paragraph.span.size() <= kLongestEntry;
    if (!may_be || !read_label(document.words(words_of(document, paragraph)))) continue;
    std::string entry = bare_entry(document, paragraph);
    if (entry.size() < 6) continue;
    last[entry] = i;
    entries.emplace_back(i, std::move(entry));
  }
  if (entries.empty()) return;
  const std::size_t begin = entries.front().first;
  const auto again = std::find_if(entries.begin() + 1, entries.end(),
                                  [&](const auto& entry) { return entry.second == entries.front().second; });
  if (again == entries.end() || again->first - begin > kFarthest) return;
  const std::size_t end = again->first;
  std::size_t inside = 0;
  std::size_t repeated = 0;
  std::size_t paged = 0;
  std::size_t lines = 0;
  std::size_t bytes = 0;
  for (const auto& [at, entry] : entries) {
    if (at >= end) break;
    const std::string_view words = document.words(words_of(document, document.paragraphs[at]));
    ++inside;
    repeated += last[entry] >= end ? 1 : 0;
    paged += is_digit(static_cast<unsigned char>(words.back())) ? 1 : 0;
  }
  for (std::size_t i = begin; i < end; ++i) {
    lines += document.paragraphs[i].span.empty() ? 0 : 1;
    bytes += document.paragraphs[i].span.size();
  }
  const bool entries_repeat = repeated >= 3 && repeated * 3 >= lines;
  const bool entries_have_pages = inside >= 4 && paged * 2 >= inside;
  const bool contents = (entries_repeat || entries_have_pages) && bytes <= lines * kLongestEntry * 2;
  for (std::size_t i = begin; contents && i < end; ++i) {
    if (roles[i] == Role::Prose) roles[i] = Role::Contents;
  }
}

// A whole table of contents that the source has run together: "1.1 Scope   3   1.2 Term   4   …".
bool runs_contents_together(std::string_view words) {
  std::size_t entries = 0;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t gap = words.find("  ", at);
    if (gap == std::string_view::npos) break;
    const std::size_t number = skip_blanks(words, gap);
    const LabelNumeral page = read_digits(words, number);
    const std::size_t behind = number + page.size;
    const bool alone = behind >= words.size() || is_blank(char_at(words, behind));
    entries += page.size != 0 && page.digits <= 3 && alone ? 1 : 0;
    at = std::max(behind, gap + 2);
  }
  return entries >= kFewestEntries && words.size() <= entries * kLongestEntry;
}

// The number of a page at the end of an entry: `1.1 Scope 3`, also before the number of the page of the contents
// themselves (`-ii-`); 0 when there is none.
std::uint32_t page_at_end(std::string_view words) {
  const std::size_t blank = words.rfind(' ');
  const bool own_page =
      words.size() > 2 && words.back() == '-' && blank != std::string_view::npos && words[blank + 1] == '-';
  if (own_page) words = trimmed(words.substr(0, blank));
  std::size_t begin = words.size();
  while (begin > 0 && is_digit(static_cast<unsigned char>(words[begin - 1]))) --begin;
  const LabelNumeral page = read_digits(words, begin);
  const bool apart = begin > 0 && is_blank(decode_before(words, begin).value);
  return apart && page.digits <= 3 ? page.value : 0;
}

// Whether a title of contents opens the paragraph, the first entries run together behind it.
bool begins_with_contents_title(std::string_view words) {
  constexpr std::string_view kTitle = "table of contents";
  std::string first(words.substr(0, kTitle.size()));
  std::transform(first.begin(), first.end(), first.begin(), to_small);
  return first == kTitle && (is_contents_title(words) || page_at_end(words) != 0);
}

// The entries behind a title, each a label, words and a page that is no smaller than the one before; what stands
// between them (the head of a page) stays what it is. A label that comes again, or a long paragraph that is no entry,
// is the draft itself.
void mark_entries(const Document& document, std::size_t title, std::vector<Role>& roles) {
  constexpr std::size_t kMostBetween = 6;
  std::uint32_t page = 1;
  std::size_t between = 0;
  std::unordered_set<std::string_view> labels;
  const std::size_t limit = std::min(roles.size(), title + kFarthest);
  for (std::size_t i = title + 1; i < limit && between <= kMostBetween; ++i) {
    const std::string_view words = document.words(words_of(document, document.paragraphs[i]));
    if (words.empty() || roles[i] != Role::Prose) continue;
    const std::uint32_t own = page_at_end(words);
    const std::optional<Label> label = read_label(words);
    const bool entry = own >= page && label;
    ++between;
    if (label && !labels.insert(words.substr(0, label->size)).second) return;
    if (!entry && words.size() > kLongestEntry * 2) return;
    if (!entry) continue;
    roles[i] = Role::Contents;
    page = own;
    between = 0;
  }
}

}  // namespace

void find_contents(const Document& document, std::vector<Role>& roles) {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i] != Role::Prose) continue;
    const std::string_view words = document.words(words_of(document, document.paragraphs[i]));
    if (begins_with_contents_title(words)) mark_entries(document, i, roles);
    if (words.size() > kLongestEntry * 2) {
      if (runs_contents_together(words)) roles[i] = Role::Contents;
      continue;
    }
    if (ends_in_page_number(words) || lists_annexes(words)) roles[i] = Role::Contents;
    if (is_contents_title(words)) mark_block(document, i, roles);
    if (is_contents_title(words) || begins_with_contents_title(words)) roles[i] = Role::Contents;
  }
  mark_repeated_block(document, roles);
}

}  // namespace clauselint
