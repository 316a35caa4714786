// References in Chinese: 第九条第（二）款, 第8.2条, 附件三; those to laws and other contracts are passed over.
#include <string>

#include "facts/cursor.hpp"
#include "facts/reference.hpp"
#include "text/numerals.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLookBack = 120;  // bytes, for the name of a law before a reference

bool is_digit(char32_t c) { return is_ascii_digit(c) || (c >= 0xFF10 && c <= 0xFF19); }

char half_width(char32_t digit) { return static_cast<char>(digit >= 0xFF10 ? digit - 0xFF10 + U'0' : digit); }

// A label at a byte as looked up: blanks dropped, digits half-width. `end` 0 when there is none.
struct HanLabel {
  std::size_t end = 0;
  std::string words;
  bool dotted = false;
  bool bracketed = false;
};

// `九`, `8`, `8.2`, `８．２`.
HanLabel read_bare_label(std::string_view text, std::size_t at) {
  HanLabel label;
  for (;;) {
    const CodePoint c = decode_at(text, at);
    const bool point = c.value == U'.' || c.value == U'．';
    const bool inner_point = point && !label.words.empty() && is_digit(decode_at(text, at + c.size).value);
    if (c.size == 0 || !(is_digit(c.value) || is_chinese_digit(c.value) || inner_point)) break;
    if (inner_point) {
      label.words += '.';
      label.dotted = true;
    } else if (is_digit(c.value)) {
      label.words += half_width(c.value);
    } else {
      append_utf8(label.words, c.value);
    }
    at += c.size;
    label.end = at;
  }
  return label;
}

// The same with or without brackets; bracketed words are written （二）.
HanLabel read_label(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  const CodePoint c = decode_at(text, at);
  if (!opens_bracket(c.value)) return read_bare_label(text, at);
  HanLabel label = read_bare_label(text, skip_blanks(text, at + c.size));
  if (label.end == 0) return {};
  const std::size_t close = skip_blanks(text, label.end);
  const CodePoint closing = decode_at(text, close);
  if (!closes_bracket(closing.value)) return {};
  label.end = close + closing.size;
  label.words = "（" + label.words + "）";
  label.bracketed = true;
  return label;
}

// One 第…条 or 第…款; `end` 0 when there is none.
struct Article {
  std::size_t end = 0;
  HanLabel label;
  char32_t unit = 0;
};

Article read_article(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "第")) return {};
  const HanLabel label = read_label(text, at + 3);
  if (label.end == 0) return {};
  const std::size_t next = skip_blanks(text, label.end);
  const CodePoint unit = decode_at(text, next);
  if (std::u32string_view(U"条條款项項章节").find(unit.value) == std::u32string_view::npos || unit.size == 0) return {};
  const bool other_word =
      stands_at(text, next, "项目") || stands_at(text, next, "款式") || stands_at(text, next, "节课");
  if (other_word) return {};
  return {.end = next + unit.size, .label = label, .unit = unit.value};
}

// The 章, 条, 款, 项 behind an article belong to it.
std::size_t over_finer(std::string_view text, std::size_t end, std::string& detail, bool exact) {
  for (;;) {
    const std::size_t next = skip_blanks(text, end);
    const Article finer = read_article(text, next);
    const HanLabel item =
        finer.end == 0 && opens_bracket(decode_at(text, next).value) ? read_label(text, next) : HanLabel{};
    if (finer.end == 0 && item.end == 0) return end;
    const HanLabel& label = finer.end == 0 ? item : finer.label;
    if (exact && label.bracketed) detail += label.words;
    exact = exact && label.bracketed;  // 第八条第二款第（一）项: the paragraph has no label of its own
    end = finer.end == 0 ? item.end : finer.end;
  }
}

constexpr std::string_view kLawEndings[] = {"法",   "法典", "条例", "规定", "办法",
                                            "细则", "解释", "规则", "通则", "准则"};

// Whether a law, or another text named in 《》, stands before a reference.
bool belongs_elsewhere(std::string_view text, std::size_t at) {
  std::size_t end = back_over_blanks(text, at);
  for (const std::string_view of : {"的", "之", "中"}) {
    if (stands_before(text, end, of)) end = back_over_blanks(text, end - of.size());
  }
  const std::size_t from = end > kLookBack ? end - kLookBack : 0;
  const std::string_view left = text.substr(from, end - from);
  if (left.ends_with("》")) return true;
  if (left.ends_with("）") || left.ends_with(")")) {  // 《民法典》（2020年）第五条
    const std::size_t title = left.rfind("》");
    const std::size_t open = std::max(left.rfind("（") + 1, left.rfind('(') + 1);
    if (title != std::string_view::npos && open > title && open - title <= 4) return true;
  }
  for (const std::string_view ending : kLawEndings) {
    if (!left.ends_with(ending)) continue;
    const std::string_view head = left.substr(0, left.size() - ending.size());
    if (!head.ends_with("本") && !head.ends_with("依") && !head.ends_with("无")) return true;
  }
  return false;
}

