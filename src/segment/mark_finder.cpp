// What the search for marks knows while it goes through a draft; its parts share it.
#include "segment/mark_finder.hpp"

#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::size_t kProse = 90;
constexpr std::size_t kShortestSentence = 20;
constexpr std::size_t kLongestParty = 12;  // bytes; 乙方： names a party, it does not begin a list

}  // namespace

bool ends_with_colon(std::string_view words) {
  return is_any_of(decode_before(words, words.size()).value, U":：") && !words.empty();
}

bool is_prose(std::string_view words) {
  const char32_t last = decode_before(words, words.size()).value;
  return words.size() >= kProse || (words.size() > kShortestSentence && is_any_of(last, U".。;；"));
}

LabelMark plain_mark(const MarkFinder& finder, std::uint32_t position) {
  const std::uint32_t index = finder.inked[position];
  const Paragraph& paragraph = finder.document.paragraphs[index];
  LabelMark mark;
  mark.paragraph = index;
  mark.begin = mark.after = words_of(finder.document, paragraph).begin;
  mark.heading_level = finder.trusts_styles ? paragraph.heading_level : 0;
  const std::string_view before = position > 0 ? finder.words(finder.inked[position - 1]) : std::string_view();
  mark.after_colon = before.size() > kLongestParty && ends_with_colon(before);
  mark.interrupted = position > 0 && !finder.marks.empty() && finder.mark_of_inked.back() + 1 != position;
  mark.in_signatures = finder.in_signatures;
  Letters letters = finder.roles.letters[index];
  const bool lone_label = letters.none() && position + 1 < finder.inked.size();
  if (lone_label) letters += finder.roles.letters[finder.inked[position + 1]];
  mark.language = language_of(letters, Language::En);
  return mark;
}

void add_mark(MarkFinder& finder, LabelMark mark, std::uint32_t position) {
  if (mark.label) finder.sequence.saw(*mark.label);
  finder.marks.push_back(std::move(mark));
  finder.mark_of_inked.push_back(position);
}

}  // namespace clauselint
