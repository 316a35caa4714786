// Headings without number as marks, and paragraphs without label that hold a list.
#include <string>

#include "segment/heading.hpp"
#include "segment/mark_finder.hpp"
#include "segment/scan.hpp"
#include "segment/signature.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kLongestHeading = 150;
constexpr std::size_t kProse = 90;
constexpr std::uint32_t kMostTitleWords = 8;

// Whether a paragraph in a heading style reads like a heading: drafts misuse the styles for body text.
bool reads_like_heading(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  const bool blank = words.find("__") != std::string_view::npos;
  return words.size() <= kLongestHeading && !blank && !is_any_of(last, U".;:,。；：，)");
}

// Where many paragraphs in heading styles are sentences, the styles say nothing.
bool heading_styles_mislead(const Document& document, const std::vector<std::uint32_t>& inked) {
  std::size_t headings = 0;
  std::size_t sentences = 0;
  for (const std::uint32_t i : inked) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (paragraph.heading_level == 0 || paragraph.label != 0) continue;
    const std::string_view words = document.words(words_of(document, paragraph));
    if (read_label(words)) continue;
    ++headings;
    sentences += reads_like_heading(words) ? 0 : 1;
  }
  return sentences >= 3 && sentences * 3 >= headings;
}

// Whether hardly any paragraph carries a label or a heading style.
bool has_titles_alone(const Document& document, const std::vector<std::uint32_t>& inked) {
  std::size_t labelled = 0;
  for (const std::uint32_t i : inked) {
    const Paragraph& paragraph = document.paragraphs[i];
    const bool marked = paragraph.heading_level != 0 || paragraph.label != 0 ||
                        read_label(document.words(words_of(document, paragraph)));
    labelled += marked ? 1 : 0;
    if (labelled >= 4) return false;
  }
  return labelled * 10 <= inked.size();
}

// The first heading of the format names the draft when no other heading is of its rank.
std::optional<std::uint32_t> find_title(const Document& document, const std::vector<std::uint32_t>& inked) {
  std::optional<std::uint32_t> first;
  for (const std::uint32_t i : inked) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (paragraph.heading_level == 0) continue;
    if (!first) {
      if (paragraph.label != 0 || read_label(document.words(words_of(document, paragraph)))) return std::nullopt;
      first = i;
    } else if (paragraph.heading_level <= document.paragraphs[*first].heading_level) {
      return std::nullopt;
    }
  }
  return first;
}

// “Warranty Period” means …; “质保期”指…
bool is_definition(std::string_view words) {
  const CodePoint open = decode_at(words, 0);
  if (open.size == 0 || !is_any_of(open.value, U"“\"「")) return false;
  const std::string_view beginning = beginning_of(words, kLongestHeading);
  const std::string_view close = open.value == U'“' ? "”" : open.value == U'「' ? "」" : "\"";
  const std::size_t end = beginning.find(close, open.size);
  if (end == std::string_view::npos) return false;
  const std::string_view behind = beginning.substr(end + close.size());
  for (const std::string_view verb : {" means", " mean ", "mean:", " has the meaning", " have the meaning",
                                      " refers to", " includes", "指", "是指", "：", "系指"}) {
    if (behind.find(verb) != std::string_view::npos) return true;
  }
  return false;
}

// RECITALS, WITNESSETH, AGREEMENT: they stand before the clauses without holding them.
bool heads_preamble(std::string_view words) {
  std::string letters;
  for (const char c : words) {
    if (is_ascii_letter(static_cast<unsigned char>(c))) letters.push_back(to_small(c));
  }
  if (letters.find("herebyagree") != std::string::npos) return true;
  return is_word_among(letters, {"recitals", "recital", "witnesseth", "background", "preamble", "agreement",
                                 "agreements", "whereas", "andwhereas", "nowtherefore", "between", "and"});
}

// A line by itself that looks like a heading, and is followed by what it heads.
bool is_heading_line(MarkFinder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  if (position + 1 >= finder.inked.size() || position == 0 || finder.in_signatures) return false;
  const std::string_view words = finder.words(index);
  const std::string_view next = finder.words(finder.inked[position + 1]);
  const Paragraph& after = finder.document.paragraphs[finder.inked[position + 1]];
  const std::optional<Label> label =
      after.label == 0 ? read_label(next) : read_automatic_label(finder.document.label_of(after));
  const bool begins_list = label && label->ordinal() == 1;
  const std::string_view before = finder.words(finder.inked[position - 1]);
  const std::optional<Label> lone = read_label(before);
  const bool names_label = lone && lone->size == before.size();  // DEFINITIONS on the line after ARTICLE I
  if (begins_signatures(next) || names_label) return false;
  if (heads_preamble(words)) return false;
  if (finder.roles.letters[index].han == 0 && !finder.english) return false;  // an address or a name
  if (looks_like_heading(finder.document, finder.document.paragraphs[index])) {
    const bool heads_table = after.cell && finder.seen_prose && !finder.document.paragraphs[index].cell;
    return label || is_prose(next) || heads_table;
  }
  const bool titled = is_titled(words) && count_letters(words).words <= kMostTitleWords;
  if (titled && is_prose(next)) {
    if (!finder.titles_alone) finder.titles_alone = has_titles_alone(finder.document, finder.inked);
    if (*finder.titles_alone) return true;
  }
  const bool before_ends = is_any_of(decode_before(before, before.size()).value, U"。；") && !before.empty();
  return may_be_han_heading(words) && before_ends && (begins_list || is_prose(next));
}

}  // namespace

void judge_headings(MarkFinder& finder) {
  finder.title = find_title(finder.document, finder.inked);
  finder.trusts_styles = !heading_styles_mislead(finder.document, finder.inked);
}

void add_heading(MarkFinder& finder, std::uint32_t position) {
  LabelMark mark = plain_mark(finder, position);
  const Paragraph& paragraph = finder.document.paragraphs[mark.paragraph];
  const std::string_view words = finder.words(mark.paragraph);
  const bool of_format = mark.heading_level > 0 && reads_like_heading(words);
  const bool names_all = finder.title == mark.paragraph || (!of_format && !finder.seen_prose && finder.marks.empty());
  if (names_all || finder.roles.roles[mark.paragraph] != Role::Prose) return;
  const bool bullet = paragraph.label != 0;
  if (!of_format && bullet) return;
  if (of_format || is_heading_line(finder, position)) {
    add_mark(finder, std::move(mark), position);
    return;
  }
  if (!finder.in_signatures && is_definition(words) && !finder.marks.empty()) {
    mark.kind = MarkKind::Scope;
    mark.defines = true;
    add_mark(finder, std::move(mark), position);
    return;
  }
  if (finder.in_signatures || words.size() < kProse) return;
  const Heading lead = find_heading(finder.document, paragraph, words_of(finder.document, paragraph), false);
  if (heads_preamble(finder.document.words(lead.words))) return;
  if (lead.marked && !lead.whole && !lead.words.empty() && mark.heading_level == 0) {
    mark.run_in = true;
    add_mark(finder, std::move(mark), position);
  }
}

}  // namespace clauselint
