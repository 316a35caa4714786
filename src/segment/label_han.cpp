// Chinese labels: 第八条, 第8.2款, 第一部分, 附件二, 一、.
#include "segment/label.hpp"
#include "segment/ordinal.hpp"
#include "segment/scan.hpp"

namespace clauselint {
namespace {

struct Unit {
  std::string_view word;
  LabelKind kind;
};

constexpr std::array<Unit, 9> kUnits{{
    {"部分", LabelKind::Part},
    {"编", LabelKind::Part},
    {"篇", LabelKind::Part},
    {"章", LabelKind::Chapter},
    {"节", LabelKind::Division},
    {"条", LabelKind::Article},
    {"款", LabelKind::Paragraph},
    {"项", LabelKind::Item},
    {"部", LabelKind::Part},
}};

constexpr std::array<std::string_view, 4> kAnnexWords{"附件", "附录", "附表", "附图"};

// 第八条规定的…, 第八条、第九条, 第八条第二款: a paragraph that begins with a reference carries no label.
bool only_refers(std::string_view text, std::size_t at) {
  if (continues_with_any(
          text, at, {"所述", "所列", "所称",   "所指",   "所规定", "所约定", "规定", "约定", "的",   "之规定", "之约定",
                     "中的", "中所", "中规定", "中约定", "项下",   "第",     "至第", "和第", "及第", "与第",   "或第",
                     "，",   ",",    "为准",   "为本",   "是",     "）",     ")",    "》",   "”",    "；",     "。"})) {
    return true;
  }
  const bool enumerates = continues_with(text, at, "、");
  return enumerates && continues_with(text, skip_blanks(text, at + std::string_view("、").size()), "第");
}

LabelNumeral read_any_number(std::string_view text, std::size_t at) {
  const LabelNumeral han = read_han_numeral(text, at);
  return han.size != 0 ? han : read_digits(text, at);
}

// 第 … 条, with blanks wherever a template leaves them.
std::optional<Label> read_unit_label(std::string_view text) {
  constexpr std::string_view kOrdinalMark = "第";
  if (!continues_with(text, 0, kOrdinalMark)) return std::nullopt;
  Label label;
  label.frame = Frame::Word;
  label.depth = 0;
  std::size_t at = skip_blanks(text, kOrdinalMark.size());
  while (label.depth < kDeepest) {
    const LabelNumeral number = read_any_number(text, at);
    if (number.size == 0) return std::nullopt;
    label.numbers[label.depth++] = number.value;
    at += number.size;
    const bool goes_on = is_any_of(char_at(text, at), U".．") && at < text.size();
    if (!goes_on) break;
    at += decode_at(text, at).size;
  }
  at = skip_blanks(text, at);
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                 [text, at](const Unit& one) { return continues_with(text, at, one.word); });
  if (unit == kUnits.end()) return std::nullopt;
  at += unit->word.size();
  if (only_refers(text, at)) return std::nullopt;
  label.kind = unit->kind;
  label.size = static_cast<std::uint32_t>(at);
  return label;
}

std::optional<Label> read_annex(std::string_view text) {
  const auto word = std::find_if(kAnnexWords.begin(), kAnnexWords.end(),
                                 [text](std::string_view one) { return continues_with(text, 0, one); });
  if (word == kAnnexWords.end()) return std::nullopt;
  Label label;
  label.kind = LabelKind::Annex;
  label.frame = Frame::Word;
  std::size_t at = skip_blanks(text, word->size());
  const bool bracket = is_any_of(char_at(text, at), U"(（") && at < text.size();
  if (bracket) at += decode_at(text, at).size;
  const LabelNumeral number = read_any_number(text, at);
  const char32_t letter = char_at(text, at);
  if (number.size != 0) {
    label.numbers[0] = number.value;
    at += number.size;
  } else if (is_capital(letter) && !is_ascii_letter(char_at(text, at + 1))) {
    label.numbers[0] = letter - U'A' + 1;
    ++at;
  } else {
    return std::nullopt;
  }
  if (bracket) {
    if (!is_any_of(char_at(text, at), U")）") || at >= text.size()) return std::nullopt;
    at += decode_at(text, at).size;
  }
  if (only_refers(text, at) || continues_with(text, at, "、")) return std::nullopt;
  label.size = static_cast<std::uint32_t>(at);
  return label;
}

// 一、总则; 一．总则; and 一 总则 as a short line. 一、二号楼 counts buildings.
std::optional<Label> read_point_label(std::string_view text) {
  const LabelNumeral number = read_han_numeral(text, 0);
  if (number.size == 0 || number.value == 0 || number.value > 99) return std::nullopt;
  Label label;
  label.kind = LabelKind::Han;
  label.numbers[0] = number.value;
  const CodePoint mark = decode_at(text, number.size);
  const bool point = mark.size != 0 && is_any_of(mark.value, U"、.．:：");
  if (point) {
    const std::size_t next = number.size + mark.size;
    const LabelNumeral another = read_han_numeral(text, next);
    const bool counts = another.size != 0 && continues_with_any(text, next + another.size,
                                                                {"、", "号", "期", "级", "楼", "层", "审", "季度"});
    if (counts) return std::nullopt;
    label.frame = mark.value == U'、' ? Frame::Comma : Frame::Dot;
    label.size = static_cast<std::uint32_t>(next);
    return label;
  }
  const bool set_off = is_blank(mark.value) && mark.size != 0 && is_han(char_at(text, skip_blanks(text, number.size)));
  if (!set_off || number.digits > 3) return std::nullopt;
  label.frame = Frame::Bare;
  label.weak = true;
  label.size = number.size;
  return label;
}

}  // namespace

std::optional<Label> read_han_label(std::string_view text) {
  if (std::optional<Label> unit = read_unit_label(text)) return unit;
  if (std::optional<Label> annex = read_annex(text)) return annex;
  return read_point_label(text);
}

}  // namespace clauselint
