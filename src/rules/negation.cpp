// Whether the words of a phrase are denied or excepted where they stand: a negated promise is no promise.
#include "rules/negation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.hpp"

namespace clauselint {
namespace {

constexpr std::uint32_t kReachEn = 100;  // bytes a negation is looked for before the phrase
constexpr std::uint32_t kReachZh = 60;

constexpr std::array<std::string_view, 13> kCuesEn = {"not",     "no",      "never", "neither", "nor",
                                                      "without", "nothing", "none",  "cannot",  "except",
                                                      "unless",  "n't",     "hardly"};
// What follows the cue when it does not deny: bounds and figures of speech.
constexpr std::array<std::string_view, 15> kHarmlessAfterEn = {
    " only",    " limited", " earlier",    " greater", " sooner", " charge", " cost", " fee",
    " expense", " extra",   " additional", " event",   " matter", " so",     " yet"};
constexpr std::array<std::string_view, 6> kHarmlessBeforeEn = {"whether or ", "or ", "if ", "but ", "and/or ", "at "};
// A new clause of the sentence begins after these; what was denied before does not reach over.
constexpr std::array<std::string_view, 14> kBordersEn = {
    ";",          ":",      " but ",        " however",       "provided that", " and shall ", " and will ",
    " and must ", ", and ", " and agrees ", " in which case", ", shall ",      ", will ",     " then "};

constexpr std::array<std::string_view, 7> kCuesZh = {"不", "未", "无", "非", "没有", "勿", "毋"};
constexpr std::array<std::string_view, 30> kHarmlessZh = {
    "不限于", "不仅",   "不论", "不管",   "不可抗力", "不合格", "不符",   "不足",   "不良",   "不当",
    "不动产", "不定期", "不时", "不间断", "不断",     "无偿",   "无论",   "无条件", "无锡",   "无故障",
    "无误",   "无缺陷", "未来", "非常",   "非正常",   "非因",   "非工作", "非人为", "非质保", "不同"};
constexpr std::array<std::string_view, 4> kBordersZh = {",", ";", ":", "但"};

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string_view after_last_border(std::string_view before, std::span<const std::string_view> borders) {
  std::size_t cut = 0;
  for (const std::string_view border : borders) {
    const std::size_t at = before.rfind(border);
    if (at != std::string_view::npos) cut = std::max(cut, at + border.size());
  }
  return before.substr(cut);
}

// `call no. 7`, `part no 12`: the number of something.
bool numbers(std::string_view rest) {
  const std::size_t figure = rest.find_first_not_of(rest.starts_with('.') ? ". " : " ");
  return figure != std::string_view::npos && rest[figure] >= '0' && rest[figure] <= '9';
}

// `not be less than`, `not run for more than`: a bound, with nothing but small words before it.
bool bounds(std::string_view rest) {
  constexpr std::array<std::string_view, 14> kSmall = {"be", "run",  "last", "for", "in", "any",    "case",
                                                       "a",  "term", "fall", "the", "of", "amount", "to"};
  constexpr std::array<std::string_view, 13> kBounds = {"less",    "fewer",     "shorter", "lower",  "under",
                                                        "below",   "later",     "more",    "longer", "exceed",
                                                        "exceeds", "exceeding", "beyond"};
  while (rest.starts_with(' ')) {
    rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
    if (std::ranges::find(kBounds, word) != kBounds.end()) return true;
    if (std::ranges::find(kSmall, word) == kSmall.end()) return false;
    rest.remove_prefix(word.size());
  }
  return false;
}

bool denies_en(std::string_view before, std::string_view behind, std::size_t at, std::string_view cue) {
  const bool suffix = cue == "n't";
  const bool starts_word = suffix || at == 0 || !is_word_byte(before[at - 1]);
  const std::size_t end = at + cue.size();
  const bool ends_word = end >= before.size() || !is_word_byte(before[end]);
  if (!starts_word || !ends_word) return false;
  const std::string_view rest = before.substr(end);
  const std::string_view lead = before.substr(0, at);
  const auto follows = [&](std::string_view word) { return rest.starts_with(word); };
  if (cue == "no" && numbers(rest)) return false;
  if (bounds(std::string(rest) + std::string(behind))) return false;
  if (std::any_of(kHarmlessAfterEn.begin(), kHarmlessAfterEn.end(), follows)) return false;
  return std::none_of(kHarmlessBeforeEn.begin(), kHarmlessBeforeEn.end(), [&](std::string_view word) {
    return lead.ends_with(word) && (cue == "not" || (cue == "no" && word == "at "));
  });
}

// "If it does not pay in time, Supplier shall …": a comma ends the reach, unless it opens an aside right behind the
// cue ("shall not, in any case, be obliged to …").
std::string_view after_last_comma(std::string_view before) {
  const std::size_t last = before.rfind(", ");
  if (last == std::string_view::npos) return before;
  const std::size_t first = before.substr(0, last).rfind(", ");
  const bool aside = first != std::string_view::npos &&
                     (before.substr(0, first).ends_with("not") || before.substr(0, first).ends_with("never"));
  return aside ? before : before.substr(last + 2);
}

// `behind`: the words that follow, which tell whether a cue at the end sets a bound.
bool has_denial_en(std::string_view before, std::string_view behind) {
  for (const std::string_view cue : kCuesEn) {
    for (std::size_t at = before.find(cue); at != std::string_view::npos; at = before.find(cue, at + 1)) {
      if (denies_en(before, behind, at, cue)) return true;
    }
  }
  return false;
}

// 不少于, 不得低于, 不应超过.
bool bounds_zh(std::string_view behind_cue) {
  for (const std::string_view modal : {"得", "应", "能", "会", "可", "宜", "予"}) {
    if (behind_cue.starts_with(modal)) behind_cue.remove_prefix(modal.size());
  }
  for (const std::string_view bound :
       {"少于", "低于", "短于", "小于", "超过", "超出", "迟于", "晚于", "高于", "大于", "多于", "长于", "早于"}) {
    if (behind_cue.starts_with(bound)) return true;
  }
  return false;
}

bool has_denial_zh(std::string_view before) {
  for (const std::string_view cue : kCuesZh) {
    for (std::size_t at = before.find(cue); at != std::string_view::npos; at = before.find(cue, at + 1)) {
      const std::string_view here = before.substr(at);
      const auto starts = [&](std::string_view word) { return here.starts_with(word); };
      if (bounds_zh(here.substr(cue.size()))) continue;
      if (std::none_of(kHarmlessZh.begin(), kHarmlessZh.end(), starts)) return true;
    }
  }
  return false;
}

// 除…外: the phrase stands between the two.
bool is_excepted_zh(std::string_view before, std::string_view after) {
  const std::size_t at = before.rfind("除");
  if (at == std::string_view::npos || before.substr(at).starts_with("除外")) return false;
  const std::size_t comma = after.find_first_of(",;");
  const std::string_view rest = after.substr(0, comma);
  return rest.find("外") != std::string_view::npos;
}

// The view must not begin inside a character.
std::string_view back_from(std::string_view text, ByteSpan sentence, std::uint32_t at, std::uint32_t reach) {
  std::uint32_t begin = at - sentence.begin > reach ? at - reach : sentence.begin;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u) ++begin;
  return text.substr(begin, at - begin);
}

// Back to where the match's clause of the sentence begins, not further than negations reach.
std::string_view words_before(std::string_view text, ByteSpan sentence, ByteSpan match, Language language) {
  const bool english = language == Language::En;
  const std::string_view reach = back_from(text, sentence, match.begin, english ? kReachEn : kReachZh);
  return english ? after_last_comma(after_last_border(reach, kBordersEn)) : after_last_border(reach, kBordersZh);
}

// Words that take a duty away, where other negations tell a fault (`not restored within 8 hours`).
constexpr std::array<std::string_view, 13> kReliefsEn = {
    "not be obliged",  "not obliged",  "not be obligated", "not obligated", "no obligation",
    "not be required", "not required", "need not",         "not be bound",  "not warrant",
    "not responsible", "no warranty",  "not undertake"};
constexpr std::array<std::string_view, 10> kReliefsZh = {"不承担", "不负责", "无义务", "没有义务", "无需",
                                                         "无须",   "不需要", "不予",   "不提供",   "不保证"};

}  // namespace

