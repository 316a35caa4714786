// Finds the typed values of a draft: one pass from left to right over each sentence.
#include <algorithm>

#include "clauselint/fact.hpp"
#include "facts/blank.hpp"
#include "facts/cursor.hpp"
#include "facts/found.hpp"
#include "facts/openings.hpp"
#include "facts/reference.hpp"
#include "facts/service_hours.hpp"
#include "text/numerals.hpp"

namespace clauselint {
namespace facts {
namespace {

void keep_longer(MaybeFound& best, MaybeFound other) {
  if (other && (!best || other->end() > best->end())) best = std::move(other);
}

MaybeFound read_behind(std::string_view text, const Quantity& quantity) {
  if (quantity.end == 0) return std::nullopt;
  MaybeFound best = read_date(text, quantity);
  keep_longer(best, read_money(text, quantity));
  keep_longer(best, read_percent(text, quantity));
  keep_longer(best, read_duration(text, quantity));
  if (!best) best = read_count(text, quantity);
  return best;
}

// The value that begins with a number or a blank at `at`.
MaybeFound read_numbered(std::string_view text, std::size_t at) {
  if (is_digit_at(text, at)) {
    if (MaybeFound date = read_numeric_date(text, at)) return date;
    if (MaybeFound hours = read_service_hours(text, at)) return hours;
  }
  const Quantity first = read_quantity(text, at);
  if (first.end == 0) return std::nullopt;
  if (MaybeFound hours = read_hours_a_day(text, first)) return hours;
  if (MaybeFound range = read_behind(text, read_range(text, first))) return range;
  if (MaybeFound single = read_behind(text, first)) return single;
  if (!first.blank) return std::nullopt;
  const Blank blank = read_blank(text, at);
  if (blank.end == 0 || !blank.alone) return std::nullopt;
  const bool idle = is_signature_line(text, at, blank.end) || is_explained(text, at, blank.end);
  if (idle) return not_a_value(at, blank.end);
  Found found = found_of(ValueKind::Placeholder, first, blank.end);
  found.value.detail = blank.asks;
  found.value.redacted = blank.redacted;
  return found;
}

/// One sentence under the scanner. Values come out in order and do not overlap, since each starts where the last ended.
class SentenceScanner {
 public:
  SentenceScanner(std::string_view text, bool heading, std::vector<Value>& out)
      : references_{.text = text, .heading = heading}, text_(text), out_(out) {}

  void scan() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (is_ascii_letter(byte)) {
        take_word();
      } else if (byte == ',' || byte == '.') {
        ++at_;
      } else if (byte <= ' ') {
        take_gap();
      } else {
        take_sign();
      }
    }
  }

 private:
  void take_word() {
    const std::string_view word = word_at(text_, at_);
    const std::size_t end = at_ + word.size();
    const bool begins = at_ == 0 || !(is_digit_at(text_, at_ - 1) || text_[at_ - 1] == '_');
    const Opening opening = begins ? opening_of(word) : Opening::None;
    switch (opening) {
      case Opening::None:
        if (word == "N") return take(read_numbered(text_, at_), end);  // N年
        break;
      case Opening::Number:
      case Opening::Cross: return take(read_numbered(text_, at_), over_number_words(end));
      case Opening::Month: return take(read_month_date(text_, at_), end);
      case Opening::Currency: return take(read_prefixed_money(text_, at_), end);
      case Opening::Next: return take(read_next_working_day(text_, at_), end);
      case Opening::Half: return take(read_half_duration(text_, at_), end);
      case Opening::First: return take(read_first_unit(text_, at_), end);
      case Opening::Anniversary: return take(read_anniversary(text_, at_, from_), end);
      case Opening::Hours: return take(read_service_hours(text_, at_), end);
      case Opening::Reference: {
        const std::size_t behind = read_references(references_, at_, out_);
        at_ = behind == at_ ? end : behind;
        return;
      }
    }
    at_ = end;
  }

  // Number words that made no value are passed over whole, and so are ordinals (`twenty-first year`).
  std::size_t over_number_words(std::size_t end) const {
    const Numeral number = read_english_number(text_.substr(at_));
    end = std::max(end, at_ + number.size);
    while (stands_at(text_, end, "-") && is_letter_at(text_, end + 1)) end += 1 + word_at(text_, end + 1).size();
    return end;
  }

  // Most blanks are single.
  void take_gap() {
    const std::size_t end = skip_blanks(text_, at_);
    const bool share = stands_at(text_, end, "%") || stands_at(text_, end, "％");
    if (end - at_ == 1 && !share) {
      at_ = end;
    } else {
      take(read_numbered(text_, at_), end);
    }
  }

