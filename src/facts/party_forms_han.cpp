// Introductions of parties in Chinese.
#include <array>

#include "facts/cursor.hpp"
#include "facts/party_forms.hpp"
#include "facts/term_words.hpp"

namespace clauselint::facts {
namespace {

constexpr std::size_t kLongestName = 120;  // bytes

std::size_t read_alias(std::string_view text, std::size_t at, const RoleWords& roles, FoundAlias& alias) {
  std::string spelled;
  if (const std::size_t end = read_lettered_party(text, at, spelled); end != 0) {
    alias = {.words = std::move(spelled), .begin = at, .end = end};
    return end;
  }
  const RoleWords::Hit hit = roles.at(text, at);
  if (hit.end != 0) {
    alias = {.words = std::string(text.substr(at, hit.end - at)), .begin = at, .end = hit.end};
    return hit.end;
  }
  // 卖 方, 买　方: set wide in forms.
  const CodePoint first = decode_at(text, at);
  const std::size_t next = skip_blanks(text, at + first.size);
  const CodePoint second = decode_at(text, next);
  if (!is_han(first.value) || next == at + first.size || !is_han(second.value)) return 0;
  const std::string joined = std::string(text.substr(at, first.size)) + std::string(text.substr(next, second.size));
  if (roles.of(joined) == nullptr) return 0;
  alias = {.words = joined, .begin = at, .end = next + second.size};
  return alias.end;
}

std::size_t over_naming(std::string_view text, std::size_t at) {
  for (const std::string_view words : {"以下", "下", "简", "称", "为", "作", "：", ":", "“", "\"", "本合同", "即"}) {
    if (stands_at(text, at, words)) at = skip_blanks(text, at + words.size());
  }
  return at;
}

// （供方）, （以下简称“甲方”）: the end of the bracket, 0 when it holds no alias.
std::size_t read_bracketed(std::string_view text, std::size_t at, const RoleWords& roles, FoundAlias& alias) {
  const CodePoint open = decode_at(text, at);
  if (!opens_bracket(open.value)) return 0;
  const std::size_t end = read_alias(text, over_naming(text, skip_blanks(text, at + open.size)), roles, alias);
  if (end == 0) return 0;
  std::size_t next = skip_blanks(text, end);
  for (const std::string_view mark : {"”", "\""}) {
    if (stands_at(text, next, mark)) next = skip_blanks(text, next + mark.size());
  }
  const CodePoint close = decode_at(text, next);
  return closes_bracket(close.value) ? next + close.size : 0;
}

bool is_name_character(char32_t c) {
  return is_han(c) || is_ascii_letter(c) || is_ascii_digit(c) || c == U'.' || c == U'·' || c == U'&' || c == U'-' ||
         c == U'*';
}

// The name at `at`, up to a blank, a comma or a bracket that says what it is called; an empty one for blanks to fill.
void read_name(std::string_view text, std::size_t at, Introduction& found) {
  found.name_begin = skip_blanks(text, at);
  std::size_t end = found.name_begin;
  bool letters = false;
  while (end < text.size() && end - found.name_begin <= kLongestName) {
    const CodePoint c = decode_at(text, end);
    const bool town = opens_bracket(c.value) && !stands_at(text, end + c.size, "以下") &&
                      !stands_at(text, end + c.size, "下称") && !stands_at(text, end + c.size, "简称") && letters;
    const std::size_t inner = town ? text.substr(0, std::min(text.size(), end + 24)).find_first_of(")", end) : end;
    const bool closes =
        town && (inner != std::string_view::npos || text.substr(end, 24).find("）") != std::string_view::npos);
    if (!is_name_character(c.value) && !closes && !(closes_bracket(c.value) && letters)) break;
    letters = letters || is_han(c.value) || is_ascii_letter(c.value);
    end += c.size;
  }
  found.name_end = end;
  const std::string_view name = text.substr(found.name_begin, end - found.name_begin);
  const bool other_field = name.starts_with("地址") || name.starts_with("法定代表") || name.starts_with("盖章") ||
                           name.starts_with("签字") || name.starts_with("代表") || name.starts_with("住所");
  const bool label = name.starts_with("身份证") || name.starts_with("电话") || name.starts_with("联系") ||
                     name.starts_with("统一社会") || (name.ends_with("方") && name.size() <= 12);
  if (!letters || other_field || label || name.size() < 4 || name.size() > kLongestName)
    found.name_begin = found.name_end = 0;
}

// 甲方（供方）：…有限公司（以下简称…） at the start of a sentence or behind a wide blank.
std::size_t read_label(std::string_view text, std::size_t at, const RoleWords& roles, Introduction& found) {
  FoundAlias alias;
  const std::size_t begin = at;
  at = read_alias(text, at, roles, alias);
  if (at == 0) return 0;
  found.aliases.push_back(std::move(alias));
  at = skip_blanks(text, at);
  FoundAlias other;
  const std::size_t bracket = read_bracketed(text, at, roles, other);
  if (bracket != 0) {
    found.aliases.push_back(std::move(other));
    at = skip_blanks(text, bracket);
  } else if (opens_bracket(decode_at(text, at).value)) {  // （盖章）, （公章）, （全称）
    const std::size_t close = text.substr(0, std::min(text.size(), at + 40)).find("）", at);
    if (close != std::string_view::npos) at = skip_blanks(text, close + 3);
  }
  found.whole = skip_blanks(text, begin) == skip_blanks(text, 0) && at == text.size();
  const CodePoint colon = decode_at(text, at);
  const bool colons = colon.value == U':' || colon.value == U'：';
  if (colons) {
    read_name(text, at + colon.size, found);
    found.whole = skip_blanks(text, at + colon.size) >= text.size();
    const std::size_t end = std::max(at + colon.size, found.name_end);
    FoundAlias called;
    const std::size_t naming = read_bracketed(text, skip_blanks(text, end), roles, called);
    if (naming != 0) found.aliases.push_back(std::move(called));
    return std::max(end, naming);
  }
  return found.whole || bracket != 0 ? at : 0;
}

// …有限公司（甲方）, …公司（以下简称“供方”）.
void read_named(std::string_view text, const RoleWords& roles, std::size_t from, std::vector<Introduction>& out) {
  for (const std::string_view open : {"（", "("}) {
    for (std::size_t at = text.find(open, from); at != std::string_view::npos; at = text.find(open, at + open.size())) {
      FoundAlias alias;
      if (read_bracketed(text, at, roles, alias) == 0) continue;
      std::size_t begin = at;
      while (begin > 0 && at - begin <= kLongestName) {
        const CodePoint c = decode_before(text, begin);
        if (!is_name_character(c.value)) break;
        begin -= c.size;
      }
      for (const std::string_view joining : {"由", "与", "和", "本合同由", "本协议由"}) {
        if (text.substr(begin, at - begin).starts_with(joining)) begin += joining.size();
      }
      const std::string_view name = text.substr(begin, at - begin);
      const bool company = name.ends_with("公司") || name.ends_with("厂") || name.ends_with("集团") ||
                           name.ends_with("中心") || name.ends_with("院") || name.ends_with("商行") ||
                           name.ends_with("部");
      if (!company || name.size() > kLongestName) continue;
      Introduction found{.aliases = {}, .name_begin = begin, .name_end = at, .whole = false};
      found.aliases.push_back(std::move(alias));
      out.push_back(std::move(found));
    }
  }
}

}  // namespace

void read_han_introductions(std::string_view text, const RoleWords& roles, std::vector<Introduction>& out) {
  std::size_t at = skip_blanks(text, 0);
  std::size_t end = at;
  constexpr int kMostInLine = 4;  // 买方（甲方）　　卖方（乙方）
  for (int i = 0; i < kMostInLine && at < text.size(); ++i) {
    Introduction found;
    const std::size_t next = read_label(text, at, roles, found);
    if (next == 0) break;
    out.push_back(std::move(found));
    end = next;
    at = skip_blanks(text, next);
    if (stands_at(text, at, "与") || stands_at(text, at, "和")) at += 3;
  }
  read_named(text, roles, end, out);
}

}  // namespace clauselint::facts
