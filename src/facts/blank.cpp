// Blanks still to be filled: `[●]`, `____`, `【 】`, `{{name}}`, `[***]`, `[insert ...]`, 期限：     。
#include "facts/blank.hpp"

#include <cstdint>

#include "facts/cursor.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLongestBracket = 160;  // bytes; longer brackets hold text, not a blank
constexpr std::size_t kLookBack = 60;

bool is_star(char32_t c) { return c == U'*' || c == U'＊' || c == U'∗'; }

bool is_bullet(char32_t c) {
  return c == U'●' || c == U'•' || c == U'○' || c == U'■' || c == U'□' || c == U'▲' || c == U'◆' || c == U'·' ||
         c == U'∙' || c == U'⚫' || c == U'#';
}

bool is_underscore(char32_t c) { return c == U'_' || c == U'＿' || c == U'﹍' || c == U'﹎'; }

bool is_cross(char32_t c) { return c == U'X' || c == U'x' || c == U'×' || c == U'Ｘ' || c == U'ｘ'; }

bool is_question(char32_t c) { return c == U'?' || c == U'？'; }

bool is_dot(char32_t c) { return c == U'.' || c == U'…' || c == U'-' || c == U'–' || c == U'—'; }

// How often each filler stands in a text; `other` counts what is no filler.
struct Filling {
  std::uint32_t blanks = 0, stars = 0, bullets = 0, underscores = 0, crosses = 0, dots = 0, questions = 0, other = 0;
};

Filling filling_of(std::string_view text) {
  Filling filling;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    std::uint32_t& count = is_blank(c.value)        ? filling.blanks
                           : is_star(c.value)       ? filling.stars
                           : is_bullet(c.value)     ? filling.bullets
                           : is_underscore(c.value) ? filling.underscores
                           : is_cross(c.value)      ? filling.crosses
                           : is_question(c.value)   ? filling.questions
                           : is_dot(c.value)        ? filling.dots
                                                    : filling.other;
    ++count;
    at += c.size;
  }
  return filling;
}

constexpr std::string_view kAskingFirst[] = {"insert", "redacted", "tbd",     "tbc",      "specify",    "enter",
                                             "fill",   "please",   "state",   "describe", "number",     "amount",
                                             "name",   "date",     "omitted", "blank",    "placeholder"};
constexpr std::string_view kAskingLast[] = {"name", "date", "number", "amount", "address", "here", "tbd", "title"};
constexpr std::string_view kAskingHan[] = {"填写", "请填", "待定", "待填", "插入", "输入", "选填", "填入", "具体"};

// Words in brackets that ask to be replaced: `[insert period]`, `[Company Name]`, `[to be agreed]`, `【填写期限】`.
bool asks_for_words(std::string_view inner) {
  const std::string_view first = word_at(inner, 0);
  const std::size_t words = 1 + static_cast<std::size_t>(std::count(inner.begin(), inner.end(), ' '));
  const bool short_name = words <= 4 && is_one_of(word_before(inner, inner.size()), kAskingLast);
  const bool to_be = is_word(first, "to") && is_word(word_at(inner, skip_blanks(inner, 2)), "be") && words <= 8;
  const bool han = std::any_of(std::begin(kAskingHan), std::end(kAskingHan),
                               [inner](std::string_view asking) { return inner.starts_with(asking); });
  return is_one_of(first, kAskingFirst) || short_name || to_be || han;
}

constexpr std::string_view kNames[] = {"name",    "names",       "address", "title",     "date",   "party",
                                       "company", "contact",     "email",   "e-mail",    "person", "place",
                                       "city",    "description", "product", "products",  "model",  "state",
                                       "country", "phone",       "office",  "signature", "party's"};
struct AskedKind {
  std::string_view word;
  std::string_view kind;
};

constexpr AskedKind kAskedHan[] = {
    {"期限", "duration"}, {"时限", "duration"}, {"期间", "duration"}, {"时间", "duration"}, {"时长", "duration"},
    {"天数", "duration"}, {"日数", "duration"}, {"年数", "duration"}, {"月数", "duration"}, {"小时", "duration"},
    {"年限", "duration"}, {"比例", "percent"},  {"百分", "percent"},  {"费率", "percent"},  {"金额", "money"},
    {"价", "money"},      {"限额", "money"},    {"数量", ""},         {"数字", ""},         {"待定", ""}};
constexpr AskedKind kAskedEnglish[] = {{"period", "duration"},    {"days", "duration"},   {"months", "duration"},
                                       {"years", "duration"},     {"hours", "duration"},  {"duration", "duration"},
                                       {"percentage", "percent"}, {"percent", "percent"}, {"amount", "money"},
                                       {"price", "money"},        {"currency", "money"}};