  void take_sign() {
    const CodePoint c = decode_at(text_, at_);
    if (is_blank(c.value)) return take_gap();
    const std::size_t end = at_ + c.size;
    switch (c.value) {
      case U'第':
      case U'附': {
        const std::size_t behind = read_han_references(references_, at_, out_);
        at_ = behind == at_ ? end : behind;
        return;
      }
      case U'§': {
        const std::size_t behind = read_references(references_, at_, out_);
        at_ = behind == at_ ? end : behind;
        return;
      }
      case U'$':
        if (stands_at(text_, at_, "${")) return take(read_numbered(text_, at_), end);
        return take(read_prefixed_money(text_, currency_start()), end);
      case U'＄':
      case U'€':
      case U'£':
      case U'¥':
      case U'￥':
      case U'人': return take(read_prefixed_money(text_, currency_start()), end);
      case U'次':
      case U'翌':
      case U'当':
      case U'下': return take(read_next_working_day(text_, at_), end);
      case U'周':
      case U'星':
      case U'礼':
      case U'每':
      case U'早':
      case U'上': return take(read_service_hours(text_, at_), end);
      case U'个':
      case U'個':
      case U'日':
      case U'天':
      case U'小':
      case U'月':
      case U'年':
      case U'工':
        if (MaybeFound hours = read_service_hours(text_, at_)) return take(std::move(hours), end);
        return take(read_bare_unit(text_, at_, from_), end);
      case U'百':
      case U'千':
      case U'仟':
      case U'万':
        if (MaybeFound percent = read_fraction_percent(text_, at_)) return take(std::move(percent), end);
        break;
      default: break;
    }
    const bool digit = is_ascii_digit(c.value) || (c.value >= 0xFF10 && c.value <= 0xFF19);
    if (digit) return take(read_numbered(text_, at_), over_digits(end));
    const bool han_number = is_chinese_digit(c.value) || c.value == U'半';
    if (han_number || opens_blank(c.value)) return take(read_numbered(text_, at_), over_same(c, end));
    at_ = end;
  }

  static bool opens_blank(char32_t c) {
    return opens_bracket(c) || c == U'{' || c == U'_' || c == U'＿' || c == U'﹍' || c == U'*' || c == U'×' ||
           c == U'Ｘ' || c == U'ｘ' || c == U'●' || c == U'•' || c == U'<' || c == U'/' || c == U'…' || c == U'—' ||
           c == U'-' || c == U'．' || c == U'□' || c == U'○' || c == U'■';
  }

  // `US$`, `HK$`, `U.S. $`: the letters before the sign, if no value has taken them.
  std::size_t currency_start() const {
    for (const std::string_view prefix : {"U.S. ", "U.S.", "US ", "US", "HK", "NT", "RMB"}) {
      if (at_ < from_ + prefix.size() || !stands_before(text_, at_, prefix)) continue;
      const std::size_t begin = at_ - prefix.size();
      if (begin == 0 || !is_letter_at(text_, begin - 1)) return begin;
    }
    return at_;
  }

  std::size_t over_digits(std::size_t end) const {
    while (is_digit_at(text_, end) || (is_digit_at(text_, end + 1) && (text_[end] == '.' || text_[end] == ','))) ++end;
    return end;
  }

  // A run of the same underscores or stars is looked at once.
  std::size_t over_same(CodePoint c, std::size_t end) const {
    if (opens_bracket(c.value) || c.value == U'{') return end;
    while (stands_at(text_, end, text_.substr(at_, c.size))) end += c.size;
    return end;
  }

  void take(MaybeFound found, std::size_t otherwise) {
    if (!found) {
      at_ = otherwise;
      return;
    }
    at_ = found->end();
    from_ = at_;
    if (!found->counts) return;
    const Bound bound = bound_around(text_, found->value.span.begin, found->value.span.end);
    if (found->value.bound == Bound::Exact) found->value.bound = bound;
    out_.push_back(std::move(found->value));
  }

  ReferenceContext references_;
  std::string_view text_;
  std::vector<Value>& out_;
  std::size_t at_ = 0;
  std::size_t from_ = 0;  // the end of the last value
};

}  // namespace
}  // namespace facts

std::vector<Value> find_values(const Document& document, const ClauseTree& tree) {
  std::vector<Value> values;
  for (std::size_t i = 0; i < tree.sentences.size(); ++i) {
    const Sentence& sentence = tree.sentences[i];
    const std::size_t first = values.size();
    facts::SentenceScanner(document.words(sentence.span), sentence.heading, values).scan();
    for (std::size_t k = first; k < values.size(); ++k) {
      values[k].span.begin += sentence.span.begin;
      values[k].span.end += sentence.span.begin;
      values[k].sentence = static_cast<std::uint32_t>(i);
    }
  }
  return values;
}

}  // namespace clauselint