// Whether only 、和及或至 stand between the end of a reference to a law and `at`.
bool continues_law(const ReferenceContext& context, std::size_t at) {
  if (context.law_end == 0 || context.law_end > at) return false;
  constexpr std::u32string_view kJoining = U"、，,和及或至到与以";
  for (std::size_t next = context.law_end; next < at;) {
    const CodePoint c = decode_at(context.text, next);
    if (!is_blank(c.value) && kJoining.find(c.value) == std::u32string_view::npos) return false;
    next += c.size;
  }
  return true;
}

bool opens_sentence(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestMark = 64;  // of `## ` and the like before the label
  if (at > kLongestMark) return false;
  std::size_t start = skip_blanks(text, 0);
  while (start < at && (text[start] == '#' || text[start] == '*' || text[start] == '|'))
    start = skip_blanks(text, start + 1);
  return start == at;
}

Value reference_of(std::size_t begin, std::size_t end, std::string detail) {
  Value value;
  value.kind = ValueKind::Reference;
  value.span = {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
  value.detail = std::move(detail);
  return value;
}

// 第九条 -> 第九条, 第8.2款 -> 8.2, 第（二）项 -> （二）. A bare 第二款 is a paragraph without a label: no reference.
std::size_t read_article_reference(ReferenceContext& context, std::size_t at, std::vector<Value>& out) {
  const Article article = read_article(context.text, at);
  if (article.end == 0) return at;
  const bool law = belongs_elsewhere(context.text, at) || continues_law(context, at);
  const bool top = article.unit == U'条' || article.unit == U'條' || article.unit == U'章' || article.unit == U'节';
  std::string detail = article.label.words;
  if (!article.label.dotted && !article.label.bracketed) {
    detail = "第" + detail;
    append_utf8(detail, article.unit);
  }
  const std::size_t end = over_finer(context.text, article.end, detail, top);
  if (law) context.law_end = end;
  const std::size_t next = skip_blanks(context.text, end);
  const CodePoint mark = decode_at(context.text, next);
  const bool label = next != end || mark.size == 0 || mark.value == U'、' || mark.value == U'：' || mark.value == U':';
  const bool own = opens_sentence(context.text, at) && (context.heading || label);
  const bool labelled = top || article.label.dotted || article.label.bracketed;
  if (!law && !own && labelled) out.push_back(reference_of(at, end, std::move(detail)));
  return end;
}

// 附件三, 附件1, 附件 A, 附录（一）; not 附件三份.
std::size_t read_annex_reference(const ReferenceContext& context, std::size_t at, std::vector<Value>& out) {
  const std::string_view text = context.text;
  const std::string_view keyword = text.substr(at, 6);
  if (keyword != "附件" && keyword != "附录" && keyword != "附表" && keyword != "附图") return at;
  const std::size_t next = skip_blanks(text, at + 6);
  HanLabel label = read_label(text, next);
  const bool letter = is_capital_at(text, next) && !is_letter_at(text, next + 1);
  if (label.end == 0 && letter) label = {.end = next + 1, .words = std::string(text.substr(next, 1))};
  if (label.end == 0) return at;
  const CodePoint behind = decode_at(text, skip_blanks(text, label.end));
  const bool counted = std::u32string_view(U"份页张套个种项本幅件类").find(behind.value) != std::u32string_view::npos;
  if (counted && behind.size != 0) return label.end;
  if (label.bracketed) label.words = label.words.substr(3, label.words.size() - 6);
  std::size_t end = label.end;
  const std::size_t inner = skip_blanks(text, stands_at(text, end, "的") || stands_at(text, end, "中") ? end + 3 : end);
  if (const Article article = read_article(text, inner); article.end != 0) end = article.end;
  const bool named = behind.size == 0 || skip_blanks(text, label.end) != label.end || behind.value == U'：' ||
                     behind.value == U':' || behind.value == U'—' || is_hyphen(behind.value) || behind.value == U'《';
  const bool own = opens_sentence(text, at) && (context.heading || named);
  if (!own) out.push_back(reference_of(at, end, std::string(keyword) + label.words));
  return end;
}

}  // namespace

std::size_t read_han_references(ReferenceContext& context, std::size_t at, std::vector<Value>& out) {
  return stands_at(context.text, at, "第") ? read_article_reference(context, at, out)
                                           : read_annex_reference(context, at, out);
}

}  // namespace clauselint::facts