// What a blank asks for: a kind of quantity, words that are none, or nothing that could be told.
std::string_view asked_for(std::string_view inner) {
  constexpr std::size_t kAskingAlone = 6;  // 填写
  if (is_han(decode_at(inner, 0).value)) {
    const auto* const asked = std::ranges::find_if(
        kAskedHan, [inner](const AskedKind& a) { return inner.find(a.word) != std::string_view::npos; });
    if (asked != std::end(kAskedHan)) return asked->kind;
    return inner.size() <= kAskingAlone ? std::string_view() : inner;
  }
  for (std::size_t at = 0; at < inner.size();) {
    const std::string_view word = word_at(inner, at);
    if (is_one_of(word, kNames)) return inner;
    const auto* const asked =
        std::ranges::find_if(kAskedEnglish, [word](const AskedKind& a) { return is_word(word, a.word); });
    if (asked != std::end(kAskedEnglish)) return asked->kind;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return {};
}

Blank read_braces(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "{{")) return {};
  const std::size_t close = text.substr(0, std::min(text.size(), at + kLongestBracket)).find("}}", at);
  if (close == std::string_view::npos) return {};
  return {.end = close + 2, .asks = asked_for(trimmed(text.substr(at + 2, close - at - 2))), .alone = true};
}

Blank read_bracket(std::string_view text, std::size_t at, char32_t open, std::size_t open_size) {
  const std::size_t limit = std::min(text.size(), at + kLongestBracket);
  const std::size_t begin = at + open_size;
  std::size_t close = begin;
  CodePoint c;
  for (; close < limit; close += c.size) {
    c = decode_at(text, close);
    if (closes_bracket(c.value) || opens_bracket(c.value)) break;
  }
  if (close >= limit || !closes_bracket(c.value)) return {};
  const std::string_view whole = text.substr(begin, close - begin);
  const std::string_view inner = trimmed(whole);
  const std::size_t end = close + c.size;
  const Filling filling = filling_of(whole);
  const bool round = open == U'(' || open == 0xFF08;
  if (filling.other > 0) {
    const bool named = inner.starts_with("{{") && inner.ends_with("}}");
    if (round || (!named && !asks_for_words(inner))) return {};
    const bool redacted = is_word(word_at(inner, 0), "redacted") || is_word(word_at(inner, 0), "omitted");
    return {.end = end, .asks = asked_for(inner), .redacted = redacted, .alone = true};
  }
  const std::size_t blank_bytes = whole.size() - inner.size();
  if (round) return {.end = end, .alone = filling.underscores >= 2 || (inner.empty() && blank_bytes >= 2)};
  const bool at_start = opens_text(text, at);  // `[ ] Yes` is a box to tick
  const bool filled =
      filling.stars + filling.bullets + filling.underscores + filling.questions > 0 || filling.crosses >= 2;
  const bool redacted = filling.stars >= 2 || filling.crosses >= 2;
  return {.end = end, .redacted = redacted, .alone = filled || (inner.empty() && !at_start)};
}

Blank read_underscores(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::uint32_t cells = 0;
  for (CodePoint c = decode_at(text, end); c.size != 0 && is_underscore(c.value); c = decode_at(text, end)) {
    cells += c.value == U'_' ? 1 : 2;
    end += c.size;
    if (stands_at(text, end, " _")) ++end;  // `_ _ _`
  }
  // In `payment_days` one joins the words of a name.
  if (cells < 2) return {};
  return {.end = end, .alone = cells >= 3};
}

Blank read_stars(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '*') ++end;
  if (end - at < 2) return {};
  // Two are mark-up, and so are those that touch a word; `a maximum of *** per event` was filed so.
  const char32_t after = decode_at(text, end).value;
  const bool apart = is_blank(char_before(text, at)) && (is_blank(after) || is_any(after, U",.;)"));
  const bool redacted = end - at >= 3 && apart && !opens_text(text, at);
  return {.end = end, .redacted = redacted, .alone = redacted};
}

Blank read_crosses(std::string_view text, std::size_t at) {
  const char32_t before = char_before(text, at);
  if (is_ascii_letter(before) || is_ascii_digit(before) || before == U'.' || before == U'/') return {};
  std::size_t end = at;
  std::uint32_t count = 0;
  CodePoint c = decode_at(text, end);
  for (; c.size != 0 && is_cross(c.value); c = decode_at(text, end)) {
    ++count;
    end += c.size;
  }
  const bool part_of_word = is_ascii_letter(c.value) || is_ascii_digit(c.value);
  const bool address = c.value == U'.' && is_letter_at(text, end + 1);
  if (part_of_word || address) return {};
  return {.end = end, .alone = count >= 3};
}

