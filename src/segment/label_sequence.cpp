// Whether a label in mid-paragraph goes on with the numbering before it, which tells a label from a mere number.
#include "segment/label_sequence.hpp"

#include <algorithm>

#include "segment/scan.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kWideGap = 3;  // blanks: in filed texts, a line break that was lost

bool is_plain_number(const Label& label) {
  const bool bracketed = label.frame == Frame::Parens || label.frame == Frame::HalfParens;
  const bool counts = label.kind == LabelKind::Number || label.kind == LabelKind::Article ||
                      label.kind == LabelKind::Section || label.kind == LabelKind::Clause;
  return counts && !bracketed;
}

bool may_begin_label(char32_t c) { return is_digit(c) || is_any_of(c, U"(ASCas§第一二三四五六七八九十"); }

// The character before `end`, closing quotes and brackets passed over.
char32_t stop_before(std::string_view text, std::size_t end) {
  const CodePoint last = decode_before(text, end);
  const bool closes = is_any_of(last.value, U"”\")）’") && end > last.size;
  return closes ? decode_before(text, end - last.size).value : last.value;
}

// A cross-reference at the end of a line: "as set out in Section   3.3 The".
bool ends_in_reference_word(std::string_view before) {
  const std::string_view words = trimmed(before);
  std::size_t begin = words.size();
  while (begin > 0 && is_ascii_letter(static_cast<unsigned char>(words[begin - 1]))) --begin;
  return is_word_among(words.substr(begin), {"section", "sections", "article", "articles", "clause", "clauses",
                                             "paragraph", "paragraphs", "and", "or", "of", "in", "to", "under", "by"});
}

// The blanks before `at`, and where they begin.
std::size_t skip_blanks_back(std::string_view text, std::size_t at, std::uint32_t& blanks) {
  for (CodePoint c = decode_before(text, at); c.size != 0 && is_blank(c.value); c = decode_before(text, at)) {
    at -= c.size;
    ++blanks;
  }
  return at;
}

// The next place that may begin a label: behind a space, or at 第, which follows a stop without any.
class Places {
 public:
  Places(std::string_view text, std::size_t begin)
      : text_(text), space_(text.find(' ', begin)), ordinal_(text.find(kOrdinal, begin)) {}

  std::size_t next() {
    while (space_ < ordinal_) {
      const std::size_t behind = skip_blanks(text_, space_);
      space_ = text_.find(' ', behind);
      if (behind < text_.size() && may_begin_label(char_at(text_, behind))) return behind;
    }
    const std::size_t found = ordinal_;
    if (found != std::string_view::npos) ordinal_ = text_.find(kOrdinal, found + kOrdinal.size());
    return found;
  }

 private:
  static constexpr std::string_view kOrdinal = "第";
  std::string_view text_;
  std::size_t space_;
  std::size_t ordinal_;
};

bool is_stop(char32_t c) { return c != 0 && is_any_of(c, U".;:。；："); }

}  // namespace

std::vector<InnerLabel> find_inner_labels(std::string_view text, ByteSpan range) {
  std::vector<InnerLabel> found;
  const std::string_view whole = text.substr(0, range.end);
  Places places(whole, range.begin);
  std::size_t last = range.begin;
  for (std::size_t at = places.next(); at != std::string_view::npos; at = places.next()) {
    std::uint32_t blanks = 0;
    const std::size_t end = skip_blanks_back(whole, at, blanks);
    if (at <= last || end <= range.begin) continue;  // the same place twice, or nothing before it
    last = at;
    const char32_t stop = stop_before(whole, end);
    const bool close = blanks == 0 && (stop == U'。' || stop == U'；');
    if (!close && blanks < 2 && !(blanks == 1 && is_stop(stop))) continue;
    const std::optional<Label> label = read_label(whole.substr(at));
    if (!label || ends_in_reference_word(whole.substr(range.begin, end - range.begin))) continue;
    const char32_t next = char_at(whole, skip_blanks(whole, at + label->size));
    const bool begins = is_capital(next) || is_han(next) || opens_quote_or_bracket(next);
    found.push_back({.at = static_cast<std::uint32_t>(at),
                     .label = *label,
                     .wide_gap = blanks >= kWideGap,
                     .begins_sentence = begins && (stop == U'.' || stop == U'。')});
  }
  return found;
}

void LabelSequence::saw(const Label& label) {
  last_[index(label)] = label.ordinal();
  if (is_plain_number(label)) path_ = label;
}

bool LabelSequence::expects_number(const Label& label) const {
  if (!path_) return false;
  const auto depth = label.depth;
  const auto& last = path_->numbers;
  const bool begins_below = is_prefix(*path_, label) && depth == path_->depth + 1 && label.ordinal() == 1;
  if (begins_below) return true;
  const bool first_of_next = depth == 2 && label.numbers[0] == last[0] + 1 && label.numbers[1] == 1;
  if (first_of_next) return true;
  return depth <= path_->depth && label.ordinal() == last[depth - 1u] + 1 &&
         std::equal(last.begin(), last.begin() + depth - 1, label.numbers.begin());
}

bool LabelSequence::expects(const InnerLabel& found) const {
  const Label& label = found.label;
  if (label.kind == LabelKind::Annex || label.kind == LabelKind::Other) return false;
  if (label.dotted()) return expects_number(label);
  const bool next = last_of(label) != 0 && label.ordinal() == last_of(label) + 1;
  if (label.frame == Frame::Word) return next;
  if (label.frame == Frame::Parens || label.frame == Frame::HalfParens) {
    return (found.wide_gap || found.begins_sentence) && (next || label.ordinal() == 1 || label.roman == 1);
  }
  return next && !label.weak;
}

}  // namespace clauselint