bool denies_duty(std::string_view text, ByteSpan sentence, ByteSpan match, Language language) {
  const std::string_view before = words_before(text, sentence, match, language);
  const auto stands = [before](std::string_view words) { return before.find(words) != std::string_view::npos; };
  return language == Language::En ? std::ranges::any_of(kReliefsEn, stands) : std::ranges::any_of(kReliefsZh, stands);
}

bool is_negated(std::string_view text, ByteSpan sentence, ByteSpan match, std::span<const ByteSpan> gaps,
                Language language) {
  const bool english = language == Language::En;
  constexpr std::uint32_t kBoundReach = 40;
  const auto denied = [&](std::string_view words, std::uint32_t end) {
    const ByteSpan behind = {.begin = end, .end = std::min(end + kBoundReach, sentence.end)};
    return english ? has_denial_en(words, slice(text, behind)) : has_denial_zh(words);
  };
  const std::string_view before = words_before(text, sentence, match, language);
  if (denied(before, match.begin)) return true;
  if (!english && is_excepted_zh(before, text.substr(match.end, sentence.end - match.end))) return true;
  return std::any_of(gaps.begin(), gaps.end(), [&](ByteSpan gap) {
    const std::string_view words = slice(text, gap);
    // A new clause inside the gap begins afresh.
    return denied(
        english ? after_last_comma(after_last_border(words, kBordersEn)) : after_last_border(words, kBordersZh),
        gap.end);
  });
}

}  // namespace clauselint