constexpr std::string_view kSignatureLabels[] = {"by",        "name",   "title",   "its",    "date",  "dated",
                                                 "signature", "signed", "witness", "attest", "notary"};
constexpr std::string_view kSignatureHan[] = {"签字",   "签名",   "签章",   "盖章", "代表", "代表人", "代理人",
                                              "经办人", "负责人", "（章）", "(章)", "印章", "公章"};

bool signature_word_before(std::string_view left) {
  const std::size_t end = back_over_blanks(left, left.size());
  const bool colon = stands_before(left, end, ":") || stands_before(left, end, "：");
  const std::string_view bare = word_before(left, end);
  if (!colon)
    return bare == "By" || bare == "Its" || bare == "Name" || bare == "Title" || bare == "BY" || bare == "ITS";
  std::string_view label = trimmed(left.substr(0, end - (left[end - 1] == ':' ? 1 : 3)));
  if (is_one_of(word_before(label, label.size()), kSignatureLabels)) return true;
  if (label.ends_with(")") || label.ends_with("）")) label.remove_suffix(label.ends_with(")") ? 1 : 3);
  const bool bare_date = label == "日期" || label.ends_with(" 日期");
  return bare_date || std::any_of(std::begin(kSignatureHan), std::end(kSignatureHan),
                                  [label](std::string_view han) { return label.ends_with(han); });
}

bool signature_word_after(std::string_view text, std::size_t end) {
  const std::size_t at = skip_blanks(text, end);
  const CodePoint c = decode_at(text, at);
  if (!opens_bracket(c.value)) return false;
  const std::string_view inside = text.substr(at + c.size, 12);
  return inside.starts_with("签") || inside.starts_with("盖章") || inside.starts_with("公章") ||
         inside.starts_with("章") || inside.starts_with("印章");
}

constexpr std::uint32_t kNarrowestGap = 4;  // cells
constexpr std::uint32_t kGapBeforeUnit = 2;

struct Unit {
  std::string_view word;
  std::u32string_view not_before;  // 日期, 年度: no unit
};

constexpr Unit kHanUnits[] = {{"年", U"度份检审限初底级"},
                              {"月", U"度份底初结"},
                              {"天", U"然气津"},
                              {"周", U"期末边围转到"},
                              {"日", U"期常历程志本用报"},
                              {"个月", U""},
                              {"个工作日", U""},
                              {"工作日", U""},
                              {"个自然日", U""},
                              {"小时", U""},
                              {"个小时", U""},
                              {"分钟", U""},
                              {"%", U""},
                              {"％", U""},
                              {"元", U""},
                              {"万元", U""}};

// Whether a unit that a Chinese text puts behind a number stands at `at`.
bool unit_at(std::string_view text, std::size_t at) {
  return std::ranges::any_of(kHanUnits, [=](const Unit& unit) {
    if (!stands_at(text, at, unit.word)) return false;
    const char32_t next = decode_at(text, at + unit.word.size()).value;
    return next == 0 || unit.not_before.find(next) == std::u32string_view::npos;
  });
}

// What may stand before a blank that a Chinese unit follows: words, but no number and none that count.
bool awaits_number(char32_t c) {
  return (is_han(c) && !is_chinese_digit(c) && !is_any(c, U"几多余数半每第元次台人")) || is_any(c, U"：:，,；、（(≥≤");
}

bool ends_part(char32_t c) { return c == U'。' || c == U'；' || c == U'，' || c == U'、' || c == U';'; }

// 甲方将          出租给乙方: nothing but what is asked for can follow these.
bool asks_for_more(char32_t c) {
  return c == U'将' || c == U'为' || c == U'由' || c == U'于' || c == U'按' || c == U'以' || c == U'向' || c == U'第';
}

// Blanks where words should stand, as forms have them: `期限：        。`. Chinese is not spaced, and no language has
// blanks before a stop.
Blank read_gap(std::string_view text, std::size_t at) {
  const std::size_t end = skip_blanks(text, at);
  const std::uint32_t width = display_width(text.substr(at, end - at));
  const char32_t before = char_before(text, at);
  const bool share = stands_at(text, end, "%") || stands_at(text, end, "％");  // one blank is enough: 总价的 %
  const bool counted = (width >= kGapBeforeUnit || share) && awaits_number(before) && unit_at(text, end);
  if (counted) return {.end = end, .alone = width >= kNarrowestGap};
  if (width < kNarrowestGap) return {};
  const char32_t after = decode_at(text, end).value;
  const bool awaited = before == U'：' || before == U':' || is_han(before) || at == 0;
  const bool stopped = awaited && ends_part(after);
  const bool within = asks_for_more(before) && (is_han(after) || after == U'（');
  return stopped || within ? Blank{.end = end, .alone = true} : Blank{};
}

// 质保期为/年, 在……小时内, 保修--个月, 为N年, 为□□年: signs that stand for a number before a Chinese unit, and only there.
Blank read_sign(std::string_view text, std::size_t at) {
  const CodePoint sign = decode_at(text, at);
  std::size_t end = at;
  std::size_t count = 0;
  for (; stands_at(text, end, text.substr(at, sign.size)); end += sign.size) ++count;
  const char32_t before = char_before(text, back_over_blanks(text, at));
  const bool enough = sign.value == U'/'   ? count == 1 && is_any(before, U"为是于在后起过达：:，,的")
                      : sign.value == U'N' ? count == 1
                      : sign.value == U'…' ? true
                                           : count >= 2;
  return enough && awaits_number(before) && unit_at(text, skip_blanks(text, end)) ? Blank{.end = end} : Blank{};
}

// `${years}`, `{年限}`, `<填写>`: the names of a template.
Blank read_named(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestName = 40;  // bytes
  const bool dollar = text[at] == '$';
  const std::size_t begin = at + (dollar ? 2 : 1);
  const std::size_t close = text.substr(0, begin + kLongestName).find(text[at] == '<' ? '>' : '}', begin);
  if (close == std::string_view::npos || close == begin) return {};
  const std::string_view inner = text.substr(begin, close - begin);
  const bool asks = asks_for_words(inner);
  if (!dollar && !asks && (text[at] == '<' || !unit_at(text, skip_blanks(text, close + 1)))) return {};
  return {.end = close + 1, .asks = asked_for(inner), .alone = dollar || asks};
}

}  // namespace

Blank read_blank(std::string_view text, std::size_t at) {
  const CodePoint c = decode_at(text, at);
  if (c.value == U'{') return stands_at(text, at, "{{") ? read_braces(text, at) : read_named(text, at);
  if (c.value == U'<' || (c.value == U'$' && stands_at(text, at, "${"))) return read_named(text, at);
  if (opens_bracket(c.value)) return read_bracket(text, at, c.value, c.size);
  if (is_underscore(c.value)) return read_underscores(text, at);
  if (c.value == U'*') return read_stars(text, at);
  if (is_cross(c.value)) return read_crosses(text, at);
  if (is_blank(c.value)) return read_gap(text, at);
  if (is_any(c.value, U"/…—-．□○■N")) return read_sign(text, at);
  const bool dot = c.value == U'●' || c.value == U'•';
  if (!dot || opens_text(text, at)) return {};
  const std::size_t next = skip_blanks(text, at + c.size);
  const bool list_mark = is_capital_at(text, next);  // `● Week 20`, but `● weeks`
  return list_mark ? Blank{} : Blank{.end = at + c.size};
}

// `[***] = certain confidential information`, `omissions are designated as [***]`: the mark is explained, not used.
bool is_explained(std::string_view text, std::size_t begin, std::size_t end) {
  if (stands_at(text, skip_blanks(text, end), "=")) return true;
  constexpr std::string_view kExplaining[] = {"designated", "marked",    "identified",
                                              "denoted",    "indicated", "bracketed"};
  std::size_t at = back_over_blanks(text, begin);
  if (at > 0 && (text[at - 1] == '"' || text[at - 1] == '\'')) at = back_over_blanks(text, at - 1);
  constexpr int kWords = 3;
  for (int i = 0; i < kWords; ++i) {
    const std::string_view word = word_before(text, at);
    if (word.empty()) return false;
    if (is_one_of(word, kExplaining)) return true;
    at = back_over_blanks(text, at - word.size());
  }
  return false;
}

bool is_signature_line(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t from = begin > kLookBack ? begin - kLookBack : 0;
  if (signature_word_before(text.substr(from, begin - from)) || signature_word_after(text, end)) return true;
  const bool starts_line = opens_text(text, begin);
  const bool ends_line = skip_blanks(text, end) == text.size();
  constexpr std::size_t kRule = 20;  // `94 Any Road    ____________________`
  const bool rule = text[begin] == '_' && end - begin >= kRule;
  const bool set_apart = starts_line || begin - back_over_blanks(text, begin) >= 3;
  return (starts_line && ends_line && text[begin] != '[' && text[begin] != '{') || (rule && set_apart);
}

}  // namespace clauselint::facts
